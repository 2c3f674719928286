package io.github.macroregime.regime.signal;

import io.github.macroregime.core.stats.Rolling;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Volatility and direction from the highs and lows of days.
 *
 * <p><b>Shape</b>: one value for each day. <b>Missing</b>: bars have no missing prices; a value is NaN before there is
 * enough history. <b>Cost</b>: linear. Volatilities are yearly, as decimal fractions.
 */
public final class Ranges {

    private static final double TWO_LOG_TWO = 2 * StrictMath.log(2);

    private Ranges() {}

    /** On which day an average of true ranges begins. */
    public enum FirstRange {
        /** With the first day, whose range is high less low: Wilder's sheet. */
        HIGH_LESS_LOW,
        /** With the second day, the first that has a close before it: TTR. */
        SECOND_DAY
    }

    /** How Wilder's sums of n days begin. */
    public enum FirstSum {
        /** With the plain sum of n days: Wilder's sheet. */
        PLAIN,
        /** With the sum of n − 1 days, smoothed once by the n-th: TTR. */
        SMOOTHED
    }

    /**
     * Wilder's average true range: {@code (previous (n - 1) + TR) / n}, begun with the mean of the first n ranges.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param bars the days
     * @param window n, from 1
     * @param first which range is the first
     * @return the average in units of price
     */
    public static double[] averageTrueRange(Bars bars, int window, FirstRange first) {
        Prices.atLeast(1, window, "window");
        SeededAverage average = SeededAverage.wilder(window);
        return byDay(
                bars.size(),
                t -> t == 0 && first == FirstRange.SECOND_DAY ? Double.NaN : average.push(bars.trueRange(t)));
    }

    /**
     * Wilder's average directional index: how one-sided the days' extensions of the range are, from 0 to 100.
     *
     * <p>{@code DX = 100 |DI+ - DI-| / (DI+ + DI-)}, where DI± are Wilder sums of the upward and downward extensions over
     * Wilder sums of the true range; the index is Wilder's average of DX. Ranges begin with the second day.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param bars the days
     * @param window n, from 1
     * @param first how the sums begin
     * @return the index, NaN for the first 2 n − 1 days and where nothing moved
     */
    public static double[] directionalIndex(Bars bars, int window, FirstSum first) {
        Prices.atLeast(1, window, "window");
        SeededAverage average = SeededAverage.wilder(window);
        SeededAverage range = SeededAverage.wilderSum(window, first);
        SeededAverage up = SeededAverage.wilderSum(window, first);
        SeededAverage down = SeededAverage.wilderSum(window, first);
        return byDay(bars.size(), t -> {
            if (t == 0) {
                return Double.NaN;
            }
            double rise = bars.high().get(t) - bars.high().get(t - 1);
            double fall = bars.low().get(t - 1) - bars.low().get(t);
            double moved = range.push(bars.trueRange(t));
            double plus = up.push(rise > fall && rise > 0 ? rise : 0) / moved;
            double minus = down.push(fall > rise && fall > 0 ? fall : 0) / moved;
            return average.push(100 * (Math.abs(plus - minus) / (plus + minus)));
        });
    }

    /**
     * The volatility of closes: {@code sqrt(A) std(r)} of the last n − 1 log returns, of a sample.
     *
     * @param close prices above zero
     * @param window n closes, from 3
     * @param periodsPerYear A
     * @return yearly volatilities
     */
    public static double[] closeToClose(double[] close, int window, double periodsPerYear) {
        Prices.check(close);
        double[] returns =
                byDay(close.length, t -> t == 0 ? Double.NaN : StrictMath.log(close[t]) - StrictMath.log(close[t - 1]));
        return yearly(Rolling.sampleVariance(returns, window - 1), periodsPerYear);
    }

    /**
     * Parkinson's volatility: {@code sqrt(A / (4 n ln 2) sum ln(H/L)^2)}.
     *
     * <p><b>Source</b>: Parkinson 1980, Journal of Business 53.
     *
     * @param bars the days
     * @param window n, from 1
     * @param periodsPerYear A
     * @return yearly volatilities
     */
    public static double[] parkinson(Bars bars, int window, double periodsPerYear) {
        return yearly(
                Rolling.mean(byDay(bars.size(), t -> square(highLow(bars, t)) / (2 * TWO_LOG_TWO)), window),
                periodsPerYear);
    }

    /**
     * Garman's and Klass's volatility: {@code sqrt(A / n sum (ln(H/L)^2 / 2 - (2 ln 2 - 1) ln(C/O)^2))}.
     *
     * <p><b>Source</b>: Garman and Klass 1980, Journal of Business 53.
     *
     * @param bars the days
     * @param window n, from 1
     * @param periodsPerYear A
     * @return yearly volatilities
     */
    public static double[] garmanKlass(Bars bars, int window, double periodsPerYear) {
        return yearly(Rolling.mean(byDay(bars.size(), t -> garmanKlass(bars, t)), window), periodsPerYear);
    }

    /**
     * Garman's and Klass's volatility with the jump from the close before to the open: adds {@code ln(O_t / C_{t-1})^2}.
     *
     * <p><b>Source</b>: the extension by Yang and Zhang, as in TTR.
     *
     * @param bars the days
     * @param window n, from 1
     * @param periodsPerYear A
     * @return yearly volatilities
     */
    public static double[] garmanKlassWithJumps(Bars bars, int window, double periodsPerYear) {
        return yearly(
                Rolling.mean(byDay(bars.size(), t -> square(jump(bars, t)) + garmanKlass(bars, t)), window),
                periodsPerYear);
    }

    /**
     * Rogers's and Satchell's volatility, which a drift does not disturb:
     * {@code sqrt(A / n sum (ln(H/C) ln(H/O) + ln(L/C) ln(L/O)))}.
     *
     * <p><b>Source</b>: Rogers and Satchell 1991, Annals of Applied Probability 1.
     *
     * @param bars the days
     * @param window n, from 1
     * @param periodsPerYear A
     * @return yearly volatilities
     */
    public static double[] rogersSatchell(Bars bars, int window, double periodsPerYear) {
        return yearly(rogersSatchellVariance(bars, window), periodsPerYear);
    }

    /**
     * Yang's and Zhang's volatility: the variance of jumps, of moves from open to close and of Rogers and Satchell,
     * {@code s2_jump + k s2_day + (1 - k) s2_rs} with {@code k = 0.34 / (1.34 + (n + 1) / (n - 1))}.
     *
     * <p><b>Source</b>: Yang and Zhang 2000, Journal of Business 73.
     *
     * @param bars the days
     * @param window n, from 2
     * @param periodsPerYear A
     * @return yearly volatilities
     */
    public static double[] yangZhang(Bars bars, int window, double periodsPerYear) {
        Prices.atLeast(2, window, "window");
        double k = 0.34 / (1.34 + (window + 1.0) / (window - 1.0));
        double[] jumps = Rolling.sampleVariance(byDay(bars.size(), t -> jump(bars, t)), window);
        double[] days = Rolling.sampleVariance(
                byDay(bars.size(), t -> log(bars.close().get(t) / bars.open().get(t))), window);
        double[] inside = rogersSatchellVariance(bars, window);
        return yearly(byDay(bars.size(), t -> jumps[t] + k * days[t] + (1 - k) * inside[t]), periodsPerYear);
    }

    private static double[] rogersSatchellVariance(Bars bars, int window) {
        return Rolling.mean(
                byDay(bars.size(), t -> {
                    double open = bars.open().get(t);
                    double close = bars.close().get(t);
                    double high = bars.high().get(t);
                    double low = bars.low().get(t);
                    return log(high / close) * log(high / open) + log(low / close) * log(low / open);
                }),
                window);
    }

    private static double garmanKlass(Bars bars, int t) {
        return 0.5 * square(highLow(bars, t))
                - (TWO_LOG_TWO - 1)
                        * square(log(bars.close().get(t) / bars.open().get(t)));
    }

    private static double highLow(Bars bars, int t) {
        return log(bars.high().get(t) / bars.low().get(t));
    }

    private static double jump(Bars bars, int t) {
        return t == 0 ? Double.NaN : log(bars.open().get(t) / bars.close().get(t - 1));
    }

    private static double log(double x) {
        return StrictMath.log(x);
    }

    private static double square(double x) {
        return x * x;
    }

    // Rounding may carry the mean of squares of an unmoved market below zero.
    private static double[] yearly(double[] variance, double periodsPerYear) {
        if (!(periodsPerYear > 0 && periodsPerYear <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "periodsPerYear must be above zero and finite but was " + periodsPerYear);
        }
        return Arrays.stream(variance)
                .map(v -> Math.sqrt(periodsPerYear * Math.max(0, v)))
                .toArray();
    }

    private static double[] byDay(int size, IntToDoubleFunction value) {
        double[] result = new double[size];
        for (int t = 0; t < size; t++) {
            result[t] = value.applyAsDouble(t);
        }
        return result;
    }
}
