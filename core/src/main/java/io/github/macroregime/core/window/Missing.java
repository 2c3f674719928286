package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a window does about observations that are missing.
 *
 * <p>A missing value is {@code NaN} and nothing else. Under every policy the result recovers as soon as the gap
 * has left the window.
 */
public sealed interface Missing extends Serializable {

    /** A missing value in the window makes the result missing; the default everywhere. */
    Missing STRICT = new Strict();

    /** The observations that are there count, if there are at least as many as the minimum count. */
    Missing SKIP = new Skip();

    /**
     * The last observation stands in for a missing one until it is too old; what is still missing then counts as
     * under {@link #STRICT}.
     *
     * @param maxAge for how many positions in a row a value may be repeated, from 0
     * @return the policy
     * @throws IllegalArgumentException if the age is negative
     */
    static Missing carry(int maxAge) {
        return new Carry(maxAge);
    }

    /**
     * A function that is strict about missing observations, under this policy.
     *
     * <p>Under {@link #SKIP} it sees the observations alone, and a position without one has NaN; what is carried is filled
     * in first: {@code Missing.SKIP.through(closes, Crossover.DEFAULT::over)} passes over a holiday that would silence two
     * windows.
     *
     * <p><b>Shape</b>: one value for each number.
     *
     * @param x the series, NaN where not observed
     * @param strict takes a series and gives one value for each number
     * @return the values under this policy
     * @throws IllegalArgumentException if a number is infinite; the message names its position
     */
    double[] through(double[] x, UnaryOperator<double[]> strict);

    /** The policy of {@link #STRICT}. */
    record Strict() implements Missing {
        @Override
        public double[] through(double[] x, UnaryOperator<double[]> strict) {
            Require.finite(x, "x");
            return strict.apply(x);
        }

        @Override
        public String toString() {
            return "no gaps";
        }
    }

    /** The policy of {@link #SKIP}. */
    record Skip() implements Missing {
        @Override
        public double[] through(double[] x, UnaryOperator<double[]> strict) {
            Require.finite(x, "x");
            double[] values = strict.apply(
                    Arrays.stream(x).filter(value -> !Double.isNaN(value)).toArray());
            double[] result = new double[x.length];
            int at = 0;
            for (int i = 0; i < x.length; i++) {
                result[i] = Double.isNaN(x[i]) ? Double.NaN : values[at++];
            }
            return result;
        }

        @Override
        public String toString() {
            return "gaps skipped";
        }
    }

    /**
     * The policy of {@link #carry(int)}.
     *
     * @param maxAge for how many positions in a row a value may be repeated, from 0
     */
    record Carry(int maxAge) implements Missing {

        public Carry {
            if (maxAge < 0) {
                throw new IllegalArgumentException("maxAge must not be negative but was " + maxAge);
            }
        }

        @Override
        public double[] through(double[] x, UnaryOperator<double[]> strict) {
            Require.finite(x, "x");
            return strict.apply(CarriedForward.through(x, this));
        }

        @Override
        public String toString() {
            return "gaps carried up to " + maxAge;
        }
    }
}
