package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.breadth.BreadthReading;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved equities on the day: contributions where they are given, and the breadth of sectors.
 *
 * @param contributions contributions of the day, or nothing
 * @param sectors the returns of sectors from the close before to that of the day, the highest first
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record EquitiesPart(
        List<MacroInput.Contributions> contributions, List<SectorDay> sectors, Map<String, Evidence> inputs)
        implements MacroPart {

    /**
     * The return of one sector on the day.
     *
     * @param name its name
     * @param date the day
     * @param periodReturn the simple return, not weighted
     */
    public record SectorDay(String name, LocalDate date, Rate periodReturn) implements Serializable {
        public SectorDay {
            Require.components(SectorDay.class, name, date, periodReturn);
        }
    }

    public EquitiesPart {
        Require.components(EquitiesPart.class, contributions, sectors, inputs);
        inputs = Evidence.copyOf(inputs);
        contributions = List.copyOf(contributions);
        sectors = List.copyOf(sectors);
    }

    static Optional<EquitiesPart> read(DayInputs at) {
        List<MacroInput.Contributions> contributions = at.all(MacroInput.Contributions.class).stream()
                .filter(each -> each.report().date().equals(at.date()))
                .toList();
        if (contributions.isEmpty()) {
            at.lacks("contributions of " + at.date(), "what moved the index is not split");
        }
        List<SectorDay> sectors = new ArrayList<>();
        for (MacroInput.Sector sector : at.all(MacroInput.Sector.class)) {
            day(sector, at.date())
                    .ifPresentOrElse(
                            sectors::add,
                            () -> at.lacks(
                                    "two closes of " + sector.name() + " up to " + at.date(), "its day is left out"));
        }
        sectors.sort(Comparator.comparing(SectorDay::periodReturn).reversed().thenComparing(SectorDay::name));
        if (contributions.isEmpty() && sectors.isEmpty()) {
            at.lacks("closes of sectors", "breadth is not counted");
        }
        return contributions.isEmpty() && sectors.isEmpty()
                ? Optional.empty()
                : Optional.of(new EquitiesPart(contributions, sectors, at.evidence()));
    }

    private static Optional<SectorDay> day(MacroInput.Sector sector, LocalDate date) {
        TimeSeries closes = sector.closes().series().dropMissing();
        int last = closes.size() - 1;
        return last < 1 || !closes.date(last).equals(date)
                ? Optional.empty()
                : Optional.of(new SectorDay(
                        sector.name(), date, Rate.ofDecimal(closes.value(last) / closes.value(last - 1) - 1)));
    }

    @Override
    public Topic topic() {
        return Topic.EQUITIES;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (MacroInput.Contributions each : contributions) {
            statements.add(explained(each));
            statements.add(
                    contribution(each, "largest contribution", Comparator.comparing(ContributionLine::contribution)));
            statements.add(contribution(
                    each,
                    "smallest contribution",
                    Comparator.comparing(ContributionLine::contribution).reversed()));
        }
        if (sectors.isEmpty()) {
            contributions.stream()
                    .map(each -> breadth(
                            Breadth.of(each.report(), Breadth.Options.withDefaults()),
                            each.report().date(),
                            List.of(each.index())))
                    .findFirst()
                    .flatMap(each -> each)
                    .ifPresent(statements::add);
        } else {
            breadth(
                            Breadth.of(returns(), equalWeights(), Breadth.Options.withDefaults()),
                            sectors.get(0).date(),
                            sectors.stream().map(SectorDay::name).toList())
                    .ifPresent(statements::add);
            statements.add(sector("Strongest sector", sectors.get(0)));
            statements.add(sector("Weakest sector", sectors.get(sectors.size() - 1)));
        }
        return statements;
    }

    private MacroStatement explained(MacroInput.Contributions input) {
        ContributionReport report = input.report();
        Rate move = report.reported().orElse(report.explained());
        return new MacroStatement(
                Topic.EQUITIES,
                input.index() + ", the day",
                upOrDown(move),
                Text.of(
                        "contributions sum to %s%s; gainers %s, losers %s",
                        Text.signedPoints(report.explained()),
                        report.residual()
                                .map(residual -> " with a residual of " + Text.signedPoints(residual))
                                .orElse(""),
                        Text.signedPoints(report.grossGain()),
                        Text.signedPoints(report.grossLoss())),
                Figure.percent(move),
                "the reported return of the index; a contribution is beginning weight times return",
                Sample.of(report.lines().size(), "lines"),
                report.date(),
                evidence(input.index()));
    }

    private MacroStatement contribution(
            MacroInput.Contributions input, String which, Comparator<ContributionLine> order) {
        ContributionLine line = input.report().lines().stream().max(order).orElseThrow();
        return new MacroStatement(
                Topic.EQUITIES,
                input.index() + ", " + which,
                line.id(),
                line.id() + " " + Text.signedPoints(line.contribution())
                        + line.periodReturn()
                                .map(own -> " at a return of " + Text.signedPercent(own))
                                .orElse(""),
                new Figure(line.contribution().decimal(), Unit.PERCENTAGE_POINTS),
                "beginning weight times return",
                Sample.of(input.report().lines().size(), "lines"),
                input.report().date(),
                evidence(input.index()));
    }

    private Doubles returns() {
        return Doubles.copyOf(sectors.stream()
                .mapToDouble(sector -> sector.periodReturn().decimal())
                .toArray());
    }

    private Doubles equalWeights() {
        double[] equal = new double[sectors.size()];
        Arrays.fill(equal, 1.0 / equal.length);
        return Doubles.copyOf(equal);
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
                evidence(names)));
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
                evidence(sector.name()));
    }

    private static String upOrDown(Rate move) {
        return move.isNegative() ? "down" : move.equals(Rate.ZERO) ? "unchanged" : "up";
    }
}
