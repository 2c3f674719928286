package io.github.macroregime.core.stats;

import io.github.macroregime.core.linear.SymmetricEigen;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The {@index eigenvalues} and {@index eigenvectors} of a symmetric matrix.
 *
 * @param values the eigenvalues, the largest first
 * @param vectors one eigenvector in each column, of length 1, its component of largest size positive
 */
public record Spectrum(Doubles values, Matrix vectors) implements Serializable {

    private static final double ASYMMETRY = 1e-12;
    /** The largest exponent whose power of two has a normal inverse. */
    private static final int MOST_SCALED = 1022;

    public Spectrum {
        if (vectors.rows() != values.size() || vectors.columns() != values.size()) {
            throw new IllegalArgumentException("vectors must be " + values.size() + " x " + values.size() + " but were "
                    + vectors.rows() + " x " + vectors.columns());
        }
    }

    /**
     * The spectrum, exact to some units in the last place of the largest eigenvalue in size.
     *
     * <p><b>Cost</b>: the cube of the size.
     *
     * @param symmetric a symmetric matrix of at least one row
     * @return its spectrum
     * @throws IllegalArgumentException if the matrix is empty, not square or not symmetric
     */
    public static Spectrum of(Matrix symmetric) {
        requireSymmetric(symmetric);
        int n = symmetric.rows();
        double[] cells = symmetric.rowMajor();
        double largest = 0;
        for (double cell : cells) {
            largest = Math.max(largest, Math.abs(cell));
        }
        // A power of two changes no digit, and keeps the squares of the cells from overflowing.
        int exponent = largest > 0 ? Math.max(-MOST_SCALED, Math.min(MOST_SCALED, Math.getExponent(largest))) : 0;
        double scale = Math.scalb(1.0, -exponent);
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] *= scale;
        }
        return SymmetricEigen.of(cells, n)
                .map(eigen -> ordered(eigen, exponent))
                .orElseThrow(() -> new IllegalStateException("no spectrum was found of a matrix of " + n + " x " + n));
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

    private static Spectrum ordered(SymmetricEigen eigen, int exponent) {
        double[] found = eigen.values();
        int n = found.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -found[i]));
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] vector = eigen.vector(order[j]);
            values[j] = found[order[j]] * Math.scalb(1.0, exponent);
            double sign = sign(vector);
            for (int i = 0; i < n; i++) {
                vectors[i][j] = sign * vector[i];
            }
        }
        return new Spectrum(Doubles.of(values), Matrix.copyOf(vectors));
    }

    private static double sign(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            if (Math.abs(component) > Math.abs(largest)) {
                largest = component;
            }
        }
        return Math.copySign(1, largest);
    }

    /**
     * The {@index "explained variance"}, the part of the whole that the largest eigenvalues take: {@code sum of the
     * first k / sum of all}.
     *
     * <p>For k = 1 of a correlation matrix this is the share of the first principal component; for a fifth of the
     * assets it is known as the {@index "absorption ratio"}.
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
     * The {@index "effective rank"}, how many directions the whole is spread over: {@code exp(-sum p_i ln p_i)} with
     * the shares {@code p_i = value_i / sum}.
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
        StringBuilder text =
                new StringBuilder(NumberText.of("Spectrum of %d, effective rank %.3f", values.size(), effectiveRank()));
        double whole = Moments.compensated(values.toArray());
        for (int i = 0; i < values.size(); i++) {
            text.append(NumberText.of("%n%4d %14.6g %8.2f %%", i + 1, values.get(i), 100 * values.get(i) / whole));
        }
        return text.toString();
    }
}
