package io.github.macroregime.benchmarks.reference;

/**
 * Counts of present ranks as flat sums in front of stretches of words: the structure that lost to a Fenwick tree above
 * fields of counts.
 *
 * <p>A change moves every sum behind it, so the cost grows with the root of the number of ranks.
 */
public final class FlatRankCounts {

    private static final int WORDS_IN_SHORTEST_SQUARED = 8;

    private final long[] words;
    private final int stretchBits;
    private final int[] before;

    /**
     * No rank is present.
     *
     * @param ranks how many there are, from 0
     */
    public FlatRankCounts(int ranks) {
        words = new long[(ranks >>> 6) + 1];
        stretchBits = (Integer.SIZE - Integer.numberOfLeadingZeros(words.length / WORDS_IN_SHORTEST_SQUARED)) / 2;
        before = new int[(words.length >>> stretchBits) + 1];
    }

    /**
     * Adds a rank that is not present.
     *
     * @param rank from 0
     */
    public void add(int rank) {
        words[rank >>> 6] |= 1L << rank;
        shift(rank, 1);
    }

    /**
     * Removes a rank that is present.
     *
     * @param rank from 0
     */
    public void remove(int rank) {
        words[rank >>> 6] &= ~(1L << rank);
        shift(rank, -1);
    }

    private void shift(int rank, int by) {
        for (int i = (rank >>> 6 >>> stretchBits) + 1; i < before.length; i++) {
            before[i] += by;
        }
    }

    /**
     * How many present ranks lie below one.
     *
     * @param rank from 0
     * @return the count
     */
    public int below(int rank) {
        int word = rank >>> 6;
        int stretch = word >>> stretchBits;
        int count = before[stretch] + Long.bitCount(words[word] & ~(-1L << rank));
        for (int i = stretch << stretchBits; i < word; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }
}
