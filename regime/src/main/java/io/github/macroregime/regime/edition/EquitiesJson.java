package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.equities.print.PrintedIntervals;
import io.github.macroregime.regime.input.MarketInput.Contributions;
import io.github.macroregime.regime.report.EquitiesPart;
import io.github.macroregime.regime.report.EquitiesPart.SectorDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The field {@code equities} of the JSON. */
final class EquitiesJson {

    private static final int PLACES = 2;

    private EquitiesJson() {}

    static Map<String, Object> of(EquitiesPart part) {
        Map<String, Object> equities = new LinkedHashMap<>();
        part.contributions().stream()
                .findFirst()
                .ifPresentOrElse(each -> putContributions(equities, each), () -> equities.put("source", sources(part)));
        equities.put(
                "sector_returns",
                part.sectorReturns().stream()
                        .map(each -> JsonWriter.object(
                                "sector", each.name(),
                                "return_pct", each.periodReturn().percent()))
                        .toList());
        part.equalWeightMean().ifPresent(mean -> equities.put("equal_weight_mean_pct", mean.percent()));
        if (part.breadth() instanceof Breadth breadth) {
            equities.put(
                    "breadth",
                    JsonWriter.object(
                            "up", breadth.advancers(),
                            "down", breadth.decliners(),
                            "unchanged", breadth.unchanged(),
                            "dead_zone_pct", breadth.deadZone().percent()));
        }
        return equities;
    }

    private static String sources(EquitiesPart part) {
        return part.evidence(part.sectors().stream().map(SectorDay::name).toList()).sources().stream()
                .map(Source::name)
                .collect(Collectors.joining(", "));
    }

    private static void putContributions(Map<String, Object> equities, Contributions each) {
        equities.put("index", each.index());
        if (each instanceof Contributions.OfMembers members) {
            equities.put("measure", members.measure());
        }
        putLines(equities, each.report());
        if (each instanceof Contributions.Printed printed) {
            equities.put(
                    "implied_weights",
                    PrintedIntervals.impliedWeights(printed.day()).stream()
                            .map(EquitiesJson::weight)
                            .toList());
            if (PrintedIntervals.indexReturn(printed.day()) instanceof FeasibleReturn.Range range) {
                equities.put("feasible_index_return_low_pct", range.low().percent());
                equities.put("feasible_index_return_high_pct", range.high().percent());
            }
        }
    }

    private static void putLines(Map<String, Object> equities, ContributionReport report) {
        ShownParts shown = report.shown(PLACES);
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < report.lines().size(); i++) {
            var line = report.lines().get(i);
            lines.add(JsonWriter.object(
                    "sector", line.id(),
                    "contribution_pp", line.contribution().percent(),
                    "contribution_shown_pp", shown.parts().get(i)));
        }
        equities.put("contributions", lines);
        equities.put("explained_pp", report.explained().percent());
        report.reported().ifPresent(rate -> equities.put("reported_pct", rate.percent()));
        report.residual().ifPresent(rate -> equities.put("residual_pp", rate.percent()));
        equities.put("gross_gain_pp", report.grossGain().percent());
        equities.put("gross_loss_pp", report.grossLoss().percent());
    }

    private static Map<String, Object> weight(ImpliedWeight weight) {
        Map<String, Object> object = JsonWriter.object("sector", weight.id());
        weight.point().ifPresent(point -> object.put("weight_fraction", point));
        object.put("weight_low_fraction", weight.low());
        object.put("weight_high_fraction", weight.high());
        return object;
    }
}
