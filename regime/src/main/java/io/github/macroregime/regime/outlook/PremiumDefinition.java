package io.github.macroregime.regime.outlook;

/** What the {@index "earnings yield"} is, and what it is compared with. */
public enum PremiumDefinition {

    /** Forward earnings over price less the ten-year real yield: both sides are real. The default. */
    FORWARD_LESS_REAL("forward earnings yield less real yield"),

    /** Forward earnings over price less the ten-year nominal yield, often called the Fed model. */
    FORWARD_LESS_NOMINAL("forward earnings yield less nominal yield"),

    /** Trailing earnings over price less the ten-year real yield. */
    TRAILING_LESS_REAL("trailing earnings yield less real yield"),

    /** The inverse of Shiller's cyclically adjusted ratio less the ten-year real yield. */
    CAPE_LESS_REAL("cyclically adjusted earnings yield less real yield");

    private final String words;

    PremiumDefinition(String words) {
        this.words = words;
    }

    /**
     * Whether it looks at expected earnings.
     *
     * @return true for forward earnings
     */
    public boolean isForward() {
        return this == FORWARD_LESS_REAL || this == FORWARD_LESS_NOMINAL;
    }

    /** The definition in words. */
    @Override
    public String toString() {
        return words;
    }
}
