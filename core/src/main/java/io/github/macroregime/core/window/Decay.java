package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import java.io.Serializable;
import java.util.Objects;

/**
 * {@index "Exponential weighting"}: how fast the weights of past observations fall, with rules for the beginning and
 * for gaps.
 *
 * <p>The newest observation gets the part {@code alpha}; every further step back multiplies a weight by
 * {@code 1 - alpha}. The four usual names of the speed are four factories:
 * {@code alpha = 2 / (span + 1) = 1 / (1 + centre of mass) = 1 - 2^(-1 / half-life)}.
 *
 * <pre>{@code
 * Decay.halfLife(20).mean().over(closes);
 * Decay.alpha(0.06).recursive().populationDeviation().over(returns);
 * }</pre>
 *
 * @param alpha the part of the newest observation, above 0 and at most 1
 * @param weighting how the first observation is weighted
 * @param gap what a missing observation does to the weights
 * @param minimumCount how many observations there must be for a result, from 1
 * @param missing what is answered at a missing observation: {@link Missing#STRICT} NaN, {@link Missing#SKIP} the
 *     statistic as it was held, {@link Missing.Carry} the last observation counted once more
 */
public record Decay(double alpha, Weighting weighting, Gap gap, int minimumCount, Missing missing)
        implements Serializable {

    /** How the first observation is weighted. */
    public enum Weighting {
        /** Like every other; the weights {@code (1 - alpha)^k} are divided by their sum. */
        ADJUSTED,
        /** As the seed of the recursion {@code m_t = (1 - alpha) m_(t-1) + alpha x_t}, {@code m_0 = x_0}. */
        RECURSIVE
    }

    /** What a missing observation does to the weights. */
    public enum Gap {
        /** Nothing: weights age by observations, and the state is held over a gap. */
        HELD,
        /** It ages them: weights age by positions, so that what lies before a long gap counts little after it. */
        AGED
    }

    public Decay {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must lie in (0, 1] but was " + alpha);
        }
        if (minimumCount < 1) {
            throw new IllegalArgumentException("minimumCount must be at least 1 but was " + minimumCount);
        }
        Objects.requireNonNull(weighting, "weighting");
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(missing, "missing");
    }

    /**
     * The decay by the {@index "smoothing factor"}, the part of the newest observation; adjusted, held over gaps.
     *
     * @param alpha above 0 and at most 1
     * @return the decay
     * @throws IllegalArgumentException outside that range
     */
    public static Decay alpha(double alpha) {
        return new Decay(alpha, Weighting.ADJUSTED, Gap.HELD, 1, Missing.STRICT);
    }

    /**
     * The decay by its {@index "half-life"}, the number of observations after which a weight has halved:
     * {@code alpha = 1 - 2^(-1/h)}.
     *
     * @param observations above 0
     * @return the decay
     * @throws IllegalArgumentException if the number is not above 0 and finite
     */
    public static Decay halfLife(double observations) {
        Require.positive(observations, "halfLife");
        return alpha(-StrictMath.expm1(-StrictMath.log(2) / observations));
    }

    /**
     * The decay by the span: {@code alpha = 2 / (span + 1)}, which gives a moving average of that many observations
     * the same centre of mass.
     *
     * @param observations at least 1
     * @return the decay
     * @throws IllegalArgumentException if the number is below 1 or infinite
     */
    public static Decay span(double observations) {
        if (!(observations >= 1 && observations <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("span must be at least 1 and finite but was " + observations);
        }
        return alpha(2 / (observations + 1));
    }

    /**
     * The decay by the {@index "centre of mass"}, the average age of the weights: {@code alpha = 1 / (1 + c)}.
     *
     * @param observations at least 0
     * @return the decay
     * @throws IllegalArgumentException if the number is below 0 or infinite
     */
    public static Decay centreOfMass(double observations) {
        if (!(observations >= 0 && observations <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("centreOfMass must be at least 0 and finite but was " + observations);
        }
        return alpha(1 / (1 + observations));
    }

    /**
     * This decay with weights divided by their sum.
     *
     * @return the changed decay
     */
    public Decay adjusted() {
        return new Decay(alpha, Weighting.ADJUSTED, gap, minimumCount, missing);
    }

    /**
     * This decay as a recursion that the first observation seeds.
     *
     * @return the changed decay
     */
    public Decay recursive() {
        return new Decay(alpha, Weighting.RECURSIVE, gap, minimumCount, missing);
    }

    /**
     * This decay with another rule for gaps.
     *
     * @param changed what a missing observation does to the weights
     * @return the changed decay
     */
    public Decay withGap(Gap changed) {
        return new Decay(alpha, weighting, changed, minimumCount, missing);
    }

    /**
     * This decay with another minimum count.
     *
     * @param changed how many observations there must be for a result, from 1
     * @return the changed decay
     * @throws IllegalArgumentException below 1
     */
    public Decay withMinimumCount(int changed) {
        return new Decay(alpha, weighting, gap, changed, missing);
    }

    /**
     * This decay with another answer at missing observations.
     *
     * @param changed the policy
     * @return the changed decay
     */
    public Decay withMissing(Missing changed) {
        return new Decay(alpha, weighting, gap, minimumCount, changed);
    }

    /**
     * The exponentially weighted mean, of prices their {@index "exponential moving average"} ({@index EWMA},
     * {@index EMA}): {@code m = sum w_i x_i / sum w_i}.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic mean() {
        return new Formula.Over<>(Moment.MEAN, this);
    }

    /**
     * The {@index "exponentially weighted variance"}, corrected for its bias: {@code sum w_i (x_i - m)^2 / sum w_i}
     * times {@code W^2 / (W^2 - sum w_i^2)} with {@code W = sum w_i}.
     *
     * <p>NaN for a single observation.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic sampleVariance() {
        return new Formula.Over<>(Moment.SAMPLE_VARIANCE, this);
    }

    /**
     * The exponentially weighted variance as it stands: {@code sum w_i (x_i - m)^2 / sum w_i}.
     *
     * @return the statistic, in the square of the unit
     */
    public Statistic populationVariance() {
        return new Formula.Over<>(Moment.POPULATION_VARIANCE, this);
    }

    /**
     * The exponentially weighted standard deviation, corrected for bias: the square root of {@link #sampleVariance()}.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic sampleDeviation() {
        return new Formula.Over<>(Moment.SAMPLE_DEVIATION, this);
    }

    /**
     * The exponentially weighted standard deviation as it stands: the square root of {@link #populationVariance()}.
     *
     * @return the statistic, in the unit of the series
     */
    public Statistic populationDeviation() {
        return new Formula.Over<>(Moment.POPULATION_DEVIATION, this);
    }

    /**
     * The exponentially weighted percentile rank: the part of the weight of all observations so far that lies below the
     * newest one.
     *
     * <p>The newest observation belongs to the sample. Observations whose weight has fallen below 1e-18 of the newest
     * are forgotten. <b>Cost</b> per number: the logarithm of the time that takes.
     *
     * @param definition {@link PercentileRank#MID}, {@link PercentileRank#STRICT} or {@link PercentileRank#WEAK}
     * @return the statistic, a fraction from 0 to 1
     * @throws IllegalArgumentException if the definition has no weighted form
     */
    public Statistic percentileRank(PercentileRank definition) {
        return new Formula.Over<>(new Formula.Rank(DecayingRank.requireWeighted(definition)), this);
    }

    /**
     * The exponentially weighted covariance of two series, corrected for its bias like the variance.
     *
     * <p>NaN for a single pair.
     *
     * @return the statistic, in the product of the units
     */
    public PairStatistic sampleCovariance() {
        return new PairFormula.OverDecay(PairFormula.SAMPLE_COVARIANCE, this);
    }

    /**
     * The exponentially weighted covariance of two series as it stands:
     * {@code sum w_i (x_i - mean x)(y_i - mean y) / sum w_i}.
     *
     * @return the statistic, in the product of the units
     */
    public PairStatistic populationCovariance() {
        return new PairFormula.OverDecay(PairFormula.POPULATION_COVARIANCE, this);
    }

    /**
     * The exponentially weighted correlation of two series: their covariance over the product of their deviations.
     *
     * <p>NaN where one of the two has been flat.
     *
     * @return the statistic, a fraction from −1 to 1
     */
    public PairStatistic correlation() {
        return new PairFormula.OverDecay(PairFormula.CORRELATION, this);
    }

    /**
     * The exponentially weighted beta, the slope of {@code y} on {@code x}: their covariance over the variance of
     * {@code x}.
     *
     * <p>NaN where x has been flat.
     *
     * @return the statistic, a fraction
     */
    public PairStatistic beta() {
        return new PairFormula.OverDecay(PairFormula.BETA, this);
    }

    /** The alpha, and what else differs from a decay that is adjusted, held over gaps and strict. */
    @Override
    public String toString() {
        return "decay with alpha " + alpha
                + (weighting == Weighting.ADJUSTED ? "" : ", recursive")
                + (gap == Gap.HELD ? "" : ", aged by gaps")
                + (minimumCount == 1 ? "" : ", at least " + minimumCount)
                + (missing.equals(Missing.STRICT) ? "" : ", " + missing);
    }
}
