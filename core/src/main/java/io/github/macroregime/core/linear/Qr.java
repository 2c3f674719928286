package io.github.macroregime.core.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * The {@index QR} factors of a matrix by {@index Householder} reflections: {@code A P = Q R} with orthonormal columns
 * of Q, an upper triangle R and, if columns are exchanged, a permutation P.
 *
 * <p>The reflections are kept as they are; Q is made only if it is asked for, and then only the columns that belong to
 * an independent column of A.
 *
 * <p><b>Source</b>: Golub and Van Loan, Matrix Computations, Householder QR and QR with column pivoting.
 */
public final class Qr {

    /** A column that keeps less than this part of its length beside those before it is a linear combination of them. */
    private static final double COLLINEAR = 1e-12;

    private final int rows;
    private final int columns;
    private final double[] a;
    private final int[] order;
    private final double[][] reflections;
    private final double[] scales;
    private final double[] work;
    private int rank;

    private Qr(double[] cells, int rows, int columns) {
        if (rows < 0 || columns < 0 || cells.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "cells must have " + rows + " x " + columns + " numbers but had " + cells.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.a = cells.clone();
        this.order = new int[columns];
        Arrays.setAll(order, j -> j);
        int most = Math.min(rows, columns);
        this.reflections = new double[most][];
        this.scales = new double[most];
        this.work = new double[columns];
    }

    /**
     * The factors with the columns in their order, up to the first column that is a linear combination of those before
     * it: one that keeps no more than 1e-12 of its length beside them.
     *
     * @param cells rows x columns numbers, row after row
     * @param rows how many rows, from 0
     * @param columns how many columns, from 0
     * @return the factors
     * @throws IllegalArgumentException if the count of the numbers is wrong
     */
    public static Qr of(double[] cells, int rows, int columns) {
        Qr qr = new Qr(cells, rows, columns);
        qr.squares(0);
        double[] lengths = qr.work.clone();
        for (int j = 0; j < qr.scales.length; j++) {
            double norm = qr.norm(j);
            if (!(norm > COLLINEAR * Math.sqrt(lengths[j]))) {
                break;
            }
            qr.reflect(norm);
        }
        return qr;
    }

    /**
     * The factors with column pivoting: each step takes the column that keeps most of its length beside those before
     * it, until none keeps more than the tolerance. So the diagonal of R does not grow, and shows the rank.
     *
     * @param cells rows x columns numbers, row after row
     * @param rows how many rows, from 0
     * @param columns how many columns, from 0
     * @param tolerance the length, in the unit of the cells, that counts as nothing
     * @return the factors
     * @throws IllegalArgumentException if the count of the numbers is wrong
     */
    public static Qr pivoted(double[] cells, int rows, int columns, double tolerance) {
        Qr qr = new Qr(cells, rows, columns);
        while (qr.rank < qr.scales.length) {
            int pivot = qr.longest();
            double norm = Math.sqrt(qr.work[pivot]);
            if (!(norm > tolerance)) {
                break;
            }
            qr.exchange(pivot);
            qr.reflect(norm);
        }
        return qr;
    }

    /**
     * The {@index rank}: how many linearly independent columns were found.
     *
     * @return from 0 to the lesser of rows and columns
     */
    public int rank() {
        return rank;
    }

    /**
     * Whether all columns are independent.
     *
     * @return true if the rank is the number of columns
     */
    public boolean isFullRank() {
        return rank == columns;
    }

    /**
     * The permutation P: the column of A that stands at each place of R.
     *
     * @return the columns of A, the independent ones first; a copy
     */
    public int[] order() {
        return order.clone();
    }

    /**
     * The orthonormal columns of Q that belong to the independent columns of A.
     *
     * @return rows x rank numbers, row after row
     */
    public double[] q() {
        double[] q = new double[rows * rank];
        double[] dots = new double[rank];
        for (int k = rank - 1; k >= 0; k--) {
            q[k * rank + k] = 1;
            mirror(q, rank, k, k, dots);
        }
        return q;
    }

    /**
     * The upper triangle R, with the columns in the order of {@link #order()}.
     *
     * @return rank x columns numbers, row after row
     */
    public double[] r() {
        double[] r = new double[rank * columns];
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < columns; j++) {
                r[i * columns + j] = r(i, j);
            }
        }
        return r;
    }

    private double r(int i, int j) {
        return a[i * columns + j];
    }

    /**
     * The {@index "least-squares"} solution: the x that minimises {@code |b - A x|}. For a square matrix it solves
     * {@code A x = b}.
     *
     * @param b one number for each row
     * @return one number for each column of A, empty if the columns are not independent
     * @throws IllegalArgumentException if the length is wrong
     */
    public Optional<double[]> solve(double[] b) {
        if (b.length != rows) {
            throw new IllegalArgumentException("b must have " + rows + " numbers but had " + b.length);
        }
        if (!isFullRank()) {
            return Optional.empty();
        }
        double[] right = b.clone();
        double[] dots = new double[1];
        for (int k = 0; k < rank; k++) {
            mirror(right, 1, k, 0, dots);
        }
        double[] x = new double[columns];
        for (int i = rank - 1; i >= 0; i--) {
            double rest = right[i];
            for (int j = i + 1; j < rank; j++) {
                rest -= r(i, j) * x[order[j]];
            }
            x[order[i]] = rest / r(i, i);
        }
        return Optional.of(x);
    }

    /**
     * The inverse of the {@index "Gram matrix"}, {@code (A' A)^-1 = P R^-1 R^-T P'}: the covariance of least-squares
     * coefficients for errors of variance one.
     *
     * @return columns x columns numbers, row after row, empty if the columns are not independent
     */
    public Optional<double[]> inverseGram() {
        if (!isFullRank()) {
            return Optional.empty();
        }
        double[] inverse = new double[columns * columns];
        double[] column = new double[columns];
        for (int unit = 0; unit < rank; unit++) {
            // The column of R^-1 solves R c = e.
            for (int i = unit; i >= 0; i--) {
                double rest = i == unit ? 1 : 0;
                for (int j = i + 1; j <= unit; j++) {
                    rest -= r(i, j) * column[j];
                }
                column[i] = rest / r(i, i);
            }
            for (int i = 0; i <= unit; i++) {
                for (int j = 0; j <= unit; j++) {
                    inverse[order[i] * columns + order[j]] += column[i] * column[j];
                }
            }
        }
        return Optional.of(inverse);
    }

    // The squares of the columns from a place on below that row, row after row as they lie in memory.
    private void squares(int from) {
        Arrays.fill(work, from, columns, 0);
        for (int i = from; i < rows; i++) {
            for (int j = from; j < columns; j++) {
                double cell = a[i * columns + j];
                work[j] += cell * cell;
            }
        }
    }

    // The place in the order of the longest column that is left.
    private int longest() {
        squares(rank);
        int longest = rank;
        for (int j = rank + 1; j < columns; j++) {
            if (work[j] > work[longest]) {
                longest = j;
            }
        }
        return longest;
    }

    // Moves a column to the next place.
    private void exchange(int pivot) {
        int chosen = order[pivot];
        order[pivot] = order[rank];
        order[rank] = chosen;
        for (int i = 0; i < rows && pivot != rank; i++) {
            double cell = a[i * columns + pivot];
            a[i * columns + pivot] = a[i * columns + rank];
            a[i * columns + rank] = cell;
        }
    }

    private double norm(int column) {
        double sum = 0;
        for (int i = rank; i < rows; i++) {
            sum += a[i * columns + column] * a[i * columns + column];
        }
        return Math.sqrt(sum);
    }

    // Clears the column at the next place below the diagonal by I - scale v v'.
    private void reflect(double norm) {
        double head = a[rank * columns + rank] > 0 ? -norm : norm;
        double[] v = new double[rows];
        for (int i = rank; i < rows; i++) {
            v[i] = a[i * columns + rank];
        }
        v[rank] -= head;
        reflections[rank] = v;
        scales[rank] = -1 / (head * v[rank]);
        mirror(a, columns, rank, rank + 1, work);
        for (int i = rank; i < rows; i++) {
            a[i * columns + rank] = i == rank ? head : 0;
        }
        rank++;
    }

    // Reflects the columns from one on; those before it are not touched by the reflection.
    private void mirror(double[] cells, int width, int step, int from, double[] dots) {
        double[] v = reflections[step];
        double scale = scales[step];
        Arrays.fill(dots, 0);
        for (int i = step; i < rows; i++) {
            double factor = v[i] * scale;
            int start = i * width;
            if (factor != 0) {
                for (int j = from; j < width; j++) {
                    dots[j] += factor * cells[start + j];
                }
            }
        }
        for (int i = step; i < rows; i++) {
            double factor = v[i];
            int start = i * width;
            if (factor != 0) {
                for (int j = from; j < width; j++) {
                    cells[start + j] -= factor * dots[j];
                }
            }
        }
    }
}
