package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/** Breadth, or the statement that too little was observed to read it. */
public sealed interface BreadthReading extends Serializable permits Breadth, BreadthReading.ThinCoverage {

    /**
     * The breadth.
     *
     * @return the counts
     * @throws IllegalStateException if too little was observed
     */
    Breadth orElseThrow();

    /**
     * Too few constituents were observed.
     *
     * @param nameShare share of the names observed
     * @param weightShare share of the weight observed; NaN where weights are not known
     * @param minimum the least share asked for
     */
    record ThinCoverage(double nameShare, double weightShare, double minimum) implements BreadthReading {

        public ThinCoverage {
            Require.observed(nameShare, "nameShare");
            Require.observed(weightShare, "weightShare");
            Require.observed(minimum, "minimum");
        }

        @Override
        public Breadth orElseThrow() {
            throw new IllegalStateException(toString());
        }

        /** The shares in a sentence. */
        @Override
        public String toString() {
            return NumberText.of(
                    "breadth is not read: %.1f %% of the names and %.1f %% of the weight observed, %.1f %% needed",
                    100 * nameShare, 100 * weightShare, 100 * minimum);
        }
    }
}
