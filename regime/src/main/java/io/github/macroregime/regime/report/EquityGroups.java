package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.equities.breadth.Leadership;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.equities.breadth.Rotation.CatchUp;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.EquitySheets;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.report.EquitiesPart.AboveMean;
import io.github.macroregime.regime.report.EquitiesPart.GroupDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the day of each group of equities: all sectors together, and the groups that are given. */
final class EquityGroups {

    static final String SECTORS = "Sectors";
    static final int YEAR = 252;
    static final double LAGGARDS = 0.25;
    static final List<Integer> WINDOWS = List.of(10, 20, 50);

    private static final int SPARE = 20;

    private final LocalDate date;
    private final Map<String, TimeSeries> closes = new LinkedHashMap<>();

    private EquityGroups(DayInputs at) {
        this.date = at.session();
        at.all(MarketInput.Sector.class).forEach(each -> add(each.closes()));
        at.all(MarketInput.Asset.class).forEach(each -> add(each.closes()));
    }

    /** Those that closed on the day, no more of them than is looked at. */
    private void add(PublishedSeries series) {
        TimeSeries all = series.series().dropMissing();
        if (all.size() > 1 && all.last().date().equals(date)) {
            closes.putIfAbsent(series.name(), all.slice(Math.max(0, all.size() - YEAR - 2 - SPARE), all.size()));
        }
    }

    static List<GroupDay> read(DayInputs at, List<MarketInput.Contributions> contributions) {
        EquityGroups groups = new EquityGroups(at);
        List<MacroQuestion.EquityGroup> given = at.all(MacroQuestion.EquityGroup.class);
        List<String> sectors = at.all(MarketInput.Sector.class).stream()
                .map(MarketInput.Sector::name)
                .toList();
        Stream<MacroQuestion.EquityGroup> own = sectors.size() < 2
                        || given.stream().anyMatch(each -> each.name().equals(SECTORS))
                ? Stream.empty()
                : Stream.of(new MacroQuestion.EquityGroup(SECTORS, sectors, List.of()));
        return Stream.concat(own, given.stream())
                .flatMap(each -> groups.day(each, at, contributions).stream())
                .toList();
    }

    private Optional<GroupDay> day(
            MacroQuestion.EquityGroup group, DayInputs at, List<MarketInput.Contributions> contributions) {
        List<String> known = withTheSessionBefore(group.assets());
        if (known.size() < 2) {
            at.lacks("two closes of " + group.name() + " up to " + date, "the group is left out");
            return Optional.empty();
        }
        Optional<Panel> year = panel(known.stream()
                        .filter(name -> of(name).size() > YEAR + 1)
                        .toList())
                .filter(each -> each.size() > YEAR + 1);
        List<Leader> past = year.map(
                        each -> Leadership.ranked(each, each.dates().get(each.size() - 2), YEAR))
                .orElse(List.of());
        List<CatchUp> catchUp = year.flatMap(each -> Leadership.catchUp(each, date, YEAR, LAGGARDS)).stream()
                .toList();
        return Optional.of(new GroupDay(
                group.name(),
                date,
                Leadership.ranked(panel(known).orElseThrow(), date, 1),
                past,
                catchUp,
                WINDOWS.stream()
                        .flatMap(window -> above(known, window).stream())
                        .toList(),
                EquitySheets.without(group, contributions)));
    }

    /** Those that closed on the day and on the last session before it on which any of them did. */
    private List<String> withTheSessionBefore(List<String> assets) {
        List<String> known =
                assets.stream().distinct().filter(closes::containsKey).toList();
        Optional<LocalDate> before = known.stream().map(this::before).max(Comparator.naturalOrder());
        return known.stream()
                .filter(name -> before.filter(before(name)::equals).isPresent())
                .toList();
    }

    private LocalDate before(String name) {
        TimeSeries all = of(name);
        return all.date(all.size() - 2);
    }

    private TimeSeries of(String name) {
        return Objects.requireNonNull(closes.get(name), name);
    }

    /** On the dates on which all of them closed, empty for none. */
    private Optional<Panel> panel(List<String> names) {
        List<NamedSeries> series =
                names.stream().map(name -> of(name).named(name)).toList();
        return series.isEmpty() ? Optional.empty() : Optional.of(Panel.onCommonDates(series));
    }

    private Optional<AboveMean> above(List<String> names, int window) {
        return above(names.stream().map(this::of).toList(), date, window);
    }

    /** Of the members that closed on a day and on enough days before. */
    static Optional<AboveMean> above(List<TimeSeries> members, LocalDate day, int window) {
        int above = 0;
        int counted = 0;
        for (TimeSeries all : members) {
            int end = all.dates().insertionAfter(day);
            if (end >= window && all.date(end - 1).equals(day)) {
                double[] last = all.values().slice(end - window, end).toArray();
                above += last[window - 1] > Moments.mean(last) ? 1 : 0;
                counted++;
            }
        }
        return counted < 2 ? Optional.empty() : Optional.of(new AboveMean(window, above, counted));
    }
}
