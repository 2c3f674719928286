package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Skewness, excess kurtosis, the t-statistic of the trend and the realised variance of each window of 20,000 observations.
 *
 * <p>Naive is what the library did before: each window afresh, with compensated sums.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=RollingMomentsBenchmark</pre>
 */
@Comparison(title = "Rolling higher moments", per = "observation", grows = "window", summary = "-")
public class RollingMomentsBenchmark extends WindowedWalk {

    @Override
    void compare() {
        Agreement.bits("running skewness", skewness(), runningSkewness());
        Agreement.bits("running kurtosis", kurtosis(), runningKurtosis());
        Agreement.bits("running t-statistic", trend(), runningTrend());
        Agreement.bits("running realised variance", realised(), runningRealised());
        Agreement.require("naive skewness", skewness(), naiveSkewness(), window - 1, 1e-12);
        Agreement.require("naive kurtosis", kurtosis(), naiveKurtosis(), window - 1, 1e-12);
        Agreement.require("naive realised variance", realised(), naiveRealised(), window - 1, 1e-12);
        Agreement.require("Commons Math skewness", skewness(), commonsMathSkewness(), window - 1, 1e-9);
        Agreement.require("Commons Math kurtosis", kurtosis(), commonsMathKurtosis(), window - 1, 1e-9);
        Agreement.require("Commons Math t-statistic", trend(), commonsMathTrend(), window - 1, 1e-9);
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "skewness", role = Role.OURS)
    public double[] skewness() {
        return Window.of(window).sampleSkewness().over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "skewness", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningSkewness() {
        return Pushed.through(Window.of(window).sampleSkewness().start(), x);
    }

    /** Each window in two passes. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "skewness", role = Role.NAIVE, by = "naive")
    public double[] naiveSkewness() {
        return EveryWindow.of(
                x, window, (held, from, to) -> Moments.sampleSkewness(Arrays.copyOfRange(held, from, to)));
    }

    /** The skewness of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "skewness", role = Role.PEER, by = "Commons Math")
    public double[] commonsMathSkewness() {
        Skewness skewness = new Skewness();
        return EveryWindow.of(x, window, (held, from, to) -> skewness.evaluate(held, from, to - from));
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "excess kurtosis", role = Role.OURS)
    public double[] kurtosis() {
        return Window.of(window).sampleExcessKurtosis().over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "excess kurtosis", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningKurtosis() {
        return Pushed.through(Window.of(window).sampleExcessKurtosis().start(), x);
    }

    /** Each window in two passes. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "excess kurtosis", role = Role.NAIVE, by = "naive")
    public double[] naiveKurtosis() {
        return EveryWindow.of(
                x, window, (held, from, to) -> Moments.sampleExcessKurtosis(Arrays.copyOfRange(held, from, to)));
    }

    /** The kurtosis of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "excess kurtosis", role = Role.PEER, by = "Commons Math")
    public double[] commonsMathKurtosis() {
        Kurtosis kurtosis = new Kurtosis();
        return EveryWindow.of(x, window, (held, from, to) -> kurtosis.evaluate(held, from, to - from));
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "t-statistic of the trend", role = Role.OURS)
    public double[] trend() {
        return Window.of(window).slopeTStatistic().over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "t-statistic of the trend", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningTrend() {
        return Pushed.through(Window.of(window).slopeTStatistic().start(), x);
    }

    /** A regression of each range, started about its first observation. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "t-statistic of the trend", role = Role.PEER, by = "Commons Math")
    public double[] commonsMathTrend() {
        return EveryWindow.of(x, window, (held, from, to) -> {
            SimpleRegression line = new SimpleRegression();
            IntStream.range(from, to).forEach(t -> line.addData(t - from, held[t]));
            return line.getSlope() / line.getSlopeStdErr();
        });
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "realised variance", role = Role.OURS)
    public double[] realised() {
        return Window.of(window).realisedVariance().over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "realised variance", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningRealised() {
        return Pushed.through(Window.of(window).realisedVariance().start(), x);
    }

    /** Each window anew. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "realised variance", role = Role.NAIVE, by = "naive")
    public double[] naiveRealised() {
        return EveryWindow.of(
                x, window, (held, from, to) -> Moments.sumOfPowers(Arrays.copyOfRange(held, from, to), 2));
    }
}
