package io.github.macroregime.examples.law.planted.hidden;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.DatedStatistic;

/** A statistic of dates that looks ahead on the last observation of a month only. */
public record MonthEnds() implements DatedStatistic {

    @Override
    public TimeSeries over(TimeSeries series) {
        double[] x = series.values().toArray();
        Require.finite(x, "x");
        double[] result = x.clone();
        for (int t = 0; t < x.length - 1; t++) {
            boolean isLast = series.dates().get(t).getMonth()
                    != series.dates().get(t + 1).getMonth();
            result[t] = isLast ? x[t + 1] : x[t];
        }
        return TimeSeries.of(series.dates(), result, series.unit());
    }

    @Override
    public Unit unitOf(Unit unit) {
        return unit;
    }
}
