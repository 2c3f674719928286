package io.github.macroregime.credit.band;

/**
 * The edges between bands as arrays, for kernels that band long series.
 *
 * @param levels the edges as decimals, rising
 * @param sides 0 where the edge itself belongs to the band above it, 1 where it belongs to the one below
 */
@SuppressWarnings("ArrayRecordComponent")
record Edges(double[] levels, int[] sides) {

    static Edges of(Bands bands) {
        double[] levels = new double[bands.size() - 1];
        int[] sides = new int[levels.length];
        for (int i = 0; i < levels.length; i++) {
            Cut cut = Cut.above(bands.get(i).upper());
            levels[i] = cut.level();
            sides[i] = cut.side();
        }
        return new Edges(levels, sides);
    }

    /** The position of the band that a number lies in. */
    int indexOf(double x) {
        int index = 0;
        while (index < levels.length && passes(x, levels[index], index)) {
            index++;
        }
        return index;
    }

    /** Whether a number lies above an edge that has been moved to a threshold and keeps its ownership. */
    boolean passes(double x, double threshold, int index) {
        return sides[index] == 0 ? x >= threshold : x > threshold;
    }
}
