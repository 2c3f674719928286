package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;

/**
 * Statistics whose weights fall exponentially with age, one value for each position.
 *
 * <p>A {@link Decay} says how fast (by half-life, span, centre of mass or alpha), whether the weights are adjusted
 * or recursive, and what a gap does. {@link Running} holds the same statistics one observation at a time.
 *
 * <p><b>Shape</b>: the result is as long as the series. <b>Cost</b> per number: the same for every decay, except for
 * the percentile rank.
 */
public final class ExponentiallyWeighted {

    private ExponentiallyWeighted() {}

    /**
     * The exponentially weighted mean: {@code m = sum w_i x_i / sum w_i}.
     *
     * @param x the series, NaN where not observed
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] mean(double[] x, Decay decay) {
        return DecayingAverage.of(x, decay);
    }

    /**
     * The exponentially weighted variance, corrected for its bias:
     * {@code sum w_i (x_i - m)^2 / sum w_i} times {@code W^2 / (W^2 - sum w_i^2)} with {@code W = sum w_i}.
     *
     * <p>NaN for a single observation.
     *
     * @param x the series, NaN where not observed
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sampleVariance(double[] x, Decay decay) {
        return through(Running.sampleVariance(decay), x);
    }

    /**
     * The exponentially weighted variance as it stands: {@code sum w_i (x_i - m)^2 / sum w_i}.
     *
     * @param x the series, NaN where not observed
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationVariance(double[] x, Decay decay) {
        return through(Running.populationVariance(decay), x);
    }

    /**
     * The square root of {@link #sampleVariance(double[], Decay)}.
     *
     * @param x the series, NaN where not observed
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sampleDeviation(double[] x, Decay decay) {
        return through(Running.sampleDeviation(decay), x);
    }

    /**
     * The square root of {@link #populationVariance(double[], Decay)}.
     *
     * @param x the series, NaN where not observed
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationDeviation(double[] x, Decay decay) {
        return through(Running.populationDeviation(decay), x);
    }

    /**
     * The exponentially weighted covariance of two series, corrected for its bias like the variance.
     *
     * <p>A pair counts as missing if one of the two is. NaN for a single pair.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] sampleCovariance(double[] x, double[] y, Decay decay) {
        return PivotedPair.through(Running.sampleCovariance(decay), x, y);
    }

    /**
     * The exponentially weighted covariance of two series as it stands:
     * {@code sum w_i (x_i - mean x)(y_i - mean y) / sum w_i}.
     *
     * <p>A pair counts as missing if one of the two is.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] populationCovariance(double[] x, double[] y, Decay decay) {
        return PivotedPair.through(Running.populationCovariance(decay), x, y);
    }

    /**
     * The exponentially weighted correlation of two series: their covariance over the product of their deviations.
     *
     * <p>A pair counts as missing if one of the two is. NaN where one of the two has been flat.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return one value from −1 to 1 for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] correlation(double[] x, double[] y, Decay decay) {
        return PivotedPair.through(Running.correlation(decay), x, y);
    }

    /**
     * Which part of the weight of all observations so far lies below the newest one.
     *
     * <p>The newest observation belongs to the sample. Observations whose weight has fallen below 1e-18 of the newest
     * are forgotten. <b>Cost</b> per number: the time that takes, or the length of the series if that is shorter.
     *
     * @param x the series, NaN where not observed
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @param definition {@link PercentileRank#MID}, {@link PercentileRank#STRICT} or {@link PercentileRank#WEAK}
     * @return one fraction from 0 to 1 for each position, NaN where there are too few observations and at a missing one
     * @throws IllegalArgumentException if the series holds an infinity, or the definition has no weighted form
     */
    public static double[] percentileRank(double[] x, Decay decay, PercentileRank definition) {
        return through(Running.percentileRank(decay, definition), x);
    }

    private static double[] through(RunningStatistic state, double[] x) {
        Require.finite(x, "x");
        return WindowedStatistic.through(state, x);
    }
}
