package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a window in ascending order.
 *
 * <p>Kept as whole numbers that have the order of the doubles, so that the search has no branch to mispredict. One
 * departure and one arrival are one shift between the two places; above some thousand numbers they are kept in blocks, so that
 * no shift is longer than a block.
 */
final class SortedWindow {

    /** Reads a statistic; it may use the newest value, which is NaN if missing. */
    @FunctionalInterface
    interface Reading {
        double read(SortedWindow sorted, double newest);
    }

    private static final int LARGE = 4096;

    private long[] keys;
    private int size;
    private @Nullable Blocks blocks;

    SortedWindow(int capacity) {
        this.keys = new long[Math.min(capacity, LARGE)];
    }

    SortedWindow(SortedWindow source) {
        this.keys = source.keys.clone();
        this.size = source.size;
        this.blocks = source.blocks == null ? null : new Blocks(source.blocks);
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
        if (size == keys.length && blocks == null) {
            if (size < LARGE) {
                keys = Arrays.copyOf(keys, Math.min(LARGE, 2 * size));
            } else {
                blocks = new Blocks(keys);
                keys = new long[0];
            }
        }
        if (blocks != null) {
            blocks.add(key);
            size++;
            return;
        }
        int at = countBelow(key);
        System.arraycopy(keys, at, keys, at + 1, size - at);
        keys[at] = key;
        size++;
    }

    private void remove(long key) {
        if (blocks != null) {
            blocks.remove(key);
            size--;
            return;
        }
        int at = countBelow(key);
        System.arraycopy(keys, at + 1, keys, at, size - at - 1);
        size--;
    }

    private void replace(long leaving, long entering) {
        if (blocks != null) {
            blocks.remove(leaving);
            blocks.add(entering);
            return;
        }
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
        return value(blocks == null ? keys[rank] : blocks.get(rank));
    }

    int countBelow(double x) {
        return countBelow(key(x));
    }

    /** How many are equal to a value of which a known number lies below. */
    int countEqual(double x, int below) {
        long key = key(x);
        if (blocks != null) {
            return blocks.countBelow(key + 1) - below;
        }
        int at = below;
        int walked = Math.min(size, below + LONGEST_WALK);
        while (at < walked && keys[at] == key) {
            at++;
        }
        return (at < walked || walked == size ? at : countBelow(key + 1)) - below;
    }

    private static final int LONGEST_WALK = 16;

    private int countBelow(long key) {
        return blocks == null ? countBelow(key, keys, size) : blocks.countBelow(key);
    }

    private static int countBelow(long key, long[] keys, int size) {
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

    /**
     * Keys in ascending order in blocks, with how many lie in front of each as a tree of partial sums.
     *
     * <p><b>Source</b>: Fenwick 1994, Software: Practice and Experience 24(3).
     */
    private static final class Blocks {

        private static final int HALF = 256;

        private long[][] blocks;
        private int[] sizes;
        private long[] firsts;
        private int[] tree;
        private int used;

        Blocks(long[] ascending) {
            used = ascending.length / HALF;
            blocks = new long[2 * used][];
            sizes = new int[2 * used];
            firsts = new long[2 * used];
            for (int i = 0; i < used; i++) {
                int to = i == used - 1 ? ascending.length : (i + 1) * HALF;
                set(i, Arrays.copyOfRange(ascending, i * HALF, to), to - i * HALF);
            }
            tree = counted();
        }

        Blocks(Blocks source) {
            blocks = source.blocks.clone();
            for (int i = 0; i < source.used; i++) {
                blocks[i] = blocks[i].clone();
            }
            sizes = source.sizes.clone();
            firsts = source.firsts.clone();
            tree = source.tree.clone();
            used = source.used;
        }

        private void set(int at, long[] keys, int size) {
            blocks[at] = Arrays.copyOf(keys, 2 * HALF);
            sizes[at] = size;
            firsts[at] = keys[0];
        }

        private int[] counted() {
            int[] sums = new int[used + 1];
            for (int i = 1; i <= used; i++) {
                sums[i] += sizes[i - 1];
                int above = i + (i & -i);
                if (above <= used) {
                    sums[above] += sums[i];
                }
            }
            return sums;
        }

        private void count(int block, int by) {
            sizes[block] += by;
            for (int i = block + 1; i <= used; i += i & -i) {
                tree[i] += by;
            }
        }

        /** The last block that begins below a key, or the first. */
        private int blockOf(long key) {
            return Math.max(0, SortedWindow.countBelow(key, firsts, used) - 1);
        }

        int countBelow(long key) {
            int block = blockOf(key);
            int count = SortedWindow.countBelow(key, blocks[block], sizes[block]);
            for (int i = block; i > 0; i &= i - 1) {
                count += tree[i];
            }
            return count;
        }

        long get(int rank) {
            int block = 0;
            int left = rank;
            for (int step = Integer.highestOneBit(used); step > 0; step >>= 1) {
                if (block + step <= used && tree[block + step] <= left) {
                    block += step;
                    left -= tree[block];
                }
            }
            return blocks[block][left];
        }

        void add(long key) {
            int block = blockOf(key);
            long[] keys = blocks[block];
            int at = SortedWindow.countBelow(key, keys, sizes[block]);
            System.arraycopy(keys, at, keys, at + 1, sizes[block] - at);
            keys[at] = key;
            firsts[block] = keys[0];
            count(block, 1);
            if (sizes[block] == keys.length) {
                split(block);
            }
        }

        private void split(int block) {
            if (used == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * used);
                sizes = Arrays.copyOf(sizes, 2 * used);
                firsts = Arrays.copyOf(firsts, 2 * used);
            }
            move(block + 1, block + 2);
            set(block + 1, Arrays.copyOfRange(blocks[block], HALF, 2 * HALF), HALF);
            sizes[block] = HALF;
            tree = counted();
        }

        void remove(long key) {
            int block = blockOf(key);
            int at = SortedWindow.countBelow(key, blocks[block], sizes[block]);
            if (at == sizes[block]) {
                block++;
                at = 0;
            }
            long[] keys = blocks[block];
            System.arraycopy(keys, at + 1, keys, at, sizes[block] - at - 1);
            firsts[block] = keys[0];
            count(block, -1);
            if (sizes[block] == 0 && used > 1) {
                move(block + 1, block);
                tree = counted();
            }
        }

        private void move(int from, int to) {
            System.arraycopy(blocks, from, blocks, to, used - from);
            System.arraycopy(sizes, from, sizes, to, used - from);
            System.arraycopy(firsts, from, firsts, to, used - from);
            used += to - from;
        }
    }
}
