package io.github.macroregime.rates.path;

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
 * <p>Of the orthogonal factor only the columns that belong to a pivot are made, by running the reflections backwards
 * over them: with many data and few unknowns that is a fraction of carrying all data through every reflection.
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

    /** Whether nothing is settled yet, so that the map is zero and every direction is free. */
    private boolean untouched = true;

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
        double size = 0;
        for (int i = 0; i < rows.length; i++) {
            size = Math.max(size, weights[i] * norm(rows[i]));
            if (untouched) {
                for (int c = 0; c < freedom; c++) {
                    seen[i][c] = weights[i] * rows[i][c];
                }
            } else {
                project(rows[i], weights[i], free, seen[i]);
            }
        }
        Factors factors = new Factors(seen, RANK_TOLERANCE * size);
        double[][] rhs = new double[factors.rank][data];
        for (int i = 0; i < rows.length; i++) {
            if (datum[i] >= 0) {
                for (int k = 0; k < factors.rank; k++) {
                    rhs[k][datum[i]] += factors.q[i][k] * weights[i];
                }
            }
        }
        if (!untouched) {
            subtractSettled(rows, weights, factors, rhs);
        }
        settle(factors, rhs);
        untouched = false;
    }

    private void subtractSettled(double[][] rows, double[] weights, Factors factors, double[][] rhs) {
        double[] settled = new double[data];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(settled, 0);
            project(rows[i], weights[i], map, settled);
            for (int k = 0; k < factors.rank; k++) {
                double factor = factors.q[i][k];
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

    /** A Householder QR with column pivoting: {@code r} in the rows of the matrix given, {@code q} thin. */
    private final class Factors {

        private final double[][] r;
        private final double[][] q;
        private final int[] order;
        private final int rank;

        private Factors(double[][] a, double tolerance) {
            int columns = a[0].length;
            int most = Math.min(a.length, columns);
            double[][] reflections = new double[most][];
            double[] scales = new double[most];
            double[] work = new double[columns];
            order = new int[columns];
            for (int j = 0; j < columns; j++) {
                order[j] = j;
            }
            int found = 0;
            while (found < most) {
                int pivot = heaviest(a, order, found, work);
                double norm = Math.sqrt(work[order[pivot]]);
                if (!(norm > tolerance)) {
                    break;
                }
                int chosen = order[pivot];
                order[pivot] = order[found];
                order[found] = chosen;
                double head = a[found][chosen] > 0 ? -norm : norm;
                double[] v = new double[a.length];
                for (int i = found; i < a.length; i++) {
                    v[i] = a[i][chosen];
                }
                v[found] -= head;
                reflections[found] = v;
                scales[found] = -1 / (head * v[found]);
                mirror(a, v, scales[found], found, work, columns);
                a[found][chosen] = head;
                for (int i = found + 1; i < a.length; i++) {
                    a[i][chosen] = 0;
                }
                largestPivot = Math.max(largestPivot, norm);
                smallestPivot = Math.min(smallestPivot, norm);
                found++;
            }
            rank = found;
            r = a;
            q = new double[a.length][rank];
            for (int k = rank - 1; k >= 0; k--) {
                q[k][k] = 1;
                mirror(q, reflections[k], scales[k], k, work, rank);
            }
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

        /** One Householder reflection of the rows from a step on, along rows as they lie in memory. */
        private static void mirror(double[][] a, double[] v, double scale, int step, double[] dots, int columns) {
            Arrays.fill(dots, 0, columns, 0);
            for (int i = step; i < v.length; i++) {
                double factor = v[i] * scale;
                if (factor != 0) {
                    double[] row = a[i];
                    for (int c = 0; c < columns; c++) {
                        dots[c] += factor * row[c];
                    }
                }
            }
            for (int i = step; i < v.length; i++) {
                double factor = v[i];
                if (factor != 0) {
                    double[] row = a[i];
                    for (int c = 0; c < columns; c++) {
                        row[c] -= factor * dots[c];
                    }
                }
            }
        }
    }

    private void settle(Factors factors, double[][] rhs) {
        double[][] r = factors.r;
        int[] order = factors.order;
        int rank = factors.rank;
        int columns = order.length;
        double[][] settled = new double[columns][data];
        double[][] open = new double[columns][columns - rank];
        for (int j = rank; j < columns; j++) {
            open[order[j]][j - rank] = 1;
        }
        for (int i = rank - 1; i >= 0; i--) {
            settled[order[i]] = backward(r, order, i, rank, rhs[i], settled);
            if (rank < columns) {
                double[] right = new double[columns - rank];
                for (int j = rank; j < columns; j++) {
                    right[j - rank] = -r[i][order[j]];
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
    private static double[] backward(double[][] r, int[] order, int i, int rank, double[] right, double[][] solved) {
        for (int j = i + 1; j < rank; j++) {
            double factor = r[i][order[j]];
            if (factor != 0) {
                double[] row = solved[order[j]];
                for (int c = 0; c < right.length; c++) {
                    right[c] -= factor * row[c];
                }
            }
        }
        double pivot = r[i][order[i]];
        for (int c = 0; c < right.length; c++) {
            right[c] /= pivot;
        }
        return right;
    }
}
