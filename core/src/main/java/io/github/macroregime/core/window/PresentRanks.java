package io.github.macroregime.core.window;

/**
 * Which ranks of a series are in the window, as a set of bits, and the one that has a wanted number of them below it.
 *
 * <p>When one rank leaves and one enters, the wanted one moves by at most one rank that is present, which a count of
 * zeros finds. A second set says which words of the first are not empty, so that a short window in a long series has
 * no long way to go.
 */
final class PresentRanks {

    private final long[] words;
    private final long[] occupied;
    private int at;
    private int below;

    PresentRanks(int ranks) {
        words = new long[(ranks >>> 6) + 1];
        occupied = new long[(words.length >>> 6) + 1];
    }

    void add(int rank) {
        int word = rank >>> 6;
        words[word] |= 1L << rank;
        occupied[word >>> 6] |= 1L << word;
        below += rank < at ? 1 : 0;
    }

    void remove(int rank) {
        int word = rank >>> 6;
        long left = words[word] & ~(1L << rank);
        words[word] = left;
        if (left == 0) {
            occupied[word >>> 6] &= ~(1L << word);
        }
        below -= rank < at ? 1 : 0;
    }

    /** The rank that is present and has so many present below it; there must be one. */
    int select(int wantedBelow) {
        while (below > wantedBelow) {
            at = previous(at);
            below--;
        }
        at = from(at);
        while (below < wantedBelow) {
            at = from(at + 1);
            below++;
        }
        return at;
    }

    /** The lowest present rank from one upwards; there must be one. */
    int from(int rank) {
        int word = rank >>> 6;
        long bits = words[word] & (-1L << rank);
        if (bits == 0) {
            word = nextOccupied(word + 1);
            bits = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private int nextOccupied(int word) {
        int group = word >>> 6;
        long bits = occupied[group] & (-1L << word);
        while (bits == 0) {
            group++;
            bits = occupied[group];
        }
        return (group << 6) + Long.numberOfTrailingZeros(bits);
    }

    private int previous(int rank) {
        int word = rank >>> 6;
        long bits = words[word] & ~(-1L << rank);
        if (bits == 0) {
            word = previousOccupied(word);
            bits = words[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    private int previousOccupied(int word) {
        int group = word >>> 6;
        long bits = occupied[group] & ~(-1L << word);
        while (bits == 0) {
            group--;
            bits = occupied[group];
        }
        return (group << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }
}
