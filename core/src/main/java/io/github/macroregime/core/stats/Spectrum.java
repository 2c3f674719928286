package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param values the eigenvalues, the largest first
 * @param vectors one eigenvector in each column, of length 1, its component of largest size positive
 */
public record Spectrum(Doubles values, Matrix vectors) implements Serializable {

    private static final int MOST_SWEEPS = 100;
    private static final double ASYMMETRY = 1e-12;

    /**
     * Checks that there is one vector for each value.
     *
     * @param values the eigenvalues, the largest first
     * @param vectors one eigenvector in each column
     */
    public Spectrum {
        if (vectors.rows() != values.size() || vectors.columns() != values.size()) {
            throw new IllegalArgumentException("vectors must be " + values.size() + " x " + values.size() + " but were "
                    + vectors.rows() + " x " + vectors.columns());
        }
    }

    /**
     * The spectrum by Jacobi's rotations, which find small eigenvalues as exactly as large ones.
     *
     * <p><b>Cost</b>: some sweeps of the cube of the size.
     *
     * @param symmetric a symmetric matrix of at least one row
     * @return its spectrum
     * @throws IllegalArgumentException if the matrix is empty, not square or not symmetric
     */
    public static Spectrum of(Matrix symmetric) {
        int n = symmetric.rows();
        requireSymmetric(symmetric);
        double[][] a = symmetric.toArray();
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        int sweeps = 0;
        while (sweeps < MOST_SWEEPS && rotateAll(a, v)) {
            sweeps++;
        }
        return ordered(a, v);
    }

    private static void requireSymmetric(Matrix matrix) {
        int n = matrix.rows();
        if (n == 0 || n != matrix.columns()) {
            throw new IllegalArgumentException(
                    "symmetric must be square and not empty but was " + n + " x " + matrix.columns());
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double difference = Math.abs(matrix.get(i, j) - matrix.get(j, i));
                if (difference > ASYMMETRY * (Math.abs(matrix.get(i, j)) + Math.abs(matrix.get(j, i)))) {
                    throw new IllegalArgumentException("symmetric must have equal cells at (" + i + ", " + j
                            + ") but they were " + matrix.get(i, j) + " and " + matrix.get(j, i));
                }
            }
        }
    }

    // One sweep over all pairs; says whether anything was still to be turned.
    private static boolean rotateAll(double[][] a, double[][] v) {
        boolean turned = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                double negligible = Math.ulp(1.0) / 16 * Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
                if (Math.abs(a[p][q]) > negligible && Math.abs(a[p][q]) > Double.MIN_NORMAL) {
                    rotate(a, v, p, q);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        double moved = tangent * a[p][q];
        a[p][p] -= moved;
        a[q][q] += moved;
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double kp = a[k][p];
                double kq = a[k][q];
                a[k][p] = cosine * kp - sine * kq;
                a[p][k] = a[k][p];
                a[k][q] = sine * kp + cosine * kq;
                a[q][k] = a[k][q];
            }
            double vp = v[k][p];
            double vq = v[k][q];
            v[k][p] = cosine * vp - sine * vq;
            v[k][q] = sine * vp + cosine * vq;
        }
    }

    private static Spectrum ordered(double[][] a, double[][] v) {
        int n = a.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -a[i][i]));
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int j = 0; j < n; j++) {
            int from = order[j];
            values[j] = a[from][from];
            double sign = sign(v, from);
            for (int i = 0; i < n; i++) {
                vectors[i][j] = sign * v[i][from];
            }
        }
        return new Spectrum(Doubles.of(values), Matrix.copyOf(vectors));
    }

    private static double sign(double[][] v, int column) {
        double largest = 0;
        for (double[] row : v) {
            if (Math.abs(row[column]) > Math.abs(largest)) {
                largest = row[column];
            }
        }
        return Math.copySign(1, largest);
    }

    /**
     * The part of the whole that the largest eigenvalues take: {@code sum of the first k / sum of all}.
     *
     * <p>For k = 1 of a correlation matrix this is the share of the first principal component; for a fifth of the
     * assets it is known as the absorption ratio.
     *
     * @param leading how many, from 1 to the size
     * @return the share, for a correlation matrix from 1/size to 1
     * @throws IllegalArgumentException outside that range
     */
    public double share(int leading) {
        if (leading < 1 || leading > values.size()) {
            throw new IllegalArgumentException("leading must lie in [1, " + values.size() + "] but was " + leading);
        }
        return Moments.compensated(values.slice(0, leading).toArray()) / Moments.compensated(values.toArray());
    }

    /**
     * How many directions the whole is spread over: {@code exp(-sum p_i ln p_i)} with the shares
     * {@code p_i = value_i / sum}.
     *
     * <p>Eigenvalues that rounding has put below zero count as zero.
     *
     * @return from 1 to the size, for a matrix without negative eigenvalues
     */
    public double effectiveRank() {
        double whole = Moments.compensated(values.toArray());
        double[] terms = values.stream()
                .map(value -> value > 0 ? -value / whole * StrictMath.log(value / whole) : 0)
                .toArray();
        return StrictMath.exp(Moments.compensated(terms));
    }

    /** A table of the eigenvalues with their shares. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "Spectrum of %d, effective rank %.3f", values.size(), effectiveRank()));
        double whole = Moments.compensated(values.toArray());
        for (int i = 0; i < values.size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "%n%4d %14.6g %8.2f %%", i + 1, values.get(i), 100 * values.get(i) / whole));
        }
        return text.toString();
    }
}
