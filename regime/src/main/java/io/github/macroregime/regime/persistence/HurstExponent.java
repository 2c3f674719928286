package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The {@index "Hurst exponent"}, a scaling exponent: how the range of returns grows with the length of time: 0.5 for
 * independent returns, above for persistent, below for reverting ones.
 *
 * <p>The exponent is the slope of an ordinary least-squares line through the logarithms on a fixed grid of lengths: the
 * same returns always give the same number.
 *
 * @param method what was measured
 * @param exponent the slope
 * @param observations how many returns were used
 * @param lengths the grid of lengths
 * @param logStatistics the logarithm of the statistic at each length, before correction
 */
public record HurstExponent(Method method, double exponent, int observations, Doubles lengths, Doubles logStatistics)
        implements Serializable {

    private static final int SHORTEST = 8;
    private static final int GAMMA_LIMIT = 340;

    public HurstExponent {
        Require.components(HurstExponent.class, method, lengths, logStatistics);
        Require.atLeast(observations, 0, "observations");
        Require.finite(exponent, "exponent");
    }

    /** What is measured at each length. */
    public enum Method {
        /** The rescaled range, corrected for its bias in short samples. */
        RESCALED_RANGE(3),
        /** The fluctuation about a line in overlapping boxes. */
        DETRENDED_FLUCTUATION(4),
        /** The fluctuation about a line in boxes side by side. */
        DETRENDED_FLUCTUATION_SIDE_BY_SIDE(4);

        private final int shortest;

        Method(int shortest) {
            this.shortest = shortest;
        }
    }

    /**
     * The exponent of the {@index "rescaled range"} ({@index "R/S"}), corrected by the expectation for independent
     * normal returns.
     *
     * <p>For each length n: the mean over the pieces of (highest − lowest partial sum of deviations) / sample
     * deviation; {@code H = 0.5 + slope of ln(R/S) - ln E(R/S)}. The uncorrected slope is not offered: it reads 0.61 on
     * nearly independent returns.
     *
     * <p><b>Shape</b>: one exponent. <b>Missing</b>: refused. <b>Cost</b>: the number of returns times that of lengths.
     *
     * <p><b>Source</b>: Hurst 1951; Anis and Lloyd 1976; Peters 1994; Weron 2002.
     *
     * @param returns returns in order, none missing
     * @param lengths increasing lengths of pieces, at least two, from 3 to the number of returns
     * @return the exponent, empty if no piece of some length moved
     * @throws IllegalArgumentException if lengths are out of order or range, or a return is not finite
     */
    public static Optional<HurstExponent> rescaledRange(double[] returns, int... lengths) {
        Require.observed(returns, "returns");
        check(returns.length, lengths, Method.RESCALED_RANGE.shortest);
        double[] logs = IntStream.of(lengths)
                .mapToDouble(n -> StrictMath.log(meanRescaledRange(returns, n)))
                .toArray();
        double[] corrected = IntStream.range(0, lengths.length)
                .mapToDouble(i -> logs[i] - StrictMath.log(expectedRescaledRange(lengths[i])))
                .toArray();
        return of(Method.RESCALED_RANGE, 0.5 + slope(lengths, corrected), returns.length, lengths, logs);
    }

    /**
     * The exponent of the rescaled range of a series of returns.
     *
     * @param returns in percent, percentage points, basis points or as a fraction; dates without an observation are passed
     *     over
     * @param lengths increasing lengths of pieces, at least two, from 3 to the number of returns
     * @return the exponent, empty if no piece of some length moved
     * @throws IllegalArgumentException if the series is in another unit, or lengths are out of order or range
     */
    public static Optional<HurstExponent> rescaledRange(TimeSeries returns, int... lengths) {
        return rescaledRange(
                Require.returns(returns, "returns").dropMissing().values().toArray(), lengths);
    }

    /**
     * The exponent of the {@index "detrended fluctuation analysis"} ({@index DFA}), in boxes that overlap by half.
     *
     * <p>The profile is the running sum of deviations from the mean; {@code F(n)} is the root of the
     * mean square about each box's own line, over all boxes.
     *
     * <p><b>Shape</b>: one exponent. <b>Missing</b>: refused. <b>Cost</b>: twice the number of returns times that of
     * lengths.
     *
     * <p><b>Source</b>: Peng and others 1994, Physical Review E 49.
     *
     * @param returns returns in order, none missing
     * @param lengths increasing lengths of boxes, at least two, from 4 to below the number of returns
     * @return the exponent, empty if the profile is a line in every box of some length
     * @throws IllegalArgumentException if lengths are out of order or range, or a return is not finite
     */
    public static Optional<HurstExponent> detrendedFluctuation(double[] returns, int... lengths) {
        return fluctuation(Method.DETRENDED_FLUCTUATION, returns, lengths);
    }

    /**
     * The exponent of the detrended fluctuation analysis of a series of returns.
     *
     * @param returns in percent, percentage points, basis points or as a fraction; dates without an observation are passed
     *     over
     * @param lengths increasing lengths of boxes, at least two, from 4 to below the number of returns
     * @return the exponent, empty if the profile is a line in every box of some length
     * @throws IllegalArgumentException if the series is in another unit, or lengths are out of order or range
     */
    public static Optional<HurstExponent> detrendedFluctuation(TimeSeries returns, int... lengths) {
        return detrendedFluctuation(
                Require.returns(returns, "returns").dropMissing().values().toArray(), lengths);
    }

    /**
     * The exponent of the detrended fluctuation, in boxes side by side.
     *
     * @param returns returns in order, none missing
     * @param lengths increasing lengths of boxes, at least two, from 4 to below the number of returns
     * @return the exponent, empty if the profile is a line in every box of some length
     * @throws IllegalArgumentException if lengths are out of order or range, or a return is not finite
     */
    public static Optional<HurstExponent> detrendedFluctuationSideBySide(double[] returns, int... lengths) {
        return fluctuation(Method.DETRENDED_FLUCTUATION_SIDE_BY_SIDE, returns, lengths);
    }

    /**
     * The exponent of the last returns, again at each return.
     *
     * <p><b>Shape</b>: the running form pushes out the exponent. <b>Missing</b>: no answer until the gap has left the
     * window. <b>Cost</b>: the sum of the lengths for each return; the window times their number where rounding would leave fewer
     * than ten digits, and for {@code latest()}.
     *
     * @param method what is measured
     * @param window how many returns each exponent takes, above the longest length
     * @param lengths increasing lengths, at least two; {@link #grid(int)} of the window is the usual choice
     * @return the running form
     * @throws IllegalArgumentException if lengths are out of order or range
     */
    public static RunningTest<HurstExponent> running(Method method, int window, int... lengths) {
        int[] kept = lengths.clone();
        check(window, kept, method.shortest);
        return new WindowedTest<>(
                window,
                returns -> of(method, returns, kept),
                HurstExponent::exponent,
                new SlidingPieces(method, window, kept));
    }

    /**
     * The exponent of the last returns at each return.
     *
     * <p><b>Shape</b>: one number for each return. <b>Missing</b>: NaN until the gap has left the window. <b>Cost</b>:
     * as {@link #running(Method, int, int...)}.
     *
     * @param method what is measured
     * @param returns returns in order, NaN where not observed
     * @param window how many returns each exponent takes, above the longest length
     * @param lengths increasing lengths, at least two
     * @return the exponents, NaN before there are enough returns and where they do not move
     * @throws IllegalArgumentException if lengths are out of order or range, or a return is infinite
     */
    public static double[] over(Method method, double[] returns, int window, int... lengths) {
        return WindowedTest.through(running(method, window, lengths), returns, "returns");
    }

    private static Optional<HurstExponent> of(Method method, double[] returns, int[] lengths) {
        return method == Method.RESCALED_RANGE
                ? rescaledRange(returns, lengths)
                : fluctuation(method, returns, lengths);
    }

    /**
     * A grid of lengths: 8, 12, 16, 24, 32 and so on, up to a quarter of the returns.
     *
     * @param observations how many returns there are, from 48
     * @return the lengths
     * @throws IllegalArgumentException if there are too few returns for two lengths
     */
    public static int[] grid(int observations) {
        if (observations < 6 * SHORTEST) {
            throw new IllegalArgumentException(
                    "observations must be at least " + 6 * SHORTEST + " but was " + observations);
        }
        return IntStream.iterate(SHORTEST, n -> n <= observations / 4, n -> n * 2)
                .flatMap(n -> IntStream.of(n, n * 3 / 2))
                .filter(n -> n <= observations / 4)
                .toArray();
    }

    private static Optional<HurstExponent> fluctuation(Method method, double[] returns, int[] lengths) {
        Require.observed(returns, "returns");
        check(returns.length, lengths, method.shortest);
        double[] logs = IntStream.of(lengths)
                .mapToDouble(n ->
                        StrictMath.log(meanFluctuation(returns, n, method == Method.DETRENDED_FLUCTUATION ? n / 2 : n)))
                .toArray();
        return of(method, slope(lengths, logs), returns.length, lengths, logs);
    }

    private static Optional<HurstExponent> of(
            Method method, double exponent, int observations, int[] lengths, double[] logs) {
        if (!(Math.abs(exponent) <= Double.MAX_VALUE)) {
            return Optional.empty();
        }
        double[] grid = Arrays.stream(lengths).asDoubleStream().toArray();
        return Optional.of(
                new HurstExponent(method, exponent, observations, Doubles.copyOf(grid), Doubles.copyOf(logs)));
    }

    /** NaN where a statistic is zero, so that its logarithm has no place on a line. */
    static double slope(int[] lengths, double[] logs) {
        if (!Arrays.stream(logs).allMatch(log -> Math.abs(log) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        double[] x = Arrays.stream(lengths).mapToDouble(StrictMath::log).toArray();
        return Moments.sampleCovariance(x, logs) / Moments.sampleVariance(x);
    }

    private static double meanRescaledRange(double[] returns, int n) {
        double sum = 0;
        int count = 0;
        for (int from = 0; from + n <= returns.length; from += n) {
            double range = rescaledRange(Arrays.copyOfRange(returns, from, from + n));
            sum += range;
            count += range > 0 ? 1 : 0;
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Of one piece, 0 where it does not move. */
    static double rescaledRange(double[] piece) {
        double deviation = Moments.sampleDeviation(piece);
        if (!(deviation > 0)) {
            return 0;
        }
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (double partial : profile(piece)) {
            high = Math.max(high, partial);
            low = Math.min(low, partial);
        }
        return (high - low) / deviation;
    }

    /** Anis and Lloyd's expectation with Peters's factor; Stirling's form past the range of the gamma function. */
    static double expectedRescaledRange(int n) {
        double sum = 0;
        for (int i = 1; i < n; i++) {
            sum += Math.sqrt((n - i) / (double) i);
        }
        double gammas = n <= GAMMA_LIMIT ? gammaRatio(n) / Math.sqrt(Math.PI) : 1 / Math.sqrt(n * Math.PI / 2);
        return (n - 0.5) / n * gammas * sum;
    }

    /** {@code Gamma((n - 1) / 2) / Gamma(n / 2)} by its recursion from n = 2. */
    private static double gammaRatio(int n) {
        double ratio = Math.sqrt(Math.PI);
        for (int k = 2; k < n; k++) {
            ratio = 2 / ((k - 1) * ratio);
        }
        return ratio;
    }

    static double[] profile(double[] returns) {
        double mean = Moments.mean(returns);
        double[] profile = new double[returns.length];
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            sum += returns[i] - mean;
            profile[i] = sum;
        }
        return profile;
    }

    private static double meanFluctuation(double[] returns, int n, int step) {
        double sum = 0;
        int count = 0;
        int end = step == n ? returns.length - n + 1 : returns.length - n;
        for (int from = 0; from < end; from += step) {
            sum += fluctuation(Arrays.copyOfRange(returns, from, from + n));
            count++;
        }
        return Math.sqrt(sum / count);
    }

    /** Of one box, about the mean of its own returns: the line takes away what another mean would add. */
    static double fluctuation(double[] box) {
        return squaresAboutLine(profile(box));
    }

    private static double squaresAboutLine(double[] profile) {
        int n = profile.length;
        double mean = 0;
        double centre = (n - 1) / 2.0;
        for (int i = 0; i < n; i++) {
            mean += profile[i] / n;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - centre) * (profile[i] - mean);
            squares += (i - centre) * (i - centre);
        }
        double slope = products / squares;
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            double residual = profile[i] - mean - slope * (i - centre);
            residuals += residual * residual;
        }
        return residuals / n;
    }

    private static void check(int returns, int[] lengths, int shortest) {
        if (lengths.length < 2) {
            throw new IllegalArgumentException(
                    "lengths must be at least two, of which HurstExponent.grid is the usual choice, but were "
                            + Arrays.toString(lengths));
        }
        for (int i = 0; i < lengths.length; i++) {
            int least = i == 0 ? shortest : lengths[i - 1] + 1;
            if (lengths[i] < least || lengths[i] >= returns) {
                throw new IllegalArgumentException(
                        "lengths[" + i + "] must lie in [" + least + ", " + (returns - 1) + "] but was " + lengths[i]);
            }
        }
    }

    /** The exponent, the method and the count. */
    @Override
    public String toString() {
        return NumberText.of(
                "exponent %.4f (%s, n = %d, %d lengths)",
                exponent, method.name().toLowerCase(Locale.ROOT).replace('_', ' '), observations, lengths.size());
    }
}
