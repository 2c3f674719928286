package io.github.macroregime.benchmarks;

import io.github.macroregime.regime.signal.Extension;
import io.github.macroregime.regime.signal.Rsi;
import io.github.macroregime.regime.signal.Signal;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Strengths and indicators over 5,000 days of one asset, in nanoseconds for each day; a board of a thousand assets is a
 * thousand times as much.
 *
 * <p>The naive references do what a spreadsheet does: each day is computed again from the closes before it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignalsStrengthBenchmark {

    private static final int DAYS = 5_000;
    private static final int NAIVE_DAYS = 50;
    private static final int NAIVE_HISTORY = 400;

    private final double[] close = new double[DAYS];
    private final StrengthModel model = StrengthModel.withDefaults();
    private StrengthState state = model.start();
    private int next;

    /** Draws a walk. */
    @Setup
    public void fill() {
        Random random = new Random(20250722);
        double log = Math.log(4000);
        for (int t = 0; t < DAYS; t++) {
            log += 0.01 * random.nextGaussian();
            close[t] = Math.exp(log);
        }
    }

    /** A state that knows all days, for the update by one more. */
    @Setup(Level.Iteration)
    public void warmState() {
        state = model.start();
        for (double price : close) {
            state.push(price);
        }
    }

    /** The strength of every day. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double[] strengthEveryDay() {
        return model.over(close);
    }

    /** One more day by the running form. */
    @Benchmark
    public double strengthOneMoreDay() {
        next = next + 1 == DAYS ? 0 : next + 1;
        return state.push(close[next]);
    }

    /** Each of the last days from its own closes. */
    @Benchmark
    @OperationsPerInvocation(NAIVE_DAYS)
    public double strengthNaive() {
        double sum = 0;
        for (int t = DAYS - NAIVE_DAYS; t < DAYS; t++) {
            double[] seen = Arrays.copyOfRange(close, t + 1 - NAIVE_HISTORY, t + 1);
            sum += model.last(seen).orElseThrow().value();
        }
        return sum;
    }

    /** Wilder's index of every day. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double[] rsi() {
        return Rsi.DEFAULT.over(close);
    }

    /** The bare recursion without checks or missing values. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double[] rsiBound() {
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

    /** The extension of every day. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double[] extension() {
        return Extension.MONTH.over(close);
    }

    /** The extension of every day from its own window, in two passes. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double[] extensionNaive() {
        Signal signal = Extension.MONTH;
        double[] result = new double[DAYS];
        for (int t = signal.history() - 1; t < DAYS; t++) {
            double[] logs = Arrays.stream(close, t + 1 - signal.history(), t + 1)
                    .map(StrictMath::log)
                    .toArray();
            double mean = Arrays.stream(logs).average().orElseThrow();
            double squares =
                    Arrays.stream(logs).map(p -> (p - mean) * (p - mean)).sum();
            result[t] = (logs[logs.length - 1] - mean) / Math.sqrt(squares / (logs.length - 1));
        }
        return result;
    }
}
