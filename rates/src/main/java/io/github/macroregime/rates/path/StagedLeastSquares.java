package io.github.macroregime.rates.path;

import io.github.macroregime.core.linear.Qr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear least squares in stages: each stage may only use the freedom that the stages before it left.
 *
 * <p>The unknowns are kept as {@code x = M b + Z y}: {@code M} maps the data to the part that is settled, the columns
 * of {@code Z} span what is still free. A stage with rows {@code A} and weights {@code w} minimises
 * {@code |w (target - A x)|} over {@code y}, by {@link Qr} with column pivoting of {@code w A Z}; the pivots that
 * vanish are the directions the rows do not see, and become the new {@code Z}. So equalities come before weighted
 * quotes, and both before a preference for smoothness, without any large or small artificial weight.
 *
 * <p><b>Source</b>: Golub and Van Loan, Matrix Computations, QR with column pivoting and the null-space method.
 */
final class StagedLeastSquares {

    /** A pivot smaller than this share of the largest row is rounding: day counts are ratios of small integers. */
    private static final double RANK_TOLERANCE = 1e-11;

    private final int unknowns;
    private final int data;
    private final double[][] map;
    private final List<Stage> stages = new ArrayList<>();
    private double[][] free;

    /** Whether nothing is settled yet, so that the map is zero and every direction is free. */
    private boolean untouched = true;

    private double largestPivot;
    private double smallestPivot = Double.POSITIVE_INFINITY;

    /** What a stage saw: its rows, and the orthogonal factor of those that settle something. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stage(double[][] rows, double[] weights, double[] q, int rank) {}

    StagedLeastSquares(int unknowns, int data) {
        this.unknowns = unknowns;
        this.data = data;
        this.map = new double[unknowns][data];
        this.free = new double[unknowns][unknowns];
        for (int i = 0; i < unknowns; i++) {
            free[i][i] = 1;
        }
    }

    /** The settled part: a row for each unknown, a column for each datum. */
    double[][] map() {
        return map;
    }

    /** What is still free: a row for each unknown, a column for each direction. */
    double[][] free() {
        return free;
    }

    int freedom() {
        return unknowns == 0 ? 0 : free[0].length;
    }

    /** The largest pivot over the smallest one of the stages so far, an estimate of the condition. */
    double condition() {
        return largestPivot == 0 ? 1 : largestPivot / smallestPivot;
    }

    /** Orthogonal combinations of the weighted rows of all stages so far that settle what is settled. */
    double[][] seenRows() {
        List<double[]> seen = new ArrayList<>();
        for (Stage stage : stages) {
            for (int k = 0; k < stage.rank; k++) {
                seen.add(seen(stage, k));
            }
        }
        return seen.toArray(double[][]::new);
    }

    private double[] seen(Stage stage, int k) {
        double[] row = new double[unknowns];
        for (int i = 0; i < stage.rows.length; i++) {
            double factor = stage.q[i * stage.rank + k] * stage.weights[i];
            for (int j = 0; j < unknowns; j++) {
                row[j] += factor * stage.rows[i][j];
            }
        }
        return row;
    }

    /**
     * Rows whose targets are data: row {@code i} aims at datum {@code datum[i]}, or at zero if that is negative.
     *
     * @param smallest the least pivot that is information: what the weighted targets are known to, over the largest
     *     error at which an unknown still counts as settled
     */
    void stage(double[][] rows, double[] weights, int[] datum, double smallest) {
        int freedom = freedom();
        if (rows.length == 0 || freedom == 0) {
            return;
        }
        double[] seen = new double[rows.length * freedom];
        double[] projected = new double[freedom];
        double size = 0;
        for (int i = 0; i < rows.length; i++) {
            size = Math.max(size, weights[i] * norm(rows[i]));
            if (untouched) {
                for (int c = 0; c < freedom; c++) {
                    seen[i * freedom + c] = weights[i] * rows[i][c];
                }
            } else {
                Arrays.fill(projected, 0);
                project(rows[i], weights[i], free, projected);
                System.arraycopy(projected, 0, seen, i * freedom, freedom);
            }
        }
        Qr factors = Qr.pivoted(seen, rows.length, freedom, Math.max(RANK_TOLERANCE * size, smallest));
        int rank = factors.rank();
        double[] q = factors.q();
        double[][] rhs = new double[rank][data];
        for (int i = 0; i < rows.length; i++) {
            if (datum[i] >= 0) {
                for (int k = 0; k < rank; k++) {
                    rhs[k][datum[i]] += q[i * rank + k] * weights[i];
                }
            }
        }
        stages.add(new Stage(rows, weights, q, rank));
        if (!untouched) {
            subtractSettled(rows, weights, q, rhs);
        }
        settle(factors.r(), factors.order(), rhs);
        untouched = false;
    }

    private void subtractSettled(double[][] rows, double[] weights, double[] q, double[][] rhs) {
        double[] settled = new double[data];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(settled, 0);
            project(rows[i], weights[i], map, settled);
            for (int k = 0; k < rhs.length; k++) {
                double factor = q[i * rhs.length + k];
                for (int c = 0; c < data; c++) {
                    rhs[k][c] -= factor * settled[c];
                }
            }
        }
    }

    private static void project(double[] row, double weight, double[][] basis, double[] into) {
        for (int j = 0; j < row.length; j++) {
            double factor = weight * row[j];
            if (factor != 0) {
                double[] from = basis[j];
                for (int c = 0; c < into.length; c++) {
                    into[c] += factor * from[c];
                }
            }
        }
    }

    private static double norm(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private void settle(double[] r, int[] order, double[][] rhs) {
        int rank = rhs.length;
        int columns = order.length;
        double[][] settled = new double[columns][data];
        double[][] open = new double[columns][columns - rank];
        for (int j = rank; j < columns; j++) {
            open[order[j]][j - rank] = 1;
        }
        for (int i = rank - 1; i >= 0; i--) {
            double pivot = Math.abs(r[i * columns + i]);
            largestPivot = Math.max(largestPivot, pivot);
            smallestPivot = Math.min(smallestPivot, pivot);
            settled[order[i]] = backward(r, order, i, rank, rhs[i], settled);
            if (rank < columns) {
                double[] right = new double[columns - rank];
                for (int j = rank; j < columns; j++) {
                    right[j - rank] = -r[i * columns + j];
                }
                open[order[i]] = backward(r, order, i, rank, right, open);
            }
        }
        if (untouched) {
            for (int i = 0; i < unknowns; i++) {
                map[i] = settled[i];
            }
            free = open;
            return;
        }
        double[][] narrowed = new double[unknowns][columns - rank];
        for (int i = 0; i < unknowns; i++) {
            project(free[i], 1, settled, map[i]);
            project(free[i], 1, open, narrowed[i]);
        }
        free = narrowed;
    }

    /** One row of the back substitution; the right side is used up. */
    private static double[] backward(double[] r, int[] order, int i, int rank, double[] right, double[][] solved) {
        int row = i * order.length;
        for (int j = i + 1; j < rank; j++) {
            double factor = r[row + j];
            if (factor != 0) {
                double[] later = solved[order[j]];
                for (int c = 0; c < right.length; c++) {
                    right[c] -= factor * later[c];
                }
            }
        }
        double pivot = r[row + i];
        for (int c = 0; c < right.length; c++) {
            right[c] /= pivot;
        }
        return right;
    }
}
