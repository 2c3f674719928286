package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Moments;

/** Checks and small transforms of arrays of returns. */
final class Returns {

    private Returns() {}

    static void check(double[] returns, int minimum) {
        if (returns.length < minimum) {
            throw new IllegalArgumentException(
                    "returns must have at least " + minimum + " values but had " + returns.length);
        }
        for (int i = 0; i < returns.length; i++) {
            if (!(returns[i] >= -1 && returns[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "returns[" + i + "] must be finite and at least -1 but was " + returns[i]);
            }
        }
    }

    /** The check for returns in excess of something, which may lie below −1. */
    static void finite(double[] returns, int minimum) {
        if (returns.length < minimum) {
            throw new IllegalArgumentException(
                    "returns must have at least " + minimum + " values but had " + returns.length);
        }
        for (int i = 0; i < returns.length; i++) {
            if (!(Math.abs(returns[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("returns[" + i + "] must be finite but was " + returns[i]);
            }
        }
    }

    static double year(double periodsPerYear) {
        if (!(periodsPerYear > 0 && periodsPerYear <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "periodsPerYear must be above zero and finite but was " + periodsPerYear);
        }
        return periodsPerYear;
    }

    static double[] less(double[] returns, double part) {
        double[] result = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            result[i] = returns[i] - part;
        }
        return result;
    }

    static double[] less(double[] returns, double[] other) {
        if (returns.length != other.length) {
            throw new IllegalArgumentException(
                    "benchmark must have " + returns.length + " returns but had " + other.length);
        }
        double[] result = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            result[i] = returns[i] - other[i];
        }
        return result;
    }

    static int count(double[] returns, int sign) {
        int count = 0;
        for (double r : returns) {
            count += Math.signum(r) == sign ? 1 : 0;
        }
        return count;
    }

    /** Autocorrelations from lag 0, all divided by the same sum of squares; NaN if nothing varies. */
    static double[] autocorrelations(double[] returns, int lags) {
        double[] centred = less(returns, Moments.mean(returns));
        double[] result = new double[lags + 1];
        for (int k = 0; k <= lags; k++) {
            double sum = 0;
            for (int t = k; t < centred.length; t++) {
                sum += centred[t] * centred[t - k];
            }
            result[k] = sum;
        }
        double squares = result[0];
        for (int k = 0; k <= lags; k++) {
            result[k] = Performance.ratio(result[k], squares);
        }
        return result;
    }
}
