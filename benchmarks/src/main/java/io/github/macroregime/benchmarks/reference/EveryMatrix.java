package io.github.macroregime.benchmarks.reference;

/** Correlation matrices by their definition. */
public final class EveryMatrix {

    private EveryMatrix() {}

    /**
     * The correlations of a range, in two passes for each pair.
     *
     * @param series all of one length
     * @param fromInclusive the first position
     * @param toExclusive the position behind the last
     * @return a symmetric matrix with ones on its diagonal
     */
    public static double[][] correlations(double[][] series, int fromInclusive, int toExclusive) {
        int n = series.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = correlation(series[i], series[j], fromInclusive, toExclusive);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static double correlation(double[] x, double[] y, int from, int to) {
        double meanX = EveryWindow.mean(x, from, to);
        double meanY = EveryWindow.mean(y, from, to);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int t = from; t < to; t++) {
            double dx = x[t] - meanX;
            double dy = y[t] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return xy / Math.sqrt(xx * yy);
    }

    /**
     * The largest eigenvalue of a symmetric matrix by multiplying a vector with it until it turns no more.
     *
     * @param matrix symmetric, with a largest eigenvalue apart from the others
     * @return the eigenvalue
     */
    public static double largestEigenvalue(double[][] matrix) {
        int n = matrix.length;
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = 1 + 0.01 * i;
        }
        double value = 0;
        for (int step = 0; step < 10_000; step++) {
            double[] next = new double[n];
            double norm = 0;
            double length = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += matrix[i][j] * vector[j];
                }
                norm += next[i] * next[i];
                length += vector[i] * vector[i];
            }
            double before = value;
            value = Math.sqrt(norm / length);
            double scale = 1 / Math.sqrt(norm);
            for (int i = 0; i < n; i++) {
                vector[i] = next[i] * scale;
            }
            if (Math.abs(value - before) <= 1e-15 * value) {
                return value;
            }
        }
        return value;
    }
}
