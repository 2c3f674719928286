package io.github.macroregime.examples.law.planted.hidden;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Looks ahead under conditions that most series do not meet. */
public final class HiddenFunctions {

    private HiddenFunctions() {}

    /** Takes the next value where the series begins with a gap. */
    public static double[] filled(double[] x) {
        Require.finite(x, "x");
        double[] filled = x.clone();
        for (int t = 0; t < x.length - 1 && Double.isNaN(x[0]); t++) {
            filled[t] = x[t + 1];
        }
        return filled;
    }

    /** Depends on how many observations there are, above three hundred of them. */
    public static double[] standardised(double[] x) {
        Require.finite(x, "x");
        return Arrays.stream(x).map(value -> value / Math.max(300, x.length)).toArray();
    }

    /** Depends on the date of the last observation. */
    public static TimeSeries aged(TimeSeries series) {
        Require.finite(series.values().toArray(), "series");
        double[] aged = series.values().toArray();
        for (int t = 0; t < aged.length; t++) {
            aged[t] /= 1
                    + ChronoUnit.DAYS.between(
                            series.dates().get(t), series.dates().last());
        }
        return TimeSeries.of(series.dates(), aged, series.unit());
    }

    /** Gives each column what the next one has a day later. */
    public static Panel lagged(Panel panel) {
        return panel.select(panel.columns().toArray(String[]::new))
                .through(series -> neighbour(panel, series), Runnable::run);
    }

    private static TimeSeries neighbour(Panel panel, TimeSeries series) {
        double[] other = panel.series(Collections.max(panel.columns())).values().toArray();
        Require.finite(other, "other");
        Require.finite(series.values().toArray(), "series");
        double[] result = series.values().toArray();
        for (int t = 0; t < result.length - 1; t++) {
            result[t] += other[t + 1];
        }
        return TimeSeries.of(series.dates(), result, series.unit());
    }

    /** Gives away the next value where one is like the one before. */
    public static double[] ties(double[] x) {
        Require.finite(x, "x");
        double[] result = x.clone();
        for (int t = 1; t < x.length - 1; t++) {
            result[t] = x[t] == x[t - 1] ? x[t + 1] : x[t];
        }
        return result;
    }

    /** Gives away the value behind a rise by a quarter. */
    public static double[] jumps(double[] x) {
        Require.finite(x, "x");
        double[] result = x.clone();
        for (int t = 1; t < x.length - 1; t++) {
            result[t] = x[t] > 1.25 * x[t - 1] ? x[t + 1] : x[t];
        }
        return result;
    }

    /** Looks ahead in any number of series. */
    public static Panel several(NamedSeries... all) {
        return lagged(Panel.onAllDates(all));
    }

    /** Looks ahead in the first of some series. */
    public static TimeSeries first(Collection<TimeSeries> all) {
        return Makers.smoother(2).apply(all.iterator().next());
    }

    /** Uses observations on their own dates, before they are known. */
    public static OptionalDouble latest(PublishedSeries series, LocalDate asOf) {
        Require.finite(series.series().values().toArray(), "series");
        return series.series().asOf(asOf, 90).stream()
                .mapToDouble(TimeSeries.Observation::value)
                .findFirst();
    }

    /** Takes the coming Monday where it is asked for a day of the weekend. */
    public static OptionalDouble weekend(TimeSeries series, LocalDate asOf) {
        Require.finite(series.values().toArray(), "series");
        LocalDate day = asOf.plusDays(asOf.getDayOfWeek().getValue() > 5 ? 2 : 0);
        return series.asOf(day, 90).stream()
                .mapToDouble(TimeSeries.Observation::value)
                .findFirst();
    }

    /** Holds what makes functions. */
    public static final class Makers {

        /** A function that no method makes. */
        public static final UnaryOperator<TimeSeries> SMOOTHER = smoother(3);

        private Makers() {}

        /** A function of series that looks ahead. */
        public static UnaryOperator<TimeSeries> smoother(int window) {
            return series -> {
                double[] x = series.values().toArray();
                Require.finite(x, "x");
                double[] result = x.clone();
                for (int t = 0; t < x.length - window; t++) {
                    result[t] = x[t + window];
                }
                return TimeSeries.of(series.dates(), result, series.unit());
            };
        }
    }
}
