package io.github.macroregime.benchmarks;

import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.signal.Macd;
import io.github.macroregime.regime.signal.PercentB;
import io.github.macroregime.regime.signal.Rsi;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/**
 * The rows of ta4j beside ours under whatever release of it stands first in the class path: those since 0.18 want a newer
 * Java than this module and have other builders and packages, which are found by reflection; no call that is timed is
 * reflective but the one that makes an indicator.
 *
 * <p>For each row, ours and ta4j's in turns, the least thread CPU time of a call, after their numbers have been compared.
 */
public final class Ta4jRows {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String INDICATORS = "org.ta4j.core.indicators.";
    private static final int LENGTH = 20_000;
    private static final int DAYS = 5_000;
    private static final int KEPT = 400;
    private static final int FORGOTTEN = 700;
    private static final int ROUNDS = 5;
    private static final long ROUND = 300_000_000;
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    private Ta4jRows() {}

    /**
     * Prints the table.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(BarSeries.class.getProtectionDomain().getCodeSource().getLocation() + ", Java "
                + System.getProperty("java.vm.version"));
        System.out.println("| row | window | ours, ns | ta4j, ns | ta4j / ours |");
        System.out.println("|---|---|---|---|---|");
        rolling(Walk.prices(LENGTH, 7));
        indicators(Walk.prices(DAYS, 7));
        live(Walk.prices(DAYS, 7));
    }

    private static void rolling(double[] x) {
        BarSeries bars = bars(x, Integer.MAX_VALUE);
        for (int w : new int[] {60, 252, 1260}) {
            Window window = Window.of(w);
            row("mean", w, x.length, w, 1e-9, () -> window.mean().over(x), indicator("averages.SMA", bars, w));
            if (w == 252) {
                row(
                        "deviation",
                        w,
                        x.length,
                        w,
                        1e-9,
                        () -> window.populationDeviation().over(x),
                        indicator("statistics.StandardDeviation", bars, w));
            }
            row("max", w, x.length, w, 1e-9, () -> window.max().over(x), indicator("helpers.HighestValue", bars, w));
        }
        row(
                "EWMA",
                252,
                x.length,
                LENGTH / 2,
                1e-9,
                () -> Decay.span(252).recursive().mean().over(x),
                indicator("averages.EMA", bars, 252));
    }

    private static void indicators(double[] close) {
        BarSeries bars = bars(close, Integer.MAX_VALUE);
        row("RSI", 14, DAYS, FORGOTTEN, 1e-9, () -> Rsi.DEFAULT.over(close), indicator("RSI", bars, 14));
        row(
                "MACD line",
                26,
                DAYS,
                FORGOTTEN,
                1e-9,
                () -> Macd.DEFAULT.withSeed(Macd.Seed.FIRST_PRICE).line(close),
                indicator("MACD", bars));
        row(
                "%B",
                20, DAYS, 20, 1e-8, () -> PercentB.DEFAULT.over(close), indicator("bollinger.PercentB", bars, 20, 2.0));
        row(
                "mean",
                200,
                DAYS,
                200,
                1e-9,
                () -> Window.of(200).mean().over(close),
                indicator("averages.SMA", bars, 200));
    }

    /** One more close, ta4j's of a series of at most 400 bars. */
    private static void live(double[] close) {
        RunningStatistic state = Rsi.DEFAULT.start();
        BarSeries bars = bars(close, KEPT);
        Indicator<Num> rsi = fresh("RSI", bars, 14);
        DoubleConsumer add = adding(bars);
        DoubleUnaryOperator theirs = price -> {
            add.accept(price);
            return rsi.getValue(bars.getEndIndex()).doubleValue();
        };
        row("RSI, one more close", 14, DAYS, FORGOTTEN, Double.NaN, each(close, state::push), each(close, theirs));
    }

    private static Supplier<double[]> each(double[] close, DoubleUnaryOperator push) {
        return () -> {
            double[] result = new double[close.length];
            for (int t = 0; t < close.length; t++) {
                result[t] = push.applyAsDouble(close[t]);
            }
            return result;
        };
    }

    private static void row(
            String name,
            int window,
            int length,
            int from,
            double tolerance,
            Supplier<double[]> ours,
            Supplier<double[]> theirs) {
        String agreement = agreement(ours.get(), theirs.get(), from, tolerance);
        double least = Double.MAX_VALUE;
        double theirLeast = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, least(ours));
            theirLeast = Math.min(theirLeast, least(theirs));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s%s | %d | %.2f | %.1f | %.1f |%n",
                name,
                agreement,
                window,
                least / length,
                theirLeast / length,
                theirLeast / least);
    }

    /** How far the numbers lie apart where that is more than the tolerance, empty if they agree. */
    private static String agreement(double[] ours, double[] theirs, int from, double tolerance) {
        double worst = 0;
        for (int t = from; t < ours.length; t++) {
            worst = Math.max(worst, Math.abs(ours[t] - theirs[t]) / Math.max(1, Math.abs(ours[t])));
        }
        return worst > tolerance ? String.format(Locale.ROOT, " (differs by %.1e)", worst) : "";
    }

    private static double least(Supplier<double[]> row) {
        long least = Long.MAX_VALUE;
        long spent = 0;
        while (spent < ROUND) {
            long before = THREADS.getCurrentThreadCpuTime();
            double[] answer = row.get();
            long time = THREADS.getCurrentThreadCpuTime() - before;
            spent += Math.max(1000, time);
            least = answer.length > 0 ? Math.min(least, time) : least;
        }
        return least;
    }

    private static Supplier<double[]> indicator(String name, BarSeries bars, Object... settings) {
        return () -> Ta4j.values(fresh(name, bars, settings));
    }

    @SuppressWarnings("unchecked")
    private static Indicator<Num> fresh(String name, BarSeries bars, Object... settings) {
        Object close = made(type("helpers.ClosePrice"), bars);
        Object[] all = new Object[settings.length + 1];
        all[0] = close;
        System.arraycopy(settings, 0, all, 1, settings.length);
        return (Indicator<Num>) made(type(name), all);
    }

    /** Some indicators moved into a package of averages. */
    private static Class<?> type(String name) {
        try {
            return Class.forName(INDICATORS + name + "Indicator");
        } catch (ClassNotFoundException e) {
            try {
                return Class.forName(INDICATORS + name.substring(name.indexOf('.') + 1) + "Indicator");
            } catch (ClassNotFoundException other) {
                throw new IllegalStateException("there is no indicator " + name, other);
            }
        }
    }

    private static Object made(Class<?> type, Object... arguments) {
        for (Constructor<?> constructor : type.getConstructors()) {
            try {
                return constructor.newInstance(arguments);
            } catch (IllegalArgumentException other) {
                // It takes other arguments than these.
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + type, e);
            }
        }
        throw new IllegalStateException("there is no such way to make " + type);
    }

    private static Object called(Object target, String name, Class<?> parameter, Object argument) {
        try {
            Method method = target.getClass().getMethod(name, parameter);
            method.setAccessible(true);
            return method.invoke(target, argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot call " + name + " of " + target.getClass(), e);
        }
    }

    /** Daily bars of boxed doubles whose four prices are the close. */
    private static BarSeries bars(double[] close, int most) {
        BarSeries bars = isOld() ? Ta4j.bars(new double[0]) : newBars();
        bars.setMaximumBarCount(most);
        DoubleConsumer add = adding(bars);
        for (double price : close) {
            add.accept(price);
        }
        return bars;
    }

    private static boolean isOld() {
        return Arrays.stream(BaseBarSeriesBuilder.class.getMethods())
                .anyMatch(method -> method.getName().equals("withNumTypeOf"));
    }

    private static BarSeries newBars() {
        try {
            Object numbers = Class.forName("org.ta4j.core.num.DoubleNumFactory")
                    .getMethod("getInstance")
                    .invoke(null);
            Object builder = called(
                    new BaseBarSeriesBuilder(),
                    "withNumFactory",
                    Class.forName("org.ta4j.core.num.NumFactory"),
                    numbers);
            return ((BaseBarSeriesBuilder) builder).build();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this release of ta4j is not known", e);
        }
    }

    private static DoubleConsumer adding(BarSeries bars) {
        int[] days = {bars.getEndIndex() + 1};
        if (isOld()) {
            return price -> bars.addBar(
                    Duration.ofDays(1),
                    START.plus(Duration.ofDays(days[0]++)).atZone(ZoneOffset.UTC),
                    price,
                    price,
                    price,
                    price,
                    1);
        }
        return newBar(bars, days);
    }

    private static DoubleConsumer newBar(BarSeries bars, int[] days) {
        try {
            Class<?> builder = Class.forName("org.ta4j.core.BarBuilder");
            Method begin = BarSeries.class.getMethod("barBuilder");
            Method period = builder.getMethod("timePeriod", Duration.class);
            Method end = builder.getMethod("endTime", Instant.class);
            List<Method> prices = new ArrayList<>();
            for (String name : List.of("openPrice", "highPrice", "lowPrice", "closePrice", "volume")) {
                prices.add(builder.getMethod(name, Number.class));
            }
            Method add = builder.getMethod("add");
            return price -> {
                try {
                    Object bar = begin.invoke(bars);
                    period.invoke(bar, Duration.ofDays(1));
                    end.invoke(bar, START.plus(Duration.ofDays(days[0]++)));
                    for (Method each : prices) {
                        each.invoke(bar, price);
                    }
                    add.invoke(bar);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("a bar cannot be added", e);
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this release of ta4j is not known", e);
        }
    }
}
