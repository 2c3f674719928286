package io.github.macroregime.core.series;

import io.github.macroregime.core.series.Frequency.PeriodLabel;
import java.time.LocalDate;
import java.util.Arrays;

/** Gathers the dates of a series into periods of the calendar. */
final class Resampling {

    private Resampling() {}

    static TimeSeries resample(TimeSeries series, Frequency frequency, Aggregation aggregation, PeriodLabel label) {
        int[] labels = new int[series.size()];
        double[] results = new double[series.size()];
        int periods = 0;
        int from = 0;
        while (from < series.size()) {
            int to = series.dates().insertionAfter(frequency.lastDay(series.date(from)));
            labels[periods] = DateIndex.epochDay(label(series.date(to - 1), frequency, label), "series");
            results[periods] = aggregate(series.values(), from, to, aggregation);
            periods++;
            from = to;
        }
        return TimeSeries.of(
                DateIndex.ofEpochDays(Arrays.copyOf(labels, periods)), Arrays.copyOf(results, periods), series.unit());
    }

    private static double aggregate(Doubles values, int from, int to, Aggregation aggregation) {
        double[] observed = values.slice(from, to).stream()
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return observed.length == 0 ? Double.NaN : aggregation.of(observed);
    }

    private static LocalDate label(LocalDate last, Frequency frequency, PeriodLabel label) {
        return switch (label) {
            case LAST_DATE -> last;
            case PERIOD_END -> frequency.lastDay(last);
            case PERIOD_START -> frequency.firstDay(last);
        };
    }
}
