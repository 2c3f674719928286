package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * {@index CUSUM}, the {@index "cumulative sum"} chart: when the mean of a series drifted away from its target, judged
 * from the past alone.
 *
 * <p><b>Source</b>: Page 1954, Biometrika 41.
 */
public final class Cusum {

    private Cusum() {}

    /**
     * The chart over a whole series, see {@link CusumChart} for the formula.
     *
     * <p><b>Shape</b>: one number for each observation in every part. <b>Missing</b>: NaN in the sums, which go on
     * behind the gap where they stood before it. <b>Cost</b>: O(n).
     *
     * @param x observations in time order, NaN where not observed
     * @param options what to watch for
     * @return both sums and the signal at each observation
     * @throws IllegalArgumentException if an observation is infinite
     */
    public static CusumHistory history(double[] x, Options options) {
        Require.finite(x, "x");
        double[] up = new double[x.length];
        double[] down = new double[x.length];
        List<Signal> signals = new ArrayList<>();
        CusumChart chart = CusumChart.of(options);
        for (int t = 0; t < x.length; t++) {
            signals.add(chart.push(x[t]));
            up[t] = Double.isNaN(x[t]) ? Double.NaN : chart.up();
            down[t] = Double.isNaN(x[t]) ? Double.NaN : chart.down();
        }
        return new CusumHistory(Doubles.copyOf(up), Doubles.copyOf(down), signals);
    }

    /** What a CUSUM chart says at an observation. */
    public enum Signal {

        /** The upper sum passed its threshold: the mean has risen. */
        RISEN,

        /** The lower sum passed its threshold: the mean has fallen. */
        FALLEN,

        /** Neither sum passed it. */
        IN_CONTROL
    }

    /**
     * What a CUSUM chart watches for.
     *
     * @param target the mean in control, in the unit of the observations
     * @param deviation the deviation in control, positive, in the same unit
     * @param allowance how many deviations of drift are let pass at each observation, from 0
     * @param threshold the sum above which an alarm is given, positive, in deviations
     */
    public record Options(double target, double deviation, double allowance, double threshold) implements Serializable {

        public Options {
            require(Math.abs(target) <= Double.MAX_VALUE, "target must be finite", target);
            require(deviation > 0 && deviation <= Double.MAX_VALUE, "deviation must be positive", deviation);
            require(allowance >= 0 && allowance <= Double.MAX_VALUE, "allowance must not be negative", allowance);
            require(threshold > 0 && threshold <= Double.MAX_VALUE, "threshold must be positive", threshold);
        }

        private static void require(boolean holds, String rule, double value) {
            if (!holds) {
                throw new IllegalArgumentException(rule + " but was " + value);
            }
        }

        /**
         * An allowance of 0.5 and a threshold of 5 deviations, the usual chart for a shift of one deviation.
         *
         * @param target the mean in control
         * @param deviation the deviation in control, positive
         * @return the options
         */
        public static Options withDefaults(double target, double deviation) {
            return new Options(target, deviation, 0.5, 5);
        }

        /**
         * The same with another allowance.
         *
         * @param deviations from 0
         * @return the changed options
         */
        public Options withAllowance(double deviations) {
            return new Options(target, deviation, deviations, threshold);
        }

        /**
         * The same with another threshold.
         *
         * @param deviations positive
         * @return the changed options
         */
        public Options withThreshold(double deviations) {
            return new Options(target, deviation, allowance, deviations);
        }
    }
}
