package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.core.stats.SignificanceTest;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@index "variance ratio"} test of Lo and MacKinlay: do returns over q days vary more (trend) or less (reversion)
 * than q independent days would?
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
 * <pre>{@code
 * VarianceRatio.of(logPrices, 5); // above 1 speaks for trend, below for reversion
 * }</pre>
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

    private static final double ROUNDING = 0x1p-53;

    public VarianceRatio {
        Require.components(VarianceRatio.class, bias, errors);
        Require.atLeast(q, 2, "q");
        Require.atLeast(returns, 0, "returns");
        Require.finite(ratio, "ratio");
        Require.finite(theta, "theta");
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z must be a number but was " + z);
        }
    }

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
     * The debiased ratio with robust errors of a series of prices, of which the logarithms are taken.
     *
     * @param prices prices above zero; dates without an observation are passed over
     * @param q over how many returns the longer variance runs, from 2 to half of the returns
     * @return the test, empty if the prices grow at one rate, so that there is nothing to compare
     * @throws IllegalArgumentException if the series is not in the unit of a price, a price is not above zero or there are
     *     too few
     */
    public static Optional<VarianceRatio> of(TimeSeries prices, int q) {
        double[] observed =
                Require.prices(prices, "prices").dropMissing().values().toArray();
        Require.positiveOrMissing(observed, "prices");
        return of(Arrays.stream(observed).map(StrictMath::log).toArray(), q);
    }

    /**
     * The ratio in a chosen variant.
     *
     * <p><b>Shape</b>: one test for the whole array. <b>Unit</b>: natural logarithms of prices. <b>Missing</b>:
     * refused. <b>Cost</b>: n times q.
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
        requireRoom(q, n);
        Require.observed(logPrices, "logPrices");
        double drift = (logPrices[n] - logPrices[0]) / n;
        double[] squares = squaredSurprises(logPrices, drift);
        double total = sum(squares);
        if (!isMeasurable(total, logPrices[0], logPrices[n], n)) {
            return Optional.empty();
        }
        double longer = 0;
        for (int t = q; t <= n; t++) {
            double surprise = logPrices[t] - logPrices[t - q] - q * drift;
            longer += surprise * surprise;
        }
        double ratio = ratio(longer, total, n, q, bias);
        double theta = errors == Errors.ROBUST
                ? n * products(squares, q) / (total * total)
                : 2.0 * (2 * q - 1) * (q - 1) / (3.0 * q);
        double z = statistic(ratio, theta, n);
        return Double.isNaN(z) ? Optional.empty() : Optional.of(new VarianceRatio(q, n, bias, errors, ratio, theta, z));
    }

    /**
     * The test of the last returns, again at each log price: the debiased ratio with robust errors.
     *
     * <p><b>Shape</b>: the running form pushes out z. <b>Missing</b>: no answer until the gap has left the window.
     * <b>Cost</b>: q times q for each log price, whatever the window. <b>Accuracy</b>: that of
     * {@link #of(double[], int)} on the same window up to rounding, which is not the same order of summation.
     *
     * @param returns how many returns each test takes
     * @param q over how many returns the longer variance runs, from 2 to half of the returns
     * @return the running form
     */
    public static RunningTest<VarianceRatio> running(int returns, int q) {
        return new RunningVarianceRatio(returns, q);
    }

    /**
     * The statistic z of the last returns at each log price: the debiased ratio with robust errors.
     *
     * <p><b>Shape</b>: one number for each log price. <b>Unit</b>: deviations of a standard normal value.
     * <b>Missing</b>: NaN until the gap has left the window; {@code Missing.SKIP.through(logPrices, x -> over(x, returns, q))}
     * passes over days without a price. <b>Cost</b>: q times q for each log price.
     *
     * @param logPrices log prices in order, NaN where not observed
     * @param returns how many returns each test takes
     * @param q over how many returns the longer variance runs, from 2 to half of the returns
     * @return the statistics, NaN before there are enough prices and where they grow at one rate
     * @throws IllegalArgumentException if q is out of range or a log price is infinite
     */
    public static double[] over(double[] logPrices, int returns, int q) {
        return WindowedTest.through(running(returns, q), logPrices, "logPrices");
    }

    /**
     * The last number of {@link #over(double[], int, int)}, to the last bit.
     *
     * <p><b>Missing</b>: as there. <b>Cost</b>: that of two windows, however many log prices there are.
     *
     * @param logPrices log prices in order, NaN where not observed, at least one
     * @param returns how many returns the test takes
     * @param q over how many returns the longer variance runs, from 2 to half of the returns
     * @return the statistic of the last returns, NaN where there is none
     * @throws IllegalArgumentException if q is out of range, there is no log price or one is infinite
     */
    public static double last(double[] logPrices, int returns, int q) {
        Require.atLeast(logPrices, 1, "logPrices");
        Require.finite(logPrices, "logPrices");
        RunningVarianceRatio state = new RunningVarianceRatio(returns, q);
        double z = Double.NaN;
        for (int i = state.blockOf(logPrices); i < logPrices.length; i++) {
            z = state.push(logPrices[i]);
        }
        return z;
    }

    /**
     * The two-sided test of the random walk: z and its p-value.
     *
     * @return the test, its lags the q − 1 that robust errors allow for
     */
    public SignificanceTest test() {
        String name = String.format(Locale.ROOT, "variance ratio (%s, %s)", words(bias), words(errors));
        return SignificanceTest.of(name, z, 2 * Normal.cumulative(-Math.abs(z)), q - 1, returns);
    }

    private static String words(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The weight of momentum that the test speaks for: {@code Phi(z)}, exact to the last digits of one.
     *
     * @return 0.5 for a random walk, towards 1 for persistent and towards 0 for reverting returns
     */
    public double momentumWeight() {
        return momentumWeight(z);
    }

    /**
     * The weight of momentum that a statistic speaks for: {@code Phi(z)}, exact to the last digits of one.
     *
     * <p>A weight is added to its complement, so digits far behind the point of a small one do not count.
     *
     * @param z the statistic, or NaN
     * @return from 0 to 1, NaN for NaN
     */
    public static double momentumWeight(double z) {
        return 0.5 + 0.5 * Normal.centralProbability(z);
    }

    static void requireRoom(int q, int returns) {
        if (q < 2 || 2L * q > returns) {
            throw new IllegalArgumentException(
                    "q must lie in [2, " + returns / 2 + "] for " + Math.max(0, returns) + " returns but was " + q);
        }
    }

    // Surprises of the size of the rounding of the prices or their logarithms are no movement: their ratio would be
    // noise.
    static boolean isMeasurable(double total, double first, double last, int n) {
        double grain = Math.max(ROUNDING, Math.ulp(Math.max(Math.abs(first), Math.abs(last))));
        return total > n * grain * grain * 16;
    }

    static double ratio(double longer, double total, int n, int q, Bias bias) {
        boolean corrected = bias == Bias.DEBIASED;
        double shortVariance = total / (corrected ? n - 1 : n);
        double divisor = corrected ? (double) q * (n - q + 1) * (1 - (double) q / n) : (double) n * q;
        return longer / divisor / shortVariance;
    }

    /** NaN where squares never follow one another, so that nothing is known about the error. */
    static double statistic(double ratio, double theta, int n) {
        return theta > 0 ? Math.sqrt(n) * (ratio - 1) / Math.sqrt(theta) : Double.NaN;
    }

    /** The weight of the products at each lag, {@code 4 (1 - k/q)^2}; none at lag 0. */
    static double[] lagWeights(int q) {
        double[] weights = new double[q];
        for (int k = 1; k < q; k++) {
            double share = 1 - (double) k / q;
            weights[k] = 4 * share * share;
        }
        return weights;
    }

    private static double[] squaredSurprises(double[] logPrices, double drift) {
        double[] squares = new double[logPrices.length - 1];
        for (int t = 0; t < squares.length; t++) {
            double surprise = logPrices[t + 1] - logPrices[t] - drift;
            squares[t] = surprise * surprise;
        }
        return squares;
    }

    private static double products(double[] squares, int q) {
        double[] weights = lagWeights(q);
        double all = 0;
        for (int k = 1; k < q; k++) {
            double products = 0;
            for (int t = k; t < squares.length; t++) {
                products += squares[t] * squares[t - k];
            }
            all += weights[k] * products;
        }
        return all;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum;
    }

    /** The ratio, its statistic and p-value, and the variant. */
    @Override
    public String toString() {
        return NumberText.of(
                "VR(%d) = %.4f, z = %.2f, p = %.3f (%s, %s, n = %d)",
                q, ratio, z, test().pValue(), words(bias), words(errors), returns);
    }
}
