package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.regime.input.MacroInput.Kind;
import io.github.macroregime.regime.report.EquitiesPart.GroupDay;
import io.github.macroregime.regime.report.EquitiesPart.IndexMove;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.LevelsPart.Standing;
import io.github.macroregime.regime.report.MovesPart.Move;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The charts of closes that several parts share: each stands in the section whose question it answers. */
final class DayCharts {

    private static final Unit FIRST_CLOSE_100 = new Unit("first close = 100", 0);
    private static final int YEAR = 250;
    private static final int HALF_YEAR = 125;
    private static final int MONTH = 20;
    private static final int MOST_PANELS = 9;
    private static final int MOST_LINES = 4;

    private final MacroReport report;
    private final Map<String, PublishedSeries> closes = new LinkedHashMap<>();

    DayCharts(MacroReport report) {
        this.report = report;
        report.part(StrengthPart.class)
                .ifPresent(part -> part.assets().forEach(each -> closes.putIfAbsent(each.name(), each)));
    }

    /** The same section with the charts that belong to it. */
    Section with(Section section) {
        List<Chart> charts = new ArrayList<>(section.charts());
        charts.addAll(more(section.id()));
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
        } else if (section.equals(Topic.LEVELS.id())) {
            levels().ifPresent(charts::add);
        }
        return charts;
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
        return Optional.of(Charts.heatMap("Sectors, day by day", month).withSource(sources(names)));
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
                .map(panel ->
                        Charts.multiples(group.name() + ", half a year", panel).withSource(sources(names)));
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
                .map(panel -> Charts.lines(first + " and the index, a year", panel)
                        .withSource(sources(List.of(first, index))));
    }

    private List<Chart> baskets() {
        return part(LockstepPart.class, LockstepPart::baskets).stream()
                .filter(basket -> basket.reading().assets().size() <= MOST_LINES)
                .flatMap(basket -> rebased(basket.reading().assets(), YEAR)
                        .map(panel -> Charts.lines(basket.name() + ", a year", panel)
                                .withSource(sources(basket.reading().assets())))
                        .stream())
                .toList();
    }

    private List<Chart> states() {
        return part(StatesPart.class, StatesPart::states).stream()
                .flatMap(states -> Optional.ofNullable(closes.get(states.asset())).stream()
                        .map(asset -> {
                            TimeSeries all = asset.series().dropMissing();
                            return Charts.states(
                                            states,
                                            Charts.line(
                                                    states.asset() + " and its hidden states",
                                                    all.slice(Math.max(0, all.size() - 10 * YEAR), all.size())))
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
                        "Where each level stands",
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
        return known(names).stream()
                .map(each -> each.source().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
