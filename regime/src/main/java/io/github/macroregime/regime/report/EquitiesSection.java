package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.equities.print.PrintedIntervals;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Charts;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What moved the index: its contributions, and the returns of sector prices. */
final class EquitiesSection {

    private static final int PLACES = 2;

    private EquitiesSection() {}

    static Section of(EquitiesPart part) {
        List<String> lead = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Contributions each : part.contributions()) {
            lead.addAll(lead(part, each));
            tables.add(contributions(each));
            charts.add(Charts.contributions(each.index(), each.report()));
            notes.addAll(notes(each));
        }
        if (!part.sectors().isEmpty()) {
            if (lead.isEmpty()) {
                lead.add("Breadth: " + part.breadth() + ". " + mean(part) + ".");
            }
            tables.add(sectors(part));
            charts.add(sectorChart(part));
            notes.add("Returns of sector prices (" + sources(part)
                    + "), not of index sectors: a fund can differ where one" + " name dominates.");
        }
        return CachedParts.section(part, lead, tables, charts, notes);
    }

    private static List<String> lead(EquitiesPart part, Contributions each) {
        ContributionReport report = each.report();
        List<String> lead = new ArrayList<>();
        if (each instanceof Contributions.OfMembers members) {
            lead.add(sum(report) + ". Measure: " + members.measure() + ".");
            lead.add("Breadth of the members: " + part.breadth() + ". " + mean(part) + ".");
            return lead;
        }
        lead.add(sum(report) + verdict(report) + ".");
        lead.add("Gainers add " + Cells.signedPercent(report.grossGain(), PLACES) + " pp ("
                + report.gainers().size() + "), losers take " + Cells.signedPercent(report.grossLoss(), PLACES)
                + " pp (" + report.losers().size() + ").");
        lead.add("Breadth: " + part.breadth() + ". " + mean(part)
                + report.reported()
                        .map(move -> " against " + Cells.signedPercent(move, PLACES) + " % of the index")
                        .orElse("")
                + ".");
        if (each instanceof Contributions.Printed printed) {
            lead.add("Returns of the index that fit all printed figures: " + PrintedIntervals.indexReturn(printed.day())
                    + ".");
        }
        return lead;
    }

    private static String sum(ContributionReport report) {
        return "Contributions sum to " + Cells.signedPercent(report.explained(), PLACES) + " pp"
                + report.reported()
                        .map(each -> " against a reported " + Cells.signedPercent(each, PLACES) + " %: residual "
                                + Cells.signedPercent(report.residual().orElse(Rate.ZERO), PLACES) + " pp")
                        .orElse("");
    }

    private static String verdict(ContributionReport report) {
        return report.reconciliation() instanceof Reconciliation.Compared compared
                ? " (" + compared.verdict() + ")"
                : "";
    }

    private static String mean(EquitiesPart part) {
        return "Equal-weight mean"
                + part.equalWeightMean()
                        .map(mean -> " " + Cells.signedPercent(mean, PLACES) + " %")
                        .orElse(": no return");
    }

    /** One row for each line; behind the returns the weights, or those that two printed figures imply. */
    private static Table contributions(Contributions each) {
        ContributionReport report = each.report();
        List<ImpliedWeight> implied = each instanceof Contributions.Printed printed
                ? PrintedIntervals.impliedWeights(printed.day())
                : List.of();
        ShownParts shown = report.shown(PLACES);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < report.lines().size(); i++) {
            ContributionLine line = report.lines().get(i);
            List<String> row = new ArrayList<>(List.of(
                    line.id(),
                    signed(shown.parts().get(i).toPlainString()),
                    line.periodReturn()
                            .map(own -> Cells.signedPercent(own, PLACES))
                            .orElse("-")));
            row.addAll(
                    implied.isEmpty()
                            ? List.of(Double.isNaN(line.weight()) ? "-" : Cells.share(line.weight(), 1))
                            : weights(implied, line));
            rows.add(row);
        }
        List<String> total =
                new ArrayList<>(List.of("Sum shown", signed(shown.total().toPlainString()), "", ""));
        implied.stream().limit(1).forEach(any -> total.add(""));
        rows.add(total);
        return new Table(
                implied.isEmpty()
                        ? Table.columns(
                                "Contribution to the " + each.index(),
                                "=Contribution pp",
                                "=Return %",
                                "#Weight at the previous close %")
                        : Table.columns(
                                "Contribution to the " + each.index(),
                                "=Contribution pp",
                                "=Return %",
                                "#Implied weight %",
                                "~#Interval %"),
                rows);
    }

    private static List<String> weights(List<ImpliedWeight> implied, ContributionLine line) {
        ImpliedWeight weight = implied.stream()
                .filter(each -> each.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
        return List.of(
                weight.point().isPresent() ? Cells.share(weight.point().getAsDouble(), 1) : "undefined",
                Cells.share(weight.low(), 1) + " to " + Cells.share(weight.high(), 1));
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private static List<String> notes(Contributions each) {
        if (each instanceof Contributions.OfMembers) {
            return List.of(
                    "Contribution is weight at the previous close times price return, summed over the members of a"
                            + " sector; a sector's return is contribution over weight.");
        }
        return List.of(
                "Contribution is beginning weight times return; shown parts are rounded by the largest remainder, so"
                        + " that they sum to the total shown.",
                "An implied weight is contribution over return; its interval is what two printed decimals allow.");
    }

    private static Table sectors(EquitiesPart part) {
        return new Table(
                Table.columns("Sector", "=Return %", "#Session before %"),
                part.sectors().stream()
                        .map(each -> List.of(
                                each.name(),
                                Cells.signedPercent(each.periodReturn(), PLACES),
                                part.sectorsBefore().stream()
                                        .filter(before -> before.name().equals(each.name()))
                                        .map(before -> Cells.signedPercent(before.periodReturn(), PLACES))
                                        .findFirst()
                                        .orElse("-")))
                        .toList());
    }

    private static Chart sectorChart(EquitiesPart part) {
        long rose = part.sectors().stream()
                .filter(each -> each.periodReturn().decimal() > 0)
                .count();
        return new Chart(
                rose + " of " + part.sectors().size() + " sectors rose; "
                        + part.sectors().get(0).name() + " first, "
                        + part.sectors().get(part.sectors().size() - 1).name() + " last",
                "return in percent",
                "",
                Chart.Form.BARS,
                part.sectors().stream().map(SectorDay::name).toList(),
                List.of(new Chart.Line(
                        "",
                        part.sectors().stream()
                                .map(each -> each.periodReturn().percent())
                                .toList())),
                List.of(),
                List.of());
    }

    private static String sources(EquitiesPart part) {
        return part.evidence(part.sectors().stream().map(SectorDay::name).toList()).sources().stream()
                .map(Source::name)
                .collect(Collectors.joining(", "));
    }
}
