package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/**
 * Dependence of any form between two series, by the distances between their values.
 *
 * <p>It is zero in the long run only for independent series, where a product-moment correlation also vanishes for a
 * parabola. It has no sign.
 *
 * <p><b>Source</b>: Szekely, Rizzo and Bakirov 2007, Annals of Statistics 35.
 */
public final class DistanceCorrelation {

    private DistanceCorrelation() {}

    /**
     * The {@index "distance correlation"}: {@code sqrt(V(x, y) / sqrt(V(x, x) V(y, y)))} with
     * {@code V(x, y) = sum A_jk B_jk / n^2} and {@code A_jk = a_jk - mean_j - mean_k + mean} of the distances
     * {@code a_jk = |x_j - x_k|}, B likewise for y.
     *
     * <p>The biased sample version (V-statistic): independent series of length n give about {@code n^(-1/2)}, not zero.
     *
     * <p><b>Shape</b>: one number. <b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: the square of the
     * length in time, the length in memory.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @return from 0 to 1, NaN if all numbers of one array are equal
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ or one is infinite
     */
    public static double of(double[] x, double[] y) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        boolean complete = Require.finite(x, "x");
        if (!Require.finite(y, "y") || !complete) {
            return Double.NaN;
        }
        double scale = Math.sqrt(covariance(x, x)) * Math.sqrt(covariance(y, y));
        return scale > 0 ? Math.sqrt(Math.max(0, Math.min(1, covariance(x, y) / scale))) : Double.NaN;
    }

    private static double covariance(double[] x, double[] y) {
        int n = x.length;
        double[] meansX = meanDistances(x);
        double[] meansY = meanDistances(y);
        double meanX = Moments.mean(meansX);
        double meanY = Moments.mean(meansY);
        double[] rows = new double[n];
        double[] products = new double[n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                double a = Math.abs(x[j] - x[k]) - meansX[j] - meansX[k] + meanX;
                double b = Math.abs(y[j] - y[k]) - meansY[j] - meansY[k] + meanY;
                products[k] = a * b;
            }
            rows[j] = Moments.mean(products);
        }
        return Moments.mean(rows);
    }

    private static double[] meanDistances(double[] x) {
        double[] means = new double[x.length];
        Arrays.setAll(
                means,
                j -> Moments.mean(Arrays.stream(x).map(v -> Math.abs(v - x[j])).toArray()));
        return means;
    }
}
