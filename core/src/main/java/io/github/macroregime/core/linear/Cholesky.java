package io.github.macroregime.core.linear;

import java.util.Optional;

/**
 * The {@index Cholesky} factor of a symmetric positive definite matrix: the lower triangle L with {@code L L' = A}.
 *
 * <p><b>Source</b>: Golub and Van Loan, Matrix Computations, the Cholesky factorization.
 */
public final class Cholesky {

    private static final double SINGULAR = 1e-13;

    private final int n;
    private final double[] lower;

    private Cholesky(int n, double[] lower) {
        this.n = n;
        this.lower = lower;
    }

    /**
     * The factor of a matrix, of which only the lower triangle is read.
     *
     * @param cells n x n numbers, row after row
     * @param n the size of the matrix
     * @return the factor, empty if a pivot keeps no more than 1e-13 of its diagonal: the matrix is not clearly positive
     *     definite
     * @throws IllegalArgumentException if the count of the numbers is wrong
     */
    public static Optional<Cholesky> of(double[] cells, int n) {
        return of(cells, n, SINGULAR);
    }

    /**
     * The factor of a matrix whose pivots must keep a stated part of the diagonal.
     *
     * @param cells n x n numbers, row after row, of which only the lower triangle is read
     * @param n the size of the matrix
     * @param tolerance the part of its diagonal that a pivot must exceed
     * @return the factor, empty if a pivot does not: the matrix is not clearly positive definite
     * @throws IllegalArgumentException if the count of the numbers is wrong
     */
    public static Optional<Cholesky> of(double[] cells, int n, double tolerance) {
        if (n < 0 || cells.length != (long) n * n) {
            throw new IllegalArgumentException("cells must have " + n + " x " + n + " numbers but had " + cells.length);
        }
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = cells[i * n + j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i * n + k] * lower[j * n + k];
                }
                if (i == j && !(rest > tolerance * Math.abs(cells[i * n + i]))) {
                    return Optional.empty();
                }
                lower[i * n + j] = i == j ? Math.sqrt(rest) : rest / lower[j * n + j];
            }
        }
        return Optional.of(new Cholesky(n, lower));
    }

    /**
     * The factor L.
     *
     * @return n x n numbers, row after row, zero above the diagonal; a copy
     */
    public double[] lower() {
        return lower.clone();
    }

    /**
     * The solution of {@code A x = b}.
     *
     * @param b n numbers
     * @return the n numbers of x
     * @throws IllegalArgumentException if the length is wrong
     */
    public double[] solve(double[] b) {
        double[] x = forward(b);
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k * n + i] * x[k];
            }
            x[i] /= lower[i * n + i];
        }
        return x;
    }

    /**
     * The quadratic form {@code b' A^-1 b}: for a covariance, the squared {@index "Mahalanobis distance"} of b.
     *
     * @param b n numbers
     * @return the form, never negative
     * @throws IllegalArgumentException if the length is wrong
     */
    public double inverseQuadraticForm(double[] b) {
        double sum = 0;
        for (double part : forward(b)) {
            sum += part * part;
        }
        return sum;
    }

    // The x with L x = b.
    private double[] forward(double[] b) {
        if (b.length != n) {
            throw new IllegalArgumentException("b must have " + n + " numbers but had " + b.length);
        }
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i * n + k] * x[k];
            }
            x[i] /= lower[i * n + i];
        }
        return x;
    }
}
