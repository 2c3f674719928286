package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.BareLoops;
import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.reference.FlatRankCounts;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.window.RankedSeries;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Where the newest observation stands in each window of 20,000, half of the ties counted.
 *
 * <p>No library for Java 17 was found that ranks within windows. The bound is one sort of the whole series.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=RollingRankBenchmark</pre>
 */
@Comparison(title = "Rolling percentile rank", per = "observation", grows = "window", summary = "window=252")
public class RollingRankBenchmark extends WindowedWalk {

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
        Agreement.require("flat sums", ours, flatSums(), window - 1, 1e-12);
        Agreement.require("naive", ours, naive(), window - 1, 1e-15);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS)
    public double[] ours() {
        return Window.of(window).percentileRank(PercentileRank.MID).over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] running() {
        return Pushed.through(
                Window.of(window).percentileRank(PercentileRank.MID).start(), x);
    }

    /** Present ranks counted in flat sums. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(
            question = "percentile rank",
            role = Role.LOSER,
            by = "flat sums",
            note = "no ties, no missing values, ordered by a sort and a search")
    public double[] flatSums() {
        double[] sorted = BareLoops.sorted(x);
        int[] ranks = Arrays.stream(x)
                .mapToInt(value -> Arrays.binarySearch(sorted, value))
                .toArray();
        FlatRankCounts present = new FlatRankCounts(x.length);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            if (t >= window) {
                present.remove(ranks[t - window]);
            }
            present.add(ranks[t]);
            result[t] = t < window - 1 ? Double.NaN : (present.below(ranks[t]) + 0.5) / window;
        }
        return result;
    }

    /** The newest compared with each. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.NAIVE, by = "naive")
    public double[] naive() {
        return EveryWindow.of(x, window, EveryWindow::percentileRank);
    }

    /** A further window of a series that is ordered already. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS_OTHERWISE, by = "ordered already")
    public double[] alreadyOrdered() {
        return ordered.percentileRank(Window.of(window), PercentileRank.MID);
    }

    /** One sort of all observations. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.BOUND, by = "one sort of the series")
    public double[] bound() {
        return BareLoops.sorted(x);
    }
}
