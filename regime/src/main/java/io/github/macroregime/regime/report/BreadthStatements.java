package io.github.macroregime.regime.report;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Ranks;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.breadth.DayComparison;
import io.github.macroregime.equities.breadth.Leadership.Leader;
import io.github.macroregime.equities.breadth.Rotation.CatchUp;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Position;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.report.EquitiesPart.AboveMean;
import io.github.macroregime.regime.report.EquitiesPart.GroupDay;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of the sectors and of each group of equities. */
final class BreadthStatements {

    static final String ROTATION = "Rotation of sectors";

    private static final double ALIKE = 0.5;
    private static final int SHOWN = 3;

    private final EquitiesPart part;
    private final List<SectorDay> sectors;

    BreadthStatements(EquitiesPart part) {
        this.part = part;
        this.sectors = part.sectors();
    }

    List<MacroStatement> all() {
        List<MacroStatement> statements = new ArrayList<>();
        if (sectors.isEmpty()) {
            part.contributions().stream()
                    .map(each -> breadth(
                            Breadth.of(each.report(), Breadth.Options.withDefaults()),
                            each.report().date(),
                            List.of(each.index())))
                    .findFirst()
                    .flatMap(each -> each)
                    .ifPresent(statements::add);
        } else {
            breadth(
                            Breadth.of(equalWeights(sectors), Breadth.Options.withDefaults()),
                            sectors.get(0).date(),
                            sectors.stream().map(SectorDay::name).toList())
                    .ifPresent(statements::add);
            statements.add(sector("Strongest sector", sectors.get(0)));
            statements.add(sector("Weakest sector", sectors.get(sectors.size() - 1)));
            rotation().ifPresent(statements::add);
        }
        for (GroupDay group : part.groups()) {
            statements.add(mean(group));
            if (!group.name().equals(EquityGroups.SECTORS)) {
                statements.add(member(group, "first of the day", 0));
                statements.add(member(group, "last of the day", group.day().size() - 1));
            }
            group.catchUp().forEach(each -> statements.add(catchUp(group, each)));
            group.above().forEach(each -> statements.add(above(group, each)));
        }
        return statements;
    }

    private static ContributionReport equalWeights(List<SectorDay> days) {
        return ContributionReport.of(
                days.get(0).date(),
                days.stream()
                        .map(each -> Position.held(each.name(), 1.0 / days.size(), each.periodReturn()))
                        .toList());
    }

    private Optional<MacroStatement> breadth(BreadthReading reading, LocalDate day, List<String> names) {
        if (!(reading instanceof Breadth breadth)) {
            return Optional.empty();
        }
        int net = breadth.netAdvances();
        return Optional.of(new MacroStatement(
                Topic.EQUITIES,
                "Breadth of sectors",
                net > 0 ? "up" : net < 0 ? "down" : "even",
                Text.of("%d up, %d down, %d unchanged", breadth.advancers(), breadth.decliners(), breadth.unchanged()),
                new Figure(net, Unit.COUNT),
                "sectors up less sectors down, each counting one; unchanged within " + breadth.deadZone(),
                Sample.of(breadth.observed(), "sectors"),
                day,
                part.evidence(names)));
    }

    private MacroStatement sector(String which, SectorDay sector) {
        return new MacroStatement(
                Topic.EQUITIES,
                which,
                sector.name(),
                sector.name() + " " + Text.signedPercent(sector.periodReturn()),
                Figure.percent(sector.periodReturn()),
                "simple return from the close before to that of the day, not weighted",
                Sample.of(sectors.size(), "sectors"),
                sector.date(),
                part.evidence(sector.name()));
    }

    /** The change of rank of a sector, positive for a rise. */
    private record Climb(String name, int from, int to) {

        int places() {
            return from - to;
        }

        @Override
        public String toString() {
            return name + " from " + from + " to " + to;
        }
    }

    /** The order of the sectors against that of the session before, empty if fewer than three have both days. */
    private Optional<MacroStatement> rotation() {
        List<String> before = part.sectorsBefore().stream().map(SectorDay::name).toList();
        List<SectorDay> now =
                sectors.stream().filter(each -> before.contains(each.name())).toList();
        if (now.size() < SHOWN) {
            return Optional.empty();
        }
        double[] today = returns(now);
        double[] yesterday = returns(now.stream()
                .map(each -> part.sectorsBefore().get(before.indexOf(each.name())))
                .toList());
        double alike = Ranks.spearman(today, yesterday);
        if (Double.isNaN(alike)) {
            return Optional.empty();
        }
        List<String> names = now.stream().map(SectorDay::name).toList();
        List<String> then = before.stream().filter(names::contains).toList();
        List<Climb> climbs = names.stream()
                .map(name -> new Climb(name, then.indexOf(name) + 1, names.indexOf(name) + 1))
                .toList();
        DayComparison days = DayComparison.of(
                equalWeights(part.sectorsBefore()), equalWeights(sectors), Breadth.Options.withDefaults());
        return Optional.of(new MacroStatement(
                Topic.EQUITIES,
                ROTATION,
                (alike >= ALIKE ? "same order" : alike <= -ALIKE ? "reversed order" : "another order") + ", breadth "
                        + days.direction(),
                Text.of(
                        "against %s %d up became %d; rank correlation %+.2f%s%s",
                        days.earlierDate(),
                        days.earlier().advancers(),
                        days.later().advancers(),
                        alike,
                        furthest("; climbed ", climbs, 1),
                        furthest("; fell ", climbs, -1)),
                Figure.ratio(alike),
                "Spearman's correlation of the returns of the sectors with those of the session before; the same order"
                        + " from 0.5, reversed to -0.5; rank 1 for the highest return",
                Sample.of(now.size(), "sectors"),
                sectors.get(0).date(),
                part.evidence(names)));
    }

    /** The furthest of those that climbed, or that fell. */
    private static String furthest(String word, List<Climb> climbs, int direction) {
        String text = climbs.stream()
                .filter(each -> each.places() * direction > 0)
                .sorted(Comparator.comparingInt(each -> -each.places() * direction))
                .limit(SHOWN)
                .map(Climb::toString)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : word + text;
    }

    private static double[] returns(List<SectorDay> days) {
        return days.stream().mapToDouble(each -> each.periodReturn().decimal()).toArray();
    }

    private MacroStatement mean(GroupDay group) {
        Rate mean = Rate.ofDecimal(Moments.mean(group.day().stream()
                .mapToDouble(each -> each.trailing().decimal())
                .toArray()));
        long up = group.day().stream()
                .filter(each -> each.trailing().decimal() > 0)
                .count();
        String index = part.indices().stream()
                .map(each -> Text.of(", %s %s close to close", each.name(), Text.signedPercent(each.closeToClose())))
                .collect(Collectors.joining());
        return said(
                group,
                "mean return",
                ContributionStatements.upOrDown(mean),
                Text.of(
                        "%s, %d of %d up%s",
                        Text.signedPercent(mean), up, group.day().size(), index),
                Figure.percent(mean),
                "mean of the simple returns from the close before, each member counting alike",
                group.day().size());
    }

    private MacroStatement member(GroupDay group, String which, int place) {
        Leader member = group.day().get(place);
        String year = group.year().stream()
                .filter(each -> each.name().equals(member.name()))
                .map(each -> Text.of(
                        ", %d of %d over %d closes before (%s)",
                        each.rank(), group.year().size(), EquityGroups.YEAR, Text.signedPercent(each.trailing())))
                .findFirst()
                .orElse("");
        return said(
                group,
                which,
                member.name(),
                member.name() + " " + Text.signedPercent(member.trailing()) + year
                        + group.remark(member.name())
                                .map(remark -> ": " + remark)
                                .orElse(""),
                Figure.percent(member.trailing()),
                "simple return from the close before; laggards and leaders of the year are the quarters with the lowest"
                        + " and highest return over the 252 closes up to the close before",
                group.day().size());
    }

    private MacroStatement catchUp(GroupDay group, CatchUp catchUp) {
        Rate gain = catchUp.gain();
        return said(
                group,
                "catch-up",
                gain.isNegative() ? "laggards fall behind" : gain.equals(Rate.ZERO) ? "even" : "laggards catch up",
                Text.of(
                        "%s %s, the other %d %s; rank correlation %s",
                        String.join(", ", catchUp.laggards()),
                        Text.signedPercent(catchUp.laggardReturn()),
                        catchUp.names() - catchUp.laggards().size(),
                        Text.signedPercent(catchUp.restReturn()),
                        Text.ratio(catchUp.correlation())),
                new Figure(gain.decimal(), Unit.PERCENTAGE_POINTS),
                "mean return of the day of the quarter with the lowest return over the 252 closes up to the close"
                        + " before, less that of the others; Spearman's correlation of that return and the day's, negative"
                        + " for a catch-up",
                catchUp.names());
    }

    private MacroStatement above(GroupDay group, AboveMean each) {
        return said(
                group,
                "above the " + each.window() + "-day mean",
                each.state(),
                Text.of("%d of %d", each.above(), each.names()),
                Figure.percent(each.share()),
                "share of the members with a close above the mean of their last " + each.window()
                        + " closes, that of the day included; broad from two thirds, narrow to one third",
                each.names());
    }

    private MacroStatement said(
            GroupDay group, String what, String state, String sentence, Figure figure, String definition, int n) {
        return new MacroStatement(
                Topic.EQUITIES,
                group.name() + ", " + what,
                state,
                sentence,
                figure,
                definition,
                Sample.of(n, "names"),
                group.date(),
                part.evidence(group.day().stream().map(Leader::name).toList()));
    }
}
