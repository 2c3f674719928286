package io.github.macroregime.rates.path;

/**
 * Quotes that imply no path.
 *
 * @param reason what stands in the way
 * @param detail the same in words
 */
public record Uncalibrated(Reason reason, String detail) implements Calibration {

    /** What stands in the way of a path. */
    public enum Reason {
        /** There is no quote at all. */
        NO_QUOTES,
        /** All days of all quotes are fixed already: they say nothing about the path. */
        NOTHING_IDENTIFIED,
        /** The iteration did not come to rest. */
        NO_CONVERGENCE
    }

    @Override
    public CalibratedPath orElseThrow() {
        throw new IllegalStateException("no path: " + detail);
    }

    /** The reason and its detail. */
    @Override
    public String toString() {
        return reason + ": " + detail;
    }
}
