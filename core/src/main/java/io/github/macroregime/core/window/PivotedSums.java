package io.github.macroregime.core.window;

/**
 * Several sums over a trailing window at once, by the blocks of {@link PivotedMoment}; which sums is left to the subclass.
 *
 * <p>Time is counted from the last position of the block before.
 */
abstract class PivotedSums extends WindowedStatistic {

    private final double fixed;
    private double suffixPivot;
    private double prefixPivot;
    private int prefixCount;
    private int far;

    /** Sums about a fixed pivot or, where that is NaN, about observations. */
    PivotedSums(double fixed, Window window) {
        super(window);
        this.fixed = fixed;
        this.suffixPivot = fixed;
        this.prefixPivot = fixed;
    }

    PivotedSums(PivotedSums source) {
        super(source);
        this.fixed = source.fixed;
        this.suffixPivot = source.suffixPivot;
        this.prefixPivot = source.prefixPivot;
        this.prefixCount = source.prefixCount;
        this.far = source.far;
    }

    /** The sums over each suffix of the block, about a pivot; those of the prefix begin anew. */
    abstract void beginBlock(double pivot);

    /** Adds an observation to the sums over the prefix. */
    abstract void add(int time, double fromPivot);

    /**
     * The statistic of a suffix and the prefix, or by {@link #afresh} where their sums lose digits.
     *
     * @param inSuffix how many observations the suffix has
     * @param move the pivot of the suffix less that of the prefix
     */
    abstract double read(int position, int count, int suffix, int inSuffix, double move);

    /** The statistic from the observations one by one. */
    abstract double ofEach(double[] times, double[] observations);

    /** The pivot of a block that is complete: its last observation. */
    double pivot() {
        int last = block.length - 1;
        while (last > 0 && Double.isNaN(block[last])) {
            last--;
        }
        return block[last];
    }

    @Override
    final void slide(int position, double leaving, double entering) {
        far += (Far.ofFourth(entering) ? 1 : 0) - (Far.ofFourth(leaving) ? 1 : 0);
        if (position == block.length - 1) {
            suffixPivot = Double.isNaN(fixed) ? pivot() : fixed;
            prefixPivot = Double.isNaN(entering) ? fixed : suffixPivot;
            prefixCount = 0;
            beginBlock(suffixPivot);
        } else if (!Double.isNaN(entering)) {
            prefixPivot = Double.isNaN(prefixPivot) ? entering : prefixPivot;
            prefixCount++;
            add(position + 1, entering - prefixPivot);
        }
    }

    @Override
    final double value(int position, int count, double newest) {
        if (far > 0) {
            return afresh(position, count);
        }
        double move = suffixPivot - prefixPivot;
        int suffix = position == block.length - 1 ? 0 : position + 1;
        return read(position, count, suffix, count - prefixCount, Double.isNaN(move) ? 0 : move);
    }

    final double afresh(int position, int count) {
        return ofEach(times(position, count), observations(position, count));
    }
}
