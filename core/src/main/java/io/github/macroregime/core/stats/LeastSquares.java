package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import java.util.Arrays;
import java.util.Optional;

/**
 * Least squares by orthogonalisation of the regressors.
 *
 * <p>With an intercept, the means are taken out before anything is squared, so that the level of a regressor costs no
 * digits.
 *
 * <p><b>Missing</b>: an observation in which anything is missing is left out.
 */
public final class LeastSquares {

    // A column that keeps less than this part of its length beside the columns before it counts as one of their sums.
    private static final double COLLINEAR = 1e-12;

    private LeastSquares() {}

    /**
     * The line or plane with an intercept: the coefficients that make {@code sum (y - a - b_1 x_1 - ...)^2} least.
     *
     * @param y the series to explain
     * @param regressors the explaining series, each as long as y
     * @return the fit, empty if a regressor is flat or a sum of the others
     * @throws IllegalArgumentException if lengths differ, a number is infinite, or there are no more complete
     *     observations than coefficients
     */
    public static Optional<Regression> withIntercept(double[] y, double[]... regressors) {
        return fit(true, y, regressors);
    }

    /**
     * The line or plane through the origin: the coefficients that make {@code sum (y - b_1 x_1 - ...)^2} least.
     *
     * @param y the series to explain
     * @param regressors the explaining series, each as long as y; at least one
     * @return the fit, empty if a regressor is zero or a sum of the others
     * @throws IllegalArgumentException if lengths differ, a number is infinite, or there are no more complete
     *     observations than coefficients
     */
    public static Optional<Regression> throughOrigin(double[] y, double[]... regressors) {
        if (regressors.length == 0) {
            throw new IllegalArgumentException("regressors must have at least 1 series but had 0");
        }
        return fit(false, y, regressors);
    }

    private static Optional<Regression> fit(boolean intercept, double[] y, double[][] regressors) {
        int[] kept = completeRows(y, regressors);
        int coefficients = regressors.length + (intercept ? 1 : 0);
        if (kept.length <= coefficients) {
            throw new IllegalArgumentException("there must be more complete observations than the " + coefficients
                    + " coefficients but there were " + kept.length);
        }
        double[] target = rows(y, kept);
        double[][] columns = new double[regressors.length][];
        double[] means = new double[regressors.length];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = rows(regressors[j], kept);
            if (intercept) {
                means[j] = Moments.mean(columns[j]);
                columns[j] = Moments.deviations(columns[j]);
            }
        }
        double mean = intercept ? Moments.mean(target) : 0;
        return solve(intercept, mean, intercept ? Moments.deviations(target) : target, means, columns);
    }

    private static Optional<Regression> solve(
            boolean intercept, double mean, double[] target, double[] means, double[][] columns) {
        int k = columns.length;
        double[][] triangle = new double[k][k];
        double[][] orthonormal = new double[k][];
        if (!orthonormalise(columns, triangle, orthonormal)) {
            return Optional.empty();
        }
        double[] slopes = new double[k];
        double[] residuals = target.clone();
        // A second round on the residuals takes out what rounding left of the first.
        for (int round = 0; round < 2; round++) {
            double[] projections = new double[k];
            for (int j = 0; j < k; j++) {
                projections[j] = Moments.sumOfProducts(orthonormal[j], residuals);
            }
            double[] step = backSubstituted(triangle, projections);
            for (int j = 0; j < k; j++) {
                slopes[j] += step[j];
            }
            residuals = residuals(target, columns, slopes);
        }
        return Optional.of(regression(intercept, mean, target, means, columns, triangle, slopes, residuals));
    }

    private static Regression regression(
            boolean intercept,
            double mean,
            double[] target,
            double[] means,
            double[][] columns,
            double[][] triangle,
            double[] slopes,
            double[] residuals) {
        int n = target.length;
        int k = slopes.length;
        double squares = Moments.sumOfProducts(residuals, residuals);
        double deviation = Math.sqrt(squares / (n - k - (intercept ? 1 : 0)));
        double[][] inverse = inverseOfProducts(triangle);
        double total = Moments.sumOfProducts(target, target);
        double[] coefficients = slopes;
        double[] errors = new double[k];
        Arrays.setAll(errors, j -> deviation * Math.sqrt(inverse[j][j]));
        if (intercept) {
            coefficients = prepended(mean - Moments.sumOfProducts(slopes, means), slopes);
            errors = prepended(deviation * Math.sqrt(1.0 / n + quadraticForm(inverse, means)), errors);
        }
        return new Regression(
                Doubles.of(coefficients),
                Doubles.of(errors),
                Doubles.of(residuals),
                deviation,
                total > 0 ? 1 - squares / total : Double.NaN,
                Doubles.of(means),
                Matrix.copyOf(transposed(columns, n)),
                Matrix.copyOf(inverse));
    }

    private static int[] completeRows(double[] y, double[][] regressors) {
        boolean[] missing = new boolean[y.length];
        mark(y, missing, "y");
        for (int j = 0; j < regressors.length; j++) {
            if (regressors[j].length != y.length) {
                throw new IllegalArgumentException("regressors[" + j + "] must have " + y.length
                        + " numbers like y but had " + regressors[j].length);
            }
            mark(regressors[j], missing, "regressors[" + j + "]");
        }
        int[] kept = new int[y.length];
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (!missing[i]) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static void mark(double[] x, boolean[] missing, String name) {
        Require.finite(x, name);
        for (int i = 0; i < x.length; i++) {
            missing[i] |= Double.isNaN(x[i]);
        }
    }

    private static double[] rows(double[] x, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> x[i]).toArray();
    }

    // Gram and Schmidt, each column twice, which is enough for orthogonality to the last digits.
    private static boolean orthonormalise(double[][] columns, double[][] triangle, double[][] orthonormal) {
        for (int j = 0; j < columns.length; j++) {
            double[] rest = columns[j].clone();
            double length = Math.sqrt(Moments.sumOfProducts(rest, rest));
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < j; i++) {
                    double part = Moments.sumOfProducts(orthonormal[i], rest);
                    triangle[i][j] += part;
                    for (int t = 0; t < rest.length; t++) {
                        rest[t] -= part * orthonormal[i][t];
                    }
                }
            }
            double left = Math.sqrt(Moments.sumOfProducts(rest, rest));
            if (!(left > COLLINEAR * length)) {
                return false;
            }
            triangle[j][j] = left;
            for (int t = 0; t < rest.length; t++) {
                rest[t] /= left;
            }
            orthonormal[j] = rest;
        }
        return true;
    }

    private static double[] backSubstituted(double[][] triangle, double[] right) {
        double[] solution = right.clone();
        for (int i = right.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < right.length; j++) {
                solution[i] -= triangle[i][j] * solution[j];
            }
            solution[i] /= triangle[i][i];
        }
        return solution;
    }

    private static double[] residuals(double[] target, double[][] columns, double[] slopes) {
        double[] residuals = target.clone();
        for (int j = 0; j < columns.length; j++) {
            for (int t = 0; t < residuals.length; t++) {
                residuals[t] -= slopes[j] * columns[j][t];
            }
        }
        return residuals;
    }

    // (R'R)^-1 = R^-1 R^-T: the columns of R^-1 solve R c = e_j.
    private static double[][] inverseOfProducts(double[][] triangle) {
        int k = triangle.length;
        double[][] columns = new double[k][];
        for (int j = 0; j < k; j++) {
            double[] unit = new double[k];
            unit[j] = 1;
            columns[j] = backSubstituted(triangle, unit);
        }
        double[][] inverse = new double[k][k];
        for (double[] column : columns) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    inverse[i][j] += column[i] * column[j];
                }
            }
        }
        return inverse;
    }

    private static double quadraticForm(double[][] matrix, double[] x) {
        double form = 0;
        for (int i = 0; i < x.length; i++) {
            form += x[i] * Moments.sumOfProducts(matrix[i], x);
        }
        return form;
    }

    private static double[] prepended(double first, double[] rest) {
        double[] all = new double[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static double[][] transposed(double[][] columns, int rows) {
        double[][] transposed = new double[rows][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int t = 0; t < rows; t++) {
                transposed[t][j] = columns[j][t];
            }
        }
        return transposed;
    }
}
