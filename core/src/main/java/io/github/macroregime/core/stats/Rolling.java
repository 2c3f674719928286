package io.github.macroregime.core.stats;

import io.github.macroregime.core.unit.Probability;

/**
 * Statistics over trailing windows, one value for each position.
 *
 * <p>A window ends at its own position and never sees a later one. Every result is within 1e-12 of exact arithmetic
 * whatever the level of the series, and nothing is remembered of what has left the window; squares must not
 * overflow, so sizes up to 1e150 are meant. {@link Running} holds the same statistics one observation at a time.
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
        return through(Running.sum(window), x);
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
        return pivoted(Moment.MEAN, x, window);
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
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift.
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
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] median(double[] x, Window window) {
        return through(Running.median(window), x);
    }

    /**
     * The quantile of each window by type 7, linear between neighbours: {@code h = (n - 1) p + 1}.
     *
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift.
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
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] quantile(double[] x, Window window, Probability p) {
        return through(Running.quantile(window, p), x);
    }

    /**
     * The quantile of each window by a named type.
     *
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift. <b>Source</b>: Hyndman and Fan
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
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift. <b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @param type the definition
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] quantile(double[] x, Window window, Probability p, QuantileType type) {
        return through(Running.quantile(window, p, type), x);
    }

    /**
     * Which part of its window lies below the newest observation, ties counted half: {@code (L + E/2) / N}.
     *
     * <p>NaN where the newest observation is missing. The result is a fraction from 0 to 1.
     *
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift.
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
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] percentileRank(double[] x, Window window) {
        return through(Running.percentileRank(window), x);
    }

    /**
     * Which part of its window lies below the newest observation, by a named definition.
     *
     * <p>NaN where the newest observation is missing, and where the definition needs a second observation.
     *
     * <p><b>Cost</b> per number: the logarithm of the window plus one shift.
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
     * <p><b>Missing</b> by the policy of the window. <b>Cost</b> per number: the logarithm of the window plus
     * one shift.
     *
     * @param x the series, NaN where not observed
     * @param window length, minimum count and policy for missing observations
     * @param definition how ties and the newest observation itself are counted
     * @return one value for each position, NaN where there are too few observations
     * @throws IllegalArgumentException if the series holds an infinity
     */
    public static double[] percentileRank(double[] x, Window window, PercentileRank definition) {
        return through(Running.percentileRank(window, definition), x);
    }

    private static double[] pivoted(Moment moment, double[] x, Window window) {
        return Require.finite(x, "x")
                ? PivotedMoment.ofComplete(moment, x, window.length(), window.minimumCount())
                : WindowedStatistic.through(new PivotedMoment(moment, window), x);
    }

    private static double[] extreme(double sign, double[] x, Window window) {
        return Require.finite(x, "x")
                ? RollingExtreme.ofComplete(sign, x, window.length(), window.minimumCount())
                : WindowedStatistic.through(new RollingExtreme(sign, window), x);
    }

    private static double[] through(RunningStatistic state, double[] x) {
        Require.finite(x, "x");
        return WindowedStatistic.through(state, x);
    }
}
