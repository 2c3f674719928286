package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.RecomputedVarianceRatio;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.persistence.VarianceRatio;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The strength of 1,000 assets on each of 5,000 days, and of one more day; and the test inside it beside the same test
 * computed afresh from each window.
 *
 * <p>No library was found that blends signals of two families into one score; the indicators it is made of stand beside
 * ta4j in {@link IndicatorBenchmark}. The naive reference does what a spreadsheet does: each day is computed again from
 * the 1,500 closes before it; it does ten days of one asset. The bound copies the closes. The two threads are the
 * caller's; everything else runs on one.
 *
 * <pre>mvn -Pbench verify -DskipTests -Dbench.include=StrengthBoardBenchmark</pre>
 */
@Comparison(title = "Strength board, 1,000 assets", per = "asset and day")
public class StrengthBoardBenchmark extends Timed {

    private static final int ASSETS = 1_000;
    private static final int DAYS = 5_000;
    private static final int CELLS = ASSETS * DAYS;
    private static final int NAIVE_DAYS = 10;
    private static final int NAIVE_HISTORY = 1_500;
    private static final int KNOWN_DAYS = 400;
    private static final int RETURNS = 252;
    private static final int LONG = 5;

    private final StrengthModel model = StrengthModel.withDefaults();
    private final StrengthBoardOptions options = StrengthBoardOptions.withDefaults();
    private final double[][] close = new double[ASSETS][];
    private final StrengthState[] states = new StrengthState[ASSETS];
    private final double[] logs = new double[DAYS];
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private Panel closes = panel(new double[][] {{1}});
    private int next;

    @Override
    void fill() {
        Arrays.setAll(close, asset -> Walk.prices(DAYS, asset));
        Arrays.setAll(states, asset -> {
            StrengthState state = model.start();
            for (int t = 0; t < KNOWN_DAYS; t++) {
                state.push(close[asset][t]);
            }
            return state;
        });
        Arrays.setAll(logs, t -> StrictMath.log(close[0][t]));
        closes = panel(close);
    }

    private static Panel panel(double[][] close) {
        return new Panel(
                DateIndex.ofEpochDays(IntStream.range(0, close[0].length).toArray()),
                IntStream.range(0, close.length).mapToObj(i -> "asset " + i).toList(),
                Arrays.stream(close).map(Doubles::copyOf).toList(),
                Collections.nCopies(close.length, Unit.PRICE));
    }

    @Override
    void compare() {
        double[] every = model.over(close[0]);
        Agreement.bits("running strength", every, Pushed.through(model.start(), close[0]));
        Panel one = closes.select("asset 0");
        Agreement.bits(
                "board",
                every,
                StrengthBoard.history(one, options).values().get(0).toArray());
        Agreement.bits(
                "board by threads",
                every,
                StrengthBoard.history(one, options, executor).values().get(0).toArray());
        double[] last = Arrays.copyOfRange(every, DAYS - NAIVE_DAYS, DAYS);
        Agreement.require("naive strength", last, everyDayAfresh(), 0, 1e-6);
        Agreement.require("recomputed test", varianceRatio(), varianceRatioRecomputed(), RETURNS, 1e-8);
    }

    /** Stops the threads. */
    @TearDown(Level.Trial)
    public void stop() {
        executor.shutdown();
    }

    /** Every day of every asset. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "every day", role = Role.OURS)
    public Panel everyDay() {
        return StrengthBoard.history(closes, options);
    }

    /** Every day of every asset, by two threads. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "every day", role = Role.OURS_OTHERWISE, by = "two threads", note = "two cores busy")
    public Panel everyDayByTwoThreads() {
        return StrengthBoard.history(closes, options, executor);
    }

    /** Each of the last days from the closes before it. */
    @Benchmark
    @OperationsPerInvocation(NAIVE_DAYS)
    @Candidate(
            question = "every day",
            role = Role.NAIVE,
            by = "naive",
            note = "ten days of one asset, each from the 1,500 closes before it")
    public double[] everyDayAfresh() {
        double[] result = new double[NAIVE_DAYS];
        Arrays.setAll(result, day -> {
            int end = DAYS - NAIVE_DAYS + day + 1;
            return model.last(Arrays.copyOfRange(close[0], end - NAIVE_HISTORY, end))
                    .orElseThrow()
                    .value();
        });
        return result;
    }

    /** Reading and writing. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    @Candidate(question = "every day", role = Role.BOUND, by = "copy")
    public double[][] copied() {
        return Arrays.stream(close).map(double[]::clone).toArray(double[][]::new);
    }

    /** One more close of every asset. */
    @Benchmark
    @OperationsPerInvocation(ASSETS)
    @Candidate(question = "one more day", role = Role.OURS)
    public double[] oneMoreDay() {
        next = next + 1 == DAYS ? 0 : next + 1;
        double[] result = new double[ASSETS];
        for (int asset = 0; asset < ASSETS; asset++) {
            result[asset] = states[asset].push(close[asset][next]);
        }
        return result;
    }

    /** The last closes of one asset once more. */
    @Benchmark
    @Candidate(question = "one more day", role = Role.NAIVE, by = "naive", note = "one asset")
    public double oneMoreDayAfresh() {
        next = next + 1 >= DAYS ? NAIVE_HISTORY : Math.max(NAIVE_HISTORY, next + 1);
        return model.last(Arrays.copyOfRange(close[0], next - NAIVE_HISTORY, next))
                .orElseThrow()
                .value();
    }

    /** The test of each window from its sliding sums. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "variance ratio test of one asset", role = Role.OURS)
    public double[] varianceRatio() {
        return VarianceRatio.over(logs, RETURNS, LONG);
    }

    /** The test of each window from the window. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    @Candidate(question = "variance ratio test of one asset", role = Role.LOSER, by = "each window afresh")
    public double[] varianceRatioRecomputed() {
        RecomputedVarianceRatio state = new RecomputedVarianceRatio(RETURNS, LONG);
        return Arrays.stream(logs).map(state::push).toArray();
    }
}
