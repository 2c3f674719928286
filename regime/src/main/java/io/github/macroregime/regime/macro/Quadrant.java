package io.github.macroregime.regime.macro;

/** Which way growth and inflation are going. */
public enum Quadrant {

    /** Growth rises, inflation does not. */
    GOLDILOCKS("goldilocks"),

    /** Growth and inflation rise. */
    REFLATION("reflation"),

    /** Growth does not rise, inflation does. */
    STAGFLATION("stagflation"),

    /** Neither rises. */
    DEFLATION("deflation");

    private final String word;

    Quadrant(String word) {
        this.word = word;
    }

    /**
     * The quadrant of two changes; a change of exactly zero is no rise.
     *
     * @param growthChange by how much growth changed, NaN refused
     * @param inflationChange by how much inflation changed, NaN refused
     * @return the quadrant
     * @throws IllegalArgumentException if a change is NaN
     */
    public static Quadrant of(double growthChange, double inflationChange) {
        if (Double.isNaN(growthChange) || Double.isNaN(inflationChange)) {
            throw new IllegalArgumentException(
                    "changes must be numbers but were " + growthChange + " and " + inflationChange);
        }
        if (growthChange > 0) {
            return inflationChange > 0 ? REFLATION : GOLDILOCKS;
        }
        return inflationChange > 0 ? STAGFLATION : DEFLATION;
    }

    /**
     * Whether growth rises in it.
     *
     * @return true for goldilocks and reflation
     */
    public boolean isGrowthUp() {
        return this == GOLDILOCKS || this == REFLATION;
    }

    /**
     * Whether inflation rises in it.
     *
     * @return true for reflation and stagflation
     */
    public boolean isInflationUp() {
        return this == REFLATION || this == STAGFLATION;
    }

    /** The word in lower case. */
    @Override
    public String toString() {
        return word;
    }
}
