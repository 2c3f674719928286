package io.github.macroregime.equities.print;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/** The returns that an index can have had, given rounded figures. */
public sealed interface FeasibleReturn extends Serializable {

    /**
     * Whether the index can have had a return.
     *
     * @param indexReturn the return
     * @return true inside the range, ends included
     */
    boolean allows(Rate indexReturn);

    /**
     * The range.
     *
     * @return lowest and highest return
     * @throws IllegalStateException if the figures contradict each other
     */
    Range orElseThrow();

    /**
     * All returns from the lowest to the highest are possible.
     *
     * @param low the lowest return
     * @param high the highest return, not below the lowest
     */
    record Range(Rate low, Rate high) implements FeasibleReturn {

        private static final double NOISE = 1e-15;

        public Range {
            Require.components(Range.class, low, high);
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("low must not exceed " + high + " but was " + low);
            }
        }

        @Override
        public boolean allows(Rate indexReturn) {
            double decimal = indexReturn.decimal();
            return decimal >= low.decimal() - NOISE && decimal <= high.decimal() + NOISE;
        }

        @Override
        public Range orElseThrow() {
            return this;
        }

        /** The range in percent with four decimals. */
        @Override
        public String toString() {
            return NumberText.of("[%.4f %%, %.4f %%]", low.percent(), high.percent());
        }
    }

    /**
     * No weights that sum to one fit the figures.
     *
     * @param reason what stands against it
     */
    record Impossible(String reason) implements FeasibleReturn {

        public Impossible {
            Require.components(Impossible.class, reason);
        }

        @Override
        public boolean allows(Rate indexReturn) {
            return false;
        }

        @Override
        public Range orElseThrow() {
            throw new IllegalStateException(reason);
        }

        /** The reason. */
        @Override
        public String toString() {
            return "impossible: " + reason;
        }
    }
}
