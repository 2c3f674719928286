package io.github.macroregime.core.linear;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;
import java.util.Optional;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix.
 *
 * <p>Householder reflections make the matrix tridiagonal, {@code A = Q T Q'}; implicit QL steps with a Wilkinson shift
 * then clear the subdiagonal, one eigenvalue after the other. The vectors are kept as rows, so that each rotation turns
 * two stretches of memory.
 *
 * <p><b>Source</b>: Golub and Van Loan, Matrix Computations, the symmetric QR algorithm.
 */
public final class SymmetricEigen {

    private static final int MOST_TURNS = 60;
    private static final double NEGLIGIBLE = Math.ulp(1.0) / 2;

    private final int n;
    private final double[] diagonal;
    private final double[] subdiagonal;
    private final double[][] vectors;

    private SymmetricEigen(double[] cells, int n) {
        this.n = n;
        this.vectors = new double[n][n];
        Tridiagonal tridiagonal = new Tridiagonal(n);
        tridiagonal.start(cells);
        double[][] reflectors = new double[Math.max(0, n - 2)][n];
        double[] betas = new double[reflectors.length];
        for (int k = 0; k < betas.length; k++) {
            betas[k] = tridiagonal.reflect(k, reflectors[k]);
        }
        tridiagonal.finish();
        this.diagonal = tridiagonal.diagonal();
        this.subdiagonal = tridiagonal.subdiagonal();
        accumulate(reflectors, betas);
    }

    /**
     * The eigenvalues and eigenvectors.
     *
     * @param cells n x n numbers of a symmetric matrix, row after row
     * @param n the size of the matrix
     * @return both, empty if the rotations do not end, which no matrix of finite numbers is known to do
     * @throws IllegalArgumentException if the count of the numbers is wrong
     */
    public static Optional<SymmetricEigen> of(double[] cells, int n) {
        if (n < 0 || cells.length != (long) n * n) {
            throw new IllegalArgumentException("cells must have " + n + " x " + n + " numbers but had " + cells.length);
        }
        SymmetricEigen eigen = new SymmetricEigen(cells, n);
        for (int least = 0; least < n; least++) {
            if (!eigen.isolate(least)) {
                return Optional.empty();
            }
        }
        return Optional.of(eigen);
    }

    /**
     * The eigenvalues.
     *
     * @return n numbers in no order; a copy
     */
    public double[] values() {
        return diagonal.clone();
    }

    /**
     * An eigenvector of length one.
     *
     * @param i the place of its eigenvalue, from 0 to n − 1
     * @return its n components; a copy
     * @throws IndexOutOfBoundsException outside that range
     */
    public double[] vector(int i) {
        return vectors[Require.index(i, n, "i")].clone();
    }

    // The product of the reflections, from the last, which leaves most of the identity as it is; then turned over.
    private void accumulate(double[][] reflectors, double[] betas) {
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int k = n - 3; k >= 0; k--) {
            if (betas[k] > 0) {
                double[] v = reflectors[k];
                Arrays.fill(w, 0);
                for (int i = k + 1; i < n; i++) {
                    double[] row = vectors[i];
                    for (int j = k + 1; j < n; j++) {
                        w[j] += v[i] * row[j];
                    }
                }
                for (int i = k + 1; i < n; i++) {
                    double[] row = vectors[i];
                    double share = v[i] / betas[k];
                    for (int j = k + 1; j < n; j++) {
                        row[j] -= share * w[j];
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double turned = vectors[i][j];
                vectors[i][j] = vectors[j][i];
                vectors[j][i] = turned;
            }
        }
    }

    // Clears the cell below one place of the diagonal.
    private boolean isolate(int least) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            int end = least;
            while (end < n - 1 && !isNegligible(end)) {
                end++;
            }
            if (end == least) {
                return true;
            }
            step(least, end);
        }
        return false;
    }

    private boolean isNegligible(int i) {
        return Math.abs(subdiagonal[i]) <= NEGLIGIBLE * (Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]));
    }

    // One implicit QL step, from the end up, shifted by the eigenvalue of the leading two by two.
    private void step(int least, int end) {
        double half = (diagonal[least + 1] - diagonal[least]) / (2 * subdiagonal[least]);
        double root = Math.sqrt(half * half + 1);
        double bulge = diagonal[end] - diagonal[least] + subdiagonal[least] / (half + Math.copySign(root, half));
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = end - 1; i >= least; i--) {
            double off = sine * subdiagonal[i];
            double kept = cosine * subdiagonal[i];
            double length = Math.sqrt(off * off + bulge * bulge);
            subdiagonal[i + 1] = length;
            if (length == 0) {
                diagonal[i + 1] -= carried;
                subdiagonal[end] = 0;
                return;
            }
            sine = off / length;
            cosine = bulge / length;
            double lowered = diagonal[i + 1] - carried;
            double mixed = (diagonal[i] - lowered) * sine + 2 * cosine * kept;
            carried = sine * mixed;
            diagonal[i + 1] = lowered + carried;
            bulge = cosine * mixed - kept;
            turn(vectors[i], vectors[i + 1], cosine, sine);
        }
        diagonal[least] -= carried;
        subdiagonal[least] = bulge;
        subdiagonal[end] = 0;
    }

    private static void turn(double[] upper, double[] lower, double cosine, double sine) {
        for (int k = 0; k < upper.length; k++) {
            double one = upper[k];
            double other = lower[k];
            lower[k] = sine * one + cosine * other;
            upper[k] = cosine * one - sine * other;
        }
    }
}
