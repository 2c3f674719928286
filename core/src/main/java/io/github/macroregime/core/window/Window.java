package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import java.io.Serializable;
import java.util.Objects;

/**
 * A trailing ({@index rolling}) window of a number of positions, the newest included.
 *
 * <p>{@code Window.of(252)} waits until 252 observations are there and lets no gap pass. A smaller minimum count
 * lets the result begin earlier; with {@link Missing#SKIP} it also bridges gaps.
 *
 * <pre>{@code
 * Window year = Window.of(252).withMissing(Missing.SKIP);
 * TimeSeries scores = year.zScore().over(closes);
 * TimeSeries ranks = year.percentileRank(PercentileRank.WEAK).over(closes);
 * TimeSeries betas = year.beta().over(closes, market);
 * }</pre>
 *
 * @param length how many positions the window spans, from 1
 * @param minimumCount how many observations it must hold for a result, from 1 to the length
 * @param missing what is done about missing observations
 */
public record Window(int length, int minimumCount, Missing missing) implements Serializable {

    public Window {
        if (length < 1) {
            throw new IllegalArgumentException("window must be at least 1 but was " + length);
        }
        if (minimumCount < 1 || minimumCount > length) {
            throw new IllegalArgumentException("minimumCount must lie in [1, " + length + "] but was " + minimumCount);
        }
        Objects.requireNonNull(missing, "missing");
    }

    /**
     * A window that must be full and free of gaps.
     *
     * @param length how many positions, from 1
     * @return the window, strict about missing values
     * @throws IllegalArgumentException if the length is below 1
     */
    public static Window of(int length) {
        return new Window(Require.room(length, 1, "window"), length, Missing.STRICT);
    }

    /**
     * This window with another minimum count.
     *
     * @param changed how many observations the window must hold for a result, from 1 to the length
     * @return the changed window
     * @throws IllegalArgumentException outside that range
     */
    public Window withMinimumCount(int changed) {
        return new Window(length, changed, missing);
    }

    /**
     * This window with another policy for missing observations.
     *
     * @param changed the policy
     * @return the changed window
     */
    public Window withMissing(Missing changed) {
        return new Window(length, minimumCount, changed);
    }

    boolean isSatisfiedBy(int observations, int positions) {
        return observations >= minimumCount && (missing instanceof Missing.Skip || observations == positions);
    }

    /**
     * How many observations the window holds, whether or not they are enough for a result.
     *
     * <p>Neither the minimum count nor the policy for missing observations changes it.
     *
     * @return the statistic, a whole number
     */
    public Statistic count() {
        return new Formula.Over<>(TrailingFormula.COUNT, this);
    }

    /**
     * The sum: {@code sum x_i}.
     *
     * <p>Missing observations add nothing under {@link Missing#SKIP}.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic sum() {
        return new Formula.Over<>(TrailingFormula.SUM, this);
    }

    /**
     * The arithmetic mean, of prices their simple {@index "moving average"} ({@index SMA}): {@code m = sum x_i / n}.
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
     * <p><b>Source</b>: van Herk 1992, Pattern Recognition Letters 13; Gil and Werman 1993, IEEE PAMI 15.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic min() {
        return new Formula.Over<>(Formula.Extreme.MIN, this);
    }

    /**
     * The largest observation.
     *
     * <p><b>Source</b>: as {@link #min()}.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic max() {
        return new Formula.Over<>(Formula.Extreme.MAX, this);
    }

    /**
     * How many positions ago the smallest observation was, 0 for the newest; of equal ones the most recent.
     *
     * @return the statistic, a whole number
     */
    public Statistic argMin() {
        return new Formula.Over<>(TrailingFormula.ARG_MIN, this);
    }

    /**
     * How many positions ago the largest observation was, 0 for the newest; of equal ones the most recent.
     *
     * @return the statistic, a whole number
     */
    public Statistic argMax() {
        return new Formula.Over<>(TrailingFormula.ARG_MAX, this);
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
     * <p>{@link RankedSeries} shares the ordering of a series among several quantiles and ranks.
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

    /**
     * The adjusted Fisher-Pearson skewness: {@code G1 = g1 sqrt(n (n - 1)) / (n - 2)}.
     *
     * <p>NaN on a flat window and below three observations.
     *
     * @return the statistic, a score
     */
    public Statistic sampleSkewness() {
        return new Formula.Over<>(TrailingFormula.SAMPLE_SKEWNESS, this);
    }

    /**
     * The population skewness: {@code g1 = m3 / m2^(3/2)} with {@code m_k = sum (x_i - m)^k / n}.
     *
     * <p>NaN on a flat window and below two observations.
     *
     * @return the statistic, a score
     */
    public Statistic populationSkewness() {
        return new Formula.Over<>(TrailingFormula.POPULATION_SKEWNESS, this);
    }

    /**
     * The sample excess kurtosis, corrected for bias: {@code G2 = (n - 1) / ((n - 2) (n - 3)) ((n + 1) g2 + 6)}.
     *
     * <p>NaN on a flat window and below four observations.
     *
     * @return the statistic, a score
     */
    public Statistic sampleExcessKurtosis() {
        return new Formula.Over<>(TrailingFormula.SAMPLE_EXCESS_KURTOSIS, this);
    }

    /**
     * The population excess kurtosis: {@code g2 = m4 / m2^2 - 3} with {@code m_k = sum (x_i - m)^k / n}.
     *
     * <p>NaN on a flat window and below two observations.
     *
     * @return the statistic, a score
     */
    public Statistic populationExcessKurtosis() {
        return new Formula.Over<>(TrailingFormula.POPULATION_EXCESS_KURTOSIS, this);
    }

    /**
     * The position of the newest observation in the range, {@index "min-max scaling"}: {@code (x_t - min) / (max -
     * min)}.
     *
     * <p>NaN on a flat window and where the newest observation is missing.
     *
     * @return the statistic, a fraction from 0 to 1
     */
    public Statistic positionInRange() {
        return new Formula.Over<>(TrailingFormula.POSITION_IN_RANGE, this);
    }

    /**
     * The median absolute deviation (MAD), not scaled: {@code median |x_i - median|}.
     *
     * <p>Times {@link Quantiles#NORMAL_MAD_FACTOR} it estimates the standard deviation of normal data. <b>Cost</b> per
     * number: the logarithm of the window plus one shift.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic medianAbsoluteDeviation() {
        return new Formula.Over<>(TrailingFormula.MEDIAN_ABSOLUTE_DEVIATION, this);
    }

    /**
     * The mean absolute deviation from the mean: {@code sum |x_i - m| / n}.
     *
     * <p>Exactly 0 for equal observations. <b>Cost</b> per number: the logarithm of the window.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic meanAbsoluteDeviation() {
        return new Formula.Over<>(TrailingFormula.MEAN_ABSOLUTE_DEVIATION, this);
    }

    /**
     * The robust z-score, how many robust standard deviations the newest observation stands from the median: {@code
     * (x_t - median) / (1.482602 MAD)}.
     *
     * <p>If the median absolute deviation is zero, the interquartile range over 1.349 takes its place; if that is zero
     * too, or the newest observation is missing, NaN. <b>Cost</b> per number: the logarithm of the window plus one
     * shift.
     *
     * @return the statistic, a score
     */
    public Statistic robustZScore() {
        return new Formula.Over<>(TrailingFormula.ROBUST_Z_SCORE, this);
    }

    /**
     * The {@index "linear trend"}: the slope of the least-squares line through the window, per position:
     * {@code sum (t_i - mean t) (x_i - m) / sum (t_i - mean t)^2}.
     *
     * <p>A gap keeps its place in time. NaN below two observations.
     *
     * @return the statistic, in the unit of the series for each position
     */
    public Statistic slope() {
        return new Formula.Over<>(TrailingFormula.SLOPE, this);
    }

    /**
     * The t-statistic of the linear trend: its slope over its standard error, with n − 2 degrees of freedom.
     *
     * <p>Ordinary standard errors, which overstate the certainty of a trend in autocorrelated data. NaN below three
     * observations and on a perfect line. <b>Cost</b> per number: proportional to the window where the line leaves less than
     * a thousandth of the variance, which is then taken from each observation.
     *
     * @return the statistic, a score
     */
    public Statistic slopeTStatistic() {
        return new Formula.Over<>(TrailingFormula.SLOPE_T_STATISTIC, this);
    }

    /**
     * The {@index "realised variance"} of returns: {@code RV = sum r_i^2}, about zero and not averaged.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic realisedVariance() {
        return new Formula.Over<>(TrailingFormula.REALISED_VARIANCE, this);
    }

    /**
     * The {@index "realised skewness"} of returns: {@code sqrt(n) sum r_i^3 / RV^(3/2)}, about zero and not about the
     * mean.
     *
     * <p>NaN if all returns are zero. <b>Source</b>: Amaya, Christoffersen, Jacobs and Vasquez 2015.
     *
     * @return the statistic, a score
     */
    public Statistic realisedSkewness() {
        return new Formula.Over<>(TrailingFormula.REALISED_SKEWNESS, this);
    }

    /**
     * The {@index "realised kurtosis"} of returns: {@code n sum r_i^4 / RV^2}, about zero and not in excess of three.
     *
     * <p>NaN if all returns are zero. <b>Source</b>: Amaya, Christoffersen, Jacobs and Vasquez 2015.
     *
     * @return the statistic, a score
     */
    public Statistic realisedKurtosis() {
        return new Formula.Over<>(TrailingFormula.REALISED_KURTOSIS, this);
    }

    /**
     * The upside {@index "realised semivariance"}, the part of the realised variance that rises make: {@code sum r_i^2}
     * over positive returns.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic upsideRealisedVariance() {
        return new Formula.Over<>(TrailingFormula.UPSIDE_REALISED_VARIANCE, this);
    }

    /**
     * The downside {@index semivariance}, the part of the realised variance that falls make: {@code sum r_i^2} over
     * negative returns.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic downsideRealisedVariance() {
        return new Formula.Over<>(TrailingFormula.DOWNSIDE_REALISED_VARIANCE, this);
    }

    /**
     * The {@index "relative signed jump"} variation ({@index RSJ}), by how much rises outweigh falls in the realised
     * variance: {@code (RV+ - RV-) / RV}.
     *
     * <p>NaN if all returns are zero.
     *
     * @return the statistic, a fraction from −1 to 1
     */
    public Statistic realisedVarianceSkew() {
        return new Formula.Over<>(TrailingFormula.REALISED_VARIANCE_SKEW, this);
    }

    /**
     * The sample covariance of two series: {@code sum (x_i - mean x) (y_i - mean y) / (n - 1)}.
     *
     * <p>NaN for a single pair.
     *
     * @return the statistic, in the product of the units
     */
    public PairStatistic sampleCovariance() {
        return new PairFormula.OverWindow(PairFormula.SAMPLE_COVARIANCE, this);
    }

    /**
     * The population covariance of two series: {@code sum (x_i - mean x) (y_i - mean y) / n}.
     *
     * @return the statistic, in the product of the units
     */
    public PairStatistic populationCovariance() {
        return new PairFormula.OverWindow(PairFormula.POPULATION_COVARIANCE, this);
    }

    /**
     * Pearson's correlation of two series: {@code sum dx dy / sqrt(sum dx^2 sum dy^2)} with deviations from the means.
     *
     * <p>NaN where one of the two is flat.
     *
     * @return the statistic, a fraction from −1 to 1
     */
    public PairStatistic correlation() {
        return new PairFormula.OverWindow(PairFormula.CORRELATION, this);
    }

    /**
     * The rolling {@index beta}: the slope of the least-squares line of {@code y} on {@code x}:
     * {@code sum dx dy / sum dx^2} with deviations from the means.
     *
     * <p>NaN where x is flat.
     *
     * @return the statistic, a fraction
     */
    public PairStatistic beta() {
        return new PairFormula.OverWindow(PairFormula.BETA, this);
    }

    /** The length, and what else differs from a window that must be full and free of gaps. */
    @Override
    public String toString() {
        return "window of " + length
                + (minimumCount == length ? "" : ", at least " + minimumCount)
                + (missing.equals(Missing.STRICT) ? "" : ", " + missing);
    }
}
