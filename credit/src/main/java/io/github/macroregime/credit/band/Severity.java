package io.github.macroregime.credit.band;

/** What a band asks of those who watch it, from none to most. */
public enum Severity {

    /** Nobody has said what this stretch means. */
    UNNAMED,

    /** A level at which carry can be earned. */
    BENIGN,

    /** A level that asks for nothing. */
    NEUTRAL,

    /** A level at which positions are cut. */
    ALARM,

    /** A level of systemic stress. */
    STRESS;

    /**
     * Whether the band calls for action.
     *
     * @return true for alarm and stress
     */
    public boolean isAlarm() {
        return compareTo(ALARM) >= 0;
    }
}
