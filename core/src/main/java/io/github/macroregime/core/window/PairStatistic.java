package io.github.macroregime.core.window;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.util.List;

/**
 * A statistic of two series with one value for each position, as a value like {@link Statistic}.
 *
 * <p>{@code Window.of(60).correlation().over(bonds, equities)}. A pair counts as missing if one of the two is; carrying
 * repeats each series by itself.
 */
public interface PairStatistic extends Serializable {

    /**
     * A fresh state that takes one pair after the other.
     *
     * @return the running form, independent of any other
     */
    RunningPair start();

    /**
     * The statistic at each position.
     *
     * <p><b>Shape</b>: one value for each pair.
     *
     * @param x one series, NaN where not observed
     * @param y another on the same positions
     * @return the values, NaN where there are too few pairs
     * @throws IllegalArgumentException if lengths differ or a number is infinite; the message names its position
     */
    default double[] over(double[] x, double[] y) {
        Require.sameLength(x, y);
        Require.finite(x, "x");
        Require.finite(y, "y");
        RunningPair state = start();
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = state.push(x[i], y[i]);
        }
        return result;
    }

    /**
     * The statistic on each date that both series have, in the unit that belongs to it.
     *
     * @param x one series, NaN where not observed
     * @param y another
     * @return the values on the common dates, NaN where there are too few pairs
     * @throws IllegalArgumentException if too few of the dates are {@linkplain Require#shared shared}
     */
    default TimeSeries over(TimeSeries x, TimeSeries y) {
        DateIndex common = Require.shared(x.dates().intersect(y.dates()), List.of("x", "y"), x.dates(), y.dates());
        return TimeSeries.of(
                common,
                over(x.on(common).values().toArray(), y.on(common).values().toArray()),
                unitOf(x.unit(), y.unit()));
    }

    /**
     * The unit of the answer: that of the product for a covariance, none for a correlation or a beta.
     *
     * @param x the unit of one series
     * @param y the unit of the other
     * @return the unit of the statistic of the two
     */
    Unit unitOf(Unit x, Unit y);

    /**
     * A mutable state that takes pairs of observations and answers with a joint statistic so far.
     *
     * <p>The counterpart of {@link RunningStatistic} for two series. A pair counts as missing if one of the two is.
     */
    interface RunningPair {

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
}
