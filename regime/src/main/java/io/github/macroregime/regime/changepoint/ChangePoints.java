package io.github.macroregime.regime.changepoint;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import java.io.Serializable;

/**
 * {@index "Bayesian online change-point detection"} ({@index BOCPD}): when a series changed its mean or its variance,
 * from the past alone.
 *
 * <p><b>Cost</b>: O(n times the longest run kept apart). <b>Missing</b>: a missing observation ages every run and
 * teaches nothing.
 *
 * <p><b>Source</b>: Adams and MacKay 2007, arXiv 0710.3742.
 */
public final class ChangePoints {

    private ChangePoints() {}

    /**
     * The posterior of the run length at each observation.
     *
     * <p><b>Shape</b>: one number for each observation in every part.
     *
     * @param x observations in time order, NaN where not observed
     * @param prior the belief about a stretch
     * @param alarmLength the alarm is the probability of a run shorter than this, from 1
     * @return alarm, most likely and expected run, and the evidence
     * @throws IllegalArgumentException if an observation is infinite or the length is below 1
     */
    public static ChangePointHistory history(double[] x, RunLengthPrior prior, int alarmLength) {
        if (alarmLength < 1) {
            throw new IllegalArgumentException("alarmLength must be at least 1 but was " + alarmLength);
        }
        Require.finite(x, "x");
        double[] alarm = new double[x.length];
        double[] mostLikely = new double[x.length];
        double[] expected = new double[x.length];
        RunLengthFilter filter = RunLengthFilter.of(prior);
        for (int t = 0; t < x.length; t++) {
            filter.update(x[t]);
            alarm[t] = filter.probabilityShorterThan(alarmLength);
            mostLikely[t] = filter.mostLikelyRun();
            expected[t] = filter.meanRun();
        }
        return new ChangePointHistory(
                alarmLength,
                Doubles.copyOf(alarm),
                Doubles.copyOf(mostLikely),
                Doubles.copyOf(expected),
                filter.logEvidence());
    }

    /**
     * The probability of a run shorter than a length, in a form that a series can be sent through.
     *
     * @param x observations in time order, NaN where not observed
     * @param prior the belief about a stretch
     * @param alarmLength from 1
     * @return one probability for each observation
     * @throws IllegalArgumentException if an observation is infinite or the length is below 1
     */
    public static double[] alarm(double[] x, RunLengthPrior prior, int alarmLength) {
        return history(x, prior, alarmLength).alarm().toArray();
    }

    /**
     * The prior of a stretch, {@index "normal-inverse-gamma"}, and the {@index "hazard of a change point"}, how often a new one begins.
     *
     * <p>The mean of a stretch is normal given its variance, with mean {@code mean} and {@code meanWeight} observations'
     * worth of certainty; the variance is inverse gamma with {@code shape} and {@code scale}.
     *
     * @param meanRunLength the expected length of a stretch, above 1; its inverse is the constant hazard
     * @param mean the expected mean, in the unit of the observations
     * @param meanWeight how many observations the expected mean counts for, positive
     * @param shape of the variance, positive
     * @param scale of the variance, positive, in the square of the unit
     * @param longestRun how many run lengths are kept apart; longer ones are counted together, from 1
     */
    public record RunLengthPrior(
            double meanRunLength, double mean, double meanWeight, double shape, double scale, int longestRun)
            implements Serializable {

        public RunLengthPrior {
            require(
                    meanRunLength > 1 && meanRunLength <= Double.MAX_VALUE,
                    "meanRunLength must exceed 1",
                    meanRunLength);
            require(Math.abs(mean) <= Double.MAX_VALUE, "mean must be finite", mean);
            require(meanWeight > 0 && meanWeight <= Double.MAX_VALUE, "meanWeight must be positive", meanWeight);
            require(shape > 0 && shape <= Double.MAX_VALUE, "shape must be positive", shape);
            require(scale > 0 && scale <= Double.MAX_VALUE, "scale must be positive", scale);
            require(longestRun >= 1, "longestRun must be at least 1", longestRun);
        }

        private static void require(boolean holds, String rule, double value) {
            if (!holds) {
                throw new IllegalArgumentException(rule + " but was " + value);
            }
        }

        /**
         * A stretch of 100 observations, mean 0 worth one observation, shape 1, scale 0.5, runs up to 1,000 kept apart.
         *
         * <p>The scale suits observations of about unit variance: standardise others first, or change it.
         *
         * @return the defaults
         */
        public static RunLengthPrior withDefaults() {
            return new RunLengthPrior(100, 0, 1, 1, 0.5, 1000);
        }

        /**
         * The same with another expected length of a stretch.
         *
         * @param observations above 1
         * @return the changed prior
         */
        public RunLengthPrior withMeanRunLength(double observations) {
            return new RunLengthPrior(observations, mean, meanWeight, shape, scale, longestRun);
        }

        /**
         * The same with another belief about the mean.
         *
         * @param expected in the unit of the observations
         * @param weight how many observations it counts for, positive
         * @return the changed prior
         */
        public RunLengthPrior withMean(double expected, double weight) {
            return new RunLengthPrior(meanRunLength, expected, weight, shape, scale, longestRun);
        }

        /**
         * The same with another belief about the variance.
         *
         * @param newShape positive
         * @param newScale positive, in the square of the unit
         * @return the changed prior
         */
        public RunLengthPrior withVariance(double newShape, double newScale) {
            return new RunLengthPrior(meanRunLength, mean, meanWeight, newShape, newScale, longestRun);
        }

        /**
         * The same with another number of run lengths kept apart.
         *
         * @param count from 1
         * @return the changed prior
         */
        public RunLengthPrior withLongestRun(int count) {
            return new RunLengthPrior(meanRunLength, mean, meanWeight, shape, scale, count);
        }

        /**
         * The probability that a new stretch begins at any observation.
         *
         * @return {@code 1 / meanRunLength}
         */
        public double hazard() {
            return 1 / meanRunLength;
        }
    }
}
