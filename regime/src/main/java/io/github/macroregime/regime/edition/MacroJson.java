package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.report.DaySummary;
import io.github.macroregime.regime.report.MacroChange;
import io.github.macroregime.regime.report.MacroChange.StatementChange;
import io.github.macroregime.regime.report.MacroChange.Turn;
import io.github.macroregime.regime.report.MacroReport;
import io.github.macroregime.regime.report.MacroStatement;
import io.github.macroregime.regime.report.MovesPart.Move;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields {@code regime} and {@code regime_change} of the JSON. */
final class MacroJson {

    private MacroJson() {}

    static Map<String, Object> of(MacroReport report) {
        return JsonWriter.object(
                "statements",
                report.statements().stream().map(MacroJson::statement).toList(),
                "lacking",
                lacking(report));
    }

    static List<Map<String, Object>> lacking(MacroReport report) {
        return report.gaps().stream()
                .map(gap -> JsonWriter.object("absent", gap.lacking(), "consequence", gap.consequence()))
                .toList();
    }

    private static Map<String, Object> statement(MacroStatement statement) {
        return JsonWriter.object(
                "topic", statement.topic().name(),
                "subject", statement.subject(),
                "state", statement.state(),
                "sentence", statement.sentence(),
                "figure", statement.figure().rounded(),
                "unit", statement.figure().unit().toString(),
                "definition", statement.definition(),
                "n", statement.sample().n(),
                "counted", statement.sample().counted(),
                "effective_n", statement.sample().effectiveN(),
                "observed", statement.observed().toString());
    }

    static List<Map<String, Object>> of(DaySummary summary) {
        return summary.lines().stream().map(MacroJson::line).toList();
    }

    private static Map<String, Object> line(DaySummary.Line line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("axis", line.axis().name());
        object.put("text", line.text());
        if (!Double.isNaN(line.deviations())) {
            object.put("deviations", line.deviations());
        }
        object.put("rests_on", line.statements().stream().map(MacroJson::name).toList());
        return object;
    }

    static Map<String, Object> of(MacroChange change) {
        return JsonWriter.object(
                "since", change.earlier().toString(),
                "turns", change.turns().stream().map(MacroJson::turn).toList(),
                "repricing",
                        change.repricing().stream().map(PolicyJson::repriced).toList(),
                "moved", change.moved().stream().map(MacroJson::moved).toList(),
                "largest_moves",
                        change.moves().stream()
                                .filter(Move::isLarge)
                                .map(Move::name)
                                .toList(),
                "unmoved", change.unmoved(),
                "appeared", change.appeared().stream().map(MacroJson::name).toList(),
                "vanished", change.vanished().stream().map(MacroJson::name).toList());
    }

    private static Map<String, Object> name(MacroStatement statement) {
        return JsonWriter.object("topic", statement.topic().name(), "subject", statement.subject());
    }

    private static Map<String, Object> turn(Turn turn) {
        return JsonWriter.object(
                "topic", turn.topic().name(),
                "subject", turn.subject(),
                "state_before", turn.from(),
                "state", turn.to(),
                "since", turn.since().toString(),
                "date", turn.date().toString(),
                "held", turn.held(),
                "counted", turn.counted(),
                "earlier", turn.earlier(),
                "outcomes",
                        turn.outcomes().stream()
                                .map(each -> JsonWriter.object(
                                        "asset", each.asset(),
                                        "closes", each.horizon(),
                                        "n", each.n(),
                                        "median_pct", each.median().quoted(),
                                        "all_median_pct", each.usual().quoted()))
                                .toList());
    }

    private static Map<String, Object> moved(StatementChange change) {
        return JsonWriter.object(
                "topic", change.after().topic().name(),
                "subject", change.after().subject(),
                "state_changed", change.isStateChanged(),
                "state_before", change.before().state(),
                "state", change.after().state(),
                "figure_before", change.before().figure().rounded(),
                "figure", change.after().figure().rounded(),
                "change", change.by().rounded(),
                "unit", change.after().figure().unit().toString());
    }
}
