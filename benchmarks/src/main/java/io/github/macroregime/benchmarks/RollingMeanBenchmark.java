package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.BareLoops;
import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.window.Window;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.statistics.descriptive.Mean;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/**
 * The mean of each window of 20,000 observations.
 *
 * <p>Not comparable: Commons Math and Commons Statistics know no rolling mean, so that each window is computed afresh; ta4j
 * answers before the first full window and keeps a running total, which drifts. The bound is a running sum that drifts too.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=RollingMeanBenchmark</pre>
 */
@Comparison(title = "Rolling mean", per = "observation", grows = "window", summary = "window=252")
public class RollingMeanBenchmark extends WindowedWalk {

    @Override
    void compare() {
        double[] ours = ours();
        Agreement.bits("running", ours, running());
        Agreement.require("ta4j", ours, ta4j(), window - 1, 1e-12);
        Agreement.require("Commons Math", ours, commonsMath(), window - 1, 1e-12);
        Agreement.require("Commons Statistics", ours, commonsStatistics(), window - 1, 1e-12);
        Agreement.require("naive", ours, naive(), window - 1, 1e-12);
        Agreement.require("bound", ours, bound(), window - 1, 1e-11);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.OURS)
    public double[] ours() {
        return Window.of(window).mean().over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        return Pushed.through(Window.of(window).mean().start(), x);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.PEER, by = "ta4j", note = "a running total that drifts; bars and a cache")
    public double[] ta4j() {
        return Ta4j.values(new SMAIndicator(new ClosePriceIndicator(bars), window));
    }

    /** The descriptive statistics of the last observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.PEER, by = "Commons Math")
    public double[] commonsMath() {
        DescriptiveStatistics held = new DescriptiveStatistics(window);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            held.addValue(x[t]);
            result[t] = t < window - 1 ? Double.NaN : held.getMean();
        }
        return result;
    }

    /** The mean of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatistics() {
        return EveryWindow.of(
                x, window, (held, from, to) -> Mean.ofRange(held, from, to).getAsDouble());
    }

    /** Each window summed. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.NAIVE, by = "naive")
    public double[] naive() {
        return EveryWindow.of(x, window, EveryWindow::mean);
    }

    /** A running sum. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "mean", role = Role.BOUND, by = "running sum", note = "loses digits")
    public double[] bound() {
        return BareLoops.mean(x, window);
    }
}
