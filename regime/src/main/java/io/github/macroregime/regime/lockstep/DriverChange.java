package io.github.macroregime.regime.lockstep;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;

/** How a change of a series is taken. */
public enum DriverChange {

    /** The difference of two levels, for yields and spreads. */
    DIFFERENCE,

    /** The logarithm of the ratio of two prices. */
    LOG_RETURN;

    /** The changes from each of the dates to the next, one fewer than dates; the series has a value on all of them. */
    double[] on(DateIndex dates, TimeSeries series) {
        double[] changes = new double[Math.max(0, dates.size() - 1)];
        for (int t = 0; t < changes.length; t++) {
            double before = series.on(dates.get(t)).orElseThrow();
            double now = series.on(dates.get(t + 1)).orElseThrow();
            changes[t] = change(before, now, dates, t);
        }
        return changes;
    }

    private double change(double before, double now, DateIndex dates, int t) {
        if (this == DIFFERENCE) {
            return now - before;
        }
        if (!(before > 0 && now > 0)) {
            throw new IllegalArgumentException("prices on " + dates.get(t) + " and " + dates.get(t + 1)
                    + " must be positive but were " + before + " and " + now);
        }
        return StrictMath.log(now / before);
    }
}
