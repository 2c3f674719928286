package io.github.macroregime.core.window;

/**
 * A weighted mean in two parts, the second holding what the first is too coarse for, so that a deviation from it
 * keeps its digits at any level.
 */
final class DecayingMean {

    private double high;
    private double low;

    DecayingMean() {}

    DecayingMean(DecayingMean source) {
        this.high = source.high;
        this.low = source.low;
    }

    double deviation(double x) {
        return (x - high) - low;
    }

    /** Moves the mean; the two-sum keeps the rounding error of the addition. */
    void move(double by) {
        double moved = high + by;
        double part = moved - high;
        low += (high - (moved - part)) + (by - part);
        high = moved;
    }
}
