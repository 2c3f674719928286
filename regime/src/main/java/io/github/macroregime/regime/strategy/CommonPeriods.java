package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The returns of a series between the dates that it shares with another. */
final class CommonPeriods {

    private CommonPeriods() {}

    /** Refuses a benchmark whose dates are hardly those of the returns. */
    static void requireShared(TimeSeries returns, TimeSeries benchmark) {
        DateIndex own = returns.dropMissing().dates();
        DateIndex other = benchmark.dropMissing().dates();
        Require.shared(own.intersect(other), List.of("returns", "benchmark"), own, other);
    }

    /** Missing where a return of the period is missing, or where the two may not begin on the same day. */
    static TimeSeries of(TimeSeries returns, TimeSeries other) {
        DateIndex common = returns.dates().intersect(other.dates());
        double[] result = new double[common.size()];
        int at = 0;
        for (int i = 0; i < result.length; i++) {
            LocalDate end = common.get(i);
            double wealth = 1;
            for (; at < returns.size() && !returns.date(at).isAfter(end); at++) {
                wealth *= 1 + returns.value(at);
            }
            // A return that was not compounded keeps its bits.
            boolean alone = at > 0 && (at == 1 || (i > 0 && returns.date(at - 2).equals(common.get(i - 1))));
            result[i] = alone ? returns.value(at - 1) : wealth - 1;
        }
        if (result.length > 0
                && !(returns.date(0).equals(common.first()) && other.date(0).equals(common.first()))) {
            Arrays.fill(result, 0, 1, Double.NaN);
        }
        return TimeSeries.of(common, result, returns.unit());
    }
}
