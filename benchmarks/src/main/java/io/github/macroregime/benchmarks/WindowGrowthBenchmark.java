package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Window;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * How the cost of an observation grows with the window: four windows, each four times the one before, over 20,000
 * observations. A peer that computes each window afresh is there to show what an exponent near one looks like.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=WindowGrowthBenchmark</pre>
 */
@Comparison(title = "Growth in the window", per = "observation", grows = "window", summary = "-")
public class WindowGrowthBenchmark extends Timed {

    private static final int LENGTH = 20_000;
    private static final Probability P95 = Probability.percent(95);
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

    /** How many observations a window spans. */
    @Param({"60", "240", "960", "3840"})
    public int window;

    double[] x = {};

    @Override
    public void prepare() throws Exception {
        x = Walk.of(2 * window, 7);
        compare();
        fill();
    }

    @Override
    void fill() {
        x = Walk.of(LENGTH, 7);
    }

    @Override
    void compare() {
        Agreement.bits("running deviation", deviation(), runningDeviation());
        Agreement.require("Commons Statistics", deviation(), commonsStatisticsDeviation(), window - 1, 1e-12);
        Agreement.bits("running quantile", quantile(), runningQuantile());
        Agreement.require("Commons Statistics", quantile(), commonsStatisticsQuantile(), window - 1, 1e-12);
        Agreement.bits("running rank", rank(), runningRank());
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.OURS)
    public double[] mean() {
        return Window.of(window).mean().over(x);
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.OURS)
    public double[] deviation() {
        return Window.of(window).sampleDeviation().over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningDeviation() {
        return Pushed.through(Window.of(window).sampleDeviation().start(), x);
    }

    /** The deviation of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatisticsDeviation() {
        return EveryWindow.of(
                x,
                window,
                (held, from, to) -> StandardDeviation.ofRange(held, from, to).getAsDouble());
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.OURS)
    public double[] max() {
        return Window.of(window).max().over(x);
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS)
    public double[] quantile() {
        return Window.of(window).quantile(P95).over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningQuantile() {
        return Pushed.through(Window.of(window).quantile(P95).start(), x);
    }

    /** The quantile of a copy of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatisticsQuantile() {
        return EveryWindow.of(x, window, (held, from, to) -> TYPE_7.evaluateRange(held, from, to, 0.95));
    }

    /** Whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS)
    public double[] rank() {
        return Window.of(window).percentileRank(PercentileRank.MID).over(x);
    }

    /** One push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningRank() {
        return Pushed.through(
                Window.of(window).percentileRank(PercentileRank.MID).start(), x);
    }
}
