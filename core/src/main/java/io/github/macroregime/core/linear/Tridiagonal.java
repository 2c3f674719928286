package io.github.macroregime.core.linear;

import java.util.Arrays;

/** Householder's reduction of a symmetric matrix to a tridiagonal one, one reflection for each row. */
final class Tridiagonal {

    private final int n;
    private final double[] a;
    private final double[] w;
    private final double[] diagonal;
    private final double[] subdiagonal;

    Tridiagonal(int n) {
        this.n = n;
        this.a = new double[n * n];
        this.w = new double[n];
        this.diagonal = new double[n];
        this.subdiagonal = new double[n];
    }

    double[] diagonal() {
        return diagonal;
    }

    /** The cell below each cell of the diagonal, and a last zero. */
    double[] subdiagonal() {
        return subdiagonal;
    }

    void start(double[] cells) {
        System.arraycopy(cells, 0, a, 0, a.length);
    }

    /**
     * Clears row and column k beyond the subdiagonal by {@code I - v v' / beta}, for each k from 0 to n - 3 in turn.
     *
     * @param v room for the reflection, filled from k + 1 on
     * @return beta, not positive if there was nothing to clear
     */
    double reflect(int k, double[] v) {
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = a[k * n + i];
            squares += v[i] * v[i];
        }
        double alpha = -Math.copySign(Math.sqrt(squares), v[k + 1]);
        double beta = squares - alpha * v[k + 1];
        if (!(beta > 0)) {
            subdiagonal[k] = v[k + 1];
            return 0;
        }
        v[k + 1] -= alpha;
        subdiagonal[k] = alpha;
        Arrays.fill(w, 0);
        for (int j = k + 1; j < n; j++) {
            double share = v[j] / beta;
            int start = j * n;
            for (int i = k + 1; i < n; i++) {
                w[i] += a[start + i] * share;
            }
        }
        double along = 0;
        for (int i = k + 1; i < n; i++) {
            along += w[i] * v[i];
        }
        double half = along / (2 * beta);
        for (int i = k + 1; i < n; i++) {
            w[i] -= half * v[i];
        }
        for (int i = k + 1; i < n; i++) {
            double vi = v[i];
            double wi = w[i];
            int start = i * n;
            for (int j = k + 1; j < n; j++) {
                a[start + j] -= vi * w[j] + wi * v[j];
            }
        }
        return beta;
    }

    /** Reads the diagonal and the last cell below it, after all reflections. */
    void finish() {
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i * n + i];
        }
        if (n > 1) {
            subdiagonal[n - 2] = a[(n - 1) * n + n - 2];
        }
    }
}
