package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import java.util.Arrays;
import java.util.Optional;

/**
 * Covariances and correlations among several series on the same positions, and how strongly they move together.
 *
 * <p>The leading share is the part of the variance of standardised series that their first principal component takes:
 * 1/N if nothing moves together, 1 if everything does.
 */
public final class Correlations {

    private static final int SIDE_BY_SIDE = 4;

    private Correlations() {}

    /**
     * The {@index "correlation matrix"}: Pearson's correlation of every pair of series.
     *
     * <p><b>Missing</b>: positions at which any series is missing are left out. <b>Cost</b>: the number of pairs times
     * the length.
     *
     * @param series at least one series, all of one length
     * @return the matrix with ones on its diagonal, empty if fewer than two positions are complete or a series is flat
     *     on them
     * @throws IllegalArgumentException if lengths differ or a number is infinite
     */
    public static Optional<Matrix> matrix(double[]... series) {
        double[][] deviations = completeDeviations(series);
        if (deviations[0].length < 2) {
            return Optional.empty();
        }
        int n = deviations.length;
        for (double[] deviation : deviations) {
            var unused = Moments.scale(deviation);
        }
        double[][] products = products(deviations);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (products[i][i] == 0) {
                return Optional.empty();
            }
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = Moments.correlationOfSums(products[i][i], products[j][j], products[i][j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return Optional.of(Matrix.copyOf(matrix));
    }

    /**
     * The {@index "covariance matrix"}, the sample covariance of every pair of series: {@code sum dx dy / (n - 1)}.
     *
     * <p><b>Missing</b>: positions at which any series is missing are left out. <b>Cost</b>: the number of pairs times
     * the length.
     *
     * @param series at least one series, all of one length
     * @return the matrix with the variances on its diagonal, empty if fewer than two positions are complete
     * @throws IllegalArgumentException if lengths differ or a number is infinite
     */
    public static Optional<Matrix> sampleCovarianceMatrix(double[]... series) {
        double[][] deviations = completeDeviations(series);
        int n = deviations.length;
        int count = deviations[0].length;
        if (count < 2) {
            return Optional.empty();
        }
        int[] exponents = Arrays.stream(deviations).mapToInt(Moments::scale).toArray();
        double[][] products = products(deviations);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = Math.scalb(products[i][j] / (count - 1), exponents[i] + exponents[j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return Optional.of(Matrix.copyOf(matrix));
    }

    /**
     * The {@index "average pairwise correlation"}, the mean over all pairs: {@code 2 sum_(i<j) r_ij / (N (N - 1))}.
     *
     * @param correlations a correlation matrix of at least two series
     * @return from −1/(N − 1) to 1
     * @throws IllegalArgumentException if the matrix is not square or has fewer than two rows
     */
    public static double averagePairwise(Matrix correlations) {
        return meanOfPairs(correlations, false);
    }

    /**
     * The average absolute pairwise correlation: {@code 2 sum_(i<j) |r_ij| / (N (N - 1))}.
     *
     * @param correlations a correlation matrix of at least two series
     * @return from 0 to 1
     * @throws IllegalArgumentException if the matrix is not square or has fewer than two rows
     */
    public static double averageAbsolutePairwise(Matrix correlations) {
        return meanOfPairs(correlations, true);
    }

    private static double meanOfPairs(Matrix correlations, boolean absolute) {
        int n = correlations.rows();
        if (n < 2 || n != correlations.columns()) {
            throw new IllegalArgumentException(
                    "correlations must be square with at least 2 rows but was " + n + " x " + correlations.columns());
        }
        double[] pairs = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double r = correlations.get(i, j);
                pairs[at++] = absolute ? Math.abs(r) : r;
            }
        }
        return Moments.mean(pairs);
    }

    private static double[][] completeDeviations(double[][] series) {
        Require.alike(series);
        int length = series[0].length;
        int[] kept = new int[length];
        int count = 0;
        for (int t = 0; t < length; t++) {
            boolean complete = true;
            for (double[] x : series) {
                complete &= !Double.isNaN(x[t]);
            }
            if (complete) {
                kept[count++] = t;
            }
        }
        int[] positions = Arrays.copyOf(kept, count);
        return Arrays.stream(series)
                .map(x -> Moments.deviations(
                        Arrays.stream(positions).mapToDouble(t -> x[t]).toArray()))
                .toArray(double[][]::new);
    }

    // The sum of products of each series with itself and those before it.
    private static double[][] products(double[][] x) {
        double[][] products = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            products[i] = new double[i + 1];
            int j = 0;
            for (; j + SIDE_BY_SIDE <= i + 1; j += SIDE_BY_SIDE) {
                fill(products[i], j, x[i], x);
            }
            for (; j <= i; j++) {
                products[i][j] = Moments.sumOfProducts(x[i], x[j]);
            }
        }
        return products;
    }

    // A compensated sum waits for itself at every step: four side by side take the time of one, with the same bits.
    private static void fill(double[] products, int j, double[] x, double[][] others) {
        double[] a = others[j];
        double[] b = others[j + 1];
        double[] c = others[j + 2];
        double[] d = others[j + 3];
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        double lostA = 0;
        double lostB = 0;
        double lostC = 0;
        double lostD = 0;
        for (int t = 0; t < x.length; t++) {
            double valueA = x[t] * a[t];
            double valueB = x[t] * b[t];
            double valueC = x[t] * c[t];
            double valueD = x[t] * d[t];
            double nextA = sumA + valueA;
            double nextB = sumB + valueB;
            double nextC = sumC + valueC;
            double nextD = sumD + valueD;
            lostA += lost(sumA, valueA, nextA);
            lostB += lost(sumB, valueB, nextB);
            lostC += lost(sumC, valueC, nextC);
            lostD += lost(sumD, valueD, nextD);
            sumA = nextA;
            sumB = nextB;
            sumC = nextC;
            sumD = nextD;
        }
        products[j] = sumA + lostA;
        products[j + 1] = sumB + lostB;
        products[j + 2] = sumC + lostC;
        products[j + 3] = sumD + lostD;
    }

    // What rounding took from a sum, exact whichever of the two is the larger.
    private static double lost(double sum, double value, double next) {
        double added = next - sum;
        return (sum - (next - added)) + (value - added);
    }
}
