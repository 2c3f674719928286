package io.github.macroregime.regime.strength;

import java.util.Locale;

/** The label of a strength, from neutral to strong, by its size without its sign. */
public enum StrengthLabel {
    /** Below 0.10. */
    NEUTRAL,
    /** From 0.10 to below 0.30. */
    WEAK,
    /** From 0.30 to below 0.60. */
    MODERATE,
    /** From 0.60. */
    STRONG;

    static final double WEAK_FROM = 0.10;
    static final double MODERATE_FROM = 0.30;
    static final double STRONG_FROM = 0.60;

    /**
     * The label of a strength.
     *
     * @param strength from −1 to 1
     * @return the label of its size
     * @throws IllegalArgumentException outside that range
     */
    public static StrengthLabel of(double strength) {
        double size = Math.abs(strength);
        if (!(size <= 1)) {
            throw new IllegalArgumentException("strength must lie in [-1, 1] but was " + strength);
        }
        if (size < WEAK_FROM) {
            return NEUTRAL;
        }
        if (size < MODERATE_FROM) {
            return WEAK;
        }
        return size < STRONG_FROM ? MODERATE : STRONG;
    }

    /** The label in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
