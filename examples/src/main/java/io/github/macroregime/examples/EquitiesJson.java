package io.github.macroregime.examples;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.regime.tracker.TrackerReport.EquitiesBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The field {@code equities} of the JSON. */
final class EquitiesJson {

    private static final int PLACES = 2;

    private EquitiesJson() {}

    static Map<String, Object> of(EquitiesBlock block) {
        Map<String, Object> equities = new LinkedHashMap<>();
        if (block instanceof EquitiesBlock.Contributed contributed) {
            equities.put("index", contributed.index());
            putContributions(equities, contributed);
        } else if (block instanceof EquitiesBlock.Members members) {
            equities.put("index", members.computed().index());
            equities.put("measure", members.computed().measure());
            putLines(equities, members.computed().sectors());
        } else {
            equities.put("source", ((EquitiesBlock.PricesOnly) block).source());
        }
        equities.put(
                "sector_returns",
                block.returns().stream()
                        .map(each -> JsonWriter.object(
                                "sector", each.sector(),
                                "return_pct", each.periodReturn().percent()))
                        .toList());
        equities.put("equal_weight_mean_pct", block.equalWeightMean().percent());
        if (block.breadth() instanceof Breadth breadth) {
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

    private static void putContributions(Map<String, Object> equities, EquitiesBlock.Contributed block) {
        putLines(equities, block.report());
        equities.put(
                "implied_weights",
                block.weights().stream().map(EquitiesJson::weight).toList());
        if (block.feasible() instanceof FeasibleReturn.Range range) {
            equities.put("feasible_index_return_low_pct", range.low().percent());
            equities.put("feasible_index_return_high_pct", range.high().percent());
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
