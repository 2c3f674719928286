package io.github.macroregime.examples;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionLine;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.report.Chart;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import io.github.macroregime.regime.tracker.TrackerReport.EquitiesBlock;
import java.util.ArrayList;
import java.util.List;

/** What moved the index: printed contributions, or the returns of sector prices. */
final class EquitiesSection {

    private static final int PLACES = 2;

    private EquitiesSection() {}

    static Section of(EquitiesBlock block) {
        if (block instanceof EquitiesBlock.Contributed contributed) {
            return contributions(contributed);
        }
        return block instanceof EquitiesBlock.Members members
                ? members(members)
                : sectorReturns((EquitiesBlock.PricesOnly) block);
    }

    private static Section members(EquitiesBlock.Members block) {
        TrackerInput.MemberContributions computed = block.computed();
        ContributionReport report = computed.sectors();
        ShownParts shown = report.shown(PLACES);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < report.lines().size(); i++) {
            ContributionLine line = report.lines().get(i);
            rows.add(List.of(
                    line.id(),
                    signed(shown.parts().get(i).toPlainString()),
                    line.periodReturn()
                            .map(each -> Figures.signedPercent(each, PLACES))
                            .orElse("-"),
                    Figures.share(line.weight(), 1)));
        }
        rows.add(List.of("Sum shown", signed(shown.total().toPlainString()), "", ""));
        String reported = report.reported()
                .map(each -> " against a reported " + Figures.signedPercent(each, PLACES) + " %: residual "
                        + Figures.signedPercent(report.residual().orElse(Rate.ZERO), PLACES) + " pp")
                .orElse("");
        return new Section(
                "equities",
                "Equities: what moved the " + computed.index(),
                List.of(
                        "Contributions sum to " + Figures.signedPercent(report.explained(), PLACES) + " pp" + reported
                                + ". Measure: " + computed.measure() + ".",
                        "Breadth of the members: " + block.breadth() + ". Equal-weight mean of the sectors "
                                + Figures.signedPercent(block.equalWeightMean(), PLACES) + " %."),
                List.of(new Table(
                        Table.columns("Sector", "=Contribution pp", "=Return %", "#Weight at the previous close %"),
                        rows)),
                List.of(new Chart(
                        "Contribution to the " + computed.index() + ", percentage points",
                        Chart.Form.BARS,
                        report.lines().stream().map(ContributionLine::id).toList(),
                        report.contributions().stream().map(Rate::percent).toList(),
                        List.of())),
                List.of("Contribution is weight at the previous close times price return, summed over the members of a"
                        + " sector; a sector's return is contribution over weight."));
    }

    private static Section contributions(EquitiesBlock.Contributed block) {
        ContributionReport report = block.report();
        ShownParts shown = report.shown(PLACES);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < report.lines().size(); i++) {
            rows.add(contribution(
                    block, report.lines().get(i), shown.parts().get(i).toPlainString()));
        }
        rows.add(List.of("Sum shown", signed(shown.total().toPlainString()), "", "", ""));
        Table table = new Table(
                Table.columns("Sector", "=Contribution pp", "=Return %", "#Implied weight %", "~#Interval %"), rows);
        List<String> labels = report.lines().stream().map(ContributionLine::id).toList();
        List<Double> values = report.contributions().stream().map(Rate::percent).toList();
        Chart chart = new Chart(
                "Contribution to the " + block.index() + ", percentage points",
                Chart.Form.BARS,
                labels,
                values,
                List.of());
        return new Section(
                "equities",
                "Equities: what moved the " + block.index(),
                reconciled(block),
                List.of(table),
                List.of(chart),
                List.of(
                        "Contribution is beginning weight times return; shown parts are rounded by the largest"
                                + " remainder, so that they sum to the total shown.",
                        "An implied weight is contribution over return; its interval is what two printed decimals"
                                + " allow."));
    }

    private static List<String> contribution(EquitiesBlock.Contributed block, ContributionLine line, String shown) {
        ImpliedWeight weight = block.weights().stream()
                .filter(each -> each.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
        String point = weight.point().isPresent() ? Figures.share(weight.point().getAsDouble(), 1) : "undefined";
        return List.of(
                line.id(),
                signed(shown),
                line.periodReturn()
                        .map(each -> Figures.signedPercent(each, PLACES))
                        .orElse("-"),
                point,
                Figures.share(weight.low(), 1) + " to " + Figures.share(weight.high(), 1));
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private static List<String> reconciled(EquitiesBlock.Contributed block) {
        ContributionReport report = block.report();
        List<String> lead = new ArrayList<>();
        lead.add("Contributions sum to " + Figures.signedPercent(report.explained(), PLACES) + " pp against a reported "
                + report.reported()
                        .map(each -> Figures.signedPercent(each, PLACES))
                        .orElse("-") + " %: residual "
                + report.residual()
                        .map(each -> Figures.signedPercent(each, PLACES))
                        .orElse("-") + " pp ("
                + verdict(report) + ").");
        lead.add("Gainers add " + Figures.signedPercent(report.grossGain(), PLACES) + " pp ("
                + report.gainers().size() + "), losers take " + Figures.signedPercent(report.grossLoss(), PLACES)
                + " pp (" + report.losers().size() + ").");
        lead.add("Breadth: " + block.breadth() + ". Equal-weight mean "
                + Figures.signedPercent(block.equalWeightMean(), PLACES) + " % against "
                + Figures.signedPercent(block.printed().indexReturn(), PLACES) + " % of the index.");
        lead.add("Returns of the index that fit all printed figures: " + block.feasible() + ".");
        return lead;
    }

    private static String verdict(ContributionReport report) {
        return report.reconciliation() instanceof Reconciliation.Compared compared
                ? compared.verdict().toString()
                : "nothing reported";
    }

    private static Section sectorReturns(EquitiesBlock.PricesOnly block) {
        Table table = new Table(
                Table.columns("Sector", "#Return %"),
                block.returns().stream()
                        .map(each -> List.of(each.sector(), Figures.signedPercent(each.periodReturn(), PLACES)))
                        .toList());
        Chart chart = new Chart(
                "Sector returns, percent",
                Chart.Form.BARS,
                block.returns().stream().map(EquitiesBlock.SectorReturn::sector).toList(),
                block.returns().stream()
                        .map(each -> each.periodReturn().percent())
                        .toList(),
                List.of());
        return new Section(
                "equities",
                "Equities: sector returns",
                List.of("Breadth: " + block.breadth() + ". Equal-weight mean "
                        + Figures.signedPercent(block.equalWeightMean(), PLACES) + " %."),
                List.of(table),
                List.of(chart),
                List.of("Returns of sector prices (" + block.source() + "), not of index sectors: a fund can differ"
                        + " where one name dominates."));
    }
}
