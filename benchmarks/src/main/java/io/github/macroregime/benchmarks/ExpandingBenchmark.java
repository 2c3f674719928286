package io.github.macroregime.benchmarks;

import com.google.common.math.Quantiles;
import com.google.common.math.StatsAccumulator;
import com.tdunning.math.stats.TDigest;
import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Expanding;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.descriptive.rank.PSquarePercentile;
import org.apache.commons.statistics.descriptive.Quantile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The deviation, the 95th percentile and the rank of the newest among all observations so far, over 5,000 of them.
 *
 * <p>Not comparable: t-digest and the P-square algorithm answer approximately in bounded memory; they are what people use
 * where exact answers seem too dear. Guava and the Commons libraries look at all observations each time. Deviations of
 * Guava and Commons Math lose digits at a high level.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=ExpandingBenchmark</pre>
 */
@Comparison(title = "Expanding", per = "observation", grows = "", summary = "")
public class ExpandingBenchmark extends Timed {

    static final int LENGTH = 5_000;

    private static final int COMPARED = 700;
    private static final int FIRST = 20;
    private static final double COMPRESSION = 100;
    private static final Probability P95 = Probability.percent(95);
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

    double[] x = {};

    @Override
    public void prepare() throws Exception {
        x = Walk.of(COMPARED, 7);
        compare();
        fill();
    }

    @Override
    void fill() {
        x = Walk.of(LENGTH, 7);
    }

    @Override
    void compare() {
        double[] deviation = deviation();
        Agreement.bits("running deviation", deviation, runningDeviation());
        Agreement.require("Guava deviation", deviation, guavaDeviation(), FIRST, 1e-9);
        Agreement.require("Commons Math deviation", deviation, commonsMathDeviation(), FIRST, 1e-9);
        Agreement.require("naive deviation", deviation, naiveDeviation(), FIRST, 1e-11);
        double[] quantile = quantile();
        Agreement.bits("running quantile", quantile, runningQuantile());
        Agreement.require("Commons Statistics", quantile, commonsStatistics(), FIRST, 1e-12);
        Agreement.require("Guava", quantile, guava(), FIRST, 1e-12);
        Agreement.require("naive quantile", quantile, naiveQuantile(), FIRST, 1e-12);
        Agreement.require("t-digest", quantile, tDigest(), FIRST, 0.05);
        Agreement.require("P-square", quantile, pSquare(), FIRST, 0.05);
        double[] rank = rank();
        Agreement.bits("running rank", rank, runningRank());
        Agreement.require("naive rank", rank, naiveRank(), FIRST, 1e-12);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.OURS)
    public double[] deviation() {
        return Expanding.from(FIRST).sampleDeviation().over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningDeviation() {
        return Pushed.through(Expanding.from(FIRST).sampleDeviation().start(), x);
    }

    /** The accumulator of Guava. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.PEER, by = "Guava", note = "loses digits at a high level")
    public double[] guavaDeviation() {
        StatsAccumulator seen = new StatsAccumulator();
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            seen.add(x[t]);
            result[t] = t < FIRST - 1 ? Double.NaN : seen.sampleStandardDeviation();
        }
        return result;
    }

    /** The summary of Commons Math. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.PEER, by = "Commons Math", note = "loses digits at a high level")
    public double[] commonsMathDeviation() {
        SummaryStatistics seen = new SummaryStatistics();
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            seen.addValue(x[t]);
            result[t] = t < FIRST - 1 ? Double.NaN : seen.getStandardDeviation();
        }
        return result;
    }

    /** All so far in two passes. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "deviation", role = Role.NAIVE, by = "naive")
    public double[] naiveDeviation() {
        return EveryWindow.expanding(x, FIRST, EveryWindow::sampleDeviation);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS)
    public double[] quantile() {
        return Expanding.from(FIRST).quantile(P95, QuantileType.LINEAR).over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningQuantile() {
        return Pushed.through(
                Expanding.from(FIRST).quantile(P95, QuantileType.LINEAR).start(), x);
    }

    /** The quantile of a copy of all so far. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.PEER, by = "Commons Statistics")
    public double[] commonsStatistics() {
        return EveryWindow.expanding(x, FIRST, (held, from, to) -> TYPE_7.evaluateRange(held, from, to, 0.95));
    }

    /** Selection in a copy of all so far. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.PEER, by = "Guava")
    public double[] guava() {
        return EveryWindow.expanding(
                x,
                FIRST,
                (held, from, to) ->
                        Quantiles.percentiles().index(95).computeInPlace(Arrays.copyOfRange(held, from, to)));
    }

    /** A digest asked after each observation. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.APPROXIMATE, by = "t-digest", note = "approximate: compression 100")
    public double[] tDigest() {
        TDigest digest = TDigest.createMergingDigest(COMPRESSION);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            digest.add(x[t]);
            result[t] = t < FIRST - 1 ? Double.NaN : digest.quantile(0.95);
        }
        return result;
    }

    /** The five markers of Commons Math. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.APPROXIMATE, by = "P-square", note = "approximate: five markers")
    public double[] pSquare() {
        PSquarePercentile markers = new PSquarePercentile(95);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            markers.increment(x[t]);
            result[t] = t < FIRST - 1 ? Double.NaN : markers.getResult();
        }
        return result;
    }

    /** A copy of all so far sorted. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "quantile", role = Role.NAIVE, by = "naive")
    public double[] naiveQuantile() {
        return EveryWindow.expanding(x, FIRST, EveryWindow::quantile95);
    }

    /** The library, whole series. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS)
    public double[] rank() {
        return Expanding.from(FIRST).percentileRank(PercentileRank.MID).over(x);
    }

    /** The library, one push at a time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.OURS_OTHERWISE, by = "running form")
    public double[] runningRank() {
        return Pushed.through(
                Expanding.from(FIRST).percentileRank(PercentileRank.MID).start(), x);
    }

    /** The newest compared with all so far. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    @Candidate(question = "percentile rank", role = Role.NAIVE, by = "naive")
    public double[] naiveRank() {
        return EveryWindow.expanding(x, FIRST, EveryWindow::percentileRank);
    }
}
