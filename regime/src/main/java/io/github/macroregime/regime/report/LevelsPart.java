package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.stats.Percentile;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Levels: yields, break-even inflation, policy and overnight rates, the dollar, commodities, volatility, each with its
 * changes and its place in five years; and funding against the target range and interest on reserves.
 *
 * @param levels one for each level
 * @param funding each secured rate against the target range
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record LevelsPart(List<Standing> levels, List<Funding> funding, Map<String, Evidence> inputs)
        implements MacroPart {

    /** The first day of SOFR; before it no folder can hold a secured rate that was published daily. */
    private static final LocalDate FIRST_SOFR = LocalDate.of(2018, 4, 3);

    /** The day from which interest is paid on all reserve balances at one rate. */
    private static final LocalDate ONE_RATE = LocalDate.of(2021, 7, 29);

    static final int YEARS = 5;
    private static final int LEAST = 60;
    private static final int STALE_DAYS = 10;
    private static final int AFTER_MONDAY = 3; // the first day of the epoch was a Thursday
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WORKING_DAYS = 5;

    /**
     * A change and since when it is counted.
     *
     * @param from the date of the earlier observation
     * @param by the change: basis points for rates, percent for prices, points for what has no unit; NaN where there is
     *     no earlier observation near enough
     */
    public record Move(LocalDate from, Figure by) implements Serializable {

        public Move {
            Require.components(Move.class, from, by);
        }
    }

    /**
     * A level and where it stands.
     *
     * @param name the name of the level
     * @param observed the date it is of
     * @param level the level
     * @param day the change from the observation before
     * @param month the change from the last observation on or before the same day of the month before
     * @param rank its place among the observations of five years up to it, itself included
     * @param from the first date of those observations
     */
    public record Standing(
            String name, LocalDate observed, Figure level, Move day, Move month, Percentile rank, LocalDate from)
            implements Serializable {

        public Standing {
            Require.components(Standing.class, name, observed, level, day, month, rank, from);
        }

        String state() {
            return rank.count() < LEAST ? "too short to rank" : rankState(rank.fraction());
        }

        String moves() {
            String placed = rank.count() < LEAST ? "" : "; " + place() + " the days from " + from + " on";
            return told(day) + told(month) + placed;
        }

        private String place() {
            boolean isHighest = rank.below() + rank.equal() == rank.count();
            boolean isLowest = rank.below() == 0;
            return isHighest && isLowest
                    ? "the same on all of"
                    : isHighest ? "the highest of" : isLowest ? "the lowest of" : above(100 * rank.fraction());
        }

        /** To a decimal where a whole number would say all or none. */
        private static String above(double percent) {
            return Text.of(percent >= 99.5 || percent < 0.5 ? "above %.1f %% of" : "above %.0f %% of", percent);
        }

        private static String told(Move move) {
            return Double.isNaN(move.by().value()) ? "" : ", " + move.by().signed() + " from " + move.from();
        }
    }

    /**
     * A secured rate against the target range and interest on reserve balances.
     *
     * @param name the name of the rate
     * @param rate the rate
     * @param lower the lower limit of the range on that day
     * @param upper the upper limit of the range on that day
     * @param overUpper the rate less the upper limit
     * @param overReserves the rate less interest on reserve balances, or nothing before 29 July 2021
     */
    public record Funding(
            String name, Rate rate, Rate lower, Rate upper, Standing overUpper, List<Standing> overReserves)
            implements Serializable {

        public Funding {
            Require.components(Funding.class, name, rate, lower, upper, overUpper, overReserves);
            overReserves = List.copyOf(overReserves);
        }
    }

    public LevelsPart {
        Require.components(LevelsPart.class, levels, funding, inputs);
        inputs = Evidence.copyOf(inputs);
        levels = List.copyOf(levels);
        funding = List.copyOf(funding);
    }

    static Optional<LevelsPart> read(DayInputs at) {
        List<Standing> levels = new ArrayList<>();
        for (MarketInput.Level each :
                at.allOrGap(MarketInput.Level.class, "levels of rates, prices and volatility", "no levels")) {
            String name = each.levels().name();
            if (each.levels().series().dropMissing().isEmpty()) {
                continue; // it had not begun
            }
            at.recent(each.levels(), "level of " + name, "it is not among the levels")
                    .ifPresent(known ->
                            levels.add(standing(name, counted(at, each.levels(), each.change()), each.change())));
        }
        List<Funding> funding = new ArrayList<>();
        for (RatesInput.Funding each : at.all(RatesInput.Funding.class)) {
            funding(at, each).ifPresent(funding::add);
        }
        if (at.all(RatesInput.Funding.class).isEmpty() && !at.date().isBefore(FIRST_SOFR)) {
            at.lacks("a secured overnight rate and the target range", "no funding");
        }
        return levels.isEmpty() && funding.isEmpty()
                ? Optional.empty()
                : Optional.of(new LevelsPart(levels, funding, at.evidence()));
    }

    private static Optional<Funding> funding(DayInputs at, RatesInput.Funding input) {
        String name = input.rate().name();
        String consequence = "funding is left out";
        Optional<TimeSeries> rates = at.recent(input.rate(), name, consequence);
        Optional<TimeSeries> lower = at.recent(input.lower(), input.lower().name(), consequence);
        Optional<TimeSeries> upper = at.recent(input.upper(), input.upper().name(), consequence);
        if (rates.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = rates.get().last().date();
        Optional<Observation> floor = lower.get().asOf(day, STALE_DAYS);
        Optional<TimeSeries> over = Optional.of(over(rates.get(), upper.get()))
                .filter(known -> known.on(day).isPresent());
        if (floor.isEmpty() || over.isEmpty()) {
            at.lacks("the target range on " + day, consequence);
            return Optional.empty();
        }
        double rate = rates.get().last().value();
        return Optional.of(new Funding(
                name,
                Rate.ofDecimal(rate),
                Rate.ofDecimal(floor.get().value()),
                Rate.ofDecimal(rate - over.get().last().value()),
                standing(RatesInput.Funding.nameOf(name), weekdays(over.get()), Change.DIFFERENCE),
                onReserves(at, input, rates.get())));
    }

    private static List<Standing> onReserves(DayInputs at, RatesInput.Funding input, TimeSeries rates) {
        LocalDate day = rates.last().date();
        if (day.isBefore(ONE_RATE)) {
            return List.of();
        }
        String name = input.rate().name();
        Optional<TimeSeries> over = input.onReserves().stream()
                .map(each -> over(rates, each.series().dropMissing()))
                .filter(known -> known.on(day).isPresent())
                .findFirst();
        if (over.isEmpty()) {
            at.lacks("interest on reserve balances on " + day, name + " is not held against it");
        }
        return over.stream()
                .map(series -> standing(name + " less interest on reserves", weekdays(series), Change.DIFFERENCE))
                .toList();
    }

    /** The difference on every day on which both are known. */
    static TimeSeries over(TimeSeries rates, TimeSeries against) {
        TimeSeries held = against.asOf(rates.dates(), STALE_DAYS);
        double[] over = IntStream.range(0, rates.size())
                .mapToDouble(i -> rates.value(i) - held.value(i))
                .toArray();
        return TimeSeries.of(rates.dates(), over, Unit.BASIS_POINTS).dropMissing();
    }

    /** Where a share of five years is called high or low; empty where there are too few days to say. */
    static String rankState(double share) {
        return Double.isNaN(share) ? "" : share >= 0.9 ? "high" : share <= 0.1 ? "low" : "in the middle";
    }

    /** Whether the newest level is called otherwise than the one before. */
    static boolean isTurned(TimeSeries known) {
        int last = known.size() - 1;
        return last >= LEAST
                && !rankState(rank(known, last).fraction())
                        .equals(rankState(rank(known, last - 1).fraction()));
    }

    private static Percentile rank(TimeSeries known, int i) {
        int first = known.dates().insertion(known.date(i).minusYears(YEARS));
        return PercentileRank.MID.of(known.values().slice(first, i + 1).toArray(), known.value(i));
    }

    /** The share of the five years up to each level that lies below it. */
    static TimeSeries ranks(TimeSeries known) {
        return CalendarWindow.years(YEARS)
                .withMinimumCount(LEAST)
                .percentileRank()
                .over(known);
    }

    private static Standing standing(String name, TimeSeries known, Change change) {
        Observation last = known.last();
        LocalDate monthBefore = last.date().minusMonths(1);
        TimeSeries window =
                known.between(last.date().minusYears(YEARS), last.date().plusDays(1));
        return new Standing(
                name,
                last.date(),
                new Figure(last.value(), known.unit()),
                move(known, last, last.date().minusDays(1), change),
                move(known, last, monthBefore, change),
                PercentileRank.MID.of(window.values().toArray(), last.value()),
                window.date(0));
    }

    /**
     * The observations that changes are counted by: rates of calendar days repeat Friday's over the weekend; what trades on
     * weekends is told as a relative change.
     */
    static TimeSeries counted(DayInputs at, PublishedSeries levels, Change change) {
        TimeSeries known = levels.series().dropMissing();
        return change != Change.DIFFERENCE || known.isEmpty()
                ? known
                : at.histories()
                        .of(List.of("weekdays", levels.name()), known, LevelsPart::weekdays)
                        .until(known.dates().last());
    }

    private static TimeSeries weekdays(TimeSeries series) {
        int[] kept = IntStream.of(series.dates().toEpochDays())
                .filter(day -> Math.floorMod(day + AFTER_MONDAY, DAYS_OF_A_WEEK) < WORKING_DAYS)
                .toArray();
        return kept.length == series.size() ? series : series.on(DateIndex.ofEpochDays(kept));
    }

    private static Move move(TimeSeries known, Observation last, LocalDate to, Change change) {
        Optional<Observation> before = known.asOf(to, STALE_DAYS);
        double by =
                before.map(each -> moved(each.value(), last.value(), change)).orElse(Double.NaN);
        return new Move(before.map(Observation::date).orElse(to), new Figure(by, unit(known.unit(), change)));
    }

    /** NaN for the relative change of what is not above zero. */
    private static double moved(double before, double after, Change change) {
        return change == Change.DIFFERENCE || (before > 0 && after > 0) ? change.between(before, after) : Double.NaN;
    }

    private static Unit unit(Unit level, Change change) {
        boolean isRate = level.equals(Unit.PERCENT) || level.equals(Unit.PERCENTAGE_POINTS);
        return change == Change.DIFFERENCE ? isRate ? Unit.BASIS_POINTS : level : Unit.PERCENT;
    }

    @Override
    public Topic topic() {
        return Topic.LEVELS;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (Funding each : funding) {
            statements.add(range(each));
            each.overReserves().forEach(standing -> statements.add(reserves(each, standing)));
        }
        levels.forEach(each -> statements.add(level(each)));
        return statements;
    }

    private MacroStatement level(Standing standing) {
        return said(standing, standing.state(), standing.level().toString(), "the level", standing.name());
    }

    private MacroStatement range(Funding each) {
        Standing over = each.overUpper();
        int above = each.rate().compareTo(each.upper());
        int overLower = each.rate().compareTo(each.lower());
        return said(
                over,
                rangeState(above, overLower),
                Text.of(
                        "%.2f %%, range %.2f to %.2f %%, %s against its upper limit",
                        each.rate().percent(),
                        each.lower().percent(),
                        each.upper().percent(),
                        over.level().signed()),
                "the rate less the upper limit of the target range of its own day",
                RatesInput.Funding.nameOf(each.name()));
    }

    static String rangeState(double overUpper, double overLower) {
        return overUpper > 0 ? "above the range" : overLower < 0 ? "below the range" : "inside the range";
    }

    private MacroStatement reserves(Funding each, Standing over) {
        double by = over.level().value();
        return said(
                over,
                by > 0
                        ? "above interest on reserves"
                        : by < 0 ? "below interest on reserves" : "at interest on reserves",
                over.level().signed(),
                "the rate less interest on reserve balances of its own day, from 29 July 2021 on",
                RatesInput.Funding.nameOf(each.name()));
    }

    private MacroStatement said(Standing standing, String state, String level, String what, String input) {
        return new MacroStatement(
                Topic.LEVELS,
                standing.name(),
                state,
                level + standing.moves(),
                standing.level(),
                what + "; change from the observation before and from the same day of the month before; share of the"
                        + " observations of up to five years below it, ties count half, high from 90 % and low to 10 %",
                Sample.of(standing.rank().count(), "days"),
                standing.observed(),
                evidence(input));
    }
}
