package io.github.macroregime.core.window;

/**
 * The positions of numbers in ascending order of the numbers, equal ones in the order of their positions.
 *
 * <p>Sorted digit by digit from the lowest (radix), on whole numbers that have the order of the doubles. Only the
 * leading bits of the range that the numbers span are sorted so; what they leave in disorder is put right by
 * insertion. Numbers that agree in all those bits and yet differ, such as a cluster beside one far outlier, would make
 * that quadratic: the steps are counted, and above a few for each number all bits are sorted.
 */
final class RankOrder {

    private static final int LEADING_BITS = 33;
    private static final int DIGIT_BITS = 11;
    private static final int DIGIT_BITS_OF_FEW = 6;
    private static final int FEW = 1024;
    private static final int STEPS_FOR_EACH = 4;

    private final long[] keys;
    private final long smallest;
    private final int digitBits;
    private int[] order;
    private int[] spare;

    private RankOrder(long[] keys, int[] order, long smallest) {
        this.keys = keys;
        this.order = order;
        this.spare = new int[order.length];
        this.smallest = smallest;
        this.digitBits = order.length < FEW ? DIGIT_BITS_OF_FEW : DIGIT_BITS;
    }

    /**
     * Orders positions by their keys.
     *
     * @param keys one for each position
     * @param positions the positions to order, ascending; used up
     * @return the positions by ascending keys
     */
    static int[] of(long[] keys, int[] positions) {
        long smallest = Long.MAX_VALUE;
        long largest = Long.MIN_VALUE;
        for (int position : positions) {
            smallest = Math.min(smallest, keys[position]);
            largest = Math.max(largest, keys[position]);
        }
        RankOrder sorter = new RankOrder(keys, positions, smallest);
        // The difference of two keys may need all 64 bits, which it then has as a number without a sign.
        int bits = positions.length == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(largest - smallest);
        int skipped = Math.max(0, bits - LEADING_BITS);
        sorter.sort(skipped, bits);
        if (skipped > 0 && !sorter.insert()) {
            sorter.sort(0, bits);
        }
        return sorter.order;
    }

    private void sort(int fromBit, int toBit) {
        for (int shift = fromBit; shift < toBit; shift += digitBits) {
            sortDigit(shift);
        }
    }

    private void sortDigit(int shift) {
        int mask = (1 << digitBits) - 1;
        int[] places = new int[mask + 2];
        for (int position : order) {
            places[((int) ((keys[position] - smallest) >>> shift) & mask) + 1]++;
        }
        for (int digit = 1; digit <= mask; digit++) {
            places[digit] += places[digit - 1];
        }
        for (int position : order) {
            spare[places[(int) ((keys[position] - smallest) >>> shift) & mask]++] = position;
        }
        int[] sorted = spare;
        spare = order;
        order = sorted;
    }

    /** Whether few steps sufficed; equal keys keep their order either way. */
    private boolean insert() {
        long steps = (long) STEPS_FOR_EACH * order.length;
        for (int i = 1; i < order.length; i++) {
            int position = order[i];
            long key = keys[position];
            int at = i;
            while (at > 0 && keys[order[at - 1]] > key && steps > 0) {
                order[at] = order[at - 1];
                at--;
                steps--;
            }
            order[at] = position;
        }
        return steps > 0;
    }
}
