package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;

/**
 * A statistic with one value for each date of a series, as a value: what it is taken over, its formula and the unit of
 * its answer.
 *
 * <p>A value on a date never depends on a later one. A {@link Statistic} needs only the order of the observations and
 * so has more forms; a statistic over a {@link CalendarWindow} needs the dates.
 */
public interface DatedStatistic extends Serializable {

    /**
     * The statistic on each date, in the unit that belongs to it.
     *
     * @param series values by date, NaN where not observed
     * @return the values on the same dates, NaN where there are too few observations
     */
    TimeSeries over(TimeSeries series);

    /**
     * The statistic of each column.
     *
     * @param panel columns on common dates
     * @return the values under the same names, each column in the unit that belongs to the statistic
     */
    default Panel over(Panel panel) {
        return panel.through(series -> over(series));
    }

    /**
     * The unit of the answer for a series in a unit: that of the series for a mean or a deviation, its square for a
     * variance, none for a score, a rank or a correlation.
     *
     * @param unit the unit of a series
     * @return the unit of the statistic of that series
     */
    Unit unitOf(Unit unit);
}
