package io.github.macroregime.regime.signal;

import io.github.macroregime.core.stats.Normal;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * Lo's and MacKinlay's variance ratio test: do returns over q days vary more (trend) or less (reversion) than q
 * independent days would?
 *
 * <p>With n returns, {@code mu = (p_n - p_0) / n} and {@code e_t = r_t - mu}: {@code VR = s2(q) / s2(1)} of overlapping
 * returns, where {@code s2(q) = sum (p_t - p_{t-q} - q mu)^2 / m}, {@code m = q (n - q + 1) (1 - q / n)} and
 * {@code s2(1) = sum e^2 / (n - 1)} without bias, {@code m = n q} and {@code n} with it. {@code z = sqrt(n) (VR - 1) /
 * sqrt(theta)}: homoscedastic {@code theta = 2 (2 q - 1) (q - 1) / (3 q)}, robust {@code theta = sum_k 4 (1 - k/q)^2
 * d_k} over k from 1 to q − 1 with {@code d_k = n sum e_t^2 e_{t-k}^2 / (sum e_t^2)^2}.
 *
 * <p><b>Source</b>: Lo and MacKinlay 1988, Review of Financial Studies 1(1); Campbell, Lo and MacKinlay 1997,
 * equations 2.4.39 and 2.4.43.
 *
 * @param q over how many returns the longer variance runs
 * @param returns how many returns were used
 * @param bias whether the variances are corrected for bias
 * @param errors what the returns may do under the null
 * @param ratio one for a random walk, above for trend, below for reversion
 * @param theta the variance of {@code sqrt(n) (VR - 1)} under the null
 * @param z the test statistic, standard normal for a random walk
 */
public record VarianceRatio(int q, int returns, Bias bias, Errors errors, double ratio, double theta, double z)
        implements Serializable {

    /** Whether the two variances are corrected for bias. */
    public enum Bias {
        /** Divided by the count. */
        BIASED,
        /** Divided by the degrees of freedom. */
        DEBIASED
    }

    /** What the returns may do under the null. */
    public enum Errors {
        /** All returns vary alike. */
        HOMOSCEDASTIC,
        /** The variance may change over time. */
        ROBUST
    }

    /**
     * The debiased ratio with robust errors, the recommended variant.
     *
     * @param logPrices log prices in order, none missing
     * @param q over how many returns the longer variance runs, from 2 to half of the returns
     * @return the test, empty if the prices grow at one rate, so that there is nothing to compare
     * @throws IllegalArgumentException if there are too few prices or one is not finite
     */
    public static Optional<VarianceRatio> of(double[] logPrices, int q) {
        return of(logPrices, q, Bias.DEBIASED, Errors.ROBUST);
    }

    /**
     * The ratio in a chosen variant.
     *
     * <p><b>Shape</b>: one test for the whole array. <b>Unit</b>: natural logarithms of prices. <b>Missing</b>: refused.
     * <b>Cost</b>: n times q.
     *
     * @param logPrices log prices in order, none missing
     * @param q over how many returns the longer variance runs, from 2 to half of the returns
     * @param bias whether the variances are corrected for bias
     * @param errors what the returns may do under the null
     * @return the test, empty if the prices grow at one rate, so that there is nothing to compare
     * @throws IllegalArgumentException if there are too few prices or one is not finite
     */
    public static Optional<VarianceRatio> of(double[] logPrices, int q, Bias bias, Errors errors) {
        int n = logPrices.length - 1;
        if (q < 2 || 2L * q > n) {
            throw new IllegalArgumentException(
                    "q must lie in [2, " + n / 2 + "] for " + Math.max(0, n) + " returns but was " + q);
        }
        Require.finite(logPrices, "logPrices");
        double drift = (logPrices[n] - logPrices[0]) / n;
        double[] squares = squaredSurprises(logPrices, drift);
        double total = sum(squares);
        if (!isMeasurable(total, logPrices, n)) {
            return Optional.empty();
        }
        double longer = 0;
        for (int t = q; t <= n; t++) {
            double surprise = logPrices[t] - logPrices[t - q] - q * drift;
            longer += surprise * surprise;
        }
        boolean corrected = bias == Bias.DEBIASED;
        double shortVariance = total / (corrected ? n - 1 : n);
        double divisor = corrected ? (double) q * (n - q + 1) * (1 - (double) q / n) : (double) n * q;
        double ratio = longer / divisor / shortVariance;
        double theta = errors == Errors.ROBUST ? robust(squares, total, q) : 2.0 * (2 * q - 1) * (q - 1) / (3.0 * q);
        double z = Math.sqrt(n) * (ratio - 1) / Math.sqrt(theta);
        return theta > 0 ? Optional.of(new VarianceRatio(q, n, bias, errors, ratio, theta, z)) : Optional.empty();
    }

    /**
     * The probability of a statistic at least as far from zero for a random walk.
     *
     * @return from 0 to 1
     */
    public double twoSidedProbability() {
        return 2 * Normal.cumulative(-Math.abs(z));
    }

    /**
     * How much the test speaks for trend: {@code Phi(z)}.
     *
     * @return 0.5 for a random walk, towards 1 for persistent and towards 0 for reverting returns
     */
    public double trendWeight() {
        return Normal.cumulative(z);
    }

    // Surprises of the size of the rounding of the prices are no movement: their ratio would be noise.
    private static boolean isMeasurable(double total, double[] logPrices, int n) {
        double grain = Math.ulp(Math.max(Math.abs(logPrices[0]), Math.abs(logPrices[n])));
        return total > n * grain * grain * 16;
    }

    private static double[] squaredSurprises(double[] logPrices, double drift) {
        double[] squares = new double[logPrices.length - 1];
        for (int t = 0; t < squares.length; t++) {
            double surprise = logPrices[t + 1] - logPrices[t] - drift;
            squares[t] = surprise * surprise;
        }
        return squares;
    }

    private static double robust(double[] squares, double total, int q) {
        double theta = 0;
        for (int k = 1; k < q; k++) {
            double products = 0;
            for (int t = k; t < squares.length; t++) {
                products += squares[t] * squares[t - k];
            }
            double share = 1 - (double) k / q;
            theta += 4 * share * share * (squares.length * products / (total * total));
        }
        return theta;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum;
    }

    /** The ratio, its statistic and probability, and the variant. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "VR(%d) = %.4f, z = %.2f, p = %.3f (%s, %s, n = %d)",
                q,
                ratio,
                z,
                twoSidedProbability(),
                bias.name().toLowerCase(Locale.ROOT),
                errors.name().toLowerCase(Locale.ROOT),
                returns);
    }
}
