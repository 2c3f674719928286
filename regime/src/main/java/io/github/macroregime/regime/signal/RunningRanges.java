package io.github.macroregime.regime.signal;

import io.github.macroregime.core.window.Running;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import java.util.function.DoubleUnaryOperator;

/**
 * The statistics of {@link Ranges} as states that take one day after the other.
 *
 * <p>Each factory makes a new {@link RunningBars} without a past. The states are mutable; the factories are not.
 */
public final class RunningRanges {

    private static final double TWO_LOG_TWO = 2 * StrictMath.log(2);

    private RunningRanges() {}

    /**
     * The running form of {@link Ranges#averageTrueRange(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars averageTrueRange(int window) {
        return averageTrueRange(window, Ranges.FirstRange.HIGH_LESS_LOW);
    }

    /**
     * The running form of {@link Ranges#averageTrueRange(Bars, int, Ranges.FirstRange)}.
     *
     * @param window n, from 1
     * @param first which range is the first
     * @return a new state
     */
    public static RunningBars averageTrueRange(int window, Ranges.FirstRange first) {
        Prices.atLeast(1, window, "window");
        return new AverageTrueRange(SeededAverage.wilder(window), first);
    }

    /**
     * The running form of {@link Ranges#upIndicator(Bars, int, Ranges.FirstSum)}.
     *
     * @param window n, from 1
     * @param first how the sums begin
     * @return a new state
     */
    public static RunningBars upIndicator(int window, Ranges.FirstSum first) {
        return new Directional(window, first, Directional.Reading.UP);
    }

    /**
     * The running form of {@link Ranges#downIndicator(Bars, int, Ranges.FirstSum)}.
     *
     * @param window n, from 1
     * @param first how the sums begin
     * @return a new state
     */
    public static RunningBars downIndicator(int window, Ranges.FirstSum first) {
        return new Directional(window, first, Directional.Reading.DOWN);
    }

    /**
     * The running form of {@link Ranges#directionalIndex(Bars, int, Ranges.FirstSum)}.
     *
     * @param window n, from 1
     * @param first how the sums begin
     * @return a new state
     */
    public static RunningBars directionalIndex(int window, Ranges.FirstSum first) {
        return new Directional(window, first, Directional.Reading.INDEX);
    }

    /**
     * The running form of {@link Ranges#highest(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars highest(int window) {
        return new OfEachDay((open, high, low, close, before) -> high, Running.max(window(1, window)), x -> x);
    }

    /**
     * The running form of {@link Ranges#lowest(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars lowest(int window) {
        return new OfEachDay((open, high, low, close, before) -> low, Running.min(window(1, window)), x -> x);
    }

    /**
     * The running form of {@link Ranges#stochastic(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars stochastic(int window) {
        return new Stochastic(new Channel(Prices.atLeast(1, window, "window")));
    }

    /**
     * The running form of {@link Ranges#aroonUp(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars aroonUp(int window) {
        RunningStatistic age = Running.argMax(Window.of(Prices.atLeast(1, window, "window") + 1));
        return new OfEachDay((open, high, low, close, before) -> high, age, days -> 100 * (window - days) / window);
    }

    /**
     * The running form of {@link Ranges#aroonDown(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars aroonDown(int window) {
        RunningStatistic age = Running.argMin(Window.of(Prices.atLeast(1, window, "window") + 1));
        return new OfEachDay((open, high, low, close, before) -> low, age, days -> 100 * (window - days) / window);
    }

    /**
     * The running form of {@link Ranges#commodityChannel(Bars, int)}.
     *
     * @param window n, from 2
     * @return a new state
     */
    public static RunningBars commodityChannel(int window) {
        return new CommodityChannel(window(2, window));
    }

    /**
     * The running form of {@link Ranges#parkinson(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars parkinson(int window, double periodsPerYear) {
        return volatility(RunningRanges::parkinsonVariance, window, periodsPerYear);
    }

    /**
     * The running form of {@link Ranges#garmanKlass(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars garmanKlass(int window, double periodsPerYear) {
        return volatility(RunningRanges::garmanKlassVariance, window, periodsPerYear);
    }

    /**
     * The running form of {@link Ranges#garmanKlassWithJumps(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars garmanKlassWithJumps(int window, double periodsPerYear) {
        return volatility(RunningRanges::garmanKlassWithJumpsVariance, window, periodsPerYear);
    }

    /**
     * The running form of {@link Ranges#rogersSatchell(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars rogersSatchell(int window, double periodsPerYear) {
        return volatility(RunningRanges::rogersSatchellVariance, window, periodsPerYear);
    }

    /**
     * The running form of {@link Ranges#yangZhang(Bars, int, double)}.
     *
     * @param window n, from 2
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars yangZhang(int window, double periodsPerYear) {
        return new YangZhang(window(2, window), year(periodsPerYear));
    }

    /**
     * The running form of {@link Ranges#closeToClose(double[], int, double)}.
     *
     * @param window n closes, from 3
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningStatistic closeToClose(int window, double periodsPerYear) {
        Prices.atLeast(3, window, "window");
        return new CloseToClose(Running.sampleVariance(Window.of(window - 1)), year(periodsPerYear));
    }

    private static Window window(int minimum, int window) {
        return Window.of(Prices.atLeast(minimum, window, "window"));
    }

    private static double year(double periodsPerYear) {
        if (!(periodsPerYear > 0 && periodsPerYear <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "periodsPerYear must be above zero and finite but was " + periodsPerYear);
        }
        return periodsPerYear;
    }

    // Rounding may carry the mean of squares of an unmoved market below zero.
    private static double yearly(double variance, double periodsPerYear) {
        return Math.sqrt(periodsPerYear * Math.max(0, variance));
    }

    private static double square(double x) {
        return x * x;
    }

    private static RunningBars volatility(OfEachDay.Day day, int window, double periodsPerYear) {
        double year = year(periodsPerYear);
        return new OfEachDay(day, Running.mean(window(1, window)), variance -> yearly(variance, year));
    }

    private static double parkinsonVariance(double open, double high, double low, double close, double before) {
        return square(StrictMath.log(high / low)) / (2 * TWO_LOG_TWO);
    }

    private static double garmanKlassVariance(double open, double high, double low, double close, double before) {
        return 0.5 * square(StrictMath.log(high / low)) - (TWO_LOG_TWO - 1) * square(StrictMath.log(close / open));
    }

    private static double garmanKlassWithJumpsVariance(
            double open, double high, double low, double close, double before) {
        return square(StrictMath.log(open / before)) + garmanKlassVariance(open, high, low, close, before);
    }

    private static double rogersSatchellVariance(double open, double high, double low, double close, double before) {
        return StrictMath.log(high / close) * StrictMath.log(high / open)
                + StrictMath.log(low / close) * StrictMath.log(low / open);
    }

    /** One number for each day, a statistic over them, and how it is read. */
    private static final class OfEachDay extends BarState {

        @FunctionalInterface
        interface Day {
            double number(double open, double high, double low, double close, double closeBefore);
        }

        private final Day day;
        private final RunningStatistic statistic;
        private final DoubleUnaryOperator reading;

        OfEachDay(Day day, RunningStatistic statistic, DoubleUnaryOperator reading) {
            this.day = day;
            this.statistic = statistic;
            this.reading = reading;
        }

        OfEachDay(OfEachDay source) {
            super(source);
            this.day = source.day;
            this.statistic = source.statistic.copy();
            this.reading = source.reading;
        }

        @Override
        double next(double open, double high, double low, double close) {
            return reading.applyAsDouble(statistic.push(day.number(open, high, low, close, closeBefore())));
        }

        @Override
        public RunningBars copy() {
            return new OfEachDay(this);
        }
    }

    private static final class AverageTrueRange extends BarState {

        private final SeededAverage average;
        private final Ranges.FirstRange first;

        AverageTrueRange(SeededAverage average, Ranges.FirstRange first) {
            this.average = average;
            this.first = first;
        }

        AverageTrueRange(AverageTrueRange source) {
            super(source);
            this.average = new SeededAverage(source.average);
            this.first = source.first;
        }

        @Override
        double next(double open, double high, double low, double close) {
            return isFirst() && first == Ranges.FirstRange.SECOND_DAY ? Double.NaN : average.push(trueRange(high, low));
        }

        @Override
        public RunningBars copy() {
            return new AverageTrueRange(this);
        }
    }

    private static final class Directional extends BarState {

        enum Reading {
            UP,
            DOWN,
            INDEX
        }

        private final Reading reading;
        private final SeededAverage average;
        private final SeededAverage range;
        private final SeededAverage up;
        private final SeededAverage down;

        Directional(int window, Ranges.FirstSum first, Reading reading) {
            Prices.atLeast(1, window, "window");
            this.reading = reading;
            this.average = SeededAverage.wilder(window);
            this.range = SeededAverage.wilderSum(window, first);
            this.up = SeededAverage.wilderSum(window, first);
            this.down = SeededAverage.wilderSum(window, first);
        }

        Directional(Directional source) {
            super(source);
            this.reading = source.reading;
            this.average = new SeededAverage(source.average);
            this.range = new SeededAverage(source.range);
            this.up = new SeededAverage(source.up);
            this.down = new SeededAverage(source.down);
        }

        @Override
        double next(double open, double high, double low, double close) {
            if (isFirst()) {
                return Double.NaN;
            }
            double rise = rise(high);
            double fall = fall(low);
            double moved = range.push(trueRange(high, low));
            double plus = up.push(rise > fall && rise > 0 ? rise : 0) / moved;
            double minus = down.push(fall > rise && fall > 0 ? fall : 0) / moved;
            double index = average.push(100 * (Math.abs(plus - minus) / (plus + minus)));
            return switch (reading) {
                case UP -> 100 * plus;
                case DOWN -> 100 * minus;
                case INDEX -> index;
            };
        }

        @Override
        public RunningBars copy() {
            return new Directional(this);
        }
    }

    private static final class Stochastic extends BarState {

        private final Channel channel;

        Stochastic(Channel channel) {
            this.channel = channel;
        }

        Stochastic(Stochastic source) {
            super(source);
            this.channel = new Channel(source.channel);
        }

        @Override
        double next(double open, double high, double low, double close) {
            channel.push(high, low);
            return Channel.share(close, channel.top(), channel.bottom());
        }

        @Override
        public RunningBars copy() {
            return new Stochastic(this);
        }
    }

    private static final class CommodityChannel extends BarState {

        private static final double LAMBERT = 0.015;

        private final RunningStatistic mean;
        private final double[] window;
        private int at;

        CommodityChannel(Window window) {
            this.mean = Running.mean(window);
            this.window = new double[window.length()];
        }

        CommodityChannel(CommodityChannel source) {
            super(source);
            this.mean = source.mean.copy();
            this.window = source.window.clone();
            this.at = source.at;
        }

        @Override
        double next(double open, double high, double low, double close) {
            double typical = (high + low + close) / 3;
            double middle = mean.push(typical);
            window[at] = typical;
            at = at + 1 == window.length ? 0 : at + 1;
            double sizes = 0;
            for (int i = 0; i < window.length; i++) {
                sizes += Math.abs(window[(at + i) % window.length] - middle);
            }
            return sizes == 0 ? 0 : (typical - middle) / (LAMBERT * (sizes / window.length));
        }

        @Override
        public RunningBars copy() {
            return new CommodityChannel(this);
        }
    }

    private static final class YangZhang extends BarState {

        private final RunningStatistic jumps;
        private final RunningStatistic days;
        private final RunningStatistic inside;
        private final double k;
        private final double periodsPerYear;

        YangZhang(Window window, double periodsPerYear) {
            this.jumps = Running.sampleVariance(window);
            this.days = Running.sampleVariance(window);
            this.inside = Running.mean(window);
            this.k = 0.34 / (1.34 + (window.length() + 1.0) / (window.length() - 1.0));
            this.periodsPerYear = periodsPerYear;
        }

        YangZhang(YangZhang source) {
            super(source);
            this.jumps = source.jumps.copy();
            this.days = source.days.copy();
            this.inside = source.inside.copy();
            this.k = source.k;
            this.periodsPerYear = source.periodsPerYear;
        }

        @Override
        double next(double open, double high, double low, double close) {
            double jump = jumps.push(StrictMath.log(open / closeBefore()));
            double day = days.push(StrictMath.log(close / open));
            double range = inside.push(rogersSatchellVariance(open, high, low, close, closeBefore()));
            return yearly(jump + k * day + (1 - k) * range, periodsPerYear);
        }

        @Override
        public RunningBars copy() {
            return new YangZhang(this);
        }
    }

    private static final class CloseToClose extends CloseState {

        private final RunningStatistic variance;
        private final double periodsPerYear;
        private double before = Double.NaN;

        CloseToClose(RunningStatistic variance, double periodsPerYear) {
            this.variance = variance;
            this.periodsPerYear = periodsPerYear;
        }

        CloseToClose(CloseToClose source) {
            super(source);
            this.variance = source.variance.copy();
            this.periodsPerYear = source.periodsPerYear;
            this.before = source.before;
        }

        @Override
        double next(double close) {
            double log = StrictMath.log(close);
            double result = yearly(variance.push(log - before), periodsPerYear);
            before = log;
            return result;
        }

        @Override
        public RunningStatistic copy() {
            return new CloseToClose(this);
        }
    }
}
