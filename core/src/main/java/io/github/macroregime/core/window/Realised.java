package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;

/** The realised measures of a window of returns: moments about zero, because a mean return is lost in the noise. */
final class Realised {

    private Realised() {}

    static double variance(double[] r) {
        return Moments.sumOfPowers(r, 2);
    }

    static double skewness(double[] r) {
        double variance = variance(r);
        return variance > 0
                ? Math.sqrt(r.length) * Moments.sumOfPowers(r, 3) / (variance * Math.sqrt(variance))
                : Double.NaN;
    }

    static double kurtosis(double[] r) {
        double variance = variance(r);
        return variance > 0 ? r.length * Moments.sumOfPowers(r, 4) / (variance * variance) : Double.NaN;
    }

    static double upsideVariance(double[] r) {
        return variance(clipped(r, 1));
    }

    static double downsideVariance(double[] r) {
        return variance(clipped(r, -1));
    }

    static double varianceSkew(double[] r) {
        double variance = variance(r);
        return variance > 0 ? (upsideVariance(r) - downsideVariance(r)) / variance : Double.NaN;
    }

    private static double[] clipped(double[] r, double sign) {
        double[] clipped = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            clipped[i] = Math.max(0, sign * r[i]);
        }
        return clipped;
    }
}
