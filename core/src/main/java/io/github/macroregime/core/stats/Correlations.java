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
        double[] lengths = new double[n];
        for (int i = 0; i < n; i++) {
            var unused = Moments.scale(deviations[i]);
            lengths[i] = Moments.sumOfProducts(deviations[i], deviations[i]);
            if (lengths[i] == 0) {
                return Optional.empty();
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = Moments.correlationOfSums(
                        lengths[i], lengths[j], Moments.sumOfProducts(deviations[i], deviations[j]));
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
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double products = Moments.sumOfProducts(deviations[i], deviations[j]);
                matrix[i][j] = Math.scalb(products / (count - 1), exponents[i] + exponents[j]);
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
}
