package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import java.io.Serializable;

/**
 * An {@index "expanding window"}: all observations up to each position.
 *
 * <p>{@code Expanding.from(20).zScore()}. <b>Missing</b> observations are left out: since nothing ever leaves, a gap
 * would otherwise make every later result missing. <b>Cost</b> per number: constant for moments and extremes, and for
 * order statistics with one ordering of the series. Moments are kept to twice the digits, so that neither the length of
 * the past nor its first observation costs accuracy.
 *
 * <pre>{@code
 * Expanding.from(250).zScore().over(closes); // against all that was known on each day
 * }</pre>
 *
 * @param minimumCount how many observations there must be for a result, from 1
 */
public record Expanding(int minimumCount) implements Serializable {

    public Expanding {
        ExpandingStatistic.requireCount(minimumCount);
    }

    /**
     * The observations so far, from a minimum count on.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return the expanding sample
     * @throws IllegalArgumentException below 1
     */
    public static Expanding from(int minimumCount) {
        return new Expanding(minimumCount);
    }

    /**
     * The arithmetic mean: {@code m = sum x_i / n}.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic mean() {
        return new Formula.Over<>(Moment.MEAN, this);
    }

    /**
     * The sample variance: {@code sum (x_i - m)^2 / (n - 1)}.
     *
     * <p>Exactly 0 for equal observations; NaN for a single one.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic sampleVariance() {
        return new Formula.Over<>(Moment.SAMPLE_VARIANCE, this);
    }

    /**
     * The population variance: {@code sum (x_i - m)^2 / n}.
     *
     * <p>Exactly 0 for equal observations.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic populationVariance() {
        return new Formula.Over<>(Moment.POPULATION_VARIANCE, this);
    }

    /**
     * The sample standard deviation: {@code s = sqrt(sum (x_i - m)^2 / (n - 1))}.
     *
     * <p>Exactly 0 for equal observations; NaN for a single one.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic sampleDeviation() {
        return new Formula.Over<>(Moment.SAMPLE_DEVIATION, this);
    }

    /**
     * The population standard deviation: {@code sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>Exactly 0 for equal observations.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic populationDeviation() {
        return new Formula.Over<>(Moment.POPULATION_DEVIATION, this);
    }

    /**
     * The z-score, how many sample standard deviations the newest observation stands from the mean: {@code z = (x_t -
     * m) / s}.
     *
     * <p>NaN for equal observations, for a single one, and where the newest is missing.
     *
     * @return the statistic, a score
     */
    public Statistic zScore() {
        return new Formula.Over<>(Moment.Z_SCORE, this);
    }

    /**
     * The z-score in population standard deviations: {@code (x_t - m) / sqrt(sum (x_i - m)^2 / n)}.
     *
     * <p>NaN for equal observations and where the newest is missing.
     *
     * @return the statistic, a score
     */
    public Statistic populationZScore() {
        return new Formula.Over<>(Moment.POPULATION_Z_SCORE, this);
    }

    /**
     * The smallest observation.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic min() {
        return new Formula.Over<>(Formula.Extreme.MIN, this);
    }

    /**
     * The largest observation.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic max() {
        return new Formula.Over<>(Formula.Extreme.MAX, this);
    }

    /**
     * The median: the middle observation, or the middle of the two in the middle.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic median() {
        return quantile(Probability.HALF);
    }

    /**
     * The quantile by type 7, linear between neighbours: {@code h = (n - 1) p + 1}.
     *
     * @param p the probability
     * @return the statistic, in the unit of the series
     */
    public Statistic quantile(Probability p) {
        return quantile(p, QuantileType.LINEAR);
    }

    /**
     * The quantile by a named type.
     *
     * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param p the probability
     * @param type the definition
     * @return the statistic, in the unit of the series
     */
    public Statistic quantile(Probability p, QuantileType type) {
        return new Formula.Over<>(new Formula.Quantile(p, type), this);
    }

    /**
     * The percentile rank of the newest observation, the part of all that lies below it, ties counted half: {@code (L +
     * E/2) / N}.
     *
     * <p>NaN where the newest observation is missing.
     *
     * @return the statistic, a fraction from 0 to 1
     */
    public Statistic percentileRank() {
        return percentileRank(PercentileRank.MID);
    }

    /**
     * The percentile rank of the newest observation, by a named definition.
     *
     * <p>NaN where the newest observation is missing, and where the definition needs a second observation.
     *
     * @param definition how ties and the newest observation itself are counted
     * @return the statistic, a fraction
     */
    public Statistic percentileRank(PercentileRank definition) {
        return new Formula.Over<>(new Formula.Rank(definition), this);
    }

    @Override
    public String toString() {
        return "expanding from " + minimumCount;
    }
}
