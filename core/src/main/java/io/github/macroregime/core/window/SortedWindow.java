package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;

/**
 * The observations of a window in ascending order.
 *
 * <p>Kept as whole numbers that have the order of the doubles, so that the search has no branch to mispredict. One
 * departure and one arrival are one shift between the two places.
 */
final class SortedWindow {

    private long[] keys;
    private int size;

    SortedWindow(int capacity) {
        this.keys = new long[capacity];
    }

    SortedWindow(SortedWindow source) {
        this.keys = source.keys.clone();
        this.size = source.size;
    }

    /** Takes one value out and one in, either of which may be NaN. */
    void replace(double leaving, double entering) {
        if (Double.isNaN(leaving)) {
            if (!Double.isNaN(entering)) {
                add(key(entering));
            }
        } else if (Double.isNaN(entering)) {
            remove(key(leaving));
        } else {
            replace(key(leaving), key(entering));
        }
    }

    private void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        int at = countBelow(key);
        System.arraycopy(keys, at, keys, at + 1, size - at);
        keys[at] = key;
        size++;
    }

    private void remove(long key) {
        int at = countBelow(key);
        System.arraycopy(keys, at + 1, keys, at, size - at - 1);
        size--;
    }

    private void replace(long leaving, long entering) {
        int out = countBelow(leaving);
        int in = countBelow(entering);
        if (in > out) {
            System.arraycopy(keys, out + 1, keys, out, in - out - 1);
            keys[in - 1] = entering;
        } else {
            System.arraycopy(keys, in, keys, in + 1, out - in);
            keys[in] = entering;
        }
    }

    int size() {
        return size;
    }

    /** The value at a rank, from 0. */
    double get(int rank) {
        return value(keys[rank]);
    }

    int countBelow(double x) {
        return countBelow(key(x));
    }

    /** How many are equal to a value of which a known number lies below. */
    int countEqual(double x, int below) {
        long key = key(x);
        int at = below;
        int walked = Math.min(size, below + LONGEST_WALK);
        while (at < walked && keys[at] == key) {
            at++;
        }
        return (at < walked || walked == size ? at : countBelow(key + 1)) - below;
    }

    private static final int LONGEST_WALK = 16;

    private int countBelow(long key) {
        int base = 0;
        int length = size;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            base += keys[base + half - 1] < key ? half : 0;
            length -= half;
        }
        return base;
    }

    double median() {
        return quantile(Probability.HALF, QuantileType.LINEAR);
    }

    double quantile(Probability p, QuantileType type) {
        QuantileType.Place place = type.place(size, p);
        int rank = place.rank();
        return place.weight() == 0 ? get(rank) : Quantiles.between(get(rank), get(rank + 1), place.weight());
    }

    /**
     * The median of the distances from a value, not scaled.
     *
     * <p>The distances below and above it are two ascending sequences, of which the middle is found without merging
     * them.
     */
    double medianDistanceFrom(double centre) {
        int below = countBelow(centre);
        double lower = distance(centre, below, (size - 1) / 2);
        return size % 2 == 1 ? lower : Quantiles.between(lower, distance(centre, below, size / 2), 0.5);
    }

    // The k-th smallest distance: how many of the k + 1 smallest lie below the centre is found by halving.
    private double distance(double centre, int below, int k) {
        int above = size - below;
        int low = Math.max(0, k + 1 - above);
        int high = Math.min(k + 1, below);
        while (low < high) {
            int taken = (low + high) >>> 1;
            if (centre - get(below - 1 - taken) < get(below + k - taken) - centre) {
                low = taken + 1;
            } else {
                high = taken;
            }
        }
        double nearestBelow = low > 0 ? centre - get(below - low) : 0;
        double nearestAbove = k - low >= 0 ? get(below + k - low) - centre : 0;
        return Math.max(nearestBelow, nearestAbove);
    }

    double robustZScore(double newest) {
        double median = median();
        return Quantiles.robustScore(
                newest - median,
                medianDistanceFrom(median),
                quantile(Quantiles.QUARTER.complement(), QuantileType.LINEAR)
                        - quantile(Quantiles.QUARTER, QuantileType.LINEAR));
    }

    /** Where a value stands between the smallest and the largest, NaN if they are equal. */
    double positionInRange(double x) {
        double range = get(size - 1) - get(0);
        return range > 0 ? share(x, get(0), get(size - 1)) : Double.NaN;
    }

    /** The part of a range that lies below a value, of halves where the range itself overflows. */
    static double share(double x, double smallest, double largest) {
        double range = largest - smallest;
        return range <= Double.MAX_VALUE
                ? (x - smallest) / range
                : (0.5 * x - 0.5 * smallest) / (0.5 * largest - 0.5 * smallest);
    }

    /** The rank of a value that is in the window, NaN for NaN. */
    double percentileRank(double member, PercentileRank definition) {
        if (Double.isNaN(member)) {
            return Double.NaN;
        }
        int below = countBelow(member);
        return definition.ofMember(below, countEqual(member, below), size);
    }

    /** The values in ascending order. */
    double[] toArray() {
        double[] values = new double[size];
        Arrays.setAll(values, this::get);
        return values;
    }

    // Adding zero makes the two zeros one value. A negative double has its other bits inverted.
    static long key(double x) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    static double value(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }
}
