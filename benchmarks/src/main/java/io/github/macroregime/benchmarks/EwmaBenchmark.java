package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.BareLoops;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.window.Decay;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/**
 * The exponentially weighted mean of 20,000 observations, the window as its span; its cost does not depend on it.
 *
 * <p>Not comparable: ta4j boxes each value and keeps all of them. The bound is the bare recursion, whose steps wait for each
 * other.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=EwmaBenchmark</pre>
 */
@Comparison(title = "Exponentially weighted mean", per = "observation", grows = "window", summary = "window=252")
public class EwmaBenchmark extends WindowedWalk {

    @Override
    void compare() {
        double[] ours = ours();
        Agreement.bits("running", ours, running());
        Agreement.require("ta4j", ours, ta4j(), 0, 1e-12);
        Agreement.require("bound", ours, bound(), 0, 1e-12);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "EWMA", role = Role.OURS)
    public double[] ours() {
        return Decay.span(window).recursive().mean().over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "EWMA", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        return Pushed.through(Decay.span(window).recursive().mean().start(), x);
    }

    /** A fresh indicator over all bars. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "EWMA", role = Role.PEER, by = "ta4j")
    public double[] ta4j() {
        return Ta4j.values(new EMAIndicator(new ClosePriceIndicator(bars), window));
    }

    /** The recursion alone. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "EWMA", role = Role.BOUND, by = "bare recursion")
    public double[] bound() {
        return BareLoops.exponentialMean(x, 2.0 / (window + 1));
    }
}
