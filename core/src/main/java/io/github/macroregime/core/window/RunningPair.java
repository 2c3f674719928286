package io.github.macroregime.core.window;

/**
 * A mutable state that takes pairs of observations and answers with a joint statistic so far.
 *
 * <p>The counterpart of {@link RunningStatistic} for two series. A pair counts as missing if one of the two is.
 */
public interface RunningPair {

    /**
     * Takes the next pair.
     *
     * @param x the observation of one series, NaN if it is missing
     * @param y the observation of the other, NaN if it is missing
     * @return the statistic with it, NaN while there are too few pairs
     * @throws IllegalArgumentException if one is infinite; the state is then unchanged
     */
    double push(double x, double y);

    /**
     * What {@link #push(double, double)} would answer, without taking the pair.
     *
     * <p><b>Cost</b>: a copy of the state.
     *
     * @param x the observation of one series, NaN if it is missing
     * @param y the observation of the other, NaN if it is missing
     * @return the statistic as it would be
     * @throws IllegalArgumentException if one is infinite
     */
    default double peek(double x, double y) {
        return copy().push(x, y);
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    RunningPair copy();

    /**
     * How many pairs the present statistic rests on.
     *
     * @return the count, missing ones excluded
     */
    int count();

    /**
     * Whether there are enough pairs by the rule of the window.
     *
     * @return true if the last position could have a result
     */
    boolean isReady();
}
