package io.github.macroregime.credit.band;

/**
 * A place between numbers: just below a level or just above it.
 *
 * <p>A band is the half-open stretch from one cut to the next whatever the ownership of its edges, so that holes and
 * overlaps are found by comparing cuts.
 *
 * @param level the level, infinite where there is no bound
 * @param side 0 just below the level, 1 just above it
 */
record Cut(double level, int side) implements Comparable<Cut> {

    static Cut below(Bound lower) {
        return lower instanceof Bound.Edge edge
                ? new Cut(edge.level().decimal(), edge.ownership().includes() ? 0 : 1)
                : new Cut(Double.NEGATIVE_INFINITY, 0);
    }

    static Cut above(Bound upper) {
        return upper instanceof Bound.Edge edge
                ? new Cut(edge.level().decimal(), edge.ownership().includes() ? 1 : 0)
                : new Cut(Double.POSITIVE_INFINITY, 1);
    }

    /** Whether a number lies above this cut. */
    boolean isPassedBy(double x) {
        return side == 0 ? x >= level : x > level;
    }

    @Override
    public int compareTo(Cut other) {
        int byLevel = Double.compare(level, other.level);
        return byLevel != 0 ? byLevel : Integer.compare(side, other.side);
    }
}
