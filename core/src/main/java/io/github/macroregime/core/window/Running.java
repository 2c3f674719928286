package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;

/**
 * The statistics of {@link Rolling}, {@link Expanding} and {@link ExponentiallyWeighted} as states that take one observation after the
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
     * The running form of {@link Rolling#populationSkewness(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic populationSkewness(Window window) {
        return new RollingScan(Moments::populationSkewness, 2, window);
    }

    /**
     * The running form of {@link Rolling#sampleSkewness(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic sampleSkewness(Window window) {
        return new RollingScan(Moments::sampleSkewness, 3, window);
    }

    /**
     * The running form of {@link Rolling#populationExcessKurtosis(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic populationExcessKurtosis(Window window) {
        return new RollingScan(Moments::populationExcessKurtosis, 2, window);
    }

    /**
     * The running form of {@link Rolling#sampleExcessKurtosis(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic sampleExcessKurtosis(Window window) {
        return new RollingScan(Moments::sampleExcessKurtosis, 4, window);
    }

    /**
     * The running form of {@link Rolling#argMin(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic argMin(Window window) {
        return new RollingArgument(RollingExtreme.SMALLEST, window);
    }

    /**
     * The running form of {@link Rolling#argMax(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic argMax(Window window) {
        return new RollingArgument(RollingExtreme.LARGEST, window);
    }

    /**
     * The running form of {@link Rolling#positionInRange(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic positionInRange(Window window) {
        return new RollingOrder(SortedWindow::positionInRange, window);
    }

    /**
     * The running form of {@link Rolling#medianAbsoluteDeviation(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic medianAbsoluteDeviation(Window window) {
        return new RollingOrder((sorted, newest) -> sorted.medianDistanceFrom(sorted.median()), window);
    }

    /**
     * The running form of {@link Rolling#robustZScore(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic robustZScore(Window window) {
        return new RollingOrder(SortedWindow::robustZScore, window);
    }

    /**
     * The running form of {@link Rolling#slope(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic slope(Window window) {
        return new RollingTrend(RollingTrend.Reading.SLOPE, window);
    }

    /**
     * The running form of {@link Rolling#slopeTStatistic(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic slopeTStatistic(Window window) {
        return new RollingTrend(RollingTrend.Reading.T_STATISTIC, window);
    }

    /**
     * The running form of {@link Rolling#realisedVariance(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic realisedVariance(Window window) {
        return new RollingScan(Realised::variance, 1, window);
    }

    /**
     * The running form of {@link Rolling#realisedSkewness(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic realisedSkewness(Window window) {
        return new RollingScan(Realised::skewness, 1, window);
    }

    /**
     * The running form of {@link Rolling#realisedKurtosis(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic realisedKurtosis(Window window) {
        return new RollingScan(Realised::kurtosis, 1, window);
    }

    /**
     * The running form of {@link Rolling#upsideRealisedVariance(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic upsideRealisedVariance(Window window) {
        return new RollingScan(Realised::upsideVariance, 1, window);
    }

    /**
     * The running form of {@link Rolling#downsideRealisedVariance(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic downsideRealisedVariance(Window window) {
        return new RollingScan(Realised::downsideVariance, 1, window);
    }

    /**
     * The running form of {@link Rolling#realisedVarianceSkew(double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningStatistic realisedVarianceSkew(Window window) {
        return new RollingScan(Realised::varianceSkew, 1, window);
    }

    /**
     * The running form of {@link Rolling#sampleCovariance(double[], double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningPair sampleCovariance(Window window) {
        return new PivotedPair(PairFormula.SAMPLE_COVARIANCE, window);
    }

    /**
     * The running form of {@link Rolling#populationCovariance(double[], double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningPair populationCovariance(Window window) {
        return new PivotedPair(PairFormula.POPULATION_COVARIANCE, window);
    }

    /**
     * The running form of {@link Rolling#correlation(double[], double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningPair correlation(Window window) {
        return new PivotedPair(PairFormula.CORRELATION, window);
    }

    /**
     * The running form of {@link Rolling#beta(double[], double[], Window)}.
     *
     * @param window length, minimum count and policy for missing observations
     * @return a new state
     */
    public static RunningPair beta(Window window) {
        return new PivotedPair(PairFormula.BETA, window);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#mean(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic mean(Decay decay) {
        return new DecayingAverage(decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#sampleVariance(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic sampleVariance(Decay decay) {
        return new DecayingMoment(Moment.SAMPLE_VARIANCE, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#populationVariance(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic populationVariance(Decay decay) {
        return new DecayingMoment(Moment.POPULATION_VARIANCE, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#sampleDeviation(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic sampleDeviation(Decay decay) {
        return new DecayingMoment(Moment.SAMPLE_DEVIATION, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#populationDeviation(double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningStatistic populationDeviation(Decay decay) {
        return new DecayingMoment(Moment.POPULATION_DEVIATION, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#sampleCovariance(double[], double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningPair sampleCovariance(Decay decay) {
        return new DecayingPair(PairFormula.SAMPLE_COVARIANCE, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#populationCovariance(double[], double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningPair populationCovariance(Decay decay) {
        return new DecayingPair(PairFormula.POPULATION_COVARIANCE, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#correlation(double[], double[], Decay)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @return a new state
     */
    public static RunningPair correlation(Decay decay) {
        return new DecayingPair(PairFormula.CORRELATION, decay);
    }

    /**
     * The running form of {@link ExponentiallyWeighted#percentileRank(double[], Decay, PercentileRank)}.
     *
     * @param decay how fast the weights fall, and the rules for the first observations and for gaps
     * @param definition {@link PercentileRank#MID}, {@link PercentileRank#STRICT} or {@link PercentileRank#WEAK}
     * @return a new state
     * @throws IllegalArgumentException if the definition has no weighted form
     */
    public static RunningStatistic percentileRank(Decay decay, PercentileRank definition) {
        return new DecayingRank(definition, decay);
    }

    /**
     * The running form of {@link Expanding#mean(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingMean(int minimumCount) {
        return new ExpandingMoment(Moment.MEAN, minimumCount);
    }

    /**
     * The running form of {@link Expanding#sampleVariance(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingSampleVariance(int minimumCount) {
        return new ExpandingMoment(Moment.SAMPLE_VARIANCE, minimumCount);
    }

    /**
     * The running form of {@link Expanding#populationVariance(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingPopulationVariance(int minimumCount) {
        return new ExpandingMoment(Moment.POPULATION_VARIANCE, minimumCount);
    }

    /**
     * The running form of {@link Expanding#sampleDeviation(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingSampleDeviation(int minimumCount) {
        return new ExpandingMoment(Moment.SAMPLE_DEVIATION, minimumCount);
    }

    /**
     * The running form of {@link Expanding#populationDeviation(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingPopulationDeviation(int minimumCount) {
        return new ExpandingMoment(Moment.POPULATION_DEVIATION, minimumCount);
    }

    /**
     * The running form of {@link Expanding#zScore(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingZScore(int minimumCount) {
        return new ExpandingMoment(Moment.Z_SCORE, minimumCount);
    }

    /**
     * The running form of {@link Expanding#min(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingMin(int minimumCount) {
        return new ExpandingExtreme(RollingExtreme.SMALLEST, minimumCount);
    }

    /**
     * The running form of {@link Expanding#max(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingMax(int minimumCount) {
        return new ExpandingExtreme(RollingExtreme.LARGEST, minimumCount);
    }

    /**
     * The running form of {@link Expanding#median(double[], int)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingMedian(int minimumCount) {
        return new ExpandingOrder((sorted, newest) -> sorted.median(), minimumCount);
    }

    /**
     * The running form of {@link Expanding#quantile(double[], int, Probability, QuantileType)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @param p the probability
     * @param type the definition
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingQuantile(int minimumCount, Probability p, QuantileType type) {
        return new ExpandingOrder((sorted, newest) -> sorted.quantile(p, type), minimumCount);
    }

    /**
     * The running form of {@link Expanding#percentileRank(double[], int, PercentileRank)}.
     *
     * @param minimumCount how many observations there must be for a result, from 1
     * @param definition how ties and the newest observation itself are counted
     * @return a new state
     * @throws IllegalArgumentException if the count is below 1
     */
    public static RunningStatistic expandingPercentileRank(int minimumCount, PercentileRank definition) {
        return new ExpandingOrder((sorted, newest) -> sorted.percentileRank(newest, definition), minimumCount);
    }
}
