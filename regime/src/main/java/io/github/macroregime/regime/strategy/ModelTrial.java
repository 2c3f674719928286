package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.outlook.ForwardProfiles;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scores through the protocol over a whole past, of which the record of any number of first closes is read. */
final class ModelTrial {

    static final int LEAST = 60;

    private final Evaluation options;
    private final TimeSeries observed;
    private final int first;
    private final double[] decided;
    private final List<double[]> naive;
    private final List<LowestDrawdowns> falls;
    private final byte[] days;
    private final RankHistory ranks;
    private final Map<String, int[]> regimes;

    /**
     * A whole past.
     *
     * @param options the protocol
     * @param observed prices above zero, none missing
     * @param scores the score at each of them
     * @param year how many closes twelve months have
     * @param regimeAt the regime that was known before the return from each close
     */
    ModelTrial(
            Evaluation options,
            TimeSeries observed,
            double[] scores,
            int year,
            IntFunction<Optional<String>> regimeAt) {
        this.options = options;
        this.observed = observed;
        this.first = (int) Arrays.stream(scores).takeWhile(Double::isNaN).count();
        check(observed.size());
        double[] close = observed.values().toArray();
        double[] forward = ForwardProfiles.forwardReturns(close, options.horizon());
        this.decided = decided(options.rule().positions(close, scores));
        TimeSeries tested = observed.slice(first, close.length);
        Backtest own = Backtest.of(tested, decided, options.cost());
        double[] from = tested.values().toArray();
        this.naive = Stream.of(hold(close), mean(close), direction(close, options.horizon()), direction(close, year))
                .map(positions ->
                        Backtest.run(from, decided(positions), options.cost().decimal())[3])
                .toList();
        this.falls = Stream.concat(Stream.of(own.net().values().toArray()), naive.stream())
                .map(LowestDrawdowns::new)
                .toList();
        this.days = days(scores, forward);
        this.ranks = new RankHistory(scores, forward);
        this.regimes = regimes(own.net().size(), regimeAt);
    }

    static boolean isEnough(int left, int horizon) {
        return left >= LEAST && left > horizon + 1;
    }

    private void check(int closes) {
        int left = closes - first;
        if (!isEnough(left, options.horizon())) {
            throw new IllegalArgumentException("closes from the first score on must be at least "
                    + Math.max(LEAST, options.horizon() + 2) + " but were " + left);
        }
    }

    private double[] decided(double[] positions) {
        return Arrays.copyOfRange(positions, first, positions.length);
    }

    private static double[] hold(double[] close) {
        double[] hold = new double[close.length];
        Arrays.fill(hold, 1);
        return hold;
    }

    private static double[] mean(double[] close) {
        double[] mean = new double[close.length];
        Arrays.setAll(mean, t -> Math.signum(close[t] - close[0]));
        return mean;
    }

    private static double[] direction(double[] close, int back) {
        double[] direction = new double[close.length];
        Arrays.setAll(direction, t -> t < back ? 0 : close[t] >= close[t - back] ? 1 : -1);
        return direction;
    }

    /** What each day with an outcome counts as, in the digits of {@link TrialCalls}. */
    private byte[] days(double[] scores, double[] forward) {
        byte[] counted = new byte[scores.length - options.horizon() - first];
        for (int t = 0; t < counted.length; t++) {
            counted[t] = TrialCalls.digits(scores[first + t], forward[first + t]);
        }
        return counted;
    }

    private Map<String, int[]> regimes(int returns, IntFunction<Optional<String>> regimeAt) {
        Map<String, BitSet> places = new TreeMap<>();
        Optional<String> last = Optional.empty();
        BitSet among = new BitSet();
        for (int t = 0; t < returns; t++) {
            Optional<String> regime = regimeAt.apply(first + t);
            if (!regime.equals(last)) {
                among = regime.map(name -> places.computeIfAbsent(name, none -> new BitSet()))
                        .orElseGet(BitSet::new);
                last = regime;
            }
            among.set(t);
        }
        return places.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        regime -> regime.getValue().stream().toArray(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /**
     * The record of the first closes, as if there were no others.
     *
     * @param model the name of the model
     * @param asset the name of the asset
     * @param closes how many
     */
    ModelRecord record(String model, String asset, int closes) {
        check(closes);
        TimeSeries tested = observed.slice(first, closes);
        double periods = ReturnCalendar.of(observed.dates().slice(0, closes)).periodsPerYear();
        int matured = closes - options.horizon();
        TrialReturns earned = new TrialReturns(options, periods, tested, decided, naive);
        TrialCalls calls = new TrialCalls(options, days, matured - first);
        return new ModelRecord(
                model,
                asset,
                options,
                earned.dates().first(),
                earned.dates().last(),
                earned.dates().size(),
                earned.own(model, falls),
                earned.benchmarks(falls),
                earned.deflatedSharpe(),
                earned.sides(),
                calls.of(TrialCalls.BULLISH),
                calls.of(TrialCalls.BEARISH),
                ranks.before(matured),
                earned.eras(),
                earned.regimes(regimes));
    }
}
