package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Moments;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/**
 * Performance relative to a benchmark on the same dates: beta, alpha, tracking error, information ratio and
 * {@index "capture ratio"}.
 *
 * <p><b>Shape</b>: two arrays of one length give one number. <b>Unit</b>: decimal fractions per period. <b>Missing</b>:
 * NaN is refused with its place.
 */
public final class RelativePerformance {

    private RelativePerformance() {}

    /**
     * The {@index beta} to the benchmark, how much of its moves is taken along: {@code cov(r, b) / var(b)}.
     *
     * @param returns simple returns, at least two
     * @param benchmark simple returns of the benchmark
     * @return the slope, NaN if the benchmark does not vary
     */
    public static double beta(double[] returns, double[] benchmark) {
        check(returns, benchmark);
        return Performance.ratio(
                Moments.sampleCovariance(returns, benchmark), Moments.sampleCovariance(benchmark, benchmark));
    }

    /**
     * {@index Alpha}, what is left per period when the benchmark's part is taken away: {@code mean(r) - beta mean(b)};
     * of excess returns the intercept of the capital asset pricing model ({@index CAPM}).
     *
     * @param returns simple returns, at least two
     * @param benchmark simple returns of the benchmark
     * @return the intercept per period, NaN if the benchmark does not vary
     */
    public static double alpha(double[] returns, double[] benchmark) {
        return Moments.mean(returns) - beta(returns, benchmark) * Moments.mean(benchmark);
    }

    /**
     * The annualised {@index "tracking error"}: {@code sqrt(A) std(r - b)}.
     *
     * @param returns simple returns, at least two
     * @param benchmark simple returns of the benchmark
     * @param periodsPerYear A, above zero
     * @return the tracking error
     */
    public static double trackingError(double[] returns, double[] benchmark, double periodsPerYear) {
        check(returns, benchmark);
        return Math.sqrt(Returns.year(periodsPerYear)) * Moments.sampleDeviation(Returns.less(returns, benchmark));
    }

    /**
     * The annualised {@index "information ratio"}: {@code sqrt(A) mean(r - b) / std(r - b)}.
     *
     * @param returns simple returns, at least two
     * @param benchmark simple returns of the benchmark
     * @param periodsPerYear A, above zero
     * @return the annualised ratio, NaN if the differences do not vary
     */
    public static double informationRatio(double[] returns, double[] benchmark, double periodsPerYear) {
        check(returns, benchmark);
        double[] difference = Returns.less(returns, benchmark);
        return Math.sqrt(Returns.year(periodsPerYear))
                * Performance.ratio(Moments.mean(difference), Moments.sampleDeviation(difference));
    }

    /**
     * The {@index "up capture"}: the CAGR in the periods in which the benchmark rose, over the benchmark's.
     *
     * @param returns simple returns, at least two
     * @param benchmark simple returns of the benchmark
     * @param periodsPerYear A, above zero
     * @return the ratio, NaN if the benchmark never rose
     */
    public static double upCapture(double[] returns, double[] benchmark, double periodsPerYear) {
        return capture(returns, benchmark, periodsPerYear, 1);
    }

    /**
     * The {@index "down capture"}: the CAGR in the periods in which the benchmark fell, over the benchmark's.
     *
     * @param returns simple returns, at least two
     * @param benchmark simple returns of the benchmark
     * @param periodsPerYear A, above zero
     * @return the ratio, NaN if the benchmark never fell
     */
    public static double downCapture(double[] returns, double[] benchmark, double periodsPerYear) {
        return capture(returns, benchmark, periodsPerYear, -1);
    }

    private static double capture(double[] returns, double[] benchmark, double periodsPerYear, int sign) {
        return capture(
                returns, benchmark, b -> Math.signum(b) == sign, chosen -> Performance.cagr(chosen, periodsPerYear));
    }

    /** The total return in the chosen periods over the benchmark's, not annualised. */
    static double cumulativeCapture(double[] returns, double[] benchmark, DoublePredicate chosen) {
        return capture(returns, benchmark, chosen, Performance::totalReturn);
    }

    private static double capture(
            double[] returns, double[] benchmark, DoublePredicate chosen, ToDoubleFunction<double[]> growth) {
        check(returns, benchmark);
        double[] own = new double[returns.length];
        double[] other = new double[returns.length];
        int count = 0;
        for (int i = 0; i < returns.length; i++) {
            if (chosen.test(benchmark[i])) {
                own[count] = returns[i];
                other[count++] = benchmark[i];
            }
        }
        return count == 0
                ? Double.NaN
                : Performance.ratio(
                        growth.applyAsDouble(Arrays.copyOf(own, count)),
                        growth.applyAsDouble(Arrays.copyOf(other, count)));
    }

    private static void check(double[] returns, double[] benchmark) {
        Returns.check(returns, 2);
        if (returns.length != benchmark.length) {
            throw new IllegalArgumentException(
                    "benchmark must have " + returns.length + " returns but had " + benchmark.length);
        }
        Returns.check(benchmark, 2);
    }
}
