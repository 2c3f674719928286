package io.github.macroregime.core.linear;

import java.util.Arrays;

/**
 * The largest eigenvalue of a correlation matrix, without the others.
 *
 * <p>Multiplication by the matrix turns its longest column towards the first component; of the iterate v the quotient
 * {@code rho = v'Rv / v'v} never exceeds the largest eigenvalue. As the squares of all eigenvalues sum to those of the
 * cells, every other is at most {@code b = sqrt(sum r_ij^2 - rho^2)}. Once rho exceeds b it can belong to no other
 * eigenvalue, and its error is at most {@code |Rv - rho v|^2 / (v'v (rho - b))}: the answer is proven, not hoped for.
 *
 * <p>Where no component leads that clearly, reflections bring the matrix to three diagonals; for those, the number of
 * eigenvalues below a bound is the number of negative pivots, so the largest is found by halving an interval that must
 * hold it. This needs no gap to the second eigenvalue and bounds the cost.
 *
 * <p>The answer is a function of the matrix alone. Arrays are kept from one matrix to the next.
 */
public final class LargestEigenvalue {

    private static final int MOST_STEPS = 20;
    private static final int TRIED_STEPS = 3;
    private static final double CLEAR_LEAD = 1.0 / 32;
    private static final double RELATIVE_ERROR = 4e-15;

    private final int n;
    private final double[] a;
    private final double[] diagonal;
    private final double[] besides;
    private double[] v;
    private double[] w;

    /**
     * A place to work in.
     *
     * @param n the number of rows of the matrices, from 1
     */
    public LargestEigenvalue(int n) {
        this.n = n;
        this.a = new double[n * n];
        this.diagonal = new double[n];
        this.besides = new double[n];
        this.v = new double[n];
        this.w = new double[n];
    }

    /** The largest eigenvalue of a correlation matrix, cell after cell; NaN is never returned. */
    public double of(double[] cells) {
        double leading = byPowers(cells);
        return Double.isNaN(leading) ? byReflections(cells) : leading;
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

    /**
     * The largest eigenvalue of a symmetric matrix by reflections to three diagonals, without powers.
     *
     * @param cells the matrix, cell after cell
     * @return the eigenvalue
     */
    public double byReflections(double[] cells) {
        System.arraycopy(cells, 0, a, 0, a.length);
        for (int k = 0; k < n - 2; k++) {
            besides[k + 1] = reflect(k);
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i * n + i];
        }
        if (n > 1) {
            besides[n - 1] = a[(n - 1) * n + n - 2];
        }
        return bisected();
    }

    // Clears row k behind the second diagonal; returns what is left on it.
    private double reflect(int k) {
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = a[k * n + i];
            squares += v[i] * v[i];
        }
        double alpha = -Math.copySign(Math.sqrt(squares), v[k + 1]);
        double beta = squares - alpha * v[k + 1];
        if (!(beta > 0)) {
            return v[k + 1];
        }
        v[k + 1] -= alpha;
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
        return alpha;
    }

    private double bisected() {
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
            if (allBelow(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    private boolean allBelow(double bound) {
        double pivot = diagonal[0] - bound;
        for (int i = 1; i < n && pivot < 0; i++) {
            pivot = diagonal[i] - bound - besides[i] * besides[i] / pivot;
        }
        return pivot < 0;
    }
}
