package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.EveryWindow;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Window;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Deviation and 95th percentile of windows of 252 over a panel of 1,000 series of 5,000 observations, on one thread.
 *
 * <p>Not comparable: the peer does the first ten series only, since it computes every window afresh and its time for an
 * observation does not depend on how many series there are. The bound copies the panel: it is read and written once.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=PanelBenchmark</pre>
 */
@Comparison(title = "Panel of 1,000 series", per = "observation")
public class PanelBenchmark extends Timed {

    private static final int SERIES = 1_000;
    private static final int SERIES_OF_PEER = 10;
    private static final int LENGTH = 5_000;
    private static final int CELLS = SERIES * LENGTH;
    private static final int CELLS_OF_PEER = SERIES_OF_PEER * LENGTH;
    private static final int WINDOW = 252;
    private static final Probability P95 = Probability.percent(95);
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

    private final double[][] panel = new double[SERIES][];

    @Override
    void fill() {
        Arrays.setAll(panel, i -> Walk.of(LENGTH, i));
    }

    @Override
    void compare() {
        double[] x = Arrays.copyOf(panel[0], 3 * WINDOW);
        Agreement.require(
                "deviation", Window.of(WINDOW).sampleDeviation().over(x), afreshDeviation(x), WINDOW - 1, 1e-12);
        Agreement.require("quantile", Window.of(WINDOW).quantile(P95).over(x), afreshQuantile(x), WINDOW - 1, 1e-12);
    }

    /** The library, one series after the other. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "deviation", role = Role.OURS)
    public double[][] deviation() {
        return Arrays.stream(panel)
                .map(x -> Window.of(WINDOW).sampleDeviation().over(x))
                .toArray(double[][]::new);
    }

    /** The deviation of each range. */
    @Benchmark
    @OperationsPerInvocation(CELLS_OF_PEER)
    @Candidate(question = "deviation", role = Role.PEER, by = "Commons Statistics", note = "ten of the series")
    public double[][] commonsStatisticsDeviation() {
        return Arrays.stream(panel)
                .limit(SERIES_OF_PEER)
                .map(this::afreshDeviation)
                .toArray(double[][]::new);
    }

    /** Reading and writing. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "deviation", role = Role.BOUND, by = "copy")
    public double[][] copyForDeviation() {
        return Arrays.stream(panel).map(double[]::clone).toArray(double[][]::new);
    }

    /** The library, one series after the other. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "quantile", role = Role.OURS)
    public double[][] quantile() {
        return Arrays.stream(panel)
                .map(x -> Window.of(WINDOW).quantile(P95).over(x))
                .toArray(double[][]::new);
    }

    /** The quantile of a copy of each range. */
    @Benchmark
    @OperationsPerInvocation(CELLS_OF_PEER)
    @Candidate(question = "quantile", role = Role.PEER, by = "Commons Statistics", note = "ten of the series")
    public double[][] commonsStatisticsQuantile() {
        return Arrays.stream(panel)
                .limit(SERIES_OF_PEER)
                .map(this::afreshQuantile)
                .toArray(double[][]::new);
    }

    /** One sort of each series. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "quantile", role = Role.BOUND, by = "one sort of each series")
    public double[][] sorted() {
        double[][] sorted = Arrays.stream(panel).map(double[]::clone).toArray(double[][]::new);
        Arrays.stream(sorted).forEach(Arrays::sort);
        return sorted;
    }

    private double[] afreshDeviation(double[] x) {
        return EveryWindow.of(
                x,
                WINDOW,
                (held, from, to) -> StandardDeviation.ofRange(held, from, to).getAsDouble());
    }

    private double[] afreshQuantile(double[] x) {
        return EveryWindow.of(x, WINDOW, (held, from, to) -> TYPE_7.evaluateRange(held, from, to, 0.95));
    }
}
