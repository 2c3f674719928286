package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.BareLoops;
import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.window.Window;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.statistics.descriptive.Max;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;

/**
 * The largest of each window of 20,000 observations; the smallest costs the same.
 *
 * <p>Not comparable: the bound is the same structure of blocks without checks and missing values.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=RollingExtremesBenchmark</pre>
 */
@Comparison(title = "Rolling extremes", per = "observation", grows = "window", summary = "window=252")
public class RollingExtremesBenchmark extends WindowedWalk {

    @Override
    void compare() {
        double[] ours = ours();
        Agreement.bits("running", ours, running());
        Agreement.require("ta4j", ours, ta4j(), window - 1, 0);
        Agreement.require("Commons Math", ours, commonsMath(), window - 1, 0);
        Agreement.require("Commons Statistics", ours, commonsStatistics(), window - 1, 0);
        Agreement.require("naive", ours, naive(), window - 1, 0);
        Agreement.require("bound", ours, bound(), window - 1, 0);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.OURS)
    public double[] ours() {
        return Window.of(window).max().over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        return Pushed.through(Window.of(window).max().start(), x);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.PEER, by = "ta4j")
    public double[] ta4j() {
        return Ta4j.values(new HighestValueIndicator(new ClosePriceIndicator(bars), window));
    }

    /** The descriptive statistics of the last observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.PEER, by = "Commons Math")
    public double[] commonsMath() {
        DescriptiveStatistics held = new DescriptiveStatistics(window);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            held.addValue(x[t]);
            result[t] = t < window - 1 ? Double.NaN : held.getMax();
        }
        return result;
    }

    /** The largest of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatistics() {
        return EveryWindow.of(
                x, window, (held, from, to) -> Max.ofRange(held, from, to).getAsDouble());
    }

    /** Each window looked through. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.NAIVE, by = "naive")
    public double[] naive() {
        return EveryWindow.of(x, window, EveryWindow::max);
    }

    /** Suffix and prefix of blocks. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "max", role = Role.BOUND, by = "bare blocks")
    public double[] bound() {
        return BareLoops.max(x, window);
    }
}
