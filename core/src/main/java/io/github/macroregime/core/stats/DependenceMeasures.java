package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/** How much two series depend on each other, whatever the form of their relation. */
public final class DependenceMeasures {

    private DependenceMeasures() {}

    /**
     * The {@index "distance correlation"}: {@code sqrt(V(x, y) / sqrt(V(x, x) V(y, y)))} with
     * {@code V(x, y) = sum A_jk B_jk / n^2} and {@code A_jk = a_jk - mean_j - mean_k + mean} of the distances
     * {@code a_jk = |x_j - x_k|}, B likewise for y.
     *
     * <p>In a long sample it tends to zero only for independent series, where a product-moment correlation also
     * vanishes for a parabola. It has no sign.
     *
     * <p>The biased sample version (V-statistic): independent series of length n give about {@code n^(-1/2)}, not zero.
     *
     * <p><b>Shape</b>: one number. <b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: the square of the
     * length in time, the length in memory. <b>Source</b>: Szekely, Rizzo and Bakirov 2007, Annals of Statistics 35.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @return from 0 to 1, NaN if all numbers of one array are equal
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ or one is infinite
     */
    public static double distanceCorrelation(double[] x, double[] y) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        boolean complete = Require.finite(x, "x");
        if (!Require.finite(y, "y") || !complete) {
            return Double.NaN;
        }
        return nearOne(scaled(x), scaled(y));
    }

    private static double nearOne(double[] x, double[] y) {
        double scale = Math.sqrt(covariance(x, x)) * Math.sqrt(covariance(y, y));
        return scale > 0 ? Math.sqrt(Math.max(0, Math.min(1, covariance(x, y) / scale))) : Double.NaN;
    }

    private static double[] scaled(double[] x) {
        double[] scaled = x.clone();
        Moments.scale(scaled);
        return scaled;
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

    /**
     * The {@index "mutual information"} of two series over bins of equal count: {@code sum p_ij ln(p_ij / (p_i q_j))}.
     *
     * <p>A number falls into bin {@code floor(bins (rank - 1/2) / n)} by its average rank, so equal numbers share a bin.
     * The plug-in estimate lies above zero even for independent series, by about {@code (bins - 1)^2 / (2 n)}.
     *
     * <p><b>Shape</b>: one number. <b>Unit</b>: nats. <b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>:
     * two sorts. <b>Source</b>: Shannon 1948 (definition); Miller 1955 (bias of the plug-in estimate).
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @param bins how many bins each series is cut into, from 1 to the length
     * @return from 0 to {@code ln(bins)}
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ, one is infinite or the
     *     number of bins lies outside its range
     */
    public static double mutualInformation(double[] x, double[] y, int bins) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        if (bins < 1 || bins > x.length) {
            throw new IllegalArgumentException("bins must lie in [1, " + x.length + "] but was " + bins);
        }
        boolean complete = Require.finite(x, "x");
        if (!Require.finite(y, "y") || !complete) {
            return Double.NaN;
        }
        int[] binsX = bins(x, bins);
        int[] binsY = bins(y, bins);
        double[] countsX = new double[bins];
        double[] countsY = new double[bins];
        double[][] counts = new double[bins][bins];
        for (int i = 0; i < x.length; i++) {
            countsX[binsX[i]]++;
            countsY[binsY[i]]++;
            counts[binsX[i]][binsY[i]]++;
        }
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            for (int j = 0; j < bins; j++) {
                if (counts[i][j] > 0) {
                    sum += counts[i][j] * StrictMath.log(counts[i][j] * x.length / (countsX[i] * countsY[j]));
                }
            }
        }
        return Math.max(0, sum / x.length);
    }

    private static int[] bins(double[] x, int bins) {
        double[] ranks = Ranks.of(x, Ranks.Ties.AVERAGE);
        int[] of = new int[x.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = (int) Math.floor(bins * (ranks[i] - 0.5) / x.length);
        }
        return of;
    }
}
