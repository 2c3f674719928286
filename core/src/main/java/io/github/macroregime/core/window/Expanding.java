package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;

/**
 * Statistics over all observations up to each position, one value for each position.
 *
 * <p><b>Missing</b> observations are left out: since nothing ever leaves an expanding window, a gap would otherwise
 * make every later result missing. <b>Shape</b>: the result is as long as the series. <b>Cost</b> per number: constant
 * for moments and extremes, and for order statistics with one ordering of the series. Moments are kept to twice the digits, so that neither the
 * length of the past nor its first observation costs accuracy. {@link Running} holds the same statistics one
 * observation at a time.
 */
public final class Expanding {

    private Expanding() {}

    /**
     * The arithmetic mean of all observations so far: {@code m = sum x_i / n}.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] mean(double[] x, int minimumCount) {
        return moment(Moment.MEAN, x, minimumCount);
    }

    /**
     * The sample variance of all observations so far: {@code sum (x_i - m)^2 / (n - 1)}.
     *
     * <p>NaN for a single observation.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] sampleVariance(double[] x, int minimumCount) {
        return moment(Moment.SAMPLE_VARIANCE, x, minimumCount);
    }

    /**
     * The population variance of all observations so far: {@code sum (x_i - m)^2 / n}.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] populationVariance(double[] x, int minimumCount) {
        return moment(Moment.POPULATION_VARIANCE, x, minimumCount);
    }

    /**
     * The sample standard deviation of all observations so far: {@code s = sqrt(sum (x_i - m)^2 / (n - 1))}.
     *
     * <p>NaN for a single observation.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] sampleDeviation(double[] x, int minimumCount) {
        return moment(Moment.SAMPLE_DEVIATION, x, minimumCount);
    }

    /**
     * The population standard deviation of all observations so far: {@code sqrt(sum (x_i - m)^2 / n)}.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] populationDeviation(double[] x, int minimumCount) {
        return moment(Moment.POPULATION_DEVIATION, x, minimumCount);
    }

    /**
     * How many sample standard deviations the newest observation stands from the mean of all so far: {@code
     * (x_t - m) / s}.
     *
     * <p>NaN if all are equal and where the newest observation is missing.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] zScore(double[] x, int minimumCount) {
        return moment(Moment.Z_SCORE, x, minimumCount);
    }

    /**
     * The smallest observation so far.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] min(double[] x, int minimumCount) {
        return through(Running.expandingMin(minimumCount), x);
    }

    /**
     * The largest observation so far.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] max(double[] x, int minimumCount) {
        return through(Running.expandingMax(minimumCount), x);
    }

    /**
     * The median of all observations so far.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] median(double[] x, int minimumCount) {
        return quantile(x, minimumCount, Probability.HALF, QuantileType.LINEAR);
    }

    /**
     * The quantile of all observations so far, by a named type.
     *
     * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @param p the probability
     * @param type the definition
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] quantile(double[] x, int minimumCount, Probability p, QuantileType type) {
        return RankedSeries.of(x).expandingQuantile(minimumCount, p, type);
    }

    /**
     * Which part of all observations so far lies below the newest one, by a named definition.
     *
     * @param x the series, NaN where not observed
     * @param minimumCount how many observations there must be for a result, from 1
     * @param definition how ties and the newest observation itself are counted
     * @return one value for each position, NaN where there are too few observations and at a missing one
     * @throws IllegalArgumentException if the series holds an infinity or the count is below 1
     */
    public static double[] percentileRank(double[] x, int minimumCount, PercentileRank definition) {
        return RankedSeries.of(x).expandingPercentileRank(minimumCount, definition);
    }

    private static double[] moment(Moment moment, double[] x, int minimumCount) {
        Require.finite(x, "x");
        return ExpandingMoment.of(moment, x, minimumCount);
    }

    private static double[] through(RunningStatistic state, double[] x) {
        Require.finite(x, "x");
        return WindowedStatistic.through(state, x);
    }
}
