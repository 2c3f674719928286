package io.github.macroregime.core.stats;

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
        return through(Running.mean(decay), x);
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

    private static double[] through(RunningStatistic state, double[] x) {
        Require.finite(x, "x");
        return WindowedStatistic.through(state, x);
    }
}
