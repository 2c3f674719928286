package io.github.macroregime.credit;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Quantiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Z-scores: how far the newest level is from the middle of its past in standard deviations.
 *
 * <p>The newest observation on or before the date belongs to the sample. <b>Missing</b> levels are left out.
 * <b>Cost</b>: linear in the look-back, a sort for the robust score.
 */
public final class SpreadScores {

    private SpreadScores() {}

    /**
     * The {@index "z-score of a spread"} against the mean: {@code (x - mean) / s}, with the sample standard deviation.
     *
     * @param levels the levels by date
     * @param asOf the date at which one looks; nothing after it is seen
     * @param lookback which part of the past to take
     * @return the score; empty if there are too few observations or they are all equal
     */
    public static OptionalDouble zScore(TimeSeries levels, LocalDate asOf, Lookback lookback) {
        return score(levels, asOf, lookback, SpreadScores::zScoreOfLast);
    }

    /**
     * The z-score of the logarithm of the level, as the volatility of a spread is proportional to its level.
     *
     * @param levels the levels by date, above zero
     * @param asOf the date at which one looks; nothing after it is seen
     * @param lookback which part of the past to take
     * @return the score; empty if there are too few observations or they are all equal
     * @throws IllegalArgumentException if a level of the look-back is not above zero
     */
    public static OptionalDouble logZScore(TimeSeries levels, LocalDate asOf, Lookback lookback) {
        return score(
                levels,
                asOf,
                lookback,
                sample -> zScoreOfLast(
                        Arrays.stream(sample).map(SpreadScores::logarithm).toArray()));
    }

    /**
     * The {@index "robust z-score"}, against the median: {@code (x - median) / (1.482602 MAD)}, or over the
     * interquartile range by 1.349 where the median absolute deviation is zero.
     *
     * @param levels the levels by date
     * @param asOf the date at which one looks; nothing after it is seen
     * @param lookback which part of the past to take
     * @return the score; empty if there are too few observations or both scales are zero
     */
    public static OptionalDouble robustZScore(TimeSeries levels, LocalDate asOf, Lookback lookback) {
        return score(levels, asOf, lookback, sample -> Quantiles.robustZScore(sample, sample[sample.length - 1]));
    }

    private static OptionalDouble score(
            TimeSeries levels, LocalDate asOf, Lookback lookback, ToDoubleFunction<double[]> scoreOfLast) {
        TimeSeries seen = lookback.of(levels, asOf);
        return Optional.of(seen)
                .filter(part -> lookback.isSatisfiedBy(part, asOf))
                .map(part ->
                        scoreOfLast.applyAsDouble(part.dropMissing().values().toArray()))
                .filter(Double::isFinite)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    static double zScoreOfLast(double[] sample) {
        double deviation = Moments.sampleDeviation(sample);
        return deviation == 0 ? Double.NaN : (sample[sample.length - 1] - Moments.mean(sample)) / deviation;
    }

    static double logarithm(double level) {
        if (!(level > 0)) {
            throw new IllegalArgumentException("level must be above 0 for its logarithm but was " + level);
        }
        return StrictMath.log(level);
    }
}
