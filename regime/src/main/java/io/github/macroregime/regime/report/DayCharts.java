package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.curve.CurveHistory;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurvePair;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.EconomyInput.PublishedIndex;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.report.EquitiesPart.GroupDay;
import io.github.macroregime.regime.report.EquitiesPart.IndexMove;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.GrowthPart.SourcedQuadrant;
import io.github.macroregime.regime.report.LevelsPart.Standing;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Charts;
import io.github.macroregime.regime.section.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The charts of closes that several parts share: each stands in the section whose question it answers. */
final class DayCharts {

    private static final Unit FIRST_CLOSE_100 = new Unit("first close = 100", 0);
    private static final int YEAR = 250;
    private static final int HALF_YEAR = 125;
    private static final int MONTH = 20;
    private static final int MOST_PANELS = 9;
    private static final int MOST_LINES = 4;

    private final MacroReport report;
    private final List<MacroReport> earlier;
    private final Map<String, PublishedSeries> closes = new LinkedHashMap<>();

    DayCharts(MacroReport report, List<MacroReport> earlier) {
        this.report = report;
        this.earlier = List.copyOf(earlier);
        report.part(StrengthPart.class)
                .ifPresent(part -> part.assets().forEach(each -> closes.putIfAbsent(each.name(), each)));
    }

    /** The section of a part with the charts that belong to it. */
    Section of(MacroPart part, Section section, List<MacroStatement> statements) {
        List<Chart> charts = new ArrayList<>(section.charts());
        if (section.id().equals(Topic.POLICY.id()) && !charts.isEmpty()) {
            paths(charts.get(0)).ifPresent(beside -> charts.set(0, beside));
        }
        charts.addAll(more(section.id()));
        report.histories().forEach((topic, histories) -> {
            if (topic.id().equals(section.id())) {
                charts.addAll(histories);
            }
        });
        charts.replaceAll(chart ->
                chart.source().isEmpty() ? chart.withSource(CachedParts.sources(part, statements, chart)) : chart);
        return new Section(section.id(), section.title(), section.lead(), section.tables(), charts, section.notes());
    }

    private List<Chart> more(String section) {
        List<Chart> charts = new ArrayList<>();
        if (section.equals(Topic.EQUITIES.id())) {
            sectors().ifPresent(charts::add);
            charts.addAll(groups());
        } else if (section.equals(Topic.MOVES.id())) {
            leader().ifPresent(charts::add);
        } else if (section.equals(Topic.LOCKSTEP.id())) {
            charts.addAll(baskets());
        } else if (section.equals(Topic.STATES.id())) {
            charts.addAll(states());
        } else if (section.equals(Topic.RISK_REWARD.id())) {
            drawdown().ifPresent(charts::add);
        } else if (section.equals(Topic.GROWTH_INFLATION.id())) {
            report.part(GrowthPart.class)
                    .ifPresent(growth -> growth.data().stream()
                            .map(each -> quadrants(growth, each))
                            .forEach(charts::add));
        } else if (section.equals(Topic.LEVELS.id())) {
            levels().ifPresent(charts::add);
        }
        return charts;
    }

    /** The path of a source, and in a word whether its figures were revised since. */
    private static Chart quadrants(GrowthPart part, SourcedQuadrant quadrant) {
        Chart chart = Charts.quadrants(quadrant.source(), quadrant.path());
        return chart.withSource(CachedParts.sources(part, part.statements(), chart) + "; "
                + quadrant.provenance().split(";", 2)[0]);
    }

    /** The path of the day beside those of earlier reports and of a month before, each day once and on the same rate. */
    private Optional<Chart> paths(Chart alone) {
        List<CalibratedPath> paths = Stream.concat(
                        Stream.concat(Stream.of(report), earlier.stream())
                                .flatMap(each -> each.part(PolicyPart.class).flatMap(PolicyPart::path).stream()),
                        report.part(PolicyPart.class).flatMap(PolicyPart::monthBefore).stream())
                .map(RatesInput.Path::path)
                .toList();
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        PolicyPath today = paths.get(0).path();
        List<CalibratedPath> before = paths.stream()
                .filter(each -> each.path().frame().index().equals(today.frame().index()))
                .filter(each -> each.path().asOf().isBefore(today.asOf()))
                .toList();
        return before.isEmpty()
                ? Optional.empty()
                : Charts.paths(Stream.concat(Stream.of(paths.get(0)), before.stream())
                                .toList())
                        .map(chart -> chart.withSource(alone.source()));
    }

    private Optional<Chart> sectors() {
        List<String> names = part(EquitiesPart.class, EquitiesPart::sectors).stream()
                .map(SectorDay::name)
                .toList();
        List<NamedSeries> returns = known(names).stream()
                .map(each ->
                        each.series().dropMissing().change(Change.RELATIVE, 1).named(each.name()))
                .toList();
        if (returns.size() < 3) {
            return Optional.empty();
        }
        Panel month = last(Panel.onCommonDates(returns), MONTH)
                .through(series -> TimeSeries.of(series.dates(), series.values().toArray(), Unit.PERCENT));
        return Optional.of(Charts.heatMap(Headlines.rises(month), month).withSource(sources(names)));
    }

    private List<Chart> groups() {
        return part(EquitiesPart.class, EquitiesPart::groups).stream()
                .filter(group -> !group.name().equals(EquityGroups.SECTORS)
                        && group.day().size() <= MOST_PANELS)
                .flatMap(group -> multiples(group).stream())
                .toList();
    }

    private Optional<Chart> multiples(GroupDay group) {
        List<String> names = group.day().stream().map(Leader::name).toList();
        return rebased(names, HALF_YEAR)
                .map(panel -> Charts.multiples(group.name() + " in half a year: " + Headlines.moves(panel), panel)
                        .withSource(sources(names)));
    }

    /** The largest rise of an asset beside the index. */
    private Optional<Chart> leader() {
        Optional<String> index = part(EquitiesPart.class, EquitiesPart::indices).stream()
                .map(IndexMove::name)
                .findFirst();
        return part(MovesPart.class, MovesPart::moves).stream()
                .filter(move -> move.kind() == Kind.ASSET || move.kind() == Kind.SECTOR)
                .map(Move::name)
                .findFirst()
                .flatMap(first -> index.filter(name -> !name.equals(first)).flatMap(name -> pair(first, name)));
    }

    private Optional<Chart> pair(String first, String index) {
        return rebased(List.of(first, index), YEAR)
                .map(panel -> Charts.lines("In a year: " + Headlines.moves(panel), panel)
                        .withSource(sources(List.of(first, index))));
    }

    /** How far the index stands below its highest close. */
    private Optional<Chart> drawdown() {
        return part(EquitiesPart.class, EquitiesPart::indices).stream()
                .flatMap(index -> Stream.ofNullable(closes.get(index.name())))
                .findFirst()
                .map(index -> {
                    TimeSeries below =
                            DayInputs.last(belowHighest(index.series().dropMissing()), 5 * YEAR);
                    return Charts.line(Headlines.below(index.name(), below), below)
                            .withSource(index.source().toString());
                });
    }

    private static TimeSeries belowHighest(TimeSeries closes) {
        double[] below = closes.values().toArray();
        double highest = 0;
        for (int i = 0; i < below.length; i++) {
            highest = Math.max(highest, below[i]);
            below[i] = below[i] / highest - 1;
        }
        return TimeSeries.of(closes.dates(), below, Unit.PERCENT);
    }

    /** The baskets of few assets, without those that are part of another. */
    private List<Chart> baskets() {
        List<List<String>> baskets = part(LockstepPart.class, LockstepPart::baskets).stream()
                .map(basket -> basket.reading().assets())
                .filter(assets -> assets.size() <= MOST_LINES)
                .toList();
        return baskets.stream()
                .filter(assets ->
                        baskets.stream().noneMatch(other -> other.size() > assets.size() && other.containsAll(assets)))
                .flatMap(assets -> rebased(assets, YEAR)
                        .map(panel -> Charts.lines("In a year: " + Headlines.moves(panel), panel)
                                .withSource(sources(assets)))
                        .stream())
                .toList();
    }

    private List<Chart> states() {
        return part(StatesPart.class, StatesPart::states).stream()
                .flatMap(states -> Optional.ofNullable(closes.get(states.asset())).stream()
                        .map(asset -> {
                            TimeSeries recent = DayInputs.last(asset.series().dropMissing(), 10 * YEAR);
                            Chart price = Charts.line(
                                    Headlines.state(
                                            states, recent.dates().stream().toList()),
                                    recent);
                            return Charts.states(price, states::turbulent)
                                    .withSource(asset.source().toString());
                        }))
                .toList();
    }

    private Optional<Chart> levels() {
        List<Standing> levels = part(LevelsPart.class, LevelsPart::levels);
        Line ranks = new Line(
                "", levels.stream().map(each -> 100 * each.rank().fraction()).toList());
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        Headlines.levels(levels),
                        "share of its own last five years that lies below, percent",
                        "",
                        Form.STRIP,
                        levels.stream().map(Standing::name).toList(),
                        List.of(ranks),
                        List.of(),
                        List.of()));
    }

    private <P extends MacroPart, T> List<T> part(Class<P> kind, Function<P, List<T>> of) {
        return report.part(kind).map(of).orElse(List.of());
    }

    private List<PublishedSeries> known(Collection<String> names) {
        return names.stream()
                .distinct()
                .filter(closes::containsKey)
                .map(name -> Objects.requireNonNull(closes.get(name), name))
                .toList();
    }

    /** The last closes on common dates, the first of them as 100, if there are at least two assets. */
    private Optional<Panel> rebased(List<String> names, int count) {
        List<NamedSeries> found = known(names).stream()
                .map(each -> each.series().dropMissing().named(each.name()))
                .filter(each -> !each.series().isEmpty())
                .toList();
        if (found.size() < 2) {
            return Optional.empty();
        }
        Panel recent = last(Panel.onCommonDates(found), count);
        return recent.size() < 2
                ? Optional.empty()
                : Optional.of(recent.through(series -> TimeSeries.of(
                        series.dates(),
                        series.times(100 / series.value(0)).values().toArray(),
                        FIRST_CLOSE_100)));
    }

    private static Panel last(Panel panel, int dates) {
        int from = Math.max(0, panel.dates().size() - dates);
        return panel.dates().isEmpty()
                ? panel
                : panel.between(panel.dates().get(from), panel.dates().last().plusDays(1));
    }

    private String sources(List<String> names) {
        return sources(known(names).stream());
    }

    private static String sources(Stream<PublishedSeries> series) {
        return series.map(each -> each.source().toString()).distinct().collect(Collectors.joining(", "));
    }

    /** What is drawn of the inputs themselves: only what could be seen on the day, and only for parts that could be made. */
    static final class OfInputs {

        private static final int TWO_YEARS_OF_WEEKS = 104;

        private OfInputs() {}

        static Map<Topic, List<Chart>> of(DayInputs at, Set<Topic> made) {
            Map<Topic, List<Chart>> charts = new EnumMap<>(Topic.class);
            if (made.contains(Topic.LIQUIDITY)) {
                charts.put(
                        Topic.LIQUIDITY,
                        Stream.of(liquidity(at), conditions(at))
                                .flatMap(Optional::stream)
                                .toList());
            }
            if (made.contains(Topic.CURVE)) {
                charts.put(Topic.CURVE, curve(at).stream().toList());
            }
            charts.values().removeIf(List::isEmpty);
            return charts;
        }

        private static Optional<Chart> liquidity(DayInputs at) {
            return at.all(MoneyParts.class).stream()
                    .filter(money -> money.assets().asOf(at.date()).isPresent())
                    .findFirst()
                    .flatMap(money -> {
                        TimeSeries level = LiquidityPart.level(at, money).until(at.date());
                        TimeSeries recent = inBillions(DayInputs.last(level, TWO_YEARS_OF_WEEKS));
                        return Headlines.level("Net liquidity", recent)
                                .map(title -> Charts.line(title, recent)
                                        .withSource(sources(Stream.of(
                                                money.assets(), money.treasuryAccount(), money.reverseRepo()))));
                    });
        }

        private static TimeSeries inBillions(TimeSeries level) {
            return TimeSeries.of(level.dates(), level.values().toArray(), Unit.BILLIONS_OF_DOLLARS);
        }

        private static Optional<Chart> conditions(DayInputs at) {
            List<PublishedIndex> indices = at.all(PublishedIndex.class);
            List<NamedSeries> known = indices.stream()
                    .filter(each -> each.series().asOf(at.date()).isPresent())
                    .map(each -> DayInputs.last(each.series().series().dropMissing(), TWO_YEARS_OF_WEEKS)
                            .named(each.series().name()))
                    .toList();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            Panel common = Panel.onCommonDates(known);
            if (common.size() < 2) {
                return Optional.empty();
            }
            Chart lines = Charts.lines(Headlines.conditions(common), common);
            return Optional.of(new Chart(
                    lines.title(),
                    "index, 0 is the average, up is tighter",
                    sources(indices.stream().map(PublishedIndex::series)),
                    lines.form(),
                    lines.labels(),
                    lines.lines(),
                    lines.bands(),
                    lines.spans()));
        }

        private static Optional<Chart> curve(DayInputs at) {
            for (CurvePair pair : CurvePair.usual()) {
                Optional<RatesInput.Yield> low = at.yieldOf(pair.shortYield());
                Optional<RatesInput.Yield> high = at.yieldOf(pair.longYield());
                if (low.isPresent() && high.isPresent()) {
                    return curve(pair, low.get(), high.get(), at);
                }
            }
            return Optional.empty();
        }

        private static Optional<Chart> curve(
                CurvePair pair, RatesInput.Yield low, RatesInput.Yield high, DayInputs at) {
            int needed = YEAR + at.options().curve().days();
            Panel yields = Panel.onCommonDates(List.of(known(low, needed, at), known(high, needed, at)));
            if (yields.size() < 2) {
                return Optional.empty();
            }
            TimeSeries shortYield = yields.all().get(0).series();
            TimeSeries longYield = yields.all().get(1).series();
            CurveHistory history = CurveMoves.history(
                    pair.name(), shortYield, longYield, at.options().curve());
            return Optional.of(Charts.curve(DayInputs.last(longYield.minus(shortYield), YEAR), history)
                    .withSource(sources(Stream.of(low, high).map(RatesInput.Yield::levels))));
        }

        private static NamedSeries known(RatesInput.Yield yield, int count, DayInputs at) {
            TimeSeries all = yield.levels().series().until(at.date()).dropMissing();
            return DayInputs.last(all, count).named(yield.name());
        }
    }
}
