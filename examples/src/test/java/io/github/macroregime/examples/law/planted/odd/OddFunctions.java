package io.github.macroregime.examples.law.planted.odd;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.bar.Bars;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Looks ahead in shapes that few functions have. */
public final class OddFunctions {

    private OddFunctions() {}

    private static TimeSeries led(TimeSeries series) {
        return series.through(OddFunctions::led, series.unit());
    }

    private static double[] led(double[] x) {
        double[] result = x.clone();
        System.arraycopy(x, Math.min(1, x.length), result, 0, Math.max(0, x.length - 1));
        return result;
    }

    /** The number behind a place. */
    public static double at(double[] x, int place) {
        Require.finite(x, "x");
        return x[Math.min(place + 1, x.length - 1)];
    }

    /** The first observation of the day after a moment. */
    public static OptionalDouble known(TimeSeries series, LocalDateTime moment) {
        Require.finite(series.values().toArray(), "series");
        return series.asOf(moment.toLocalDate().plusDays(5), 90).stream()
                .mapToDouble(TimeSeries.Observation::value)
                .findFirst();
    }

    /** The first of a stream. */
    public static TimeSeries streamed(Stream<TimeSeries> all) {
        return led(all.findFirst().orElseThrow());
    }

    /** The first by name. */
    public static TimeSeries sorted(SortedMap<String, TimeSeries> all) {
        return led(all.get(all.firstKey()));
    }

    /** The first of some. */
    public static TimeSeries wildcard(List<? extends TimeSeries> all) {
        return led(all.get(0));
    }

    /** The next close. */
    public static double[] closes(Bars bars) {
        return led(bars.close().toArray());
    }

    /** Gives the next value away on the last day of a quarter. */
    public static TimeSeries quarterly(TimeSeries series) {
        double[] x = series.values().toArray();
        Require.finite(x, "series");
        double[] result = x.clone();
        for (int t = 0; t < x.length - 1; t++) {
            LocalDate next = series.date(t + 1);
            boolean ends = next.getMonth() != series.date(t).getMonth() && next.getMonthValue() % 3 == 1;
            result[t] = ends ? x[t + 1] : x[t];
        }
        return TimeSeries.of(series.dates(), result, series.unit());
    }

    /** Holds a series and looks ahead in it. */
    public record Held(TimeSeries series) {

        /** The same a day early. */
        public TimeSeries early() {
            return led(series);
        }
    }
}
