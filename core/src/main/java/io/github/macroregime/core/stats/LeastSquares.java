package io.github.macroregime.core.stats;

import io.github.macroregime.core.linear.Qr;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@index "Ordinary least squares"} ({@index OLS}) {@index regression} by QR factors of the regressors.
 *
 * <p>With an intercept, the means are taken out before anything is squared, so that the level of a regressor costs no
 * digits.
 *
 * <p><b>Missing</b>: an observation in which anything is missing is left out.
 *
 * <pre>{@code
 * Regression fit = LeastSquares.withIntercept(returns, returnsOfMarket).orElseThrow();
 * }</pre>
 */
public final class LeastSquares {

    private LeastSquares() {}

    /**
     * The line or plane with an intercept: the coefficients that minimise {@code sum (y - a - b_1 x_1 - ...)^2}.
     *
     * @param y the series to explain
     * @param regressors the explaining series, each as long as y
     * @return the fit, empty if a regressor is constant or a linear combination of the others
     * @throws IllegalArgumentException if lengths differ, a number is infinite, or there are no more complete
     *     observations than coefficients
     */
    public static Optional<Regression> withIntercept(double[] y, double[]... regressors) {
        return fit(true, y, regressors);
    }

    /**
     * The line or plane through the origin: the coefficients that minimise {@code sum (y - b_1 x_1 - ...)^2}.
     *
     * @param y the series to explain
     * @param regressors the explaining series, each as long as y; at least one
     * @return the fit, empty if a regressor is zero or a linear combination of the others
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
        return scaled(intercept, mean, intercept ? Moments.deviations(target) : target, means, columns);
    }

    /** The fit of series that are divided by powers of two, so that no product underflows or overflows. */
    private static Optional<Regression> scaled(
            boolean intercept, double mean, double[] target, double[] means, double[][] columns) {
        int exponent = Moments.scale(target);
        int[] exponents = Arrays.stream(columns).mapToInt(Moments::scale).toArray();
        Arrays.setAll(means, j -> Math.scalb(means[j], -exponents[j]));
        return solve(intercept, Math.scalb(mean, -exponent), target, means, columns)
                .map(fit -> fit.timesPowersOfTwo(exponent, exponents));
    }

    private static Optional<Regression> solve(
            boolean intercept, double mean, double[] target, double[] means, double[][] columns) {
        double[] rows = rowMajor(columns, target.length);
        Qr factors = Qr.of(rows, target.length, columns.length);
        if (!factors.isFullRank()) {
            return Optional.empty();
        }
        double[] slopes = new double[columns.length];
        double[] residuals = target.clone();
        // A second round on the residuals takes out what rounding left of the first.
        for (int round = 0; round < 2; round++) {
            double[] step = factors.solve(residuals).orElseThrow();
            for (int j = 0; j < step.length; j++) {
                slopes[j] += step[j];
            }
            residuals = residuals(target, columns, slopes);
        }
        Matrix inverse = Matrix.copyOf(
                columns.length, columns.length, factors.inverseGram().orElseThrow());
        Matrix regressors = Matrix.copyOf(target.length, columns.length, rows);
        return Optional.of(regression(intercept, mean, target, means, slopes, residuals, regressors, inverse));
    }

    private static Regression regression(
            boolean intercept,
            double mean,
            double[] target,
            double[] means,
            double[] slopes,
            double[] residuals,
            Matrix regressors,
            Matrix inverse) {
        int n = target.length;
        int k = slopes.length;
        double squares = Moments.sumOfProducts(residuals, residuals);
        double deviation = Math.sqrt(squares / (n - k - (intercept ? 1 : 0)));
        double total = Moments.sumOfProducts(target, target);
        double[] coefficients = slopes;
        double[] errors = new double[k];
        Arrays.setAll(errors, j -> deviation * Math.sqrt(inverse.get(j, j)));
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
                regressors,
                inverse);
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

    private static double[] residuals(double[] target, double[][] columns, double[] slopes) {
        double[] residuals = target.clone();
        for (int j = 0; j < columns.length; j++) {
            for (int t = 0; t < residuals.length; t++) {
                residuals[t] -= slopes[j] * columns[j][t];
            }
        }
        return residuals;
    }

    private static double quadraticForm(Matrix matrix, double[] x) {
        return Moments.sumOfProducts(matrix.times(Doubles.of(x)).toArray(), x);
    }

    private static double[] prepended(double first, double[] rest) {
        double[] all = new double[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static double[] rowMajor(double[][] columns, int rows) {
        double[] cells = new double[rows * columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int t = 0; t < rows; t++) {
                cells[t * columns.length + j] = columns[j][t];
            }
        }
        return cells;
    }
}
