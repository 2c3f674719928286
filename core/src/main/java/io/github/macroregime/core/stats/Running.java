package io.github.macroregime.core.stats;

import io.github.macroregime.core.unit.Probability;

/**
 * The statistics of {@link Rolling} and {@link ExponentiallyWeighted} as states that take one observation after the
 * other.
 *
 * <p>Each factory makes a new {@link RunningStatistic} without a past. The states are mutable; the factories are
 * not.
 */
public final class Running {

    private Running() {}

    /**
     * The running form of {@link Rolling#sum(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic sum(Window window) {
        return new RollingSum(window);
    }

    /**
     * The running form of {@link Rolling#mean(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic mean(Window window) {
        return new PivotedMoment(Moment.MEAN, window);
    }

    /**
     * The running form of {@link Rolling#sampleVariance(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic sampleVariance(Window window) {
        return new PivotedMoment(Moment.SAMPLE_VARIANCE, window);
    }

    /**
     * The running form of {@link Rolling#populationVariance(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic populationVariance(Window window) {
        return new PivotedMoment(Moment.POPULATION_VARIANCE, window);
    }

    /**
     * The running form of {@link Rolling#sampleDeviation(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic sampleDeviation(Window window) {
        return new PivotedMoment(Moment.SAMPLE_DEVIATION, window);
    }

    /**
     * The running form of {@link Rolling#populationDeviation(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic populationDeviation(Window window) {
        return new PivotedMoment(Moment.POPULATION_DEVIATION, window);
    }

    /**
     * The running form of {@link Rolling#zScore(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic zScore(Window window) {
        return new PivotedMoment(Moment.Z_SCORE, window);
    }

    /**
     * The running form of {@link Rolling#populationZScore(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic populationZScore(Window window) {
        return new PivotedMoment(Moment.POPULATION_Z_SCORE, window);
    }

    /**
     * The running form of {@link Rolling#min(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic min(Window window) {
        return new RollingExtreme(RollingExtreme.SMALLEST, window);
    }

    /**
     * The running form of {@link Rolling#max(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic max(Window window) {
        return new RollingExtreme(RollingExtreme.LARGEST, window);
    }

    /**
     * The running form of {@link Rolling#median(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic median(Window window) {
        return new RollingOrder((sorted, newest) -> sorted.median(), window);
    }

    /**
     * The running form of {@link Rolling#quantile(double[], Window, Probability)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @return a new state
     */
    public static RunningStatistic quantile(Window window, Probability p) {
        return quantile(window, p, QuantileType.LINEAR);
    }

    /**
     * The running form of {@link Rolling#quantile(double[], Window, Probability, QuantileType)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @param p the probability
     * @param type the definition
     * @return a new state
     */
    public static RunningStatistic quantile(Window window, Probability p, QuantileType type) {
        return new RollingOrder((sorted, newest) -> sorted.quantile(p, type), window);
    }

    /**
     * The running form of {@link Rolling#percentileRank(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic percentileRank(Window window) {
        return percentileRank(window, PercentileRank.MID);
    }

    /**
     * The running form of {@link Rolling#percentileRank(double[], Window, PercentileRank)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @param definition how ties and the newest observation itself are counted
     * @return a new state
     */
    public static RunningStatistic percentileRank(Window window, PercentileRank definition) {
        return new RollingOrder((sorted, newest) -> sorted.percentileRank(newest, definition), window);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#mean(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic mean(Decay decay) {
        return new DecayingMoment(DecayingMoment.Reading.MEAN, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#sampleVariance(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic sampleVariance(Decay decay) {
        return new DecayingMoment(DecayingMoment.Reading.SAMPLE_VARIANCE, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#populationVariance(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic populationVariance(Decay decay) {
        return new DecayingMoment(DecayingMoment.Reading.POPULATION_VARIANCE, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#sampleDeviation(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic sampleDeviation(Decay decay) {
        return new DecayingMoment(DecayingMoment.Reading.SAMPLE_DEVIATION, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#populationDeviation(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic populationDeviation(Decay decay) {
        return new DecayingMoment(DecayingMoment.Reading.POPULATION_DEVIATION, decay);
    }
}
