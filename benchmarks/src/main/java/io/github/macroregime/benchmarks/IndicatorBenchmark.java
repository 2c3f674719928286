package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.regime.signal.Macd;
import io.github.macroregime.regime.signal.PercentB;
import io.github.macroregime.regime.signal.Rsi;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/**
 * Technical indicators over 5,000 closes of one asset, and of one more close.
 *
 * <p>Not comparable: ta4j computes on demand, boxes every value and keeps it; its indicators begin before the first full
 * window, so that ours are compared where the beginning is forgotten. Its series of bars is made before the clock starts.
 * One more close is a bar added to a series of at most 400, as a live user would hold it. The bound of Wilder's index is
 * the bare recursion.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=IndicatorBenchmark</pre>
 */
@Comparison(title = "Indicators", per = "close")
public class IndicatorBenchmark extends Timed {

    private static final int DAYS = 5_000;
    private static final int KEPT = 400;
    private static final int FORGOTTEN = 700;
    private static final int LONG_WINDOW = 200;

    private double[] close = {};
    private BarSeries bars = Ta4j.bars(close);
    private RunningStatistic rsiState = Rsi.DEFAULT.start();
    private BarSeries liveBars = bars;
    private RSIIndicator liveRsi = new RSIIndicator(new ClosePriceIndicator(bars), Rsi.DEFAULT.window());
    private int next;

    @Override
    void fill() {
        close = Walk.prices(DAYS, 7);
        bars = Ta4j.bars(close);
        rsiState = Rsi.DEFAULT.start();
        Pushed.through(rsiState, close);
        liveBars = Ta4j.bars(close);
        liveBars.setMaximumBarCount(KEPT);
        liveRsi = new RSIIndicator(new ClosePriceIndicator(liveBars), Rsi.DEFAULT.window());
    }

    @Override
    void compare() {
        Agreement.require("ta4j RSI", rsi(), ta4jRsi(), FORGOTTEN, 1e-9);
        Agreement.require("bare RSI", rsi(), bareRsi(), FORGOTTEN, 1e-9);
        Agreement.bits("running RSI", rsi(), Pushed.through(Rsi.DEFAULT.start(), close));
        Agreement.require("ta4j MACD", macd(), ta4jMacd(), FORGOTTEN, 1e-9);
        Agreement.require("ta4j %B", percentB(), ta4jPercentB(), PercentB.DEFAULT.window(), 1e-8);
        Agreement.require("ta4j average", average(), ta4jAverage(), LONG_WINDOW, 1e-11);
        double ours = rsiOneMore();
        next--;
        Agreement.require("ta4j, one more RSI", ours, ta4jRsiOneMore(), 1e-9);
    }

    /** Wilder's index of every day. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "RSI 14", role = Role.OURS)
    public double[] rsi() {
        return Rsi.DEFAULT.over(close);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "RSI 14", role = Role.PEER, by = "ta4j")
    public double[] ta4jRsi() {
        return Ta4j.values(new RSIIndicator(new ClosePriceIndicator(bars), Rsi.DEFAULT.window()));
    }

    /** The recursion without checks or missing values. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "RSI 14", role = Role.BOUND, by = "bare recursion")
    public double[] bareRsi() {
        double[] result = new double[DAYS];
        double gain = 0;
        double loss = 0;
        for (int t = 1; t < DAYS; t++) {
            double change = close[t] - close[t - 1];
            gain = (gain * 13 + Math.max(change, 0)) / 14;
            loss = (loss * 13 + Math.max(-change, 0)) / 14;
            result[t] = 100 * gain / (gain + loss);
        }
        return result;
    }

    /** The line of every day, begun with the first price as ta4j does. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "MACD line", role = Role.OURS)
    public double[] macd() {
        return Macd.DEFAULT.withSeed(Macd.Seed.FIRST_PRICE).line(close);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "MACD line", role = Role.PEER, by = "ta4j")
    public double[] ta4jMacd() {
        return Ta4j.values(new MACDIndicator(new ClosePriceIndicator(bars)));
    }

    /** The place between the bands of every day. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "%B 20", role = Role.OURS)
    public double[] percentB() {
        return PercentB.DEFAULT.over(close);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "%B 20", role = Role.PEER, by = "ta4j")
    public double[] ta4jPercentB() {
        return Ta4j.values(new PercentBIndicator(new ClosePriceIndicator(bars), PercentB.DEFAULT.window(), 2));
    }

    /** The long average of every day. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "mean 200", role = Role.OURS)
    public double[] average() {
        return Window.of(LONG_WINDOW).mean().over(close);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "mean 200", role = Role.PEER, by = "ta4j")
    public double[] ta4jAverage() {
        return Ta4j.values(new SMAIndicator(new ClosePriceIndicator(bars), LONG_WINDOW));
    }

    /** One push. */
    @Benchmark
    @Candidate(question = "RSI 14, one more close", role = Role.OURS)
    public double rsiOneMore() {
        next = next + 1 == DAYS ? 0 : next + 1;
        return rsiState.push(close[next]);
    }

    /** One bar added, the oldest dropped, the last value asked for. */
    @Benchmark
    @Candidate(question = "RSI 14, one more close", role = Role.PEER, by = "ta4j")
    public double ta4jRsiOneMore() {
        next = next + 1 == DAYS ? 0 : next + 1;
        double price = close[next];
        liveBars.addBar(
                Duration.ofDays(1), liveBars.getLastBar().getEndTime().plusDays(1), price, price, price, price, 1);
        return liveRsi.getValue(liveBars.getEndIndex()).doubleValue();
    }
}
