package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;

/**
 * A series with its observations put in order once, of which quantiles and percentile ranks over any windows can then
 * be asked.
 *
 * <p>{@code RankedSeries ranked = RankedSeries.of(x); ranked.quantile(252, Probability.percent(95))}. The results are
 * those of {@link Window} and {@link Expanding}, bit for bit; what is saved is the ordering, for every
 * further window, probability and definition. A result at a position depends on no later one: the order says which of
 * the observations that are in the window is the larger, and nothing else. Immutable.
 *
 * <p><b>Shape</b>: each result is as long as the series. <b>Unit</b>: that of the series for a quantile, none for a rank.
 * <b>Missing</b> by the policy of the window. <b>Cost</b>: {@link #of of} sorts in a few passes over the series; each
 * question is then, per number, the same at every window length.
 */
public final class RankedSeries {

    private static final int MISSING = -1;

    private final double[] ascending;
    private final int[] ranks;

    private RankedSeries(double[] ascending, int[] ranks) {
        this.ascending = ascending;
        this.ranks = ranks;
    }

    /**
     * Puts the observations of a series in order.
     *
     * @param x the series, NaN where not observed
     * @return the series with its order; the array is not kept
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static RankedSeries of(double[] x) {
        int[] positions = positions(x, Require.finite(x, "x"));
        long[] keys = new long[x.length];
        for (int t = 0; t < x.length; t++) {
            keys[t] = SortedWindow.key(x[t]);
        }
        int[] order = RankOrder.of(keys, positions);
        double[] ascending = new double[order.length];
        int[] ranks = new int[x.length];
        if (order.length < x.length) {
            Arrays.fill(ranks, MISSING);
        }
        for (int rank = 0; rank < order.length; rank++) {
            ascending[rank] = SortedWindow.value(keys[order[rank]]);
            ranks[order[rank]] = rank;
        }
        return new RankedSeries(ascending, ranks);
    }

    private static int[] positions(double[] x, boolean complete) {
        int[] positions = new int[x.length];
        int count = 0;
        for (int t = 0; t < x.length; t++) {
            positions[count] = t;
            count += Double.isNaN(x[t]) ? 0 : 1;
        }
        return complete ? positions : Arrays.copyOf(positions, count);
    }

    /**
     * How many positions the series has, missing ones included.
     *
     * @return the length
     */
    public int size() {
        return ranks.length;
    }

    /**
     * How many observations the series has.
     *
     * @return the count, missing ones excluded
     */
    public int count() {
        return ascending.length;
    }

    /**
     * The quantile of each window, of type 7: linear between neighbours.
     *
     * @param window how many positions each window spans, all of them observed; at least 1
     * @param p the probability
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the window is below 1
     */
    public double[] quantile(int window, Probability p) {
        return quantile(Window.of(window), p, QuantileType.LINEAR);
    }

    /**
     * The quantile of each window, by a named type.
     *
     * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @param type the definition
     * @return one value for each position, NaN where there are too few observations
     */
    public double[] quantile(Window window, Probability p, QuantileType type) {
        return carries(window) ? carried(window).slidingQuantile(window, p, type) : slidingQuantile(window, p, type);
    }

    /**
     * The percentile rank of each newest observation in its window, ties and the observation itself counted half.
     *
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one fraction for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the window is below 1
     */
    public double[] percentileRank(int window) {
        return percentileRank(Window.of(window), PercentileRank.MID);
    }

    /**
     * The percentile rank of each newest observation in its window, by a named definition.
     *
     * @param window length, minimum count and policy for missing observations
     * @param definition how ties and the newest observation itself are counted
     * @return one fraction for each position, NaN where there are too few observations and at a missing one
     */
    public double[] percentileRank(Window window, PercentileRank definition) {
        return carries(window) ? carried(window).slidingRank(window, definition) : slidingRank(window, definition);
    }

    /**
     * The quantile of all observations so far, by a named type.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @param p the probability
     * @param type the definition
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the count is below 1
     */
    public double[] expandingQuantile(int minimumCount, Probability p, QuantileType type) {
        return slidingQuantile(everything(minimumCount), p, type);
    }

    /**
     * The percentile rank of each newest observation among all so far, by a named definition.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @param definition how ties and the newest observation itself are counted
     * @return one value for each position, NaN where there are too few observations and at a missing one
     * @throws IllegalArgumentException if the count is below 1
     */
    public double[] expandingPercentileRank(int minimumCount, PercentileRank definition) {
        return slidingRank(everything(minimumCount), definition);
    }

    private static Window everything(int minimumCount) {
        return new Window(Integer.MAX_VALUE, minimumCount, Missing.SKIP);
    }

    private boolean carries(Window window) {
        return window.missing() instanceof Missing.Carry && ascending.length < ranks.length;
    }

    // A value that is carried forward is one more observation, which has a place of its own in the order.
    private RankedSeries carried(Window window) {
        double[] x = new double[ranks.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = ranks[t] == MISSING ? Double.NaN : ascending[ranks[t]];
        }
        return of(CarriedForward.through(x, window.missing()));
    }

    private double[] slidingQuantile(Window window, Probability p, QuantileType type) {
        PresentRanks present = new PresentRanks(ascending.length);
        double[] result = new double[ranks.length];
        int length = window.length();
        int count = 0;
        int placed = 0;
        long denominator = type.denominator(p);
        int below = 0;
        double weight = 0;
        for (int t = 0; t < result.length; t++) {
            int entering = ranks[t];
            if (entering != MISSING) {
                present.add(entering);
                count++;
            }
            int leaving = t < length ? MISSING : ranks[t - length];
            if (leaving != MISSING) {
                present.remove(leaving);
                count--;
            }
            if (!window.isSatisfiedBy(count, Math.min(t + 1, length))) {
                result[t] = Double.NaN;
                continue;
            }
            if (count != placed) {
                long numerator = type.numerator(count, p);
                below = QuantileType.Place.rank(numerator, denominator, count);
                weight = QuantileType.Place.weight(numerator, denominator, count);
                placed = count;
            }
            int rank = present.select(below);
            double lower = ascending[rank];
            result[t] = weight == 0 ? lower : Quantiles.between(lower, ascending[present.from(rank + 1)], weight);
        }
        return result;
    }

    private double[] slidingRank(Window window, PercentileRank definition) {
        RankCounts present = new RankCounts(ascending.length);
        Ties ties = new Ties(ascending);
        double[] result = new double[ranks.length];
        int length = window.length();
        int count = 0;
        for (int t = 0; t < result.length; t++) {
            int entering = ranks[t];
            if (entering != MISSING) {
                present.add(entering);
                ties.add(entering);
                count++;
            }
            int leaving = t < length ? MISSING : ranks[t - length];
            if (leaving != MISSING) {
                present.remove(leaving);
                ties.remove(leaving);
                count--;
            }
            if (entering == MISSING || !window.isSatisfiedBy(count, Math.min(t + 1, length))) {
                result[t] = Double.NaN;
                continue;
            }
            // Equal observations stand in the order of time, so those of the window lie right below the newest.
            int equal = ties.equal(entering);
            result[t] = definition.ofMember(present.below(entering) + 1 - equal, equal, count);
        }
        return result;
    }

    /** How many observations of the window are equal to one. */
    private static final class Ties {

        private final boolean none;
        private final int[] group;
        private final int[] present;

        Ties(double[] ascending) {
            int groups = 0;
            int[] group = new int[ascending.length];
            for (int rank = 1; rank < group.length; rank++) {
                groups += ascending[rank] > ascending[rank - 1] ? 1 : 0;
                group[rank] = groups;
            }
            this.none = groups == group.length - 1;
            this.group = none ? new int[0] : group;
            this.present = new int[none ? 0 : groups + 1];
        }

        void add(int rank) {
            if (!none) {
                present[group[rank]]++;
            }
        }

        void remove(int rank) {
            if (!none) {
                present[group[rank]]--;
            }
        }

        int equal(int rank) {
            return none ? 1 : present[group[rank]];
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RankedSeries other
                && Arrays.equals(ascending, other.ascending)
                && Arrays.equals(ranks, other.ranks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ascending) + Arrays.hashCode(ranks);
    }

    /** The two counts. */
    @Override
    public String toString() {
        return "RankedSeries of " + size() + " positions, " + count() + " observed";
    }

    /**
     * Which ranks of a series are in the window, as a set of bits, and how many of them lie below one.
     *
     * <p>Four levels: the bits of a word; eight words, of which one number holds how many bits are set in front of each, in
     * seven fields of nine bits (Vigna's rank9); four of those, in the same way in three fields of 21 bits; and a tree of
     * partial sums (Fenwick) over the rest. One addition changes all fields of a number behind a place, so only the tree
     * takes steps, and those are few.
     *
     * <p><b>Source</b>: Vigna 2008, Broadword implementation of rank/select queries; Fenwick 1994, Software: Practice and
     * Experience 24(3).
     */
    private static final class RankCounts {

        private static final int RANKS_OF_WORDS = 9;
        private static final int WORD_FIELD = 9;
        private static final long WORD_FIELDS = 0x0040201008040201L;
        private static final int RANKS_OF_BLOCKS = 11;
        private static final int BLOCK_FIELD = 21;
        private static final long BLOCK_FIELDS = 0x0000040000200001L;

        private final long[] words;
        private final long[] inFrontOfWords;
        private final long[] inFrontOfBlocks;
        private final int[] tree;

        RankCounts(int ranks) {
            words = new long[(ranks >>> 6) + 1];
            inFrontOfWords = new long[(ranks >>> RANKS_OF_WORDS) + 1];
            inFrontOfBlocks = new long[(ranks >>> RANKS_OF_BLOCKS) + 1];
            tree = new int[inFrontOfBlocks.length + 1];
        }

        void add(int rank) {
            words[rank >>> 6] |= 1L << rank;
            inFrontOfWords[rank >>> RANKS_OF_WORDS] += wordsBehind(rank);
            inFrontOfBlocks[rank >>> RANKS_OF_BLOCKS] += blocksBehind(rank);
            count(rank, 1);
        }

        void remove(int rank) {
            words[rank >>> 6] &= ~(1L << rank);
            inFrontOfWords[rank >>> RANKS_OF_WORDS] -= wordsBehind(rank);
            inFrontOfBlocks[rank >>> RANKS_OF_BLOCKS] -= blocksBehind(rank);
            count(rank, -1);
        }

        private static long wordsBehind(int rank) {
            return WORD_FIELDS & (-1L << (WORD_FIELD * (rank >>> 6 & 7)));
        }

        private static long blocksBehind(int rank) {
            return BLOCK_FIELDS & (-1L << (BLOCK_FIELD * (rank >>> RANKS_OF_WORDS & 3)));
        }

        private void count(int rank, int by) {
            for (int i = (rank >>> RANKS_OF_BLOCKS) + 1; i < tree.length; i += i & -i) {
                tree[i] += by;
            }
        }

        int below(int rank) {
            int count = Long.bitCount(words[rank >>> 6] & ~(-1L << rank));
            count += field(inFrontOfWords[rank >>> RANKS_OF_WORDS], rank >>> 6 & 7, WORD_FIELD);
            count += field(inFrontOfBlocks[rank >>> RANKS_OF_BLOCKS], rank >>> RANKS_OF_WORDS & 3, BLOCK_FIELD);
            for (int i = rank >>> RANKS_OF_BLOCKS; i > 0; i &= i - 1) {
                count += tree[i];
            }
            return count;
        }

        // In front of the first there is nothing and no field: the shift then leads to the sign bit, which is never
        // set.
        private static int field(long fields, int index, int bits) {
            int shift = index == 0 ? Long.SIZE - 1 : bits * (index - 1);
            return (int) (fields >>> shift) & ((1 << bits) - 1);
        }
    }
}
