package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Earned;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import io.github.macroregime.regime.strategy.ModelRecord.Sides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the positions of a model and of the naive benchmarks earned over the first closes of a trial. */
final class TrialReturns {

    private static final List<String> NAIVE = List.of("buy and hold", "past mean", "last move", "12-month momentum");

    private final Evaluation options;
    private final double periods;
    private final DateIndex dates;
    private final int n;
    private final double[][] run;
    private final List<double[]> nets = new ArrayList<>();
    private final BlockBootstrap drawn;

    TrialReturns(Evaluation options, double periods, TimeSeries tested, double[] decided, List<double[]> naive) {
        this.options = options;
        this.periods = periods;
        this.dates = tested.dates().slice(1, tested.size());
        this.n = dates.size();
        this.run =
                Backtest.run(tested.values().toArray(), decided, options.cost().decimal());
        nets.add(run[3]);
        naive.forEach(whole -> nets.add(Arrays.copyOf(whole, n)));
        this.drawn = new BlockBootstrap(columns(), options.block(), options.draws(), options.seed());
    }

    private double[][] columns() {
        double[][] columns = new double[2 * nets.size()][n];
        for (int i = 0; i < nets.size(); i++) {
            double[] net = nets.get(i);
            columns[2 * i] = net;
            Arrays.setAll(columns[2 * i + 1], t -> net[t] * net[t]);
        }
        return columns;
    }

    DateIndex dates() {
        return dates;
    }

    Earned own(String model, List<LowestDrawdowns> falls) {
        return earned(model, 0, falls);
    }

    List<Benchmark> benchmarks(List<LowestDrawdowns> falls) {
        List<Benchmark> benchmarks = new ArrayList<>();
        for (int b = 1; b < nets.size(); b++) {
            int at = b;
            benchmarks.add(new Benchmark(
                    earned(NAIVE.get(b - 1), b, falls), drawn.estimate(sums -> sharpe(sums, 0) - sharpe(sums, at))));
        }
        return benchmarks;
    }

    private Earned earned(String name, int strategy, List<LowestDrawdowns> falls) {
        return new Earned(
                name,
                Rate.ofDecimal(periods * Moments.mean(nets.get(strategy))),
                drawn.estimate(sums -> sharpe(sums, strategy)),
                Rate.ofDecimal(falls.get(strategy).after(n)));
    }

    private double sharpe(double[] sums, int strategy) {
        double mean = sums[2 * strategy] / n;
        double variance = (sums[2 * strategy + 1] - n * mean * mean) / (n - 1);
        // What is left by cancellation alone is no variance.
        return variance > 1e-14 * sums[2 * strategy + 1] ? Math.sqrt(periods / variance) * mean : Double.NaN;
    }

    double deflatedSharpe() {
        return Performance.deflatedSharpe(nets.get(0), options.variantsTried(), 1.0 / (n - 1));
    }

    Sides sides() {
        double longs = 0;
        double shorts = 0;
        int held = 0;
        for (int t = 0; t < n; t++) {
            longs += run[0][t] > 0 ? run[2][t] : 0;
            shorts += run[0][t] < 0 ? run[2][t] : 0;
            held += run[0][t] == 0 ? 0 : 1;
        }
        double turnover = Arrays.stream(run[1]).sum() / n * periods;
        return new Sides(
                Rate.ofDecimal(periods / n * longs),
                Rate.ofDecimal(periods / n * shorts),
                options.cost().times(turnover),
                turnover,
                (double) held / n);
    }

    List<Part> eras() {
        List<Part> parts = new ArrayList<>();
        for (int e = 0; e < options.eras(); e++) {
            int from = (int) ((long) n * e / options.eras());
            int to = (int) ((long) n * (e + 1) / options.eras());
            if (to - from > 1) {
                parts.add(new Part(
                        dates.get(from) + " to " + dates.get(to - 1),
                        to - from,
                        sharpe(Arrays.copyOfRange(nets.get(0), from, to)),
                        sharpe(Arrays.copyOfRange(nets.get(1), from, to))));
            }
        }
        return parts;
    }

    /** The parts of at least two days of each regime, of which the places over the whole past are given. */
    List<Part> regimes(Map<String, int[]> regimes) {
        List<Part> parts = new ArrayList<>();
        regimes.forEach((name, places) -> {
            int found = Arrays.binarySearch(places, n);
            int known = found < 0 ? -found - 1 : found;
            if (known > 1) {
                parts.add(new Part(
                        name, known, sharpe(at(places, known, nets.get(0))), sharpe(at(places, known, nets.get(1)))));
            }
        });
        return parts;
    }

    private static double[] at(int[] places, int known, double[] net) {
        double[] there = new double[known];
        for (int i = 0; i < known; i++) {
            there[i] = net[places[i]];
        }
        return there;
    }

    private double sharpe(double[] returns) {
        return Math.sqrt(periods) * Performance.perPeriodSharpe(returns);
    }
}
