package io.github.macroregime.regime.signal;

/**
 * Volatility and direction from the highs and lows of days.
 *
 * <p><b>Shape</b>: one value for each day. <b>Missing</b>: bars have no missing prices; a value is NaN before there is
 * enough history. <b>Cost</b>: linear. Volatilities are yearly, as decimal fractions. Each function is the state of the
 * same name in {@link RunningRanges} in a loop.
 */
public final class Ranges {

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
     * Wilder's average true range as on his own sheet: it begins with the first day, whose range is high less low.
     *
     * @param bars the days
     * @param window n, from 1
     * @return the average in units of price, NaN for the first n − 1 days
     */
    public static double[] averageTrueRange(Bars bars, int window) {
        return averageTrueRange(bars, window, FirstRange.HIGH_LESS_LOW);
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
        return bars.through(RunningRanges.averageTrueRange(window, first));
    }

    /**
     * The upward directional indicator: Wilder's sum of the extensions of the range upwards over that of the true range,
     * from 0 to 100.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param bars the days
     * @param window n, from 1
     * @param first how the sums begin
     * @return the indicator, NaN for the first n days
     */
    public static double[] upIndicator(Bars bars, int window, FirstSum first) {
        return bars.through(RunningRanges.upIndicator(window, first));
    }

    /**
     * The downward directional indicator: Wilder's sum of the extensions of the range downwards over that of the true
     * range, from 0 to 100.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param bars the days
     * @param window n, from 1
     * @param first how the sums begin
     * @return the indicator, NaN for the first n days
     */
    public static double[] downIndicator(Bars bars, int window, FirstSum first) {
        return bars.through(RunningRanges.downIndicator(window, first));
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
        return bars.through(RunningRanges.directionalIndex(window, first));
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
        return Prices.through(RunningRanges.closeToClose(window, periodsPerYear), close);
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
        return bars.through(RunningRanges.parkinson(window, periodsPerYear));
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
        return bars.through(RunningRanges.garmanKlass(window, periodsPerYear));
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
        return bars.through(RunningRanges.garmanKlassWithJumps(window, periodsPerYear));
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
        return bars.through(RunningRanges.rogersSatchell(window, periodsPerYear));
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
        return bars.through(RunningRanges.yangZhang(window, periodsPerYear));
    }

    /**
     * The highest high of the last n days, today included: the upper line of Donchian's channel.
     *
     * @param bars the days
     * @param window n, from 1
     * @return the highest prices
     */
    public static double[] highest(Bars bars, int window) {
        return bars.through(RunningRanges.highest(window));
    }

    /**
     * The lowest low of the last n days, today included: the lower line of Donchian's channel.
     *
     * @param bars the days
     * @param window n, from 1
     * @return the lowest prices
     */
    public static double[] lowest(Bars bars, int window) {
        return bars.through(RunningRanges.lowest(window));
    }

    /**
     * Where the close lies in the channel of the last n days' highs and lows: Lane's fast stochastic, from 0 to 1.
     *
     * <p>{@code (C - L_n) / (H_n - L_n)}; a half where nothing moved. Its mean over three days is the slow one; Williams's
     * per cent R is what is missing to one.
     *
     * <p><b>Source</b>: Lane's stochastic, as in TTR.
     *
     * @param bars the days
     * @param window n, from 1
     * @return the places in the channel
     */
    public static double[] stochastic(Bars bars, int window) {
        return bars.through(RunningRanges.stochastic(window));
    }

    /**
     * Aroon up: how recent the highest high of the last n + 1 days is, 100 today and 0 n days ago.
     *
     * <p><b>Source</b>: Chande's indicator, as in TTR; the latest of equal highs counts.
     *
     * @param bars the days
     * @param window n, from 1
     * @return from 0 to 100
     */
    public static double[] aroonUp(Bars bars, int window) {
        return bars.through(RunningRanges.aroonUp(window));
    }

    /**
     * Aroon down: how recent the lowest low of the last n + 1 days is, 100 today and 0 n days ago.
     *
     * <p><b>Source</b>: Chande's indicator, as in TTR; the latest of equal lows counts.
     *
     * @param bars the days
     * @param window n, from 1
     * @return from 0 to 100
     */
    public static double[] aroonDown(Bars bars, int window) {
        return bars.through(RunningRanges.aroonDown(window));
    }

    /**
     * The commodity channel index: how far the typical price stands from its mean, in mean deviations of 0.015.
     *
     * <p>{@code (TP - mean_n TP) / (0.015 mean_n |TP - mean_n TP|)} with {@code TP = (H + L + C) / 3}; 0 where it did not
     * move. <b>Cost</b>: the window for each day.
     *
     * <p><b>Source</b>: Lambert's index, as in TTR.
     *
     * @param bars the days
     * @param window n, from 2
     * @return the index
     */
    public static double[] commodityChannel(Bars bars, int window) {
        return bars.through(RunningRanges.commodityChannel(window));
    }
}
