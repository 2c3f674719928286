package io.github.macroregime.regime.curve;

/**
 * How a short and a long yield moved together: {@index "bull steepener"}, {@index "bear steepener"},
 * {@index "bull flattener"}, {@index "bear flattener"}, {@index "curve twist"}, {@index "parallel shift"} or unchanged.
 */
public enum CurveRegime {

    /** Yields fell on average and the short one fell more. */
    BULL_STEEPENER("bull steepener"),

    /** Yields fell on average and the long one fell more. */
    BULL_FLATTENER("bull flattener"),

    /** Yields rose on average and the long one rose more. */
    BEAR_STEEPENER("bear steepener"),

    /** Yields rose on average and the short one rose more. */
    BEAR_FLATTENER("bear flattener"),

    /** The short yield fell and the long one rose. */
    TWIST_STEEPENER("twist steepener"),

    /** The short yield rose and the long one fell. */
    TWIST_FLATTENER("twist flattener"),

    /** Both fell by the same within the tolerance. */
    BULL_PARALLEL("bull parallel"),

    /** Both rose by the same within the tolerance. */
    BEAR_PARALLEL("bear parallel"),

    /** Neither moved by more than the tolerance. */
    UNCHANGED("unchanged");

    private final String words;

    CurveRegime(String words) {
        this.words = words;
    }

    /**
     * Whether the long yield rose against the short one.
     *
     * @return true for every steepener
     */
    public boolean isSteepening() {
        return this == BULL_STEEPENER || this == BEAR_STEEPENER || this == TWIST_STEEPENER;
    }

    /**
     * Whether the long yield fell against the short one.
     *
     * @return true for every flattener
     */
    public boolean isFlattening() {
        return this == BULL_FLATTENER || this == BEAR_FLATTENER || this == TWIST_FLATTENER;
    }

    /** The regime in words, for example {@code bull steepener}. */
    @Override
    public String toString() {
        return words;
    }
}
