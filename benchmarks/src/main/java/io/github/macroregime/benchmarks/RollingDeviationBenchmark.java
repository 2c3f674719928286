package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.BareLoops;
import io.github.macroregime.benchmarks.reference.DeviationByBlocks;
import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

/**
 * The standard deviation and the z-score of each window of 20,000 observations.
 *
 * <p>Not comparable: ta4j divides by n, for which ours has another name, so that it is held against our population form. The
 * bound is Welford's recursion with the oldest observation swapped out, which keeps the rounding of everything it ever saw.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=RollingDeviationBenchmark</pre>
 */
@Comparison(title = "Rolling deviation", per = "observation", grows = "window", summary = "window=252")
public class RollingDeviationBenchmark extends WindowedWalk {

    @Override
    void compare() {
        double[] ours = ours();
        Agreement.bits("running", ours, running());
        Agreement.bits("running z-score", zScore(), runningZScore());
        Agreement.require("ta4j", Window.of(window).populationDeviation().over(x), ta4j(), window - 1, 1e-10);
        Agreement.require("Commons Math", ours, commonsMath(), window - 1, 1e-12);
        Agreement.require("Commons Math z-score", zScore(), commonsMathZScore(), window - 1, 1e-10);
        Agreement.require("Commons Statistics", ours, commonsStatistics(), window - 1, 1e-12);
        Agreement.require("naive", ours, naive(), window - 1, 1e-12);
        Agreement.require("by blocks", ours, byBlocks(), window - 1, 1e-12);
        Agreement.require("bound", ours, bound(), window - 1, 1e-9);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.OURS)
    public double[] ours() {
        return Window.of(window).sampleDeviation().over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        return Pushed.through(Window.of(window).sampleDeviation().start(), x);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.PEER, by = "ta4j", note = "divides by n")
    public double[] ta4j() {
        return Ta4j.values(new StandardDeviationIndicator(new ClosePriceIndicator(bars), window));
    }

    /** The descriptive statistics of the last observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.PEER, by = "Commons Math")
    public double[] commonsMath() {
        DescriptiveStatistics held = new DescriptiveStatistics(window);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            held.addValue(x[t]);
            result[t] = t < window - 1 ? Double.NaN : held.getStandardDeviation();
        }
        return result;
    }

    /** The deviation of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatistics() {
        return EveryWindow.of(
                x,
                window,
                (held, from, to) -> StandardDeviation.ofRange(held, from, to).getAsDouble());
    }

    /** Each window in two passes. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.NAIVE, by = "naive")
    public double[] naive() {
        return EveryWindow.of(x, window, EveryWindow::sampleDeviation);
    }

    /** The oldest swapped for the newest. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.BOUND, by = "Welford swap", note = "loses digits")
    public double[] bound() {
        return BareLoops.sampleDeviation(x, window);
    }

    /** Block after block instead of many windows together. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.LOSER, by = "block after block")
    public double[] byBlocks() {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, window - 1, Double.NaN);
        DeviationByBlocks.write(x, window, result);
        return result;
    }

    /** Mean, deviation and z-score, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "z-score", role = Role.OURS)
    public double[] zScore() {
        return Window.of(window).zScore().over(x);
    }

    /** The same, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "z-score", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningZScore() {
        return Pushed.through(Window.of(window).zScore().start(), x);
    }

    /** Mean and deviation of the last observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "z-score", role = Role.PEER, by = "Commons Math")
    public double[] commonsMathZScore() {
        DescriptiveStatistics held = new DescriptiveStatistics(window);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            held.addValue(x[t]);
            result[t] = t < window - 1 ? Double.NaN : (x[t] - held.getMean()) / held.getStandardDeviation();
        }
        return result;
    }
}
