package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.reference.RecomputedVarianceRatio;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.signal.VarianceRatio;
import io.github.macroregime.regime.strength.StrengthBoard;
import io.github.macroregime.regime.strength.StrengthBoardOptions;
import io.github.macroregime.regime.strength.StrengthModel;
import io.github.macroregime.regime.strength.StrengthState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A universe scored on every day and for one more day, in nanoseconds for each asset and day, and the test inside it
 * beside the same test recomputed from each window.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class StrengthBoardBenchmark {

    private static final int DAYS = 5_000;
    private static final int ASSETS = 40;
    private static final int RETURNS = 252;
    private static final int LONG = 5;

    private final StrengthBoardOptions options = StrengthBoardOptions.withDefaults();
    private final List<StrengthState> states = new ArrayList<>();
    private final double[] logs = new double[DAYS];
    private final Panel closes = universe();
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private int next;

    private static Panel universe() {
        List<String> names =
                IntStream.range(0, ASSETS).mapToObj(i -> "asset " + i).toList();
        List<Doubles> columns = IntStream.range(0, ASSETS)
                .mapToObj(i -> Doubles.copyOf(walk(i)))
                .toList();
        DateIndex dates = DateIndex.ofEpochDays(IntStream.range(0, DAYS).toArray());
        return new Panel(dates, names, columns, Collections.nCopies(ASSETS, Unit.PRICE));
    }

    private static double[] walk(int seed) {
        Random random = new Random(seed);
        double[] close = new double[DAYS];
        double log = Math.log(4000);
        for (int t = 0; t < DAYS; t++) {
            log += 0.01 * random.nextGaussian();
            close[t] = Math.exp(log);
        }
        return close;
    }

    /** States that know all days, and the logarithms of one asset. */
    @Setup
    public void fill() {
        for (Doubles column : closes.values()) {
            StrengthState state = StrengthModel.withDefaults().start();
            column.stream().forEach(state::push);
            states.add(state);
        }
        for (int t = 0; t < DAYS; t++) {
            logs[t] = StrictMath.log(closes.values().get(0).get(t));
        }
    }

    /** Stops the threads. */
    @TearDown
    public void stop() {
        executor.shutdown();
    }

    /** Every day of every asset, by the caller's thread. */
    @Benchmark
    @OperationsPerInvocation(DAYS * ASSETS)
    public Panel everyDay() {
        return StrengthBoard.history(closes, options);
    }

    /** Every day of every asset, by two threads. */
    @Benchmark
    @OperationsPerInvocation(DAYS * ASSETS)
    public Panel everyDayByTwoThreads() {
        return StrengthBoard.history(closes, options, executor);
    }

    /** One more day of every asset. */
    @Benchmark
    @OperationsPerInvocation(ASSETS)
    public double oneMoreDay() {
        next = next + 1 == DAYS ? 0 : next + 1;
        double sum = 0;
        for (int i = 0; i < ASSETS; i++) {
            sum += states.get(i).push(closes.values().get(i).get(next));
        }
        return sum;
    }

    /** The test of each window from its sliding sums. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double[] varianceRatio() {
        return VarianceRatio.over(logs, RETURNS, LONG);
    }

    /** The test of each window from the window. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double varianceRatioRecomputed() {
        RecomputedVarianceRatio state = new RecomputedVarianceRatio(RETURNS, LONG);
        double z = 0;
        for (double log : logs) {
            z = state.push(log);
        }
        return z;
    }
}
