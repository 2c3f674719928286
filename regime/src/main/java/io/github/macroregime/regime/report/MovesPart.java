package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What moved on the day: the last change of every daily series of which a new observation became known, each measured in
 * its own past changes, the most unusual first.
 *
 * @param moves the changes, the largest in deviations first, those without a score last
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record MovesPart(List<Move> moves, Map<String, Evidence> inputs) implements MacroPart {

    /** From how many deviations on a move is called large. */
    public static final double LARGE = 2;

    /** From how many deviations on a move is called extreme. */
    public static final double EXTREME = 4;

    private static final int WINDOW = 252;
    private static final String YIELD = " yield";
    private static final int LEAST = 60;
    private static final int MONTH = 20;
    private static final int LONGEST_PAUSE_DAYS = 7;

    /**
     * The last change of one series.
     *
     * @param name the name of the series
     * @param kind what it is of
     * @param observed the date of the observation that became known on the day
     * @param level that observation
     * @param change simple return of closes, difference of rates and spreads, from the observation before
     * @param deviations the change over the root mean square of the n changes before it, which assumes a mean of zero;
     *     NaN if there are fewer than 60 or none differs from zero
     * @param n how many changes before it there are, at most 252
     * @param largestOf of how many changes, itself among them and back to the first one at least as large in its
     *     direction, it is the largest; 1 for a change of zero
     */
    public record Move(
            String name,
            Kind kind,
            LocalDate observed,
            Figure level,
            Figure change,
            double deviations,
            int n,
            int largestOf)
            implements Serializable {

        public Move {
            Require.components(Move.class, name, kind, observed, level, change);
            Require.atLeast(n, 0, "n");
            Require.atLeast(largestOf, 1, "largestOf");
            Require.finite(deviations, "deviations");
        }

        /**
         * Whether it is a large move: two deviations or more either way.
         *
         * @return false where there is no score
         */
        public boolean isLarge() {
            return Math.abs(deviations) >= LARGE;
        }

        /** For example {@code Homebuilders +7.88 %, 4.9 deviations, largest rise of 1,230 days}. */
        @Override
        public String toString() {
            return name + " " + reading();
        }

        /**
         * The change and how unusual it is.
         *
         * @return for example {@code +7.88 %, 4.9 deviations, largest rise of 1,230 days}
         */
        public String reading() {
            String score = Double.isNaN(deviations) ? "" : Text.of(", %.1f deviations", Math.abs(deviations));
            String rank = isLarge() && largestOf >= MONTH
                    ? Text.of(", largest %s of %,d days", change.value() < 0 ? "fall" : "rise", largestOf)
                    : "";
            return change.signed() + score + rank;
        }

        /** The reading as it is told on a day: with the date of the observation where that is another one. */
        String readingOn(LocalDate day) {
            return reading() + (observed.equals(day) ? "" : ", of " + observed);
        }

        /** Whether a series of another kind tells the same; two that did not move may differ all the same. */
        private boolean tells(Move other) {
            return kind != other.kind
                    && Math.abs(deviations) > 0
                    && Double.compare(deviations, other.deviations) == 0
                    && observed.equals(other.observed)
                    && level.equals(other.level)
                    && change.equals(other.change);
        }

        private String state() {
            double size = Math.abs(deviations);
            String direction = change.value() > 0 ? "up" : change.value() < 0 ? "down" : "unchanged";
            return size >= EXTREME ? direction + ", extreme" : size >= LARGE ? direction + ", large" : direction;
        }
    }

    public MovesPart {
        Require.components(MovesPart.class, moves, inputs);
        moves = List.copyOf(moves);
        inputs = Evidence.copyOf(inputs);
    }

    static Optional<MovesPart> read(DayInputs at) {
        Collector moves = new Collector(at);
        Optional<String> index =
                at.all(AssetClass.class).stream().map(AssetClass::asset).findFirst();
        at.all(MarketInput.Asset.class)
                .forEach(each -> moves.add(
                        each.name(),
                        each.closes(),
                        index.filter(each.name()::equals).isPresent() ? Kind.INDEX : Kind.ASSET,
                        Change.RELATIVE));
        at.all(MarketInput.Sector.class)
                .forEach(each -> moves.add(each.name(), each.closes(), Kind.SECTOR, Change.RELATIVE));
        at.all(RatesInput.Yield.class)
                .forEach(each -> moves.add(each.name() + YIELD, each.levels(), Kind.YIELD, Change.DIFFERENCE));
        at.all(RatesInput.Overnight.class)
                .forEach(each -> moves.add(each.rates().name(), each.rates(), Kind.OVERNIGHT, Change.DIFFERENCE));
        at.all(MarketInput.Credit.class)
                .forEach(each -> moves.add(each.instrument().name(), each.levels(), Kind.SPREAD, Change.DIFFERENCE));
        at.all(MarketInput.Level.class)
                .forEach(each -> moves.add(each.levels().name(), each.levels(), each.kind(), each.change()));
        return moves.ranked().isEmpty() ? Optional.empty() : Optional.of(new MovesPart(moves.ranked(), at.evidence()));
    }

    /** The moves by name, those of one series told once. */
    private static final class Collector {

        private final DayInputs at;
        private final Map<String, Move> moves = new LinkedHashMap<>();
        private final List<TimeSeries> told = new ArrayList<>();

        private Collector(DayInputs at) {
            this.at = at;
        }

        private void add(String name, PublishedSeries series, Kind kind, Change change) {
            if (isNew(series) && !moves.containsKey(name) && isFirst(series.series())) {
                move(LevelsPart.counted(at, series, change), name, kind, change)
                        .filter(move -> moves.values().stream().noneMatch(move::tells))
                        .ifPresent(move -> moves.put(name, move));
            }
        }

        /** Whether the last observation became known on the last session, or since. */
        private boolean isNew(PublishedSeries series) {
            return series.lastKnownOn()
                    .filter(known -> !known.isBefore(at.session()))
                    .isPresent();
        }

        /** Values differ sooner than dates, which many series share. */
        private boolean isFirst(TimeSeries series) {
            return told.stream().noneMatch(other -> other.values().equals(series.values()) && other.equals(series))
                    && told.add(series);
        }

        private List<Move> ranked() {
            return moves.values().stream()
                    .sorted(Comparator.comparingDouble(
                            move -> Double.isNaN(move.deviations()) ? 1 : -Math.abs(move.deviations())))
                    .toList();
        }
    }

    private static Optional<Move> move(TimeSeries seen, String name, Kind kind, Change how) {
        int last = seen.size() - 1;
        int[] days = seen.dates().toEpochDays();
        IntToDoubleFunction changes = i ->
                days[i] - days[i - 1] > LONGEST_PAUSE_DAYS ? Double.NaN : change(seen.value(i - 1), seen.value(i), how);
        double change = last < 1 ? Double.NaN : changes.applyAsDouble(last);
        double[] before = IntStream.iterate(last - 1, i -> i > 0, i -> i - 1)
                .mapToDouble(changes)
                .filter(past -> !Double.isNaN(past))
                .limit(WINDOW)
                .toArray();
        double squares = Arrays.stream(before).map(past -> past * past).sum();
        boolean scored = before.length >= LEAST && squares > 0;
        return Double.isNaN(change)
                ? Optional.empty()
                : Optional.of(new Move(
                        name,
                        kind,
                        seen.date(last),
                        new Figure(seen.value(last), level(seen.unit())),
                        figure(change, seen.unit(), how),
                        scored ? change / Math.sqrt(squares / before.length) : Double.NaN,
                        before.length,
                        largestOf(changes, last)));
    }

    /** A spread is quoted in basis points, whatever its file is in. */
    private static Unit level(Unit unit) {
        return unit.equals(Unit.PERCENTAGE_POINTS) ? Unit.BASIS_POINTS : unit;
    }

    private static Figure figure(double change, Unit level, Change how) {
        if (how != Change.DIFFERENCE) {
            return Figure.percent(change);
        }
        return level.exponent() < 0 ? Figure.basisPoints(Rate.ofDecimal(change)) : new Figure(change, level);
    }

    /** NaN for the relative change of what is not above zero. */
    private static double change(double before, double after, Change how) {
        return how == Change.DIFFERENCE || (before > 0 && after > 0) ? how.between(before, after) : Double.NaN;
    }

    private static int largestOf(IntToDoubleFunction changes, int last) {
        double change = changes.applyAsDouble(last);
        int i = last - 1;
        while (i > 0 && Math.abs(change) > 0 && !(changes.applyAsDouble(i) * Math.signum(change) >= Math.abs(change))) {
            i--;
        }
        return last - i;
    }

    /**
     * The move of one series.
     *
     * @param name the name of the series
     * @return its move, empty if nothing new of it became known on the day
     */
    public Optional<Move> of(String name) {
        return moves.stream().filter(move -> move.name().equals(name)).findFirst();
    }

    @Override
    public Topic topic() {
        return Topic.MOVES;
    }

    @Override
    public List<MacroStatement> statements() {
        return moves.stream().map(this::statement).toList();
    }

    private MacroStatement statement(Move move) {
        return new MacroStatement(
                Topic.MOVES,
                move.name(),
                move.state(),
                move.reading() + ", now " + move.level(),
                move.change(),
                "simple return of closes, difference of rates, from the observation before; deviations: over the root"
                        + " mean square of the changes before it, large from two, extreme from four",
                Sample.of(move.n(), "changes"),
                move.observed(),
                evidence(Stream.of(move.name(), move.name().replaceFirst(YIELD + "$", ""))
                        .distinct()
                        .toList()));
    }
}
