package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.Require;

/** Checks and small transforms of arrays of returns. */
final class Returns {

    private Returns() {}

    static void check(double[] returns, int minimum) {
        finite(returns, minimum);
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] < -1) {
                throw new IllegalArgumentException(
                        "returns[" + i + "] must be finite and at least -1 but was " + returns[i]);
            }
        }
    }

    /** The check for returns in excess of something, which may lie below −1. */
    static void finite(double[] returns, int minimum) {
        Require.atLeast(returns, minimum, "returns");
        Require.observed(returns, "returns");
    }

    static double year(double periodsPerYear) {
        return Require.positive(periodsPerYear, "periodsPerYear");
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
}
