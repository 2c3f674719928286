package io.github.macroregime.core.window;

import io.github.macroregime.core.series.TimeSeries;

/**
 * A statistic with one value for each position of a series, as a value: its window, its formula and the unit of its
 * answer.
 *
 * <p>{@code Window.of(252).zScore().over(closes)} gives the z-score of each close within its last year of closes. A
 * value at a position never depends on a later one. The batch forms give, bit for bit, the numbers of
 * {@link #start() the running form}, which takes one observation after the other.
 *
 * <p><b>Missing</b> observations are NaN; what they do is said by the window, the decay or the statistic itself.
 */
public interface Statistic extends DatedStatistic {

    /**
     * A fresh state that takes one observation after the other.
     *
     * @return the running form, independent of any other
     */
    RunningStatistic start();

    /**
     * The statistic at each position.
     *
     * <p><b>Shape</b>: one value for each number.
     *
     * @param x the series, NaN where not observed
     * @return the values, NaN where there are too few observations
     * @throws IllegalArgumentException if a number is infinite; the message names its position
     */
    default double[] over(double[] x) {
        return WindowedStatistic.through(start(), x);
    }

    @Override
    default TimeSeries over(TimeSeries series) {
        return TimeSeries.of(series.dates(), over(series.values().toArray()), unitOf(series.unit()));
    }
}
