package io.github.macroregime.rates.policy;

import java.util.Arrays;

/**
 * Linear least squares in stages: each stage may only use the freedom that the stages before it left.
 *
 * <p>The unknowns are kept as {@code x = M b + Z y}: {@code M} maps the data to the part that is settled, the columns
 * of {@code Z} span what is still free. A stage with rows {@code A} and weights {@code w} minimises
 * {@code |w (target - A x)|} over {@code y}, by Householder QR with column pivoting of {@code w A Z}; the pivots that
 * vanish are the directions the rows do not see, and become the new {@code Z}. So equalities come before weighted
 * quotes, and both before a preference for smoothness, without any large or small artificial weight.
 *
 * <p><b>Source</b>: Golub and Van Loan, Matrix Computations, QR with column pivoting and the null-space method.
 */
final class StagedLeastSquares {

    /** A pivot smaller than this share of the largest row is no information: day counts are ratios of small integers. */
    private static final double RANK_TOLERANCE = 1e-11;

    private final int unknowns;
    private final int data;
    private final double[][] map;
    private double[][] free;
    private double largestPivot;
    private double smallestPivot = Double.POSITIVE_INFINITY;

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

    /** Rows whose targets are data: row {@code i} aims at datum {@code datum[i]}, or at zero if that is negative. */
    void stage(double[][] rows, double[] weights, int[] datum) {
        int freedom = freedom();
        if (rows.length == 0 || freedom == 0) {
            return;
        }
        double[][] seen = new double[rows.length][freedom];
        double[][] missed = new double[rows.length][data];
        double size = 0;
        for (int i = 0; i < rows.length; i++) {
            size = Math.max(size, weights[i] * norm(rows[i]));
            project(rows[i], weights[i], free, seen[i]);
            project(rows[i], -weights[i], map, missed[i]);
            if (datum[i] >= 0) {
                missed[i][datum[i]] += weights[i];
            }
        }
        settle(seen, missed, RANK_TOLERANCE * size);
    }

    private static void project(double[] row, double weight, double[][] basis, double[] into) {
        for (int j = 0; j < row.length; j++) {
            double factor = weight * row[j];
            if (factor != 0) {
                for (int c = 0; c < into.length; c++) {
                    into[c] += factor * basis[j][c];
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

    private void settle(double[][] a, double[][] rhs, double tolerance) {
        int columns = a[0].length;
        int[] order = new int[columns];
        for (int j = 0; j < columns; j++) {
            order[j] = j;
        }
        int rank = 0;
        double[] squares = new double[columns];
        while (rank < Math.min(a.length, columns)) {
            int pivot = heaviest(a, order, rank, squares);
            double norm = Math.sqrt(squares[order[pivot]]);
            if (!(norm > tolerance)) {
                break;
            }
            int chosen = order[pivot];
            order[pivot] = order[rank];
            order[rank] = chosen;
            reflect(a, rhs, chosen, rank, norm);
            largestPivot = Math.max(largestPivot, norm);
            smallestPivot = Math.min(smallestPivot, norm);
            rank++;
        }
        substitute(a, rhs, order, rank);
    }

    /** The place in the order of the column with the largest norm below a row; fills the squares of all columns. */
    private static int heaviest(double[][] a, int[] order, int from, double[] squares) {
        Arrays.fill(squares, 0);
        for (int i = from; i < a.length; i++) {
            double[] row = a[i];
            for (int j = 0; j < squares.length; j++) {
                squares[j] += row[j] * row[j];
            }
        }
        int best = from;
        for (int j = from + 1; j < order.length; j++) {
            if (squares[order[j]] > squares[order[best]]) {
                best = j;
            }
        }
        return best;
    }

    /**
     * One Householder reflection that clears the chosen column below the diagonal.
     *
     * <p>It runs along rows, as they lie in memory. Columns that are done hold zeros below their diagonal, so that the
     * reflection does not touch them.
     */
    private static void reflect(double[][] a, double[][] rhs, int chosen, int step, double norm) {
        double head = a[step][chosen] > 0 ? -norm : norm;
        double[] v = new double[a.length];
        for (int i = step; i < a.length; i++) {
            v[i] = a[i][chosen];
        }
        v[step] -= head;
        double scale = -1 / (head * v[step]);
        mirror(a, v, scale, step);
        mirror(rhs, v, scale, step);
        a[step][chosen] = head;
        for (int i = step + 1; i < a.length; i++) {
            a[i][chosen] = 0;
        }
    }

    private static void mirror(double[][] a, double[] v, double scale, int step) {
        double[] dots = new double[a[0].length];
        for (int i = step; i < v.length; i++) {
            double factor = v[i] * scale;
            double[] row = a[i];
            if (factor != 0) {
                for (int c = 0; c < dots.length; c++) {
                    dots[c] += factor * row[c];
                }
            }
        }
        for (int i = step; i < v.length; i++) {
            double factor = v[i];
            double[] row = a[i];
            if (factor != 0) {
                for (int c = 0; c < dots.length; c++) {
                    row[c] -= factor * dots[c];
                }
            }
        }
    }

    private void substitute(double[][] r, double[][] rhs, int[] order, int rank) {
        int columns = order.length;
        double[][] settled = new double[columns][data];
        double[][] open = new double[columns][columns - rank];
        for (int j = rank; j < columns; j++) {
            open[order[j]][j - rank] = 1;
        }
        for (int i = rank - 1; i >= 0; i--) {
            backward(r, order, i, rank, rhs[i], settled);
            double[] right = new double[columns - rank];
            for (int j = rank; j < columns; j++) {
                right[j - rank] = -r[i][order[j]];
            }
            backward(r, order, i, rank, right, open);
        }
        for (int i = 0; i < unknowns; i++) {
            project(free[i], 1, settled, map[i]);
        }
        double[][] narrowed = new double[unknowns][columns - rank];
        for (int i = 0; i < unknowns; i++) {
            project(free[i], 1, open, narrowed[i]);
        }
        free = narrowed;
    }

    private static void backward(double[][] r, int[] order, int i, int rank, double[] right, double[][] solved) {
        double[] row = right.clone();
        for (int j = i + 1; j < rank; j++) {
            double factor = r[i][order[j]];
            for (int c = 0; c < row.length; c++) {
                row[c] -= factor * solved[order[j]][c];
            }
        }
        for (int c = 0; c < row.length; c++) {
            solved[order[i]][c] = row[c] / r[i][order[i]];
        }
    }
}
