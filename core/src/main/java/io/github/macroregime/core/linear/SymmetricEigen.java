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
    private final double rounding;

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
        this.rounding = NEGLIGIBLE * largestRow();
        accumulate(reflectors, betas);
    }

    private double largestRow() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(diagonal[i]) + Math.abs(subdiagonal[i]));
        }
        return largest;
    }

    /**
     * The eigenvalues and eigenvectors.
     *
     * @param cells n x n numbers of a symmetric matrix, row after row
     * @param n the size of the matrix
     * @return both, each value to some units in the last place of the largest; empty if the rotations do not end, which no matrix of
     *     finite numbers is known to do
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

    // Each step rounds by a part of the largest eigenvalue: beside one of many zeros nothing smaller ever goes away.
    private boolean isNegligible(int i) {
        return Math.abs(subdiagonal[i])
                <= Math.max(rounding, NEGLIGIBLE * (Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1])));
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

    /**
     * Mutable: finds the largest eigenvalue of correlation matrices of one size, without the others.
     *
     * <p>Power iteration: multiplication by the matrix turns its longest column towards the first component; of the iterate v the quotient
     * {@code rho = v'Rv / v'v} never exceeds the largest eigenvalue. As the squares of all eigenvalues sum to those of the
     * cells, every other is at most {@code b = sqrt(sum r_ij^2 - rho^2)}. Once rho exceeds b it can belong to no other
     * eigenvalue, and its error is at most {@code |Rv - rho v|^2 / (v'v (rho - b))}: the answer is proven, not hoped for.
     *
     * <p>Where no component leads that clearly, Householder reflections make the matrix tridiagonal; the number of its
     * eigenvalues below a bound is the number of negative pivots, so the largest is found by bisection of an interval that
     * must hold it. This needs no gap to the second eigenvalue and bounds the cost.
     *
     * <p>The answer is a function of the matrix alone. Arrays are kept from one matrix to the next, so an instance belongs
     * to one thread.
     */
    public static final class LargestEigenvalue {

        private static final int MOST_STEPS = 20;
        private static final int TRIED_STEPS = 3;
        private static final double CLEAR_LEAD = 1.0 / 32;
        private static final double RELATIVE_ERROR = 4e-15;
        private static final int LARGEST = 46_340;

        private final int n;
        private final Tridiagonal tridiagonal;
        private double[] v;
        private double[] w;

        /**
         * Room for matrices of one size.
         *
         * @param n the size, from 1
         * @throws IllegalArgumentException if it is smaller, or a matrix of that size has more numbers than an array
         */
        public LargestEigenvalue(int n) {
            if (n < 1 || n > LARGEST) {
                throw new IllegalArgumentException("n must lie in [1, " + LARGEST + "] but was " + n);
            }
            this.n = n;
            this.tridiagonal = new Tridiagonal(n);
            this.v = new double[n];
            this.w = new double[n];
        }

        /**
         * The largest eigenvalue of a correlation matrix.
         *
         * @param cells n x n finite numbers, row after row; not changed
         * @return from 1 to n apart from rounding
         */
        public double of(double[] cells) {
            if (cells.length != n * n) {
                throw new IllegalArgumentException("cells must be " + n * n + " numbers but were " + cells.length);
            }
            double leading = byPowers(cells);
            return Double.isNaN(leading) ? byBisection(cells) : leading;
        }

        // NaN where the lead is not clear or the steps do not suffice.
        private double byPowers(double[] cells) {
            double squares = 0;
            double longest = 0;
            int from = 0;
            for (int column = 0; column < n; column++) {
                double length = squaredLength(cells, column * n);
                squares += length;
                if (length > longest) {
                    longest = length;
                    from = column;
                }
            }
            System.arraycopy(cells, from * n, v, 0, n);
            double vv = longest;
            for (int step = 1; step <= MOST_STEPS; step++) {
                multiply(cells);
                double vw = 0;
                double ww = 0;
                for (int i = 0; i < n; i++) {
                    vw += v[i] * w[i];
                    ww += w[i] * w[i];
                }
                double rho = vw / vv;
                double lead = rho - Math.sqrt(Math.max(0, squares - rho * rho));
                if (step >= TRIED_STEPS && !(lead > CLEAR_LEAD * rho)) {
                    return Double.NaN;
                }
                if (lead > 0 && ww - rho * rho * vv <= RELATIVE_ERROR * rho * lead * vv) {
                    return rho;
                }
                double[] next = w;
                w = v;
                v = next;
                vv = ww;
            }
            return Double.NaN;
        }

        private double squaredLength(double[] cells, int start) {
            double even = 0;
            double odd = 0;
            int i = 0;
            for (; i + 1 < n; i += 2) {
                even += cells[start + i] * cells[start + i];
                odd += cells[start + i + 1] * cells[start + i + 1];
            }
            return i < n ? even + cells[start + i] * cells[start + i] + odd : even + odd;
        }

        // Column by column, so that the inner loop has no sum to wait for.
        private void multiply(double[] cells) {
            Arrays.fill(w, 0);
            for (int j = 0; j < n; j++) {
                double share = v[j];
                int start = j * n;
                for (int i = 0; i < n; i++) {
                    w[i] += cells[start + i] * share;
                }
            }
        }

        double byBisection(double[] cells) {
            tridiagonal.start(cells);
            for (int k = 0; k < n - 2; k++) {
                tridiagonal.reflect(k, v);
            }
            tridiagonal.finish();
            return bisected(tridiagonal.diagonal(), tridiagonal.subdiagonal());
        }

        private double bisected(double[] diagonal, double[] subdiagonal) {
            double low = Double.NEGATIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                double reach = (i == 0 ? 0 : Math.abs(subdiagonal[i - 1])) + Math.abs(subdiagonal[i]);
                low = Math.max(low, diagonal[i]);
                high = Math.max(high, diagonal[i] + reach);
            }
            while (true) {
                double middle = low + (high - low) / 2;
                if (!(middle > low && middle < high)) {
                    return high;
                }
                if (allBelow(middle, diagonal, subdiagonal)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        }

        private boolean allBelow(double bound, double[] diagonal, double[] subdiagonal) {
            double pivot = diagonal[0] - bound;
            for (int i = 1; i < n && pivot < 0; i++) {
                pivot = diagonal[i] - bound - subdiagonal[i - 1] * subdiagonal[i - 1] / pivot;
            }
            return pivot < 0;
        }
    }
}
