package io.github.macroregime.regime.bar;

import java.io.Serializable;

/**
 * A statistic of open, high, low and close with one value for each day, as a value: its window and its formula.
 *
 * <p>{@code BarStatistic.averageTrueRange(14).over(bars)} gives the ATR of each day. A value never depends on a later
 * day. The batch form gives, bit for bit, the numbers of {@link #start() the running form}.
 *
 * <p><b>Missing</b>: bars have no missing prices; a value is NaN before there is enough history. <b>Cost</b>: linear.
 * Volatilities are annualised, as decimal fractions.
 */
public interface BarStatistic extends Serializable {

    /** On which day an average of true ranges begins. */
    enum FirstRange {
        /** With the first day, whose range is high less low: Wilder's sheet. */
        HIGH_LESS_LOW,
        /** With the second day, the first that has a close before it: TTR. */
        SECOND_DAY
    }

    /** How Wilder's sums of n days begin. */
    enum FirstSum {
        /** With the plain sum of n days: Wilder's sheet. */
        PLAIN,
        /** With the sum of n − 1 days, smoothed once by the n-th: TTR. */
        SMOOTHED
    }

    /**
     * The name shown in tables, settings included.
     *
     * @return for example {@code ATR 14}
     */
    String name();

    /**
     * A fresh state that takes one day after the other.
     *
     * @return the running form, independent of any other
     */
    RunningBars start();

    /**
     * The statistic on each day.
     *
     * @param bars the days
     * @return one value for each day, NaN before there is enough history
     */
    default double[] over(Bars bars) {
        RunningBars state = start();
        double[] result = new double[bars.size()];
        for (int t = 0; t < result.length; t++) {
            result[t] = state.push(
                    bars.open().get(t),
                    bars.high().get(t),
                    bars.low().get(t),
                    bars.close().get(t));
        }
        return result;
    }

    /**
     * The {@index "average true range"} ({@index ATR}) as on Wilder's own sheet: it begins with the first day, whose
     * range is high less low.
     *
     * @param window n, from 1
     * @return the statistic, in units of price
     */
    static BarStatistic averageTrueRange(int window) {
        return averageTrueRange(window, FirstRange.HIGH_LESS_LOW);
    }

    /**
     * The average {@index "true range"} (ATR): {@code (previous (n - 1) + TR) / n}, begun with the mean of the first n
     * ranges.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param window n, from 1
     * @param first which range is the first
     * @return the statistic, in units of price
     */
    static BarStatistic averageTrueRange(int window, FirstRange first) {
        return new AverageTrueRange(window, first);
    }

    /**
     * The {@index "positive directional indicator"} ({@index "+DI"}): Wilder's sum of the extensions of the range
     * upwards over that of the true range, from 0 to 100.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param window n, from 1
     * @param first how the sums begin
     * @return the statistic, NaN for the first n days
     */
    static BarStatistic positiveDirectionalIndicator(int window, FirstSum first) {
        return new DirectionalMovement(DirectionalMovement.Line.POSITIVE, window, first);
    }

    /**
     * The {@index "negative directional indicator"} ({@index "−DI"}): Wilder's sum of the extensions of the range
     * downwards over that of the true range, from 0 to 100.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param window n, from 1
     * @param first how the sums begin
     * @return the statistic, NaN for the first n days
     */
    static BarStatistic negativeDirectionalIndicator(int window, FirstSum first) {
        return new DirectionalMovement(DirectionalMovement.Line.NEGATIVE, window, first);
    }

    /**
     * The {@index "average directional index"} ({@index ADX}): how one-sided the days' extensions of the range are,
     * from 0 to 100.
     *
     * <p>{@code DX = 100 |DI+ - DI-| / (DI+ + DI-)}, where DI± are Wilder sums of the upward and downward extensions
     * over Wilder sums of the true range; the index is Wilder's average of DX. Ranges begin with the second day.
     *
     * <p><b>Source</b>: Wilder 1978, New Concepts in Technical Trading Systems.
     *
     * @param window n, from 1
     * @param first how the sums begin
     * @return the statistic, NaN for the first 2 n − 1 days and where nothing moved
     */
    static BarStatistic averageDirectionalIndex(int window, FirstSum first) {
        return new DirectionalMovement(DirectionalMovement.Line.INDEX, window, first);
    }

    /**
     * The upper line of the {@index "Donchian channel"}: the highest high of the last n days, today included.
     *
     * @param window n, from 1
     * @return the statistic, in units of price
     */
    static BarStatistic highest(int window) {
        return new Extreme(Extreme.Line.HIGHEST, window);
    }

    /**
     * The lower line of the {@index "Donchian channel"}: the lowest low of the last n days, today included.
     *
     * @param window n, from 1
     * @return the statistic, in units of price
     */
    static BarStatistic lowest(int window) {
        return new Extreme(Extreme.Line.LOWEST, window);
    }

    /**
     * The fast {@index stochastic} ({@index "%K"}): where the close lies in the channel of the last n days' highs and
     * lows, from 0 to 1.
     *
     * <p>{@code (C - L_n) / (H_n - L_n)}; a half where nothing moved. Its mean over three days is the slow stochastic
     * (%D); Williams %R is what is missing to one.
     *
     * <p><b>Source</b>: Lane's stochastic, as in TTR.
     *
     * @param window n, from 1
     * @return the statistic
     */
    static BarStatistic stochastic(int window) {
        return new Stochastic(window);
    }

    /**
     * {@index Aroon} up: how recent the highest high of the last n + 1 days is, 100 today and 0 n days ago.
     *
     * <p><b>Source</b>: Chande's indicator, as in TTR; the latest of equal highs counts.
     *
     * @param window n, from 1
     * @return the statistic, from 0 to 100
     */
    static BarStatistic aroonUp(int window) {
        return new Extreme(Extreme.Line.AROON_UP, window);
    }

    /**
     * {@index Aroon} down: how recent the lowest low of the last n + 1 days is, 100 today and 0 n days ago.
     *
     * <p><b>Source</b>: Chande's indicator, as in TTR; the latest of equal lows counts.
     *
     * @param window n, from 1
     * @return the statistic, from 0 to 100
     */
    static BarStatistic aroonDown(int window) {
        return new Extreme(Extreme.Line.AROON_DOWN, window);
    }

    /**
     * The {@index "commodity channel index"} ({@index CCI}): how far the typical price {@code TP = (H + L + C) / 3}
     * stands from its mean, {@code (TP - mean_n TP) / (0.015 MD)}, where MD is its mean absolute deviation.
     *
     * <p>{@code (TP - mean_n TP) / (0.015 mean_n |TP - mean_n TP|)} with {@code TP = (H + L + C) / 3}; 0 where it did
     * not move. <b>Cost</b>: the logarithm of the window for each day.
     *
     * <p><b>Source</b>: Lambert's index, as in TTR.
     *
     * @param window n, from 2
     * @return the statistic
     */
    static BarStatistic commodityChannelIndex(int window) {
        return new CommodityChannelIndex(window);
    }

    /**
     * The {@index Parkinson} volatility, from highs and lows: {@code sqrt(A / (4 n ln 2) sum ln(H/L)^2)}.
     *
     * <p><b>Source</b>: Parkinson 1980, Journal of Business 53.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return the statistic, an annualised volatility
     */
    static BarStatistic parkinson(int window, double periodsPerYear) {
        return new RangeVolatility(RangeVolatility.Estimator.PARKINSON, window, periodsPerYear);
    }

    /**
     * The {@index "Garman-Klass"} volatility: {@code sqrt(A / n sum (ln(H/L)^2 / 2 - (2 ln 2 - 1) ln(C/O)^2))}.
     *
     * <p><b>Source</b>: Garman and Klass 1980, Journal of Business 53.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return the statistic, an annualised volatility
     */
    static BarStatistic garmanKlass(int window, double periodsPerYear) {
        return new RangeVolatility(RangeVolatility.Estimator.GARMAN_KLASS, window, periodsPerYear);
    }

    /**
     * The Garman-Klass volatility with the overnight jump from the close before to the open: adds
     * {@code ln(O_t / C_{t-1})^2}.
     *
     * <p><b>Source</b>: the extension by Yang and Zhang, as in TTR.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return the statistic, an annualised volatility
     */
    static BarStatistic garmanKlassWithJumps(int window, double periodsPerYear) {
        return new RangeVolatility(RangeVolatility.Estimator.GARMAN_KLASS_WITH_JUMPS, window, periodsPerYear);
    }

    /**
     * The {@index "Rogers-Satchell"} volatility, which a drift does not disturb:
     * {@code sqrt(A / n sum (ln(H/C) ln(H/O) + ln(L/C) ln(L/O)))}.
     *
     * <p><b>Source</b>: Rogers and Satchell 1991, Annals of Applied Probability 1.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return the statistic, an annualised volatility
     */
    static BarStatistic rogersSatchell(int window, double periodsPerYear) {
        return new RangeVolatility(RangeVolatility.Estimator.ROGERS_SATCHELL, window, periodsPerYear);
    }

    /**
     * The {@index "Yang-Zhang"} volatility: the variance of overnight jumps, of moves from open to close and of Rogers
     * and Satchell, {@code s2_jump + k s2_day + (1 - k) s2_rs} with {@code k = 0.34 / (1.34 + (n + 1) / (n - 1))}.
     *
     * <p><b>Source</b>: Yang and Zhang 2000, Journal of Business 73.
     *
     * @param window n, from 2
     * @param periodsPerYear A
     * @return the statistic, an annualised volatility
     */
    static BarStatistic yangZhang(int window, double periodsPerYear) {
        return new RangeVolatility(RangeVolatility.Estimator.YANG_ZHANG, window, periodsPerYear);
    }
}
