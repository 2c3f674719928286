package io.github.macroregime.regime.state;

import java.util.Optional;

/** The lower triangle L with {@code L L' = A} of a positive definite matrix, and what follows from it. */
final class Cholesky {

    private static final double SINGULAR = 1e-13;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Empty if a pivot keeps less than 1e-13 of its diagonal: the matrix is not clearly positive definite. */
    static Optional<Cholesky> of(double[][] a) {
        int n = a.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(rest > SINGULAR * Math.abs(a[i][i]))) {
                    return Optional.empty();
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return Optional.of(new Cholesky(lower));
    }

    /** The x with {@code A x = b}. */
    double[] solve(double[] b) {
        int n = lower.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
