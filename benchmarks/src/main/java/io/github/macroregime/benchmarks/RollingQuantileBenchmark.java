package io.github.macroregime.benchmarks;

import com.google.common.math.Quantiles;
import io.github.macroregime.benchmarks.reference.BareLoops;
import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.RankedSeries;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.statistics.descriptive.Quantile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The 95th percentile of type 7 of each window of 20,000 observations, exact.
 *
 * <p>Not comparable: Guava and Commons Statistics select in a copy of each window, Commons Math too, with its pivots kept.
 * The defaults of both Commons libraries are other types; here all are told type 7. The bound is one sort of the whole
 * series: less than the work of a single window each day, more than the reading.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=RollingQuantileBenchmark</pre>
 */
@Comparison(title = "Rolling quantile", per = "observation", grows = "window", summary = "window=252")
public class RollingQuantileBenchmark extends WindowedWalk {

    private static final Probability P95 = Probability.percent(95);
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

    private RankedSeries ordered = RankedSeries.of(x);

    @Override
    void fill() {
        super.fill();
        ordered = RankedSeries.of(x);
    }

    @Override
    void compare() {
        double[] ours = ours();
        Agreement.bits("running", ours, running());
        ordered = RankedSeries.of(x);
        Agreement.bits("ordered", ours, alreadyOrdered());
        Agreement.require("Commons Math", ours, commonsMath(), window - 1, 1e-12);
        Agreement.require("Commons Statistics", ours, commonsStatistics(), window - 1, 1e-12);
        Agreement.require("Guava", ours, guava(), window - 1, 1e-12);
        Agreement.require("naive", ours, naive(), window - 1, 1e-12);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS)
    public double[] ours() {
        return Window.of(window).quantile(P95).over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        return Pushed.through(Window.of(window).quantile(P95).start(), x);
    }

    /** The descriptive statistics of the last observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.PEER, by = "Commons Math")
    public double[] commonsMath() {
        DescriptiveStatistics held = new DescriptiveStatistics(window);
        held.setPercentileImpl(new Percentile().withEstimationType(Percentile.EstimationType.R_7));
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            held.addValue(x[t]);
            result[t] = t < window - 1 ? Double.NaN : held.getPercentile(95);
        }
        return result;
    }

    /** The quantile of a copy of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatistics() {
        return EveryWindow.of(x, window, (held, from, to) -> TYPE_7.evaluateRange(held, from, to, 0.95));
    }

    /** Selection in a copy of each range. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.PEER, by = "Guava")
    public double[] guava() {
        return EveryWindow.of(
                x,
                window,
                (held, from, to) ->
                        Quantiles.percentiles().index(95).computeInPlace(Arrays.copyOfRange(held, from, to)));
    }

    /** A copy of each window sorted. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.NAIVE, by = "naive")
    public double[] naive() {
        return EveryWindow.of(x, window, EveryWindow::quantile95);
    }

    /** A further window of a series that is ordered already. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS_OTHERWISE, by = "ordered already")
    public double[] alreadyOrdered() {
        return ordered.quantile(window, P95);
    }

    /** One sort of all observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.BOUND, by = "one sort of the series")
    public double[] bound() {
        return BareLoops.sorted(x);
    }
}
