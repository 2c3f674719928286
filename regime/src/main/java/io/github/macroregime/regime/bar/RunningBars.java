package io.github.macroregime.regime.bar;

/**
 * Mutable: a state that takes one day's open, high, low and close after the other and answers with the statistic so far.
 *
 * <p>Pushing all days gives, bit for bit, the numbers of {@link BarStatistic#over(Bars)}. Memory is bounded by the
 * window. Not safe for use by several threads at once; give each its own {@link #copy()}.
 */
public interface RunningBars {

    /**
     * Takes the next day.
     *
     * @param open the opening price
     * @param high the highest price, not below the others
     * @param low the lowest price, above zero and not above the others
     * @param close the closing price
     * @return the statistic with it, NaN while there is too little history
     * @throws IllegalArgumentException if prices are missing or out of order; the state is then unchanged
     */
    double push(double open, double high, double low, double close);

    /**
     * What {@link #push(double, double, double, double)} would answer, without taking the day.
     *
     * <p><b>Cost</b>: a copy of the state.
     *
     * @param open the opening price
     * @param high the highest price, not below the others
     * @param low the lowest price, above zero and not above the others
     * @param close the closing price
     * @return the statistic as it would be
     * @throws IllegalArgumentException if prices are missing or out of order
     */
    default double peek(double open, double high, double low, double close) {
        return copy().push(open, high, low, close);
    }

    /**
     * An independent state with the same past.
     *
     * @return a copy that shares nothing mutable with this one
     */
    RunningBars copy();

    /**
     * How many days were taken.
     *
     * @return the count
     */
    int count();

    /**
     * Whether the last day has a statistic.
     *
     * @return true if it was not NaN
     */
    boolean isReady();
}
