package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * A {@index "target range"}, in which a central bank wants the overnight rate.
 *
 * @param lower the lower bound
 * @param upper the upper bound, not below the lower one
 */
public record TargetRange(Rate lower, Rate upper) implements Serializable {

    public TargetRange {
        Require.components(TargetRange.class, lower, upper);
        if (upper.compareTo(lower) < 0) {
            throw new IllegalArgumentException("upper must not lie below " + lower + " but was " + upper);
        }
    }

    /**
     * The range that an overnight rate belongs to when its place in the range is known.
     *
     * <p>The place is an input, because rounding the overnight rate to a range guesses it.
     *
     * @param overnight the overnight rate
     * @param aboveLower how far the overnight rate lies above the lower bound
     * @param width the width of the range, not negative
     * @return the range
     * @throws IllegalArgumentException if the width is negative
     */
    public static TargetRange around(Rate overnight, Rate aboveLower, Rate width) {
        Rate lower = overnight.minus(aboveLower);
        return new TargetRange(lower, lower.plus(width));
    }

    /**
     * The range after a move.
     *
     * @param move the change of both bounds
     * @return the moved range
     */
    public TargetRange shifted(Rate move) {
        return new TargetRange(lower.plus(move), upper.plus(move));
    }

    /**
     * The overnight rate in this range.
     *
     * @param aboveLower how far it lies above the lower bound
     * @return the rate
     */
    public Rate overnight(Rate aboveLower) {
        return lower.plus(aboveLower);
    }

    /** Both bounds in percent. */
    @Override
    public String toString() {
        return NumberText.of("%.2f-%.2f %%", lower.percent(), upper.percent());
    }

    /**
     * A target range and how likely it is.
     *
     * @param range the range
     * @param probability in [0, 1]
     */
    public record RangeOutcome(TargetRange range, double probability) implements Serializable {

        public RangeOutcome {
            Require.components(RangeOutcome.class, range);
            Require.observed(probability, "probability");
        }

        /** The range and its probability in percent. */
        @Override
        public String toString() {
            return NumberText.of("%s %.1f %%", range, 100 * probability);
        }
    }
}
