package io.github.macroregime.core.window;

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
final class RankCounts {

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

    // In front of the first there is nothing and no field: the shift then leads to the sign bit, which is never set.
    private static int field(long fields, int index, int bits) {
        int shift = index == 0 ? Long.SIZE - 1 : bits * (index - 1);
        return (int) (fields >>> shift) & ((1 << bits) - 1);
    }
}
