package io.github.macroregime.core.window;

/**
 * A mutable state that takes one observation after the other and answers with the statistic so far.
 *
 * <p>Pushing a whole series gives, bit for bit, the numbers of the batch function of the same name in
 * {@link Statistic#over(double[])}. Memory is bounded by the window. Not safe for use by several threads at once; give each its own
 * {@link #copy()}.
 */
public interface RunningStatistic {

    /**
     * Takes the next observation.
     *
     * @param x the observation, NaN if it is missing
     * @return the statistic with it, NaN while there are too few observations
     * @throws IllegalArgumentException if the observation is infinite; the state is then unchanged
     */
    double push(double x);

    /**
     * What {@link #push(double)} would answer, without taking the observation.
     *
     * <p><b>Cost</b>: at most a pass over the window; sums, means, deviations, extremes, quantiles and ranks take no more
     * than a push, and nothing is allocated.
     *
     * @param x the observation, NaN if it is missing
     * @return the statistic as it would be
     * @throws IllegalArgumentException if the observation is infinite
     */
    default double peek(double x) {
        return copy().push(x);
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    RunningStatistic copy();

    /**
     * How many observations the present statistic rests on.
     *
     * @return the count, missing ones excluded
     */
    int count();

    /**
     * Whether there are enough observations by the rule of the window.
     *
     * @return true if the last position could have a result
     */
    boolean isReady();
}
