package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * The path behind quotes of which each accrues one period farther than the one before.
 *
 * <p>A strip of meeting-dated swaps, or of swaps from today past one meeting after the other, is such a system. It is
 * solved period by period with one unknown at a time, and the Jacobian is the inverse of a triangular matrix. A swap
 * inside one period needs no other period at all.
 */
final class TriangularPath {

    private static final double SETTLED = 4e-16;
    private static final int STEPS = 20;
    private static final int STEPS_ON_FIRST_SLOPES = 2;
    private static final double[][] NO_TRIANGLE = {};

    private final CompiledRate[] rows;
    private final int[] quoteOf;
    private final double[] leastSlopes;
    private final boolean separate;

    private TriangularPath(CompiledRate[] rows, int[] quoteOf, double[] leastSlopes) {
        this.rows = rows;
        this.quoteOf = quoteOf;
        this.leastSlopes = leastSlopes;
        boolean all = true;
        for (CompiledRate row : rows) {
            all &= isSeparate(row);
        }
        this.separate = all;
    }

    private static boolean isSeparate(CompiledRate row) {
        return row instanceof CompiledRate.Now
                || (row instanceof CompiledRate.Compounded swap && swap.growth().isPlain());
    }

    /**
     * A solution: the inverse of the triangle with what was taken of the row below, or, if every swap keeps to its
     * period, no triangle and the diagonal.
     */
    // Arrays, since it never leaves the calibrator and a copy would cost as much as the solution.
    @SuppressWarnings("ArrayRecordComponent")
    record Solution(
            boolean settled,
            double[] x,
            double[] residuals,
            int[] quoteOf,
            double[][] triangle,
            double[] beside,
            double condition) {

        /** The derivatives of the periods' rates by the quotes. */
        Matrix jacobian() {
            Matrix.Rows rows = Matrix.Rows.of(quoteOf.length, quoteOf.length);
            double[] row = new double[quoteOf.length];
            for (int period = 0; period < quoteOf.length; period++) {
                Arrays.fill(row, 0);
                write(period, row);
                rows.append(row, 1);
            }
            return rows.toMatrix();
        }

        private void write(int period, double[] row) {
            if (triangle.length == 0) {
                row[quoteOf[period]] = beside[period];
                return;
            }
            double carried = 0;
            for (int j = 0; j < quoteOf.length; j++) {
                carried = (j <= period ? triangle[period][j] : 0) - (j == 0 ? 0 : beside[j - 1] * carried);
                row[quoteOf[j]] = carried;
            }
        }
    }

    /**
     * The system in the order of its periods, or nothing if two quotes accrue equally far or one is paid far later.
     *
     * @param leastSlopes by quote, the least change of its rate by that of its period at which it settles the period
     */
    static Optional<TriangularPath> of(CompiledRate[] compiled, int unknowns, double[] leastSlopes) {
        if (compiled.length != unknowns) {
            return Optional.empty();
        }
        int[] quoteOf = new int[unknowns];
        Arrays.fill(quoteOf, -1);
        for (int q = 0; q < compiled.length; q++) {
            int highest = compiled[q].highest();
            if (highest < 0 || quoteOf[highest] >= 0) {
                return Optional.empty();
            }
            if (compiled[q].reach() > highest + 1) {
                return Optional.empty();
            }
            quoteOf[highest] = q;
        }
        CompiledRate[] rows = new CompiledRate[unknowns];
        for (int k = 0; k < unknowns; k++) {
            rows[k] = compiled[quoteOf[k]];
        }
        return Optional.of(new TriangularPath(rows, quoteOf, leastSlopes));
    }

    Solution solve(Doubles rates) {
        return separate ? apart(rates) : together(rates);
    }

    /** Every swap lies inside its period, or today's rate is quoted itself. */
    private Solution apart(Doubles rates) {
        int n = rows.length;
        double[] x = new double[n];
        double[] residuals = new double[n];
        double[] diagonal = new double[n];
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        boolean settled = true;
        for (int k = 0; k < n && settled; k++) {
            double quoted = rates.get(quoteOf[k]);
            double slope = 1;
            if (rows[k] instanceof CompiledRate.Compounded swap) {
                double growth = 1 + quoted * swap.years();
                x[k] = swap.growth().rateAtLogGrowth(Growth.log1p(quoted * swap.years()));
                double log = swap.growth().logGrowthAt(x[k]);
                residuals[quoteOf[k]] = quoted - Growth.expm1(log) / swap.years();
                slope = growth / swap.years() * swap.growth().growthSlopeAt(x[k]);
            } else {
                x[k] = quoted - ((CompiledRate.Now) rows[k]).spread();
            }
            settled = Math.abs(slope) > leastSlopes[quoteOf[k]] && Math.abs(x[k]) <= Double.MAX_VALUE;
            diagonal[k] = 1 / slope;
            largest = Math.max(largest, Math.abs(slope));
            smallest = Math.min(smallest, Math.abs(slope));
        }
        return new Solution(settled, x, residuals, quoteOf, NO_TRIANGLE, diagonal, largest / smallest);
    }

    /**
     * Newton steps on all periods at once from a flat path, until a step finds nothing left; the first slopes serve a
     * few steps, as they cost more than the rates.
     *
     * <p>A row may reach one period beyond its own, by the days of a payment lag. Those entries are eliminated with the
     * row below, from the last row upwards; what is left is triangular.
     */
    private Solution together(Doubles rates) {
        int n = rows.length;
        double[] x = new double[n];
        double[] missed = new double[n];
        double[][] slopes = new double[n][];
        double[] beyond = new double[n];
        double level = 0;
        for (int k = 0; k < n; k++) {
            level += rates.get(quoteOf[k]) / n;
            slopes[k] = new double[Math.min(n, k + 2)];
        }
        Arrays.fill(x, level);
        Growth at = new Growth(rows[0].grid(), x);
        for (int i = 0; i < STEPS; i++) {
            at.move();
            for (int k = 0; k < n; k++) {
                Arrays.fill(slopes[k], 0);
                missed[k] = rates.get(quoteOf[k]) - rows[k].rate(at, slopes[k]);
            }
            if (!eliminate(slopes, beyond)) {
                break;
            }
            if (step(slopes, beyond, missed, x)) {
                return solved(rates, at, slopes, beyond);
            }
            for (int again = 0; i == 0 && again < STEPS_ON_FIRST_SLOPES; again++) {
                at.move();
                for (int k = 0; k < n; k++) {
                    missed[k] = rates.get(quoteOf[k]) - rows[k].rate(at);
                }
                step(slopes, beyond, missed, x);
            }
        }
        return new Solution(false, x, missed, quoteOf, slopes, beyond, 1);
    }

    private boolean eliminate(double[][] slopes, double[] beyond) {
        int n = slopes.length;
        for (int k = n - 1; k >= 0; k--) {
            if (k < n - 1 && slopes[k][k + 1] != 0) {
                beyond[k] = slopes[k][k + 1] / slopes[k + 1][k + 1];
                for (int j = 0; j <= k; j++) {
                    slopes[k][j] -= beyond[k] * slopes[k + 1][j];
                }
            } else {
                beyond[k] = 0;
            }
            if (!(Math.abs(slopes[k][k]) > leastSlopes[quoteOf[k]])) {
                return false;
            }
        }
        return true;
    }

    /** One Newton step; whether it found nothing left. */
    private static boolean step(double[][] slopes, double[] beyond, double[] missed, double[] x) {
        int n = slopes.length;
        for (int k = n - 2; k >= 0; k--) {
            missed[k] -= beyond[k] * missed[k + 1];
        }
        boolean settled = true;
        double[] moves = missed;
        for (int k = 0; k < n; k++) {
            double[] row = slopes[k];
            double left = missed[k];
            for (int j = 0; j < k; j++) {
                left -= row[j] * moves[j];
            }
            moves[k] = left / row[k];
            x[k] += moves[k];
            settled &= Math.abs(moves[k]) <= SETTLED * (1 + 1 / Math.abs(row[k]));
        }
        return settled;
    }

    private Solution solved(Doubles rates, Growth at, double[][] slopes, double[] beyond) {
        int n = rows.length;
        at.move();
        double[] residuals = new double[n];
        double[][] inverse = new double[n][];
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            residuals[quoteOf[k]] = rates.get(quoteOf[k]) - rows[k].rate(at);
            inverse[k] = inverted(k, slopes[k], inverse);
            largest = Math.max(largest, Math.abs(slopes[k][k]));
            smallest = Math.min(smallest, Math.abs(slopes[k][k]));
        }
        return new Solution(true, at.path(), residuals, quoteOf, inverse, beyond, largest / smallest);
    }

    /** Row k of the inverse of the triangle: {@code (e_k - sum over j < k of slope_j * row_j) / slope_k}. */
    private static double[] inverted(int k, double[] slopes, double[][] inverse) {
        double[] row = new double[k + 1];
        for (int j = 0; j < k; j++) {
            double slope = slopes[j];
            if (slope != 0) {
                double[] earlier = inverse[j];
                for (int c = 0; c <= j; c++) {
                    row[c] -= slope * earlier[c];
                }
            }
        }
        row[k] = 1;
        for (int c = 0; c <= k; c++) {
            row[c] /= slopes[k];
        }
        return row;
    }
}
