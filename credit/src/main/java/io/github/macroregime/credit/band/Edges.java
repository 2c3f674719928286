package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Rate;
import java.math.BigDecimal;

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

    /** The edges moved by their constant widths, up for a direction of 1 and down for -1; sigmas move nothing here. */
    double[] moved(Hysteresis hysteresis, int direction) {
        double[] moved = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            // In written decimals 70 bp and 2 bp make the quote 72 bp; their binary sum may miss it.
            BigDecimal edge = Rate.ofDecimal(levels[i]).exactBasisPoints();
            BigDecimal width = width(hysteresis, edge).multiply(BigDecimal.valueOf(direction));
            moved[i] = Rate.ofBasisPoints(edge.add(width).doubleValue()).decimal();
        }
        return moved;
    }

    private static BigDecimal width(Hysteresis hysteresis, BigDecimal edge) {
        if (hysteresis instanceof Hysteresis.Absolute absolute) {
            return absolute.width().exactBasisPoints();
        }
        return hysteresis instanceof Hysteresis.Relative relative
                ? edge.abs().multiply(BigDecimal.valueOf(relative.fractionOfEdge()))
                : BigDecimal.ZERO;
    }
}
