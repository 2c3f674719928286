package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A fitted least-squares line or plane with its standard errors and its {@index "coefficient of determination"} (R²).
 *
 * @param coefficients one for each regressor, the intercept before them if there is one
 * @param standardErrors the ordinary standard errors of the coefficients, for {@index homoskedastic} and uncorrelated
 *     residuals
 * @param residuals what is left of each complete observation, in their order
 * @param residualDeviation the {@index "residual standard error"}, {@code sqrt(sum e^2 / (n - k))} with k coefficients
 * @param rSquared the explained part of the variation, about the mean if there is an intercept and about zero if not;
 *     NaN if there is no variation
 * @param means the means of the regressors with an intercept, zeros without
 * @param regressors the regressors less these means, one row for each observation
 * @param inverse the inverse of the Gram matrix of these columns, {@code (X'X)^-1}
 */
public record Regression(
        Doubles coefficients,
        Doubles standardErrors,
        Doubles residuals,
        double residualDeviation,
        double rSquared,
        Doubles means,
        Matrix regressors,
        Matrix inverse)
        implements Serializable {

    public Regression {
        Require.components(Regression.class, coefficients, standardErrors, residuals, means, regressors, inverse);
        Require.finite(residualDeviation, "residualDeviation");
        Require.finite(rSquared, "rSquared");
        if (coefficients.size() != standardErrors.size() || residuals.size() != regressors.rows()) {
            throw new IllegalArgumentException("standardErrors must have " + coefficients.size()
                    + " numbers and residuals " + regressors.rows() + " but they had " + standardErrors.size()
                    + " and " + residuals.size());
        }
    }

    /**
     * How many complete observations were fitted.
     *
     * @return the count
     */
    public int observations() {
        return residuals.size();
    }

    /**
     * Whether the first coefficient is an intercept.
     *
     * @return true if it is
     */
    public boolean hasIntercept() {
        return coefficients.size() > regressors.columns();
    }

    /**
     * The intercept.
     *
     * @return the fitted value where all regressors are zero; 0 through the origin
     */
    public double intercept() {
        return hasIntercept() ? coefficients.get(0) : 0;
    }

    /**
     * The slope of the first regressor.
     *
     * @return its coefficient
     */
    public double slope() {
        return coefficients.get(hasIntercept() ? 1 : 0);
    }

    /**
     * The value on the fitted line or plane: {@code a + b_1 x_1 + ...}.
     *
     * @param x one number for each regressor
     * @return the predicted value
     * @throws IllegalArgumentException if the count is wrong
     */
    public double predict(double... x) {
        requireOneForEach(x);
        double value = intercept();
        for (int j = 0; j < x.length; j++) {
            value += coefficients.get(coefficients.size() - x.length + j) * x[j];
        }
        return value;
    }

    /**
     * The {@index leverage} of a point: {@code h = x' (X'X)^-1 x}, with an intercept {@code 1/n} more than that about the
     * means; a {@link #predict prediction} there has the standard error {@code s sqrt(1 + h)}.
     *
     * @param x one number for each regressor
     * @return the leverage, not negative; the points of the fit sum to the number of coefficients
     * @throws IllegalArgumentException if the count is wrong
     */
    public double leverage(double... x) {
        requireOneForEach(x);
        double leverage = hasIntercept() ? 1.0 / observations() : 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                leverage += (x[i] - means.get(i)) * inverse.get(i, j) * (x[j] - means.get(j));
            }
        }
        return leverage;
    }

    private void requireOneForEach(double[] x) {
        if (x.length != regressors.columns()) {
            throw new IllegalArgumentException("x must have " + regressors.columns() + " numbers but had " + x.length);
        }
    }

    /**
     * The {@index "t-statistic"} of each coefficient: the coefficient over its ordinary standard error.
     *
     * @return one for each coefficient, NaN where the error is zero or the ratio no number
     */
    public Doubles tStatistics() {
        return ratios(standardErrors);
    }

    /**
     * The t-statistics with Newey-West standard errors: the coefficients over {@link #neweyWestErrors}.
     *
     * @param lags how many lags of the residuals may be correlated, from 0
     * @return one for each coefficient, NaN where the error is zero or the ratio no number
     * @throws IllegalArgumentException if the number of lags is negative or not below the number of observations
     */
    public Doubles neweyWestTStatistics(int lags) {
        return ratios(neweyWestErrors(lags));
    }

    private Doubles ratios(Doubles errors) {
        double[] ratios = new double[errors.size()];
        for (int i = 0; i < ratios.length; i++) {
            double ratio = coefficients.get(i) / errors.get(i);
            ratios[i] = errors.get(i) > 0 && Math.abs(ratio) <= Double.MAX_VALUE ? ratio : Double.NaN;
        }
        return Doubles.of(ratios);
    }

    /**
     * {@index "Newey-West"} standard errors ({@index HAC}), which hold for {@index heteroskedastic} residuals that are
     * correlated over some lags: the roots of the diagonal of {@code (X'X)^-1 S (X'X)^-1} with
     * {@code S = sum_t e_t^2 x_t x_t' + sum_(l=1..L) (1 - l/(L + 1)) sum_t e_t e_(t-l) (x_t x_(t-l)' + x_(t-l) x_t')}.
     *
     * <p>Bartlett's weights and no correction for small samples. With no lag they are
     * {@index "White's standard errors"}.
     *
     * <p><b>Source</b>: Newey and West 1987, Econometrica 55(3).
     *
     * @param lags how many lags L of the residuals may be correlated, from 0
     * @return one for each coefficient
     * @throws IllegalArgumentException if the number of lags is negative or not below the number of observations
     */
    public Doubles neweyWestErrors(int lags) {
        if (lags < 0 || lags >= observations()) {
            throw new IllegalArgumentException("lags must lie in [0, " + observations() + ") but was " + lags);
        }
        double[] scaled = residuals.toArray();
        int exponent = Moments.scale(scaled);
        int[] exponents = new int[regressors.columns()];
        Arrays.setAll(exponents, j -> Moments.scale(regressors.column(j).toArray()));
        Regression near = timesPowersOfTwo(
                -exponent, Arrays.stream(exponents).map(e -> -e).toArray());
        double[][] scores = near.scores();
        double[][] bread = near.bread();
        int first = hasIntercept() ? 1 : 0;
        double[] errors = new double[coefficients.size()];
        for (int i = 0; i < errors.length; i++) {
            double error = Math.sqrt(Math.max(0, longRunVariance(influence(scores, bread[i]), lags)));
            errors[i] = Math.scalb(error, exponent - (i < first ? 0 : exponents[i - first]));
        }
        return Doubles.of(errors);
    }

    /** The same fit of series that are multiplied by powers of two. */
    Regression timesPowersOfTwo(int target, int... columns) {
        if (target == 0 && Arrays.stream(columns).allMatch(column -> column == 0)) {
            return this;
        }
        int first = hasIntercept() ? 1 : 0;
        double[] rows = new double[regressors.rows() * columns.length];
        double[] gram = new double[columns.length * columns.length];
        Arrays.setAll(
                rows,
                i -> Math.scalb(regressors.get(i / columns.length, i % columns.length), columns[i % columns.length]));
        Arrays.setAll(gram, i -> {
            int row = i / columns.length;
            int column = i % columns.length;
            return Math.scalb(inverse.get(row, column), -columns[row] - columns[column]);
        });
        return new Regression(
                times(coefficients, i -> target - (i < first ? 0 : columns[i - first])),
                times(standardErrors, i -> target - (i < first ? 0 : columns[i - first])),
                times(residuals, i -> target),
                Math.scalb(residualDeviation, target),
                rSquared,
                times(means, i -> columns[i]),
                Matrix.copyOf(regressors.rows(), columns.length, rows),
                Matrix.copyOf(columns.length, columns.length, gram));
    }

    private static Doubles times(Doubles x, IntUnaryOperator powers) {
        double[] times = new double[x.size()];
        Arrays.setAll(times, i -> Math.scalb(x.get(i), powers.applyAsInt(i)));
        return Doubles.copyOf(times);
    }

    // Rows of regressors, one before them for an intercept, each times its residual.
    private double[][] scores() {
        int first = hasIntercept() ? 1 : 0;
        double[][] scores = new double[observations()][coefficients.size()];
        for (int t = 0; t < scores.length; t++) {
            for (int j = 0; j < scores[t].length; j++) {
                scores[t][j] = residuals.get(t) * (j < first ? 1 : regressors.get(t, j - first));
            }
        }
        return scores;
    }

    // How the scores about the means move each coefficient; an intercept at zero also moves with the slopes.
    private double[][] bread() {
        int k = coefficients.size();
        int first = hasIntercept() ? 1 : 0;
        double[][] bread = new double[k][k];
        for (int i = first; i < k; i++) {
            for (int j = first; j < k; j++) {
                bread[i][j] = inverse.get(i - first, j - first);
                if (first == 1) {
                    bread[0][j] -= means.get(i - 1) * bread[i][j];
                }
            }
        }
        if (first == 1) {
            bread[0][0] = 1.0 / observations();
        }
        return bread;
    }

    private static double[] influence(double[][] scores, double[] weights) {
        double[] influence = new double[scores.length];
        for (int t = 0; t < scores.length; t++) {
            influence[t] = Moments.sumOfProducts(scores[t], weights);
        }
        return influence;
    }

    private static double longRunVariance(double[] influence, int lags) {
        double variance = Moments.sumOfProducts(influence, influence);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * Autocorrelation.laggedProducts(influence, lag);
        }
        return variance;
    }

    /** A table of the coefficients with their standard errors and t-statistics under a line with n and R squared. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(NumberText.of(
                "Regression of %d observations, R squared %.4f, residual deviation %.6g%n%12s %14s %14s %10s",
                observations(), rSquared, residualDeviation, "", "coefficient", "error", "t"));
        Doubles t = tStatistics();
        for (int i = 0; i < coefficients.size(); i++) {
            String name = hasIntercept() && i == 0 ? "intercept" : "x" + (hasIntercept() ? i : i + 1);
            text.append(NumberText.of(
                    "%n%12s %14.6g %14.6g %10.3f", name, coefficients.get(i), standardErrors.get(i), t.get(i)));
        }
        return text.toString();
    }
}
