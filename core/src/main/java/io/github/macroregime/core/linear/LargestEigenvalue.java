package io.github.macroregime.core.linear;

import java.util.Arrays;

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
public final class LargestEigenvalue {

    private static final int MOST_STEPS = 20;
    private static final int TRIED_STEPS = 3;
    private static final double CLEAR_LEAD = 1.0 / 32;
    private static final double RELATIVE_ERROR = 4e-15;

    private final int n;
    private final Tridiagonal tridiagonal;
    private double[] v;
    private double[] w;

    /**
     * Room for matrices of one size.
     *
     * @param n the size, from 1
     */
    public LargestEigenvalue(int n) {
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
     * @throws IllegalArgumentException if the cells are not n x n
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
