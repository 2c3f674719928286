package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Ranks;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.outlook.ForwardProfiles;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Earned;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import io.github.macroregime.regime.strategy.ModelRecord.Sides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One pass of scores through the protocol. */
final class ModelTrial {

    static final int LEAST = 60;
    private static final List<String> NAIVE = List.of("buy and hold", "past mean", "last move", "12-month momentum");

    private final Evaluation options;
    private final double[] close;
    private final double[] scores;
    private final double[] forward;
    private final int first;
    private final TimeSeries tested;
    private final double periods;
    private final Backtest own;
    private final List<double[]> nets = new ArrayList<>();

    ModelTrial(Evaluation options, TimeSeries observed, double[] scores) {
        this.options = options;
        this.close = observed.values().toArray();
        this.scores = scores;
        this.forward = ForwardProfiles.forwardReturns(close, options.horizon());
        this.first = (int) Arrays.stream(scores).takeWhile(Double::isNaN).count();
        int left = close.length - first;
        if (!isEnough(left, options.horizon())) {
            throw new IllegalArgumentException("closes from the first score on must be at least "
                    + Math.max(LEAST, options.horizon() + 2) + " but were " + left);
        }
        this.tested = observed.slice(first, observed.size());
        this.periods = ReturnCalendar.of(observed.dates()).periodsPerYear();
        this.own = Backtest.of(tested, decided(options.rule().positions(close, scores)), options.cost());
        nets.add(own.net().values().toArray());
        double[] from = tested.values().toArray();
        for (double[] positions : naive(Evaluation.year(observed))) {
            nets.add(Backtest.run(from, decided(positions), options.cost().decimal())[3]);
        }
    }

    static boolean isEnough(int left, int horizon) {
        return left >= LEAST && left > horizon + 1;
    }

    private double[] decided(double[] positions) {
        return Arrays.copyOfRange(positions, first, positions.length);
    }

    private List<double[]> naive(int year) {
        double[] hold = new double[close.length];
        double[] mean = new double[close.length];
        Arrays.fill(hold, 1);
        for (int t = 1; t < close.length; t++) {
            mean[t] = Math.signum(close[t] - close[0]);
        }
        return List.of(hold, mean, direction(options.horizon()), direction(year));
    }

    private double[] direction(int back) {
        return IntStream.range(0, close.length)
                .mapToDouble(t -> t < back ? 0 : close[t] >= close[t - back] ? 1 : -1)
                .toArray();
    }

    /** The record, split by the regime that was known before the return from each close. */
    ModelRecord record(String model, String asset, IntFunction<Optional<String>> regimeAt) {
        int n = nets.get(0).length;
        BlockBootstrap drawn = new BlockBootstrap(columns(), options.block(), options.draws(), options.seed());
        List<Benchmark> benchmarks = new ArrayList<>();
        for (int b = 1; b < nets.size(); b++) {
            int at = b;
            benchmarks.add(new Benchmark(
                    earned(NAIVE.get(b - 1), b, drawn), drawn.estimate(sums -> sharpe(sums, 0) - sharpe(sums, at))));
        }
        List<Calls> calls = calls();
        return new ModelRecord(
                model,
                asset,
                options,
                own.net().dates().first(),
                own.net().dates().last(),
                n,
                earned(model, 0, drawn),
                benchmarks,
                Performance.deflatedSharpe(nets.get(0), options.variantsTried(), 1.0 / (n - 1)),
                sides(),
                calls.get(0),
                calls.get(1),
                rankCorrelation(),
                eras(),
                regimes(regimeAt));
    }

    private double[][] columns() {
        double[][] columns = new double[2 * nets.size()][];
        for (int i = 0; i < nets.size(); i++) {
            columns[2 * i] = nets.get(i);
            columns[2 * i + 1] = Arrays.stream(nets.get(i)).map(r -> r * r).toArray();
        }
        return columns;
    }

    private Earned earned(String name, int strategy, BlockBootstrap drawn) {
        double[] net = nets.get(strategy);
        return new Earned(
                name,
                Rate.ofDecimal(periods * Moments.mean(net)),
                drawn.estimate(sums -> sharpe(sums, strategy)),
                Rate.ofDecimal(Drawdowns.maximum(net)));
    }

    private double sharpe(double[] sums, int strategy) {
        int n = nets.get(0).length;
        double mean = sums[2 * strategy] / n;
        double variance = (sums[2 * strategy + 1] - n * mean * mean) / (n - 1);
        // What is left by cancellation alone is no variance.
        return variance > 1e-14 * sums[2 * strategy + 1] ? Math.sqrt(periods / variance) * mean : Double.NaN;
    }

    private Sides sides() {
        double[] held = own.held().values().toArray();
        double[] gross = own.gross().values().toArray();
        double longs = 0;
        double shorts = 0;
        for (int t = 0; t < held.length; t++) {
            longs += held[t] > 0 ? gross[t] : 0;
            shorts += held[t] < 0 ? gross[t] : 0;
        }
        double year = periods / held.length;
        double turnover = own.turnover(periods);
        return new Sides(
                Rate.ofDecimal(year * longs),
                Rate.ofDecimal(year * shorts),
                options.cost().times(turnover),
                turnover,
                own.timeInMarket());
    }

    /** The bullish calls and the bearish ones, of which a draw takes the same days. */
    private List<Calls> calls() {
        int days = close.length - options.horizon() - first;
        DayCounts counts = new DayCounts(days, 6);
        for (int t = 0; t < days; t++) {
            double moved = Math.signum(forward[first + t]);
            double called = Math.signum(scores[first + t]);
            for (int count = 0, sign = 1; count < 6; count += 3, sign -= 2) {
                counts.add(t, count, moved == sign);
                counts.add(t, count + 1, called == sign);
                counts.add(t, count + 2, moved == sign && called == sign);
            }
        }
        BlockBootstrap drawn = new BlockBootstrap(
                counts.columns(), Math.max(options.block(), options.horizon()), options.draws(), options.seed());
        return IntStream.of(0, 3)
                .mapToObj(at -> {
                    double moved = counts.of(drawn.whole(), at);
                    double called = counts.of(drawn.whole(), at + 1);
                    double both = counts.of(drawn.whole(), at + 2);
                    return new Calls(
                            (int) called,
                            called / options.horizon(),
                            Performance.ratio(both, called),
                            moved / days,
                            drawn.estimate(sums -> Performance.ratio(counts.of(sums, at + 2), counts.of(sums, at + 1))
                                    - counts.of(sums, at) / days));
                })
                .toList();
    }

    private double rankCorrelation() {
        int[] both = IntStream.range(first, close.length)
                .filter(t -> !Double.isNaN(scores[t]) && !Double.isNaN(forward[t]))
                .toArray();
        return Ranks.spearman(
                Arrays.stream(both).mapToDouble(t -> scores[t]).toArray(),
                Arrays.stream(both).mapToDouble(t -> forward[t]).toArray());
    }

    private List<Part> eras() {
        List<Part> parts = new ArrayList<>();
        DateIndex dates = own.net().dates();
        for (int e = 0; e < options.eras(); e++) {
            int from = (int) ((long) dates.size() * e / options.eras());
            int to = (int) ((long) dates.size() * (e + 1) / options.eras());
            if (to - from > 1) {
                parts.add(part(
                        dates.get(from) + " to " + dates.get(to - 1),
                        IntStream.range(from, to).toArray()));
            }
        }
        return parts;
    }

    private List<Part> regimes(IntFunction<Optional<String>> regimeAt) {
        Map<String, BitSet> places = new TreeMap<>();
        Optional<String> last = Optional.empty();
        BitSet days = new BitSet();
        for (int t = 0; t < own.net().size(); t++) {
            Optional<String> regime = regimeAt.apply(first + t);
            if (!regime.equals(last)) {
                days = regime.map(name -> places.computeIfAbsent(name, none -> new BitSet()))
                        .orElseGet(BitSet::new);
                last = regime;
            }
            days.set(t);
        }
        return places.entrySet().stream()
                .filter(regime -> regime.getValue().cardinality() > 1)
                .map(regime -> part(regime.getKey(), regime.getValue().stream().toArray()))
                .toList();
    }

    private Part part(String name, int[] places) {
        return new Part(name, places.length, sharpe(places, 0), sharpe(places, 1));
    }

    private double sharpe(int[] places, int strategy) {
        double[] net = nets.get(strategy);
        return Performance.sharpe(Arrays.stream(places).mapToDouble(t -> net[t]).toArray(), periods, 0);
    }
}
