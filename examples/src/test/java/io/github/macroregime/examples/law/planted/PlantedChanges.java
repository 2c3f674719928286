package io.github.macroregime.examples.law.planted;

import io.github.macroregime.core.series.Require;

/** Looks ahead where a lag is given. */
public final class PlantedChanges {

    private PlantedChanges() {}

    public static double[] change(double[] x, int lag) {
        Require.finite(x, "x");
        double[] change = Centred.mean(x);
        for (int t = 0; t < x.length; t++) {
            change[t] -= x[Math.max(0, t - lag)];
        }
        return change;
    }
}
