package io.github.macroregime.core.stats;

/**
 * The largest eigenvalue of a symmetric matrix, without the others.
 *
 * <p>Reflections bring the matrix to three diagonals; for those, the number of eigenvalues below a bound is the number
 * of negative pivots, so the largest is found by halving an interval that must hold it. Unlike the power method this
 * needs no gap to the second eigenvalue.
 */
final class LargestEigenvalue {

    private LargestEigenvalue() {}

    /** Overwrites the matrix. */
    static double of(double[][] a) {
        int n = a.length;
        double[] diagonal = new double[n];
        double[] besides = new double[n];
        double[] v = new double[n];
        double[] w = new double[n];
        for (int k = 0; k < n - 2; k++) {
            besides[k + 1] = reflect(a, k, v, w);
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i][i];
        }
        if (n > 1) {
            besides[n - 1] = a[n - 1][n - 2];
        }
        return bisected(diagonal, besides);
    }

    // Clears column k below the second diagonal; returns what is left on it.
    private static double reflect(double[][] a, int k, double[] v, double[] w) {
        int n = a.length;
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = a[i][k];
            squares += v[i] * v[i];
        }
        double alpha = -Math.copySign(Math.sqrt(squares), v[k + 1]);
        double beta = squares - alpha * v[k + 1];
        if (!(beta > 0)) {
            return v[k + 1];
        }
        v[k + 1] -= alpha;
        double along = 0;
        for (int i = k + 1; i < n; i++) {
            double sum = 0;
            for (int j = k + 1; j < n; j++) {
                sum += a[i][j] * v[j];
            }
            w[i] = sum / beta;
            along += w[i] * v[i];
        }
        double half = along / (2 * beta);
        for (int i = k + 1; i < n; i++) {
            w[i] -= half * v[i];
        }
        for (int i = k + 1; i < n; i++) {
            for (int j = k + 1; j < n; j++) {
                a[i][j] -= v[i] * w[j] + w[i] * v[j];
            }
        }
        return alpha;
    }

    private static double bisected(double[] diagonal, double[] besides) {
        int n = diagonal.length;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double reach = Math.abs(besides[i]) + (i + 1 < n ? Math.abs(besides[i + 1]) : 0);
            low = Math.max(low, diagonal[i]);
            high = Math.max(high, diagonal[i] + reach);
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (!(middle > low && middle < high)) {
                return high;
            }
            if (allBelow(middle, diagonal, besides)) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    private static boolean allBelow(double bound, double[] diagonal, double[] besides) {
        double pivot = diagonal[0] - bound;
        for (int i = 1; i < diagonal.length && pivot < 0; i++) {
            pivot = diagonal[i] - bound - besides[i] * besides[i] / pivot;
        }
        return pivot < 0;
    }
}
