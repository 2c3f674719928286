package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadMomentum;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurvePair;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Seen;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.MacroQuestion.AssetClass;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.macro.NetLiquidity;
import io.github.macroregime.regime.macro.QuadrantReading;
import io.github.macroregime.regime.report.EquitiesPart.AboveMean;
import io.github.macroregime.regime.report.EquitiesPart.GroupDay;
import io.github.macroregime.regime.report.MacroChange.Turn;
import io.github.macroregime.regime.strength.StrengthHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which states turned in the last month, how long the ones before had held, and what followed such turns before; from the
 * past of each state as it was seen on its days.
 */
final class Turns {

    private static final int REACH_DAYS = 31;
    private static final int LONGEST_LAG_DAYS = 7;
    private static final String DAYS = "day";

    private final DayInputs at;
    private final LocalDate reach;
    private final Map<String, PublishedSeries> assets = new HashMap<>();
    private final List<Turn> found = new ArrayList<>();

    private Turns(DayInputs at) {
        this.at = at;
        this.reach = at.date().minusDays(REACH_DAYS);
        at.all(MarketInput.Sector.class).forEach(each -> assets.put(each.name(), each.closes()));
        at.all(MarketInput.Asset.class).forEach(each -> assets.put(each.name(), each.closes()));
    }

    /** The last turn of each state that the parts name: the longest-held first, those of the strength board last. */
    static List<Turn> of(DayInputs at, Collection<MacroPart> parts) {
        Turns turns = new Turns(at);
        parts.forEach(turns::read);
        return turns.found.stream()
                .sorted(Comparator.comparing((Turn turn) -> turn.topic() == Topic.STRENGTH)
                        .thenComparing(turn -> -turn.heldDays()))
                .toList();
    }

    private void read(MacroPart part) {
        if (part instanceof EquitiesPart equities) {
            equities.groups().forEach(group -> group.above().forEach(each -> above(group, each)));
        } else if (part instanceof LevelsPart levels) {
            levels(levels);
        } else if (part instanceof CreditPart credit) {
            credit(credit);
        } else if (part instanceof PolicyPart policy) {
            policy.frontEnd().forEach(this::frontEnd);
        } else if (part instanceof GrowthPart growth) {
            growth.data().forEach(this::growth);
        } else if (part instanceof LiquidityPart liquidity) {
            liquidity.net().forEach(this::liquidity);
        } else if (part instanceof CurvePart curve) {
            curve(curve);
        } else if (part instanceof StatesPart states) {
            states.states().forEach(this::states);
        } else if (part instanceof StrengthPart strength) {
            strength.board().rows().forEach(row -> strength(row.asset()));
        }
    }

    /** A state on each of some dates, an empty text where it is not known, and the day on which each became known. */
    private record States(
            Topic topic, String subject, String counted, DateIndex dates, Seen seen, UnaryOperator<LocalDate> known) {

        String state(int i) {
            return seen.at(i);
        }

        LocalDate known(int i) {
            return known.apply(dates.get(i));
        }

        /** The last date before one on which the state is known, -1 for none. */
        int before(int i) {
            int before = i - 1;
            while (before >= 0 && state(before).isEmpty()) {
                before--;
            }
            return before;
        }
    }

    /** The states on the dates of a past, kept for the other days; the runs when a state of it is first found to have turned. */
    private Seen seen(Object state, List<TimeSeries> past, Function<List<TimeSeries>, IntFunction<String>> states) {
        return at.histories()
                .of(
                        List.of(Turns.class, state),
                        past,
                        longer -> new Seen(longer.get(0).size(), states.apply(longer)));
    }

    /** Two series on the dates that both have. */
    private record Pair(TimeSeries first, TimeSeries second) {

        static Pair of(PublishedSeries one, PublishedSeries other) {
            TimeSeries first = one.series().dropMissing();
            TimeSeries second = other.series().dropMissing();
            DateIndex common = first.dates().intersect(second.dates());
            return new Pair(first.on(common), second.on(common));
        }

        List<TimeSeries> past() {
            return List.of(first, second);
        }

        /** What is made of the changes of two series over some days, empty for the first of them. */
        static IntFunction<String> changes(List<TimeSeries> past, int days, BiFunction<Rate, Rate, String> state) {
            return i -> i < days ? "" : state.apply(change(past.get(0), i, days), change(past.get(1), i, days));
        }

        private static Rate change(TimeSeries series, int i, int days) {
            return Rate.ofDecimal(series.value(i) - series.value(i - days));
        }
    }

    private static UnaryOperator<LocalDate> known(PublishedSeries... series) {
        return date -> Arrays.stream(series)
                .map(PublishedSeries::lag)
                .map((PublicationLag lag) -> lag.knownOn(date).orElse(date))
                .max(Comparator.naturalOrder())
                .orElse(date);
    }

    private void above(GroupDay group, AboveMean mean) {
        List<String> names = group.day().stream().map(Leader::name).sorted().toList();
        List<TimeSeries> members = names.stream()
                .flatMap(name -> Optional.ofNullable(assets.get(name)).stream())
                .map(closes -> closes.series().dropMissing())
                .toList();
        String subject = group.name() + ", above the " + mean.window() + "-day mean";
        Optional<TimeSeries> most = members.stream().max(Comparator.comparing(TimeSeries::size));
        most.ifPresent(longest -> add(
                Topic.EQUITIES,
                subject,
                DAYS,
                longest.dates(),
                seen(
                        List.of(subject, names),
                        Stream.concat(Stream.of(longest), members.stream()).toList(),
                        past -> i -> EquityGroups.above(
                                        past.subList(1, past.size()),
                                        past.get(0).date(i),
                                        mean.window())
                                .map(AboveMean::state)
                                .orElse("")),
                UnaryOperator.identity()));
    }

    private void levels(LevelsPart part) {
        List<String> told =
                part.levels().stream().map(LevelsPart.Standing::name).toList();
        for (MarketInput.Level each : at.all(MarketInput.Level.class)) {
            TimeSeries all = each.levels().series().dropMissing();
            TimeSeries known = each.change() == Change.DIFFERENCE ? LevelsPart.weekdays(all) : all;
            if (told.contains(each.levels().name()) && LevelsPart.isTurned(known)) {
                add(
                        Topic.LEVELS,
                        each.levels().name(),
                        DAYS,
                        known.dates(),
                        seen(List.of(Topic.LEVELS, each.levels().name()), List.of(known), past -> {
                            TimeSeries ranks = at.histories()
                                    .of(
                                            List.of(
                                                    Topic.LEVELS,
                                                    "ranks",
                                                    each.levels().name()),
                                            past.get(0),
                                            LevelsPart::ranks);
                            return i -> LevelsPart.rankState(ranks.value(i));
                        }),
                        known(each.levels()));
            }
        }
        for (RatesInput.Funding each : at.all(RatesInput.Funding.class)) {
            String subject = RatesInput.Funding.nameOf(each.rate().name());
            if (part.funding().stream()
                    .anyMatch(funding -> funding.overUpper().name().equals(subject))) {
                funding(each, subject);
            }
        }
    }

    private void funding(RatesInput.Funding input, String subject) {
        TimeSeries rates = input.rate().series().dropMissing();
        TimeSeries overUpper = LevelsPart.over(rates, input.upper().series().dropMissing());
        TimeSeries overLower =
                LevelsPart.over(rates, input.lower().series().dropMissing()).on(overUpper.dates());
        add(
                Topic.LEVELS,
                subject,
                DAYS,
                overUpper.dates(),
                seen(
                        List.of(Topic.LEVELS, subject),
                        List.of(overUpper, overLower),
                        past -> i -> LevelsPart.rangeState(
                                past.get(0).value(i), past.get(1).value(i))),
                known(input.rate()));
    }

    private void credit(CreditPart part) {
        Map<String, PublishedSeries> spreads = new HashMap<>();
        at.all(MarketInput.Credit.class)
                .forEach(each -> spreads.put(each.instrument().name(), each.levels()));
        for (SpreadCard card : part.cards()) {
            Optional.ofNullable(spreads.get(card.history().instrument().name()))
                    .ifPresent(levels -> widening(card, levels));
        }
        Optional<PublishedSeries> yield = at.yieldOf(CreditPart.YIELD).map(RatesInput.Yield::levels);
        for (CreditRates.Reading link : part.links()) {
            yield.ifPresent(ends ->
                    Optional.ofNullable(spreads.get(link.spread())).ifPresent(levels -> link(link, levels, ends)));
        }
    }

    private void widening(SpreadCard card, PublishedSeries levels) {
        TimeSeries observed = new SpreadMomentum(levels.series()).observed();
        int month = card.momentum().spacing().month();
        int year = card.momentum().spacing().year();
        String subject = CreditPart.changeSubject(card);
        add(
                Topic.CREDIT,
                subject,
                card.momentum().spacing().toString().replaceFirst("s$", ""),
                observed.dates(),
                seen(
                        List.of(subject, month, year),
                        List.of(observed),
                        past -> i -> i + 1 < month + year ? "" : widening(past.get(0), i, month, year)),
                known(levels));
    }

    private static String widening(TimeSeries spread, int i, int month, int year) {
        return CreditPart.changeState(Moments.zScore(IntStream.rangeClosed(i + 1 - year, i)
                .mapToDouble(t -> spread.value(t) - spread.value(t - month))
                .toArray()));
    }

    private void link(CreditRates.Reading link, PublishedSeries spread, PublishedSeries yield) {
        Pair pair = Pair.of(spread, yield);
        int days = link.days();
        Rate tolerance = at.options().curve().tolerance();
        add(
                Topic.CREDIT,
                CreditPart.subject(link),
                DAYS,
                pair.first().dates(),
                seen(
                        List.of(CreditPart.subject(link), days, tolerance),
                        pair.past(),
                        past -> Pair.changes(
                                past,
                                days,
                                (one, other) -> CreditRates.classify(one, other, tolerance)
                                        .toString()
                                        .replaceFirst(":.*", ""))),
                known(spread, yield));
    }

    private void frontEnd(PolicyPart.FrontEnd front) {
        Optional<PublishedSeries> overnight = at.all(RatesInput.Overnight.class).stream()
                .map(RatesInput.Overnight::rates)
                .filter(rates -> rates.name().equals(front.overnight()))
                .findFirst();
        at.yieldOf(front.yield())
                .map(RatesInput.Yield::levels)
                .ifPresent(yield -> overnight.ifPresent(rates -> {
                    Pair pair = Pair.of(yield, rates);
                    add(
                            Topic.POLICY,
                            front.subject(),
                            DAYS,
                            pair.first().dates(),
                            seen(
                                    List.of(Topic.POLICY, front.subject()),
                                    pair.past(),
                                    past -> i -> PolicyPart.frontState(
                                            past.get(0).value(i) - past.get(1).value(i))),
                            known(yield, rates));
                }));
    }

    private void growth(GrowthPart.SourcedQuadrant data) {
        at.all(QuadrantSource.class).stream()
                .filter(source -> source.name().equals(data.source()))
                .findFirst()
                .ifPresent(source -> {
                    List<QuadrantReading> readings = GrowthPart.history(at, source).readings().stream()
                            .filter(each -> !each.released().isAfter(at.date()))
                            .toList();
                    releases(
                            "Quadrant by data, ",
                            data,
                            readings,
                            each -> each.label().toString());
                    releases("Growth, ", data, readings, each -> GrowthPart.rising(each.growthChange()));
                    releases("Inflation, ", data, readings, each -> GrowthPart.rising(each.inflationChange()));
                });
    }

    private void releases(
            String what,
            GrowthPart.SourcedQuadrant data,
            List<QuadrantReading> readings,
            Function<QuadrantReading, String> state) {
        Map<LocalDate, QuadrantReading> byDay = new TreeMap<>();
        readings.forEach(each -> byDay.put(each.released(), each));
        DateIndex days = DateIndex.copyOf(byDay.keySet());
        add(
                Topic.GROWTH_INFLATION,
                what + data.source(),
                "release",
                days,
                new Seen(
                        days.size(),
                        i -> Optional.ofNullable(byDay.get(days.get(i)))
                                .map(state)
                                .orElse("")),
                UnaryOperator.identity());
    }

    private void liquidity(NetLiquidity.Reading reading) {
        at.all(MoneyParts.class).stream().findFirst().ifPresent(money -> {
            TimeSeries level = LiquidityPart.level(at, money).dropMissing();
            int weeks = reading.weeks();
            add(
                    Topic.LIQUIDITY,
                    LiquidityPart.changeSubject(reading),
                    "week",
                    level.dates(),
                    seen(
                            List.of(LiquidityPart.changeSubject(reading), weeks),
                            List.of(level),
                            past -> i -> i < weeks
                                    ? ""
                                    : LiquidityPart.changeState(
                                            past.get(0).value(i) - past.get(0).value(i - weeks))),
                    UnaryOperator.identity());
        });
    }

    private void curve(CurvePart part) {
        int days = at.options().curve().days();
        Rate tolerance = at.options().curve().tolerance();
        for (CurvePair each : CurvePair.usual()) {
            Optional<PublishedSeries> shorts = at.yieldOf(each.shortYield()).map(RatesInput.Yield::levels);
            Optional<PublishedSeries> longs = at.yieldOf(each.longYield()).map(RatesInput.Yield::levels);
            if (part.window().readings().stream()
                            .anyMatch(reading -> reading.pair().equals(each.name()))
                    && shorts.isPresent()
                    && longs.isPresent()) {
                Pair pair = Pair.of(shorts.get(), longs.get());
                String subject = each.name() + ", " + days + " days";
                add(
                        Topic.CURVE,
                        subject,
                        DAYS,
                        pair.first().dates(),
                        seen(
                                List.of(subject, tolerance),
                                pair.past(),
                                past -> Pair.changes(
                                        past,
                                        days,
                                        (one, other) -> CurveMoves.classify(one, other, tolerance)
                                                .regime()
                                                .toString())),
                        known(shorts.get(), longs.get()));
            }
        }
    }

    private void states(StatesPart.AssetStates states) {
        add(
                new States(
                        Topic.STATES,
                        states.asset() + ", state",
                        DAYS,
                        states.dates(),
                        new Seen(states.dates().size(), i -> {
                            OptionalInt state = states.at(i);
                            return state.isEmpty() ? "" : states.words(state.getAsInt());
                        }),
                        UnaryOperator.identity()),
                Optional.of(states.asset()));
    }

    private void strength(String asset) {
        Optional.ofNullable(assets.get(asset)).ifPresent(closes -> {
            TimeSeries known = closes.series().dropMissing();
            add(
                    new States(
                            Topic.STRENGTH,
                            asset,
                            DAYS,
                            known.dates(),
                            seen(List.of("tail", asset, at.options().strength().model()), List.of(known), past -> {
                                StrengthHistory history = StrengthPart.history(at, asset, past.get(0));
                                return i ->
                                        history.tailAt(i).map(Object::toString).orElse("");
                            }),
                            UnaryOperator.identity()),
                    Optional.of(asset));
        });
    }

    /** A turn followed by what the index of the first asset class did. */
    private void add(
            Topic topic, String subject, String counted, DateIndex dates, Seen state, UnaryOperator<LocalDate> known) {
        add(
                new States(topic, subject, counted, dates, state, known),
                at.all(AssetClass.class).stream().map(AssetClass::asset).findFirst());
    }

    private void add(States states, Optional<String> asset) {
        int first = states.before(states.dates().size());
        if (first < 0) {
            return;
        }
        String to = states.state(first);
        int before = states.before(first);
        while (before >= 0 && states.state(before).equals(to)) {
            first = before;
            before = states.dates().get(first).isBefore(reach.minusDays(LONGEST_LAG_DAYS)) ? -1 : states.before(first);
        }
        if (before >= 0 && !states.known(first).isBefore(reach)) {
            found.add(turn(states, first, before, asset));
        }
    }

    private Turn turn(States states, int first, int last, Optional<String> asset) {
        String from = states.state(last);
        Seen.Runs runs = states.seen().runs();
        int run = runs.of(last);
        int since = runs.first(run);
        int held = runs.length(run);
        List<LocalDate> such = runs.turns(from, states.state(first))
                .takeWhile(i -> i < since)
                .mapToObj(states::known)
                .toList();
        return new Turn(
                states.topic(),
                states.subject(),
                from,
                states.state(first),
                states.known(since),
                states.known(first),
                held,
                states.counted(),
                such.size(),
                asset.flatMap(name -> outcome(name, such)).stream().toList());
    }

    private Optional<Turn.Outcome> outcome(String asset, List<LocalDate> days) {
        Optional<TimeSeries> known = Optional.ofNullable(assets.get(asset))
                .map(closes -> closes.series().dropMissing());
        return known.filter(closes -> !closes.isEmpty()).map(closes -> {
            int horizon = at.options().windows().horizon();
            double[] matured = days.stream()
                    .filter(day -> !closes.dates().first().isAfter(day))
                    .mapToInt(closes.dates()::insertion)
                    .filter(t -> t + horizon < closes.size())
                    .mapToDouble(t -> closes.value(t + horizon) / closes.value(t) - 1)
                    .sorted()
                    .toArray();
            return new Turn.Outcome(
                    asset,
                    horizon,
                    matured.length,
                    Figure.percent(matured.length == 0 ? Double.NaN : Quantiles.median(matured)),
                    Figure.percent(closes.size() <= horizon ? Double.NaN : usual(asset, closes, horizon)));
        });
    }

    /** The median outcome of all closes. */
    private double usual(String asset, TimeSeries closes, int horizon) {
        return at.histories()
                .of(
                        List.of(Turns.class, "usual", asset, horizon),
                        closes,
                        longer -> Expanding.from(1)
                                .median()
                                .over(IntStream.range(0, longer.size() - horizon)
                                        .mapToDouble(t -> longer.value(t + horizon) / longer.value(t) - 1)
                                        .toArray()))[closes.size() - horizon - 1];
    }
}
