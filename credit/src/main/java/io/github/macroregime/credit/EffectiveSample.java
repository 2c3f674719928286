package io.github.macroregime.credit;

import io.github.macroregime.core.stats.Moments;

/** How many independent observations an autocorrelated sample is worth. */
public final class EffectiveSample {

    private EffectiveSample() {}

    /**
     * The effective count under first-order autocorrelation: {@code n (1 - phi) / (1 + phi)}, held in [1, n].
     *
     * <p>{@code phi} is {@link #autocorrelation(double[])}. 1,260 days at phi = 0.99 are worth six. A sample of equal
     * numbers is worth one.
     *
     * <p><b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: two passes.
     *
     * @param x at least one number in the order of time
     * @return from 1 to n
     * @throws IllegalArgumentException if the array is empty
     */
    public static double count(double[] x) {
        double phi = autocorrelation(x);
        return Math.max(1, Math.min(x.length, x.length * (1 - phi) / (1 + phi)));
    }

    /**
     * The lag-one autocorrelation: {@code sum (x_t - m)(x_(t-1) - m) / sum (x_t - m)^2} about the common mean m.
     *
     * <p><b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: two passes.
     *
     * @param x at least one number in the order of time
     * @return from −1 to 1; 1 for a sample of equal numbers
     * @throws IllegalArgumentException if the array is empty
     */
    public static double autocorrelation(double[] x) {
        double mean = Moments.mean(x);
        double[] squares = new double[x.length];
        double[] products = new double[x.length - 1];
        for (int t = 0; t < x.length; t++) {
            squares[t] = (x[t] - mean) * (x[t] - mean);
            if (t > 0) {
                products[t - 1] = (x[t] - mean) * (x[t - 1] - mean);
            }
        }
        // The mean of equal numbers may differ from them in the last digit, which would leave noise over noise.
        return isFlat(x) ? 1 : Moments.sum(products) / Moments.sum(squares);
    }

    private static boolean isFlat(double[] x) {
        for (double value : x) {
            if (value != x[0]) {
                return false;
            }
        }
        return true;
    }
}
