package io.github.macroregime.examples.law.planted;

import io.github.macroregime.core.series.Require;

/** Looks ahead in one of two series. */
public final class PlantedSensitivities {

    private PlantedSensitivities() {}

    public static double[] ratio(double[] y, double[] x) {
        Require.finite(y, "y");
        Require.finite(x, "x");
        double[] smooth = Centred.mean(x);
        double[] ratio = new double[y.length];
        for (int t = 0; t < ratio.length; t++) {
            ratio[t] = y[t] / smooth[t];
        }
        return ratio;
    }
}
