package io.github.macroregime.rates.policy;

import io.github.macroregime.core.series.Doubles;
import java.util.Arrays;
import java.util.Optional;

/**
 * The path behind quotes of which each reaches one regime farther than the one before.
 *
 * <p>A strip of meeting-dated swaps, or of swaps from today past one meeting after the other, is such a system. It is
 * solved regime by regime with one unknown at a time, and the Jacobian is the inverse of a triangular matrix. A swap
 * inside one regime needs no other regime at all.
 */
final class TriangularPath {

    private static final double SETTLED = 4e-16;
    private static final int STEPS = 50;
    private static final double SMALLEST_SLOPE = 1e-6;

    private final CompiledRate[] rows;
    private final int[] quoteOf;
    private final boolean separate;

    private TriangularPath(CompiledRate[] rows, int[] quoteOf) {
        this.rows = rows;
        this.quoteOf = quoteOf;
        this.separate = Arrays.stream(rows).allMatch(TriangularPath::isSeparate);
    }

    private static boolean isSeparate(CompiledRate row) {
        return row instanceof CompiledRate.Now
                || (row instanceof CompiledRate.Compounded swap && swap.growth().isPlain());
    }

    /** A solution; row k of the inverse is filled to its k-th place, or holds that place alone if regimes part. */
    // Arrays, since it never leaves the calibrator and a copy would cost as much as the solution.
    @SuppressWarnings("ArrayRecordComponent")
    record Solution(
            boolean settled, double[] x, double[] residuals, double[][] inverse, double[] diagonal, double condition) {

        /** Writes the derivatives of one regime's rate into a row of zeros, by quote. */
        void write(int regime, int[] quoteOf, double[] row) {
            if (inverse.length == 0) {
                row[quoteOf[regime]] = diagonal[regime];
                return;
            }
            for (int j = 0; j <= regime; j++) {
                row[quoteOf[j]] = inverse[regime][j];
            }
        }
    }

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
        CompiledRate[] rows = new CompiledRate[unknowns];
        for (int k = 0; k < unknowns; k++) {
            rows[k] = compiled[quoteOf[k]];
        }
        return Optional.of(new TriangularPath(rows, quoteOf));
    }

    int[] quoteOf() {
        return quoteOf;
    }

    Solution solve(Doubles rates) {
        return separate ? apart(rates) : together(rates);
    }

    /** Every swap lies inside its regime, or today's rate is quoted itself. */
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
            settled = Math.abs(slope) > SMALLEST_SLOPE && Math.abs(x[k]) <= Double.MAX_VALUE;
            diagonal[k] = 1 / slope;
            largest = Math.max(largest, Math.abs(slope));
            smallest = Math.min(smallest, Math.abs(slope));
        }
        return new Solution(settled, x, residuals, new double[0][], diagonal, largest / smallest);
    }

    private Solution together(Doubles rates) {
        int n = rows.length;
        double[] x = new double[n];
        double[] residuals = new double[n];
        double[] slopes = new double[n];
        double[][] inverse = new double[n][];
        Growth at = Growth.at(rows[0].grid(), x);
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double quoted = rates.get(quoteOf[k]);
            x[k] = k == 0 ? quoted : x[k - 1];
            if (!settle(k, quoted, at, slopes)) {
                return new Solution(false, x, residuals, inverse, slopes, 1);
            }
            residuals[quoteOf[k]] = quoted - rows[k].rate(at);
            inverse[k] = inverted(k, slopes, inverse);
            largest = Math.max(largest, Math.abs(slopes[k]));
            smallest = Math.min(smallest, Math.abs(slopes[k]));
        }
        return new Solution(true, x, residuals, inverse, slopes, largest / smallest);
    }

    /**
     * Finds the rate of regime k from its quote; the slopes are those at the solution.
     *
     * <p>A Newton step, then steps on the slope between the last two points, which is that in their middle; then a
     * Newton step that has to find nothing left.
     */
    private boolean settle(int k, double quoted, Growth at, double[] slopes) {
        double[] x = at.path();
        for (int i = 0; i < STEPS; i++) {
            at.moveRegime(k);
            Arrays.fill(slopes, 0, k + 1, 0);
            double missed = quoted - rows[k].rate(at, slopes);
            double slope = slopes[k];
            if (!(Math.abs(slope) > SMALLEST_SLOPE)) {
                return false;
            }
            double moved = missed / slope;
            x[k] += moved;
            if (Math.abs(moved) <= SETTLED * (1 + 1 / Math.abs(slope))) {
                at.moveRegime(k);
                return true;
            }
            at.moveRegime(k);
            double left = quoted - rows[k].rate(at);
            slope = (missed - left) / moved;
            if (Math.abs(slope) > SMALLEST_SLOPE && Math.abs(left) < Math.abs(missed)) {
                x[k] += left / slope;
            }
        }
        return false;
    }

    /** Row k of the inverse by regime: {@code (e_k - sum over j < k of slope_j * row_j) / slope_k}. */
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
