package io.github.macroregime.examples.law.planted;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;

/** Looks ahead in the three forms of a series. */
public final class PlantedMoments {

    private PlantedMoments() {}

    public static double[] smoothed(double[] x) {
        Require.finite(x, "x");
        return Centred.mean(x);
    }

    public static Doubles smoothed(Doubles x) {
        return Doubles.copyOf(Centred.mean(x.toArray()));
    }

    public static TimeSeries smoothed(TimeSeries series) {
        return series.through(Centred::mean, series.unit());
    }
}
