package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;

/**
 * Statistics over trailing windows, one value for each position.
 *
 * <p>A window ends at its own position and never sees a later one. Every result is within 1e-12 of exact arithmetic
 * whatever the level of the series (a mean near zero: relative to the mean size of the observations), and nothing is
 * remembered of what has left the window; squares must not overflow, so sizes up to 1e150 are meant. {@link Running}
 * holds the same statistics one observation at a time.
 *
 * <p><b>Shape</b>: the result is as long as the series. <b>Unit</b>: that of the series, squared for a variance, none
 * for a score or a rank.
 */
public final class Rolling {

    private Rolling() {}

    /**
     * How many observations each window holds, whether or not they are enough for a result.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, at least 1
     * @return a whole number for each position
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] count(double[] x, int window) {
        Require.finite(x, "x");
        int length = Window.of(window).length();
        double[] result = new double[x.length];
        int count = 0;
        for (int t = 0; t < x.length; t++) {
            count += Double.isNaN(x[t]) ? 0 : 1;
            count -= t >= length && !Double.isNaN(x[t - length]) ? 1 : 0;
            result[t] = count;
        }
        return result;
    }

    /**
     * The sum over each window: {@code sum x_i}.
     *
     * <p>Missing observations add nothing under {@link Missing#SKIP}.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] sum(double[] x, int window) {
        return sum(x, Window.of(window));
    }

    /**
     * The sum over each window: {@code sum x_i}.
     *
     * <p>Missing observations add nothing under {@link Missing#SKIP}.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sum(double[] x, Window window) {
        return Require.finite(x, "x")
                ? RollingSum.ofComplete(x, window.length(), window.minimumCount())
                : RollingSum.ofGapped(x, window);
    }

    /**
     * The arithmetic mean over each window: {@code m = sum x_i / n}.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] mean(double[] x, int window) {
        return mean(x, Window.of(window));
    }

    /**
     * The arithmetic mean over each window: {@code m = sum x_i / n}.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] mean(double[] x, Window window) {
        return Require.finite(x, "x")
                ? PivotedMoment.meanOfComplete(x, window.length(), window.minimumCount())
                : PivotedMoment.ofGapped(Moment.MEAN, x, window);
    }

    /**
     * The sample variance over each window: {@code sum (x_i - m)^2 / (n - 1)}.
     *
     * <p>Exactly 0 on a flat window; NaN for a single observation.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] sampleVariance(double[] x, int window) {
        return sampleVariance(x, Window.of(window));
    }

    /**
     * The sample variance over each window: {@code sum (x_i - m)^2 / (n - 1)}.
     *
     * <p>Exactly 0 on a flat window; NaN for a single observation.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sampleVariance(double[] x, Window window) {
        return pivoted(Moment.SAMPLE_VARIANCE, x, window);
    }

    /**
     * The population variance over each window: {@code sum (x_i - m)^2 / n}.
     *
     * <p>Exactly 0 on a flat window.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] populationVariance(double[] x, int window) {
        return populationVariance(x, Window.of(window));
    }

    /**
     * The population variance over each window: {@code sum (x_i - m)^2 / n}.
     *
     * <p>Exactly 0 on a flat window.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationVariance(double[] x, Window window) {
        return pivoted(Moment.POPULATION_VARIANCE, x, window);
    }

    /**
     * The sample standard deviation over each window: {@code s = sqrt(sum (x_i - m)^2 / (n - 1))}.
     *
     * <p>Exactly 0 on a flat window; NaN for a single observation.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] sampleDeviation(double[] x, int window) {
        return sampleDeviation(x, Window.of(window));
    }

    /**
     * The sample standard deviation over each window: {@code s = sqrt(sum (x_i - m)^2 / (n - 1))}.
     *
     * <p>Exactly 0 on a flat window; NaN for a single observation.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sampleDeviation(double[] x, Window window) {
        return pivoted(Moment.SAMPLE_DEVIATION, x, window);
    }

    /**
     * The population standard deviation over each window: {@code sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>Exactly 0 on a flat window.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] populationDeviation(double[] x, int window) {
        return populationDeviation(x, Window.of(window));
    }

    /**
     * The population standard deviation over each window: {@code sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>Exactly 0 on a flat window.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationDeviation(double[] x, Window window) {
        return pivoted(Moment.POPULATION_DEVIATION, x, window);
    }

    /**
     * How many sample standard deviations the newest observation stands from the mean of its window: {@code z =
     * (x_t - m) / s}.
     *
     * <p>NaN on a flat window, for a single observation, and where the newest observation is missing.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] zScore(double[] x, int window) {
        return zScore(x, Window.of(window));
    }

    /**
     * How many sample standard deviations the newest observation stands from the mean of its window: {@code z =
     * (x_t - m) / s}.
     *
     * <p>NaN on a flat window, for a single observation, and where the newest observation is missing.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] zScore(double[] x, Window window) {
        return pivoted(Moment.Z_SCORE, x, window);
    }

    /**
     * How many population standard deviations the newest observation stands from the mean of its window: {@code
     * (x_t - m) / sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>NaN on a flat window and where the newest observation is missing.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] populationZScore(double[] x, int window) {
        return populationZScore(x, Window.of(window));
    }

    /**
     * How many population standard deviations the newest observation stands from the mean of its window: {@code
     * (x_t - m) / sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>NaN on a flat window and where the newest observation is missing.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationZScore(double[] x, Window window) {
        return pivoted(Moment.POPULATION_Z_SCORE, x, window);
    }

    /**
     * The smallest observation of each window.
     *
     * <p><b>Cost</b> per number: the same at every window length. <b>Source</b>: van Herk 1992, Pattern
     * Recognition Letters 13; Gil and Werman 1993, IEEE PAMI 15.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] min(double[] x, int window) {
        return min(x, Window.of(window));
    }

    /**
     * The smallest observation of each window.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     * <b>Source</b>: van Herk 1992, Pattern Recognition Letters 13; Gil and Werman 1993, IEEE PAMI 15.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] min(double[] x, Window window) {
        return extreme(RollingExtreme.SMALLEST, x, window);
    }

    /**
     * The largest observation of each window.
     *
     * <p><b>Cost</b> per number: the same at every window length. <b>Source</b>: van Herk 1992, Pattern
     * Recognition Letters 13; Gil and Werman 1993, IEEE PAMI 15.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] max(double[] x, int window) {
        return max(x, Window.of(window));
    }

    /**
     * The largest observation of each window.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     * <b>Source</b>: van Herk 1992, Pattern Recognition Letters 13; Gil and Werman 1993, IEEE PAMI 15.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] max(double[] x, Window window) {
        return extreme(RollingExtreme.LARGEST, x, window);
    }

    /**
     * The median of each window: the middle observation, or the middle of the two in the middle.
     *
     * <p><b>Cost</b> per number: the same at every window length, with one ordering of the series; {@link
     * RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] median(double[] x, int window) {
        return median(x, Window.of(window));
    }

    /**
     * The median of each window: the middle observation, or the middle of the two in the middle.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length, with
     * one ordering of the series; {@link RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] median(double[] x, Window window) {
        return quantile(x, window, Probability.HALF);
    }

    /**
     * The quantile of each window by type 7, linear between neighbours: {@code h = (n - 1) p + 1}.
     *
     * <p><b>Cost</b> per number: the same at every window length, with one ordering of the series; {@link
     * RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @param p the probability
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] quantile(double[] x, int window, Probability p) {
        return quantile(x, Window.of(window), p);
    }

    /**
     * The quantile of each window by type 7, linear between neighbours: {@code h = (n - 1) p + 1}.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length, with
     * one ordering of the series; {@link RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] quantile(double[] x, Window window, Probability p) {
        return quantile(x, window, p, QuantileType.LINEAR);
    }

    /**
     * The quantile of each window by a named type.
     *
     * <p><b>Cost</b> per number: the same at every window length, with one ordering of the series; {@link
     * RankedSeries} shares it. <b>Source</b>: Hyndman and Fan
     * 1996, The American Statistician 50(4).
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @param p the probability
     * @param type the definition
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] quantile(double[] x, int window, Probability p, QuantileType type) {
        return quantile(x, Window.of(window), p, type);
    }

    /**
     * The quantile of each window by a named type.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length, with
     * one ordering of the series; {@link RankedSeries} shares it. <b>Source</b>: Hyndman and Fan 1996, The
     * American Statistician 50(4).
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @param type the definition
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] quantile(double[] x, Window window, Probability p, QuantileType type) {
        return RankedSeries.of(x).quantile(window, p, type);
    }

    /**
     * Which part of its window lies below the newest observation, ties counted half: {@code (L + E/2) / N}.
     *
     * <p>NaN where the newest observation is missing. The result is a fraction from 0 to 1.
     *
     * <p><b>Cost</b> per number: the same at every window length, with one ordering of the series; {@link
     * RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] percentileRank(double[] x, int window) {
        return percentileRank(x, Window.of(window));
    }

    /**
     * Which part of its window lies below the newest observation, ties counted half: {@code (L + E/2) / N}.
     *
     * <p>NaN where the newest observation is missing. The result is a fraction from 0 to 1.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length, with
     * one ordering of the series; {@link RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] percentileRank(double[] x, Window window) {
        return percentileRank(x, window, PercentileRank.MID);
    }

    /**
     * Which part of its window lies below the newest observation, by a named definition.
     *
     * <p>NaN where the newest observation is missing, and where the definition needs a second observation.
     *
     * <p><b>Cost</b> per number: the same at every window length, with one ordering of the series; {@link
     * RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @param definition how ties and the newest observation itself are counted
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] percentileRank(double[] x, int window, PercentileRank definition) {
        return percentileRank(x, Window.of(window), definition);
    }

    /**
     * Which part of its window lies below the newest observation, by a named definition.
     *
     * <p>NaN where the newest observation is missing, and where the definition needs a second observation.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length, with
     * one ordering of the series; {@link RankedSeries} shares it.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @param definition how ties and the newest observation itself are counted
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] percentileRank(double[] x, Window window, PercentileRank definition) {
        return RankedSeries.of(x).percentileRank(window, definition);
    }

    /**
     * The skewness of each window as of a population: {@code g1 = m3 / m2^(3/2)} with {@code m_k = sum (x_i -
     * m)^k / n}.
     *
     * <p>NaN on a flat window and below two observations.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] populationSkewness(double[] x, int window) {
        return populationSkewness(x, Window.of(window));
    }

    /**
     * The skewness of each window as of a population: {@code g1 = m3 / m2^(3/2)} with {@code m_k = sum (x_i -
     * m)^k / n}.
     *
     * <p>NaN on a flat window and below two observations.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationSkewness(double[] x, Window window) {
        return through(Running.populationSkewness(window), x);
    }

    /**
     * The adjusted Fisher-Pearson skewness of each window: {@code G1 = g1 sqrt(n (n - 1)) / (n - 2)}.
     *
     * <p>NaN on a flat window and below three observations.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] sampleSkewness(double[] x, int window) {
        return sampleSkewness(x, Window.of(window));
    }

    /**
     * The adjusted Fisher-Pearson skewness of each window: {@code G1 = g1 sqrt(n (n - 1)) / (n - 2)}.
     *
     * <p>NaN on a flat window and below three observations.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sampleSkewness(double[] x, Window window) {
        return through(Running.sampleSkewness(window), x);
    }

    /**
     * The excess kurtosis of each window as of a population: {@code g2 = m4 / m2^2 - 3} with {@code m_k = sum
     * (x_i - m)^k / n}.
     *
     * <p>NaN on a flat window and below two observations.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] populationExcessKurtosis(double[] x, int window) {
        return populationExcessKurtosis(x, Window.of(window));
    }

    /**
     * The excess kurtosis of each window as of a population: {@code g2 = m4 / m2^2 - 3} with {@code m_k = sum
     * (x_i - m)^k / n}.
     *
     * <p>NaN on a flat window and below two observations.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] populationExcessKurtosis(double[] x, Window window) {
        return through(Running.populationExcessKurtosis(window), x);
    }

    /**
     * The excess kurtosis of each window, corrected for its bias: {@code G2 = (n - 1) / ((n - 2) (n - 3)) ((n +
     * 1) g2 + 6)}.
     *
     * <p>NaN on a flat window and below four observations.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] sampleExcessKurtosis(double[] x, int window) {
        return sampleExcessKurtosis(x, Window.of(window));
    }

    /**
     * The excess kurtosis of each window, corrected for its bias: {@code G2 = (n - 1) / ((n - 2) (n - 3)) ((n +
     * 1) g2 + 6)}.
     *
     * <p>NaN on a flat window and below four observations.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] sampleExcessKurtosis(double[] x, Window window) {
        return through(Running.sampleExcessKurtosis(window), x);
    }

    /**
     * How many positions ago the smallest observation of each window was, 0 for the newest; of equal ones the
     * most recent.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] argMin(double[] x, int window) {
        return argMin(x, Window.of(window));
    }

    /**
     * How many positions ago the smallest observation of each window was, 0 for the newest; of equal ones the
     * most recent.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] argMin(double[] x, Window window) {
        return through(Running.argMin(window), x);
    }

    /**
     * How many positions ago the largest observation of each window was, 0 for the newest; of equal ones the
     * most recent.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] argMax(double[] x, int window) {
        return argMax(x, Window.of(window));
    }

    /**
     * How many positions ago the largest observation of each window was, 0 for the newest; of equal ones the
     * most recent.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] argMax(double[] x, Window window) {
        return through(Running.argMax(window), x);
    }

    /**
     * Where the newest observation stands between the smallest and the largest of its window: {@code (x_t -
     * min) / (max - min)}.
     *
     * <p>From 0 to 1; NaN on a flat window and where the newest observation is missing.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] positionInRange(double[] x, int window) {
        return positionInRange(x, Window.of(window));
    }

    /**
     * Where the newest observation stands between the smallest and the largest of its window: {@code (x_t -
     * min) / (max - min)}.
     *
     * <p>From 0 to 1; NaN on a flat window and where the newest observation is missing.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the same at every window length.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] positionInRange(double[] x, Window window) {
        return RollingExtreme.positionInRange(x, window);
    }

    /**
     * The median distance from the median in each window, not scaled: {@code median |x_i - median|}.
     *
     * <p>Times {@link Quantiles#NORMAL_MAD_FACTOR} it estimates the standard deviation of normal data.
     *
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] medianAbsoluteDeviation(double[] x, int window) {
        return medianAbsoluteDeviation(x, Window.of(window));
    }

    /**
     * The median distance from the median in each window, not scaled: {@code median |x_i - median|}.
     *
     * <p>Times {@link Quantiles#NORMAL_MAD_FACTOR} it estimates the standard deviation of normal data.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] medianAbsoluteDeviation(double[] x, Window window) {
        return through(Running.medianAbsoluteDeviation(window), x);
    }

    /**
     * How many robust standard deviations the newest observation stands from the median of its window: {@code
     * (x_t - median) / (1.482602 MAD)}.
     *
     * <p>If the median absolute deviation is zero, the interquartile range over 1.349 takes its place; if that
     * is zero too, or the newest observation is missing, NaN.
     *
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] robustZScore(double[] x, int window) {
        return robustZScore(x, Window.of(window));
    }

    /**
     * How many robust standard deviations the newest observation stands from the median of its window: {@code
     * (x_t - median) / (1.482602 MAD)}.
     *
     * <p>If the median absolute deviation is zero, the interquartile range over 1.349 takes its place; if that
     * is zero too, or the newest observation is missing, NaN.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] robustZScore(double[] x, Window window) {
        return through(Running.robustZScore(window), x);
    }

    /**
     * The slope of the least-squares line through each window, per position: {@code sum (t_i - mean t) (x_i -
     * m) / sum (t_i - mean t)^2}.
     *
     * <p>A gap keeps its place in time. NaN below two observations.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] slope(double[] x, int window) {
        return slope(x, Window.of(window));
    }

    /**
     * The slope of the least-squares line through each window, per position: {@code sum (t_i - mean t) (x_i -
     * m) / sum (t_i - mean t)^2}.
     *
     * <p>A gap keeps its place in time. NaN below two observations.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] slope(double[] x, Window window) {
        return through(Running.slope(window), x);
    }

    /**
     * The slope of the least-squares line through each window over its standard error, with n − 2 degrees of
     * freedom.
     *
     * <p>Plain errors, which overstate the certainty of a trend in autocorrelated data. NaN below three
     * observations and on a perfect line.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] slopeTStatistic(double[] x, int window) {
        return slopeTStatistic(x, Window.of(window));
    }

    /**
     * The slope of the least-squares line through each window over its standard error, with n − 2 degrees of
     * freedom.
     *
     * <p>Plain errors, which overstate the certainty of a trend in autocorrelated data. NaN below three
     * observations and on a perfect line.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] slopeTStatistic(double[] x, Window window) {
        return through(Running.slopeTStatistic(window), x);
    }

    /**
     * The realised variance of each window of returns: {@code RV = sum r_i^2}, about zero and not averaged.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] realisedVariance(double[] x, int window) {
        return realisedVariance(x, Window.of(window));
    }

    /**
     * The realised variance of each window of returns: {@code RV = sum r_i^2}, about zero and not averaged.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] realisedVariance(double[] x, Window window) {
        return through(Running.realisedVariance(window), x);
    }

    /**
     * The realised skewness of each window of returns: {@code sqrt(n) sum r_i^3 / RV^(3/2)}.
     *
     * <p>About zero, not about the mean. NaN if all returns are zero.
     *
     * <p><b>Cost</b> per number: proportional to the window. <b>Source</b>: Amaya, Christoffersen, Jacobs and
     * Vasquez 2015.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] realisedSkewness(double[] x, int window) {
        return realisedSkewness(x, Window.of(window));
    }

    /**
     * The realised skewness of each window of returns: {@code sqrt(n) sum r_i^3 / RV^(3/2)}.
     *
     * <p>About zero, not about the mean. NaN if all returns are zero.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     * <b>Source</b>: Amaya, Christoffersen, Jacobs and Vasquez 2015.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] realisedSkewness(double[] x, Window window) {
        return through(Running.realisedSkewness(window), x);
    }

    /**
     * The realised kurtosis of each window of returns: {@code n sum r_i^4 / RV^2}.
     *
     * <p>About zero, not in excess of three. NaN if all returns are zero.
     *
     * <p><b>Cost</b> per number: proportional to the window. <b>Source</b>: Amaya, Christoffersen, Jacobs and
     * Vasquez 2015.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] realisedKurtosis(double[] x, int window) {
        return realisedKurtosis(x, Window.of(window));
    }

    /**
     * The realised kurtosis of each window of returns: {@code n sum r_i^4 / RV^2}.
     *
     * <p>About zero, not in excess of three. NaN if all returns are zero.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     * <b>Source</b>: Amaya, Christoffersen, Jacobs and Vasquez 2015.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] realisedKurtosis(double[] x, Window window) {
        return through(Running.realisedKurtosis(window), x);
    }

    /**
     * The part of the realised variance that rises make: {@code sum r_i^2} over positive returns.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] upsideRealisedVariance(double[] x, int window) {
        return upsideRealisedVariance(x, Window.of(window));
    }

    /**
     * The part of the realised variance that rises make: {@code sum r_i^2} over positive returns.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] upsideRealisedVariance(double[] x, Window window) {
        return through(Running.upsideRealisedVariance(window), x);
    }

    /**
     * The part of the realised variance that falls make: {@code sum r_i^2} over negative returns.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] downsideRealisedVariance(double[] x, int window) {
        return downsideRealisedVariance(x, Window.of(window));
    }

    /**
     * The part of the realised variance that falls make: {@code sum r_i^2} over negative returns.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] downsideRealisedVariance(double[] x, Window window) {
        return through(Running.downsideRealisedVariance(window), x);
    }

    /**
     * By how much rises outweigh falls in the realised variance: {@code (RV+ - RV-) / RV}.
     *
     * <p>From −1 to 1; NaN if all returns are zero.
     *
     * <p><b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if the series holds an infinity or the window is below 1
     */
    public static double[] realisedVarianceSkew(double[] x, int window) {
        return realisedVarianceSkew(x, Window.of(window));
    }

    /**
     * By how much rises outweigh falls in the realised variance: {@code (RV+ - RV-) / RV}.
     *
     * <p>From −1 to 1; NaN if all returns are zero.
     *
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: proportional to the window.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] realisedVarianceSkew(double[] x, Window window) {
        return through(Running.realisedVarianceSkew(window), x);
    }

    /**
     * The sample covariance of two series over each window: {@code sum (x_i - mean x) (y_i - mean y) / (n -
     * 1)}.
     *
     * <p>NaN for a single pair. A pair counts as missing if one of the two is.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if lengths differ, a series holds an infinity or the window is below 1
     */
    public static double[] sampleCovariance(double[] x, double[] y, int window) {
        return sampleCovariance(x, y, Window.of(window));
    }

    /**
     * The sample covariance of two series over each window: {@code sum (x_i - mean x) (y_i - mean y) / (n -
     * 1)}.
     *
     * <p>NaN for a single pair. A pair counts as missing if one of the two is.
     *
     * <p><b>Missing</b> by the policy of the window; carrying repeats each series by itself. <b>Cost</b> per
     * number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] sampleCovariance(double[] x, double[] y, Window window) {
        return PivotedPair.through(Running.sampleCovariance(window), x, y);
    }

    /**
     * The population covariance of two series over each window: {@code sum (x_i - mean x) (y_i - mean y) / n}.
     *
     * <p>A pair counts as missing if one of the two is.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if lengths differ, a series holds an infinity or the window is below 1
     */
    public static double[] populationCovariance(double[] x, double[] y, int window) {
        return populationCovariance(x, y, Window.of(window));
    }

    /**
     * The population covariance of two series over each window: {@code sum (x_i - mean x) (y_i - mean y) / n}.
     *
     * <p>A pair counts as missing if one of the two is.
     *
     * <p><b>Missing</b> by the policy of the window; carrying repeats each series by itself. <b>Cost</b> per
     * number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] populationCovariance(double[] x, double[] y, Window window) {
        return PivotedPair.through(Running.populationCovariance(window), x, y);
    }

    /**
     * Pearson's correlation of two series over each window: {@code sum dx dy / sqrt(sum dx^2 sum dy^2)} with
     * deviations from the means of the window.
     *
     * <p>From −1 to 1; NaN where one of the two is flat. A pair counts as missing if one of the two is.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if lengths differ, a series holds an infinity or the window is below 1
     */
    public static double[] correlation(double[] x, double[] y, int window) {
        return correlation(x, y, Window.of(window));
    }

    /**
     * Pearson's correlation of two series over each window: {@code sum dx dy / sqrt(sum dx^2 sum dy^2)} with
     * deviations from the means of the window.
     *
     * <p>From −1 to 1; NaN where one of the two is flat. A pair counts as missing if one of the two is.
     *
     * <p><b>Missing</b> by the policy of the window; carrying repeats each series by itself. <b>Cost</b> per
     * number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] correlation(double[] x, double[] y, Window window) {
        return PivotedPair.through(Running.correlation(window), x, y);
    }

    /**
     * The slope of the least-squares line of {@code y} on {@code x} over each window: {@code sum dx dy / sum
     * dx^2} with deviations from the means of the window.
     *
     * <p>NaN where x is flat. A pair counts as missing if one of the two is.
     *
     * <p><b>Cost</b> per number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window how many positions each window spans, all of them observed; at least 1
     * @return one value for each position, NaN where the window is not full or has a gap
     * @throws IllegalArgumentException if lengths differ, a series holds an infinity or the window is below 1
     */
    public static double[] beta(double[] x, double[] y, int window) {
        return beta(x, y, Window.of(window));
    }

    /**
     * The slope of the least-squares line of {@code y} on {@code x} over each window: {@code sum dx dy / sum
     * dx^2} with deviations from the means of the window.
     *
     * <p>NaN where x is flat. A pair counts as missing if one of the two is.
     *
     * <p><b>Missing</b> by the policy of the window; carrying repeats each series by itself. <b>Cost</b> per
     * number: the same at every window length.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a series holds an infinity
     */
    public static double[] beta(double[] x, double[] y, Window window) {
        return PivotedPair.through(Running.beta(window), x, y);
    }

    private static double[] pivoted(Moment moment, double[] x, Window window) {
        return Require.finite(x, "x")
                ? PivotedMoment.ofComplete(moment, x, window.length(), window.minimumCount())
                : PivotedMoment.ofGapped(moment, x, window);
    }

    private static double[] extreme(double sign, double[] x, Window window) {
        return Require.finite(x, "x")
                ? RollingExtreme.ofComplete(sign, x, window.length(), window.minimumCount())
                : RollingExtreme.ofGapped(sign, x, window);
    }

    private static double[] through(RunningStatistic state, double[] x) {
        Require.finite(x, "x");
        return WindowedStatistic.through(state, x);
    }
}
