package io.github.macroregime.regime.signal;

import io.github.macroregime.core.stats.Running;
import io.github.macroregime.core.stats.RunningStatistic;
import io.github.macroregime.core.stats.Window;

/**
 * The statistics of {@link Ranges} as states that take one day after the other.
 *
 * <p>Each factory makes a new {@link RunningBars} without a past. The states are mutable; the factories are not.
 */
public final class RunningRanges {

    private static final double TWO_LOG_TWO = 2 * StrictMath.log(2);

    private RunningRanges() {}

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
        return new Extreme(Running.max(window(1, window)), Extreme.Of.HIGH);
    }

    /**
     * The running form of {@link Ranges#lowest(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars lowest(int window) {
        return new Extreme(Running.min(window(1, window)), Extreme.Of.LOW);
    }

    /**
     * The running form of {@link Ranges#stochastic(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars stochastic(int window) {
        return new Stochastic(Running.max(window(1, window)), Running.min(window(1, window)));
    }

    /**
     * The running form of {@link Ranges#aroonUp(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars aroonUp(int window) {
        return new Aroon(Running.argMax(window(1, window + 1)), Extreme.Of.HIGH, window);
    }

    /**
     * The running form of {@link Ranges#aroonDown(Bars, int)}.
     *
     * @param window n, from 1
     * @return a new state
     */
    public static RunningBars aroonDown(int window) {
        return new Aroon(Running.argMin(window(1, window + 1)), Extreme.Of.LOW, window);
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
        return new Volatility(Volatility.Day.PARKINSON, Running.mean(window(1, window)), year(periodsPerYear));
    }

    /**
     * The running form of {@link Ranges#garmanKlass(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars garmanKlass(int window, double periodsPerYear) {
        return new Volatility(Volatility.Day.GARMAN_KLASS, Running.mean(window(1, window)), year(periodsPerYear));
    }

    /**
     * The running form of {@link Ranges#garmanKlassWithJumps(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars garmanKlassWithJumps(int window, double periodsPerYear) {
        return new Volatility(
                Volatility.Day.GARMAN_KLASS_WITH_JUMPS, Running.mean(window(1, window)), year(periodsPerYear));
    }

    /**
     * The running form of {@link Ranges#rogersSatchell(Bars, int, double)}.
     *
     * @param window n, from 1
     * @param periodsPerYear A
     * @return a new state
     */
    public static RunningBars rogersSatchell(int window, double periodsPerYear) {
        return new Volatility(Volatility.Day.ROGERS_SATCHELL, Running.mean(window(1, window)), year(periodsPerYear));
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

    private static final class Extreme extends BarState {

        enum Of {
            HIGH,
            LOW
        }

        private final RunningStatistic extreme;
        private final Of of;

        Extreme(RunningStatistic extreme, Of of) {
            this.extreme = extreme;
            this.of = of;
        }

        Extreme(Extreme source) {
            super(source);
            this.extreme = source.extreme.copy();
            this.of = source.of;
        }

        @Override
        double next(double open, double high, double low, double close) {
            return extreme.push(of == Of.HIGH ? high : low);
        }

        @Override
        public RunningBars copy() {
            return new Extreme(this);
        }
    }

    private static final class Stochastic extends BarState {

        private final RunningStatistic highest;
        private final RunningStatistic lowest;

        Stochastic(RunningStatistic highest, RunningStatistic lowest) {
            this.highest = highest;
            this.lowest = lowest;
        }

        Stochastic(Stochastic source) {
            super(source);
            this.highest = source.highest.copy();
            this.lowest = source.lowest.copy();
        }

        @Override
        double next(double open, double high, double low, double close) {
            double top = highest.push(high);
            double bottom = lowest.push(low);
            return top == bottom ? 0.5 : (close - bottom) / (top - bottom);
        }

        @Override
        public RunningBars copy() {
            return new Stochastic(this);
        }
    }

    private static final class Aroon extends BarState {

        private final RunningStatistic age;
        private final Extreme.Of of;
        private final int window;

        Aroon(RunningStatistic age, Extreme.Of of, int window) {
            this.age = age;
            this.of = of;
            this.window = window;
        }

        Aroon(Aroon source) {
            super(source);
            this.age = source.age.copy();
            this.of = source.of;
            this.window = source.window;
        }

        @Override
        double next(double open, double high, double low, double close) {
            return 100 * (window - age.push(of == Extreme.Of.HIGH ? high : low)) / window;
        }

        @Override
        public RunningBars copy() {
            return new Aroon(this);
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

    private static final class Volatility extends BarState {

        enum Day {
            PARKINSON {
                @Override
                double variance(double open, double high, double low, double close, double before) {
                    return square(StrictMath.log(high / low)) / (2 * TWO_LOG_TWO);
                }
            },
            GARMAN_KLASS {
                @Override
                double variance(double open, double high, double low, double close, double before) {
                    return 0.5 * square(StrictMath.log(high / low))
                            - (TWO_LOG_TWO - 1) * square(StrictMath.log(close / open));
                }
            },
            GARMAN_KLASS_WITH_JUMPS {
                @Override
                double variance(double open, double high, double low, double close, double before) {
                    return square(StrictMath.log(open / before))
                            + GARMAN_KLASS.variance(open, high, low, close, before);
                }
            },
            ROGERS_SATCHELL {
                @Override
                double variance(double open, double high, double low, double close, double before) {
                    return StrictMath.log(high / close) * StrictMath.log(high / open)
                            + StrictMath.log(low / close) * StrictMath.log(low / open);
                }
            };

            abstract double variance(double open, double high, double low, double close, double before);
        }

        private final Day day;
        private final RunningStatistic mean;
        private final double periodsPerYear;

        Volatility(Day day, RunningStatistic mean, double periodsPerYear) {
            this.day = day;
            this.mean = mean;
            this.periodsPerYear = periodsPerYear;
        }

        Volatility(Volatility source) {
            super(source);
            this.day = source.day;
            this.mean = source.mean.copy();
            this.periodsPerYear = source.periodsPerYear;
        }

        @Override
        double next(double open, double high, double low, double close) {
            return yearly(mean.push(day.variance(open, high, low, close, closeBefore())), periodsPerYear);
        }

        @Override
        public RunningBars copy() {
            return new Volatility(this);
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
            double range = inside.push(Volatility.Day.ROGERS_SATCHELL.variance(open, high, low, close, closeBefore()));
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
