package io.github.macroregime.core.linear;

import java.util.Arrays;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix.
 *
 * <p>Reflections bring the matrix to three diagonals, {@code A = Q T Q'}; rotations with a shift near an eigenvalue then
 * chase the second diagonal away from its end, one eigenvalue after the other. The vectors are kept as rows, so that
 * each rotation turns two stretches of memory.
 */
public final class SymmetricEigen {

    private static final int MOST_TURNS = 60;
    private static final double NEGLIGIBLE = Math.ulp(1.0) / 2;

    private final int n;
    private final double[] a;
    private final double[] diagonal;
    private final double[] besides;
    private final double[][] vectors;
    private final double[][] reflectors;
    private final double[] lengths;

    /** Overwrites the cells, row after row. */
    public SymmetricEigen(double[] cells, int n) {
        this.n = n;
        this.a = cells;
        this.diagonal = new double[n];
        this.besides = new double[n];
        this.vectors = new double[n][n];
        this.reflectors = new double[Math.max(0, n - 2)][];
        this.lengths = new double[Math.max(0, n - 2)];
    }

    /** The eigenvalues in no order. */
    public double[] values() {
        return diagonal;
    }

    /** The eigenvectors of length one, each a row, in the order of the values. */
    public double[][] vectors() {
        return vectors;
    }

    /** False if the rotations do not end, which no matrix of finite numbers is known to do. */
    public boolean solve() {
        double[] w = new double[n];
        for (int k = 0; k < n - 2; k++) {
            reflect(k, w);
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i * n + i];
        }
        if (n > 1) {
            besides[n - 2] = a[(n - 1) * n + n - 2];
        }
        accumulate(w);
        for (int least = 0; least < n; least++) {
            if (!isolate(least)) {
                return false;
            }
        }
        return true;
    }

    // Clears row and column k behind the second diagonal by I - v v' / beta.
    private void reflect(int k, double[] w) {
        double[] v = new double[n];
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = a[k * n + i];
            squares += v[i] * v[i];
        }
        double alpha = -Math.copySign(Math.sqrt(squares), v[k + 1]);
        double beta = squares - alpha * v[k + 1];
        reflectors[k] = v;
        lengths[k] = beta;
        if (!(beta > 0)) {
            besides[k] = v[k + 1];
            return;
        }
        v[k + 1] -= alpha;
        besides[k] = alpha;
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
    }

    // The product of the reflections, from the last, which leaves most of the identity as it is; then turned over.
    private void accumulate(double[] w) {
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int k = n - 3; k >= 0; k--) {
            if (lengths[k] > 0) {
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
                    double share = v[i] / lengths[k];
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

    private boolean isolate(int least) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            int end = least;
            while (end < n - 1 && !isNegligible(end)) {
                end++;
            }
            if (end == least) {
                return true;
            }
            chase(least, end);
        }
        return false;
    }

    private boolean isNegligible(int i) {
        return Math.abs(besides[i]) <= NEGLIGIBLE * (Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]));
    }

    // One pass of rotations from the end up, the first of them with the eigenvalue of the leading two by two.
    private void chase(int least, int end) {
        double half = (diagonal[least + 1] - diagonal[least]) / (2 * besides[least]);
        double root = Math.sqrt(half * half + 1);
        double bulge = diagonal[end] - diagonal[least] + besides[least] / (half + Math.copySign(root, half));
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = end - 1; i >= least; i--) {
            double off = sine * besides[i];
            double kept = cosine * besides[i];
            double length = Math.sqrt(off * off + bulge * bulge);
            besides[i + 1] = length;
            if (length == 0) {
                diagonal[i + 1] -= carried;
                besides[end] = 0;
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
        besides[least] = bulge;
        besides[end] = 0;
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
