package io.github.macroregime.credit;

/** Which way a spread is expected to move when a driver moves; an input that the reader states. */
public enum ExpectedSign {

    /** The spread is expected to move with the driver. */
    WITH,

    /** The spread is expected to move against the driver. */
    AGAINST;

    /**
     * The expected direction of the spread.
     *
     * @param driver the direction of the driver
     * @return the same or the other direction
     */
    public Move expected(Move driver) {
        return this == WITH ? driver : driver.reversed();
    }

    /**
     * Whether a slope has this sign.
     *
     * @param slope the change of the spread for a change of one in the driver
     * @return false also for a slope of zero
     */
    public boolean agrees(double slope) {
        return this == WITH ? slope > 0 : slope < 0;
    }
}
