package io.github.macroregime.core.series;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;

/** Changes of values over observations and over spans of the calendar. */
final class Changes {

    private Changes() {}

    static double[] overObservations(TimeSeries series, Change change, int observations) {
        if (!(observations > 0)) {
            throw new IllegalArgumentException("observations must be positive but was " + observations);
        }
        double[] x = checked(series, change);
        double[] changes = missing(x.length);
        for (int t = observations; t < x.length; t++) {
            changes[t] = change.between(x[t - observations], x[t]);
        }
        return changes;
    }

    static double[] overCalendar(TimeSeries series, Change change, Period span, int maxAgeDays) {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("span must be positive but was " + span);
        }
        DateIndex dates = series.dates();
        double[] x = checked(series, change);
        double[] changes = missing(x.length);
        AsOf before = new AsOf(series, maxAgeDays);
        for (int t = 0; t < x.length; t++) {
            LocalDate same = DateIndex.before(dates.get(t), span);
            LocalDate earlier = dates.before(t, span);
            changes[t] = change.between(
                    earlier.equals(same)
                            ? before.valueOn(same.toEpochDay())
                            : series.on(earlier).orElse(Double.NaN),
                    x[t]);
        }
        return changes;
    }

    private static double[] checked(TimeSeries series, Change change) {
        double[] x = series.values().toArray();
        for (int t = 0; t < x.length; t++) {
            if (!change.accepts(x[t])) {
                throw new IllegalArgumentException("values[" + t + "] on " + series.date(t)
                        + " must lie above zero for a " + change + " change but was " + x[t]);
            }
        }
        return x;
    }

    private static double[] missing(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
