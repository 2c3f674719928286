package io.github.macroregime.regime.signal;

import java.util.Arrays;

/** The value pushed a fixed number of pushes ago, the one just pushed for none; NaN until there is one. */
final class Lagged {

    private final double[] ring;
    private int at;

    Lagged(int lag) {
        this.ring = new double[lag];
        Arrays.fill(ring, Double.NaN);
    }

    Lagged(Lagged source) {
        this.ring = source.ring.clone();
        this.at = source.at;
    }

    /** What a push of the value would answer. */
    double peek(double value) {
        return ring.length == 0 ? value : ring[at];
    }

    double push(double value) {
        if (ring.length == 0) {
            return value;
        }
        double before = ring[at];
        ring[at] = value;
        at = at + 1 == ring.length ? 0 : at + 1;
        return before;
    }
}
