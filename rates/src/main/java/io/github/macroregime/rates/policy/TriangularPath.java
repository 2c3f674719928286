package io.github.macroregime.rates.policy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The path behind quotes of which each reaches one regime farther than the one before.
 *
 * <p>A strip of meeting-dated swaps, or of swaps from today past one meeting after the other, is such a system. It is
 * solved regime by regime with one unknown at a time, and the Jacobian is the inverse of a triangular matrix. A swap
 * inside one regime needs no other regime at all.
 */
final class TriangularPath implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final double SETTLED = 4e-16;
    private static final int STEPS = 50;
    private static final double SMALLEST_SLOPE = 1e-6;

    private final CompiledRate[] rows;
    private final int[] quoteOf;

    private TriangularPath(CompiledRate[] rows, int[] quoteOf) {
        this.rows = rows;
        this.quoteOf = quoteOf;
    }

    /** A solution; the inverse is row-major, a row for each regime and a column for each quote. */
    // Arrays, since it never leaves the calibrator and a copy would cost as much as the solution.
    @SuppressWarnings("ArrayRecordComponent")
    record Solution(boolean settled, double[] x, double[] residuals, double[] inverse, double condition) {}

    /** The system in the order of its regimes, or nothing if two quotes reach equally far. */
    static Optional<TriangularPath> of(CompiledRate[] compiled, int unknowns) {
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
            quoteOf[highest] = q;
        }
        CompiledRate[] rows = Arrays.stream(quoteOf).mapToObj(q -> compiled[q]).toArray(CompiledRate[]::new);
        return Optional.of(new TriangularPath(rows, quoteOf));
    }

    Solution solve(double[] rates) {
        int n = rows.length;
        double[] x = new double[n];
        double[] residuals = new double[n];
        double[] inverse = new double[n * n];
        double[] slopes = new double[n];
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            int q = quoteOf[k];
            Arrays.fill(slopes, 0);
            if (!settle(k, rates[q], x, slopes)) {
                return new Solution(false, x, residuals, inverse, 1);
            }
            residuals[q] = rates[q] - rows[k].rate(x);
            invert(k, slopes, inverse);
            largest = Math.max(largest, Math.abs(slopes[k]));
            smallest = Math.min(smallest, Math.abs(slopes[k]));
        }
        return new Solution(true, x, residuals, inverse, largest / smallest);
    }

    /** Finds the rate of regime k from its quote; the slopes are those at the solution. */
    private boolean settle(int k, double quoted, double[] x, double[] slopes) {
        if (rows[k] instanceof CompiledRate.Compounded swap && swap.growth().isPlain()) {
            double growth = 1 + quoted * swap.years();
            if (!(growth > 0)) {
                return false;
            }
            x[k] = swap.growth().rateAtLogGrowth(DayBuckets.log1p(quoted * swap.years()));
            swap.growth().addGrowthGradient(x, growth / swap.years(), slopes);
            return Math.abs(slopes[k]) > SMALLEST_SLOPE;
        }
        x[k] = k == 0 ? quoted : x[k - 1];
        for (int i = 0; i < STEPS; i++) {
            Arrays.fill(slopes, 0, k + 1, 0);
            double moved = (quoted - rows[k].rate(x, slopes)) / slopes[k];
            if (!(Math.abs(slopes[k]) > SMALLEST_SLOPE)) {
                return false;
            }
            x[k] += moved;
            if (Math.abs(moved) <= SETTLED * (1 + 1 / Math.abs(slopes[k]))) {
                return true;
            }
        }
        return false;
    }

    /** Row k of the inverse: {@code (e_q - sum over j < k of slope_j * row_j) / slope_k}. */
    private void invert(int k, double[] slopes, double[] inverse) {
        int n = rows.length;
        boolean alone = true;
        for (int j = 0; j < k; j++) {
            alone &= slopes[j] == 0;
        }
        if (alone) {
            inverse[k * n + quoteOf[k]] = 1 / slopes[k];
            return;
        }
        for (int j = 0; j < k; j++) {
            if (slopes[j] != 0) {
                for (int c = 0; c < n; c++) {
                    inverse[k * n + c] -= slopes[j] * inverse[j * n + c];
                }
            }
        }
        inverse[k * n + quoteOf[k]] += 1;
        for (int c = 0; c < n; c++) {
            inverse[k * n + c] /= slopes[k];
        }
    }
}
