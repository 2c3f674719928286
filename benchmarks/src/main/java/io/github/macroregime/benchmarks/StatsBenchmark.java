package io.github.macroregime.benchmarks;

import io.github.macroregime.core.stats.Decay;
import io.github.macroregime.core.stats.ExponentiallyWeighted;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.stats.Rolling;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rolling statistics of 20,000 observations, beside the naive way of computing every window afresh.
 *
 * <p>Only ratios and the growth from one window to the next are to be read; nanoseconds belong to a machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class StatsBenchmark {

    private static final int LENGTH = 20_000;
    private static final int NAIVE_LENGTH = 4_000;
    private static final Probability P95 = Probability.percent(95);

    /** How many observations a window spans. */
    @Param({"60", "252", "1260"})
    public int window;

    private double[] x = {};
    private double[] shorter = {};
    private Decay decay = Decay.span(60);

    /** A random walk, so that order statistics do not see the easiest data. */
    @Setup
    public void walk() {
        SplittableRandom random = new SplittableRandom(7);
        x = new double[LENGTH];
        double level = 1000;
        for (int i = 0; i < LENGTH; i++) {
            level += random.nextDouble() - 0.5;
            x[i] = level;
        }
        shorter = Arrays.copyOf(x, NAIVE_LENGTH);
        decay = Decay.span(window);
    }

    /** Rolling mean. */
    @Benchmark
    public double[] mean() {
        return Rolling.mean(x, window);
    }

    /** Rolling sample deviation. */
    @Benchmark
    public double[] deviation() {
        return Rolling.sampleDeviation(x, window);
    }

    /** Rolling z-score. */
    @Benchmark
    public double[] zScore() {
        return Rolling.zScore(x, window);
    }

    /** Rolling largest observation. */
    @Benchmark
    public double[] max() {
        return Rolling.max(x, window);
    }

    /** Exponentially weighted mean with the window as its span. */
    @Benchmark
    public double[] ewma() {
        return ExponentiallyWeighted.mean(x, decay);
    }

    /** Rolling quantile of type 7. */
    @Benchmark
    public double[] quantile() {
        return Rolling.quantile(x, window, P95);
    }

    /** Rolling percentile rank, ties counted half. */
    @Benchmark
    public double[] percentileRank() {
        return Rolling.percentileRank(x, window, PercentileRank.MID);
    }

    /** The deviation of every window afresh, of a fifth of the observations. */
    @Benchmark
    public double[] naiveFifthDeviation() {
        return afresh(Moments::sampleDeviation);
    }

    /** The largest of every window afresh, of a fifth of the observations. */
    @Benchmark
    public double[] naiveFifthMax() {
        return afresh(held -> Arrays.stream(held).max().orElseThrow());
    }

    /** The quantile of every window by sorting it, of a fifth of the observations. */
    @Benchmark
    public double[] naiveFifthQuantile() {
        return afresh(held -> Quantiles.quantile(held, P95));
    }

    private double[] afresh(ToDoubleFunction<double[]> statistic) {
        double[] result = new double[shorter.length];
        for (int t = window - 1; t < shorter.length; t++) {
            result[t] = statistic.applyAsDouble(Arrays.copyOfRange(shorter, t - window + 1, t + 1));
        }
        return result;
    }
}
