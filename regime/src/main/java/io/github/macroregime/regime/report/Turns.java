package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Spacing;
import io.github.macroregime.credit.SpreadCard;
import io.github.macroregime.credit.SpreadMomentum;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.regime.curve.CreditRates;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurvePair;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.LazyStates;
import io.github.macroregime.regime.day.Pair;
import io.github.macroregime.regime.day.TurnSearch;
import io.github.macroregime.regime.day.TurnSearch.States;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which states turned in the last month, how long the ones before had held, and what followed such turns before; from the
 * past of each state as it was seen on its days.
 */
final class Turns {

    private static final String DAYS = "day";
    private final DayInputs at;
    private final TurnSearch search;
    private final List<Turn> found = new ArrayList<>();

    private Turns(DayInputs at) {
        this.at = at;
        this.search = new TurnSearch(at);
    }

    /** The last turn of each state that a part names. */
    static List<Turn> of(DayInputs at, MacroPart part) {
        Turns turns = new Turns(at);
        turns.read(part);
        return turns.found;
    }

    /** The turns of all parts: the longest-held first, those of the strength board last, equal ones by topic. */
    static List<Turn> ranked(Stream<Turn> turns) {
        return turns.sorted(Comparator.comparing((Turn turn) -> turn.topic() == Topic.STRENGTH)
                        .thenComparing(turn -> -turn.heldDays())
                        .thenComparing(Turn::topic))
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

    private void above(GroupDay group, AboveMean mean) {
        List<String> names = group.day().stream().map(Leader::name).sorted().toList();
        List<TimeSeries> members = names.stream()
                .flatMap(name -> search.closes(name).stream())
                .map(closes -> closes.series().dropMissing())
                .toList();
        String subject = group.name() + ", above the " + mean.window() + "-day mean";
        Optional<TimeSeries> most = members.stream().max(Comparator.comparing(TimeSeries::size));
        most.ifPresent(longest -> add(
                Topic.EQUITIES,
                subject,
                longest.dates(),
                search.seen(
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
            String name = each.levels().name();
            TimeSeries known = LevelsPart.counted(at, each.levels(), each.change());
            if (told.contains(name) && LevelsPart.isTurned(known)) {
                add(
                        Topic.LEVELS,
                        name,
                        known.dates(),
                        search.seen(List.of(Topic.LEVELS, name), List.of(known), past -> {
                            TimeSeries ranks = LevelsPart.ranks(past.get(0));
                            return i -> LevelsPart.rankState(ranks.value(i));
                        }),
                        TurnSearch.known(each.levels()));
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
                overUpper.dates(),
                search.seen(
                        List.of(Topic.LEVELS, subject),
                        List.of(overUpper, overLower),
                        past -> i -> LevelsPart.rangeState(
                                past.get(0).value(i), past.get(1).value(i))),
                TurnSearch.known(input.rate()));
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
        Spacing spacing = Spacing.of(observed.dates());
        String subject = CreditPart.changeSubject(card, spacing);
        add(
                Topic.CREDIT,
                subject,
                spacing.toString().replaceFirst("s$", ""),
                observed.dates(),
                search.seen(
                        List.of(subject, spacing),
                        List.of(observed),
                        past -> i -> CreditPart.changeState(past.get(0), i, spacing)),
                TurnSearch.known(levels));
    }

    private void link(CreditRates.Reading link, PublishedSeries spread, PublishedSeries yield) {
        Pair pair = Pair.of(at, spread, yield);
        int days = link.days();
        Rate tolerance = at.options().curve().tolerance();
        add(
                Topic.CREDIT,
                CreditPart.subject(link),
                pair.first().dates(),
                search.seen(
                        List.of(CreditPart.subject(link), days, tolerance),
                        pair.past(),
                        past -> Pair.changes(
                                past,
                                days,
                                (one, other) -> CreditRates.classify(one, other, tolerance)
                                        .toString()
                                        .replaceFirst(":.*", ""))),
                TurnSearch.known(spread, yield));
    }

    private void frontEnd(PolicyPart.FrontEnd front) {
        Optional<PublishedSeries> overnight = at.all(RatesInput.Overnight.class).stream()
                .map(RatesInput.Overnight::rates)
                .filter(rates -> rates.name().equals(front.overnight()))
                .findFirst();
        at.yieldOf(front.yield())
                .map(RatesInput.Yield::levels)
                .ifPresent(yield -> overnight.ifPresent(rates -> {
                    Pair pair = Pair.of(at, yield, rates);
                    add(
                            Topic.POLICY,
                            front.subject(),
                            pair.first().dates(),
                            search.seen(
                                    List.of(Topic.POLICY, front.subject()),
                                    pair.past(),
                                    past -> i -> PolicyPart.frontState(
                                            past.get(0).value(i) - past.get(1).value(i))),
                            TurnSearch.known(yield, rates));
                }));
    }

    private void growth(GrowthPart.SourcedQuadrant data) {
        at.all(QuadrantSource.class).stream()
                .filter(source -> source.name().equals(data.source()))
                .findFirst()
                .ifPresent(source -> {
                    NavigableMap<LocalDate, QuadrantReading> readings = new TreeMap<>();
                    GrowthPart.history(at, source).readings().stream()
                            .filter(each -> !each.released().isAfter(at.date()))
                            .forEach(each -> readings.put(each.released(), each));
                    String by = data.source();
                    releases(
                            "Quadrant by data, " + by,
                            readings,
                            each -> each.label().toString());
                    releases("Growth, " + by, readings, each -> GrowthPart.rising(each.growthChange()));
                    releases("Inflation, " + by, readings, each -> GrowthPart.rising(each.inflationChange()));
                });
    }

    private void releases(
            String subject,
            NavigableMap<LocalDate, QuadrantReading> readings,
            Function<QuadrantReading, String> state) {
        List<String> states = readings.values().stream().map(state).toList();
        add(
                Topic.GROWTH_INFLATION,
                subject,
                "release",
                DateIndex.copyOf(readings.keySet()),
                new LazyStates(states.size(), states::get),
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
                    search.seen(List.of(LiquidityPart.changeSubject(reading), weeks), List.of(level), past -> {
                        TimeSeries changes = NetLiquidity.changes(past.get(0), weeks);
                        return i -> changes.values().isMissing(i) ? "" : LiquidityPart.changeState(changes.value(i));
                    }),
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
                Pair pair = Pair.of(at, shorts.get(), longs.get());
                String subject = each.name() + ", " + days + " days";
                add(
                        Topic.CURVE,
                        subject,
                        pair.first().dates(),
                        search.seen(
                                List.of(subject, tolerance),
                                pair.past(),
                                past -> Pair.changes(
                                        past,
                                        days,
                                        (one, other) -> CurveMoves.classify(one, other, tolerance)
                                                .regime()
                                                .toString())),
                        TurnSearch.known(shorts.get(), longs.get()));
            }
        }
    }

    private void states(StatesPart.AssetStates states) {
        add(
                Topic.STATES,
                states.asset() + ", state",
                new States(
                        DAYS,
                        states.dates(),
                        new LazyStates(
                                states.dates().size(),
                                i -> states.at(i).stream()
                                        .mapToObj(states::words)
                                        .findFirst()
                                        .orElse("")),
                        UnaryOperator.identity()),
                Optional.of(states.asset()));
    }

    private void strength(String asset) {
        search.closes(asset).ifPresent(closes -> {
            TimeSeries known = closes.series().dropMissing();
            add(
                    Topic.STRENGTH,
                    asset,
                    new States(
                            DAYS,
                            known.dates(),
                            search.seen(
                                    List.of(
                                            "tail",
                                            asset,
                                            at.options().strength().model()),
                                    List.of(known),
                                    past -> {
                                        StrengthHistory history = StrengthPart.history(at, asset, past.get(0));
                                        return i -> history.tailAt(i)
                                                .map(Object::toString)
                                                .orElse("");
                                    }),
                            UnaryOperator.identity()),
                    Optional.of(asset));
        });
    }

    private void add(Topic topic, String subject, DateIndex dates, LazyStates state, UnaryOperator<LocalDate> known) {
        add(topic, subject, DAYS, dates, state, known);
    }

    /** A turn followed by what the index of the first asset class did. */
    private void add(
            Topic topic,
            String subject,
            String counted,
            DateIndex dates,
            LazyStates state,
            UnaryOperator<LocalDate> known) {
        add(
                topic,
                subject,
                new States(counted, dates, state, known),
                at.all(AssetClass.class).stream().map(AssetClass::asset).findFirst());
    }

    private void add(Topic topic, String subject, States states, Optional<String> asset) {
        search.turn(states, asset)
                .ifPresent(turn -> found.add(new Turn(
                        topic,
                        subject,
                        turn.from(),
                        turn.to(),
                        turn.since(),
                        turn.date(),
                        turn.held(),
                        states.counted(),
                        turn.earlier(),
                        turn.outcome().stream()
                                .map(after -> new Turn.Outcome(
                                        after.asset(),
                                        after.horizon(),
                                        after.n(),
                                        Figure.percent(after.median()),
                                        Figure.percent(after.usual())))
                                .toList())));
    }
}
