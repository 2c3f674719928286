package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;

/**
 * Autocorrelation, the correlation of a series with its own past, and the effective sample size that follows from it.
 *
 * <p><b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: one pass for each lag.
 */
public final class Autocorrelation {

    private Autocorrelation() {}

    /**
     * The {@index autocorrelation} at a lag: {@code sum_(t>k) (x_t - m)(x_(t-k) - m) / sum (x_t - m)^2}, about the mean
     * of all.
     *
     * <p>The usual estimator, divided by n at every lag, which keeps it inside −1 and 1.
     *
     * @param x the series, at least two numbers
     * @param lag how many observations back, from 0 to below the length
     * @return from −1 to 1, NaN if all numbers are equal
     * @throws IllegalArgumentException if the series is too short, holds an infinity or the lag is out of range
     */
    public static double at(double[] x, int lag) {
        return function(x, lag)[lag];
    }

    /**
     * The {@index "autocorrelation function"} ({@index ACF}): the autocorrelations from lag 0, which is 1, to a largest
     * lag.
     *
     * @param x the series, at least two numbers
     * @param largestLag how many observations back at most, from 0 to below the length
     * @return largestLag + 1 numbers from −1 to 1, NaN if all numbers of the series are equal
     * @throws IllegalArgumentException if the series is too short, holds an infinity or the lag is out of range
     */
    public static double[] function(double[] x, int largestLag) {
        Require.atLeast(x, 2, "x");
        Require.finite(x, "x");
        if (largestLag < 0 || largestLag >= x.length) {
            throw new IllegalArgumentException("lag must lie in [0, " + x.length + ") but was " + largestLag);
        }
        double[] deviations = Moments.deviations(x);
        var unused = Moments.scale(deviations);
        double squares = Moments.sumOfProducts(deviations, deviations);
        double[] result = new double[largestLag + 1];
        result[0] = squares > 0 ? 1 : Double.NaN;
        for (int lag = 1; lag <= largestLag; lag++) {
            result[lag] =
                    squares == 0 ? Double.NaN : Math.max(-1, Math.min(1, laggedProducts(deviations, lag) / squares));
        }
        return result;
    }

    /**
     * The {@index "effective sample size"}, how many independent observations the mean of a first-order autoregressive
     * series, {@index "AR(1)"}, is worth: {@code n (1 - r) / (1 + r)} with the autocorrelation r at lag 1.
     *
     * <p>Negative autocorrelation is worth no more than independence, so the result does not exceed n; and a series
     * is worth at least one observation.
     *
     * @param x the series, at least two numbers
     * @return from 1 to n, NaN if all numbers are equal
     * @throws IllegalArgumentException if the series is too short or holds an infinity
     */
    public static double effectiveSampleSize(double[] x) {
        double r = at(x, 1);
        return bounded(x.length * (1 - r) / (1 + r), x.length);
    }

    /**
     * The effective sample size of a mean when several lags are correlated, with Bartlett's weights: {@code n / (1 + 2
     * sum_(k=1..L) (1 - k/(L + 1)) r_k)}.
     *
     * @param x the series, at least two numbers
     * @param lags how many lags L are counted, from 0 to below the length
     * @return from 1 to n, NaN if all numbers are equal
     * @throws IllegalArgumentException if the series is too short, holds an infinity or the lag is out of range
     */
    public static double effectiveSampleSize(double[] x, int lags) {
        double[] r = function(x, lags);
        double inflation = r[0];
        for (int k = 1; k <= lags; k++) {
            inflation += 2 * (1 - k / (lags + 1.0)) * r[k];
        }
        return inflation <= 0 ? x.length : bounded(x.length / inflation, x.length);
    }

    private static double bounded(double size, int n) {
        return Math.max(1, Math.min(n, size));
    }

    static double laggedProducts(double[] x, int lag) {
        double[] products = new double[x.length - lag];
        for (int t = lag; t < x.length; t++) {
            products[t - lag] = x[t] * x[t - lag];
        }
        return Moments.compensated(products);
    }
}
