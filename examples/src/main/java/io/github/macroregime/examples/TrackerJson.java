package io.github.macroregime.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.credit.Finding;
import io.github.macroregime.credit.SpreadPercentile;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.equities.breadth.Breadth;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.ShownParts;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.ImpliedWeight;
import io.github.macroregime.rates.policy.PathExtreme;
import io.github.macroregime.rates.policy.PathStep;
import io.github.macroregime.rates.policy.PolicyPath;
import io.github.macroregime.regime.strength.StrengthRow;
import io.github.macroregime.regime.tracker.BoardBlock;
import io.github.macroregime.regime.tracker.CreditBlock;
import io.github.macroregime.regime.tracker.EquitiesBlock;
import io.github.macroregime.regime.tracker.PolicyBlock;
import io.github.macroregime.regime.tracker.TrackerReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the report as JSON: a version first, the unit in the name of every figure. */
final class TrackerJson {

    static final int VERSION = 1;

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int PLACES = 2;

    private TrackerJson() {}

    static String render(TrackerReport report) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document(report)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    private static Map<String, Object> document(TrackerReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("date", report.date().toString());
        document.put("title", report.title());
        report.equities().ifPresent(block -> document.put("equities", equities(block)));
        document.put("credit", report.credit().stream().map(TrackerJson::credit).toList());
        report.policy().ifPresent(block -> document.put("policy", policy(block)));
        report.board().ifPresent(block -> document.put("board", board(block)));
        document.put(
                "print_check",
                report.statements().stream()
                        .map(each -> object(
                                "statement", each.text(),
                                "verdict", each.verdict().name(),
                                "arithmetic", each.arithmetic()))
                        .toList());
        document.put(
                "lacking",
                report.gaps().stream()
                        .map(gap -> object("absent", gap.lacking(), "consequence", gap.consequence()))
                        .toList());
        return document;
    }

    private static Map<String, Object> equities(EquitiesBlock block) {
        Map<String, Object> equities = new LinkedHashMap<>();
        if (block instanceof EquitiesBlock.Contributed contributed) {
            equities.put("index", contributed.index());
            putContributions(equities, contributed);
        } else {
            equities.put("source", ((EquitiesBlock.PricesOnly) block).source());
        }
        equities.put(
                "sector_returns",
                block.returns().stream()
                        .map(each -> object(
                                "sector", each.sector(),
                                "return_pct", each.periodReturn().percent()))
                        .toList());
        equities.put("equal_weight_mean_pct", block.equalWeightMean().percent());
        if (block.breadth() instanceof Breadth breadth) {
            equities.put(
                    "breadth",
                    object(
                            "up", breadth.advancers(),
                            "down", breadth.decliners(),
                            "unchanged", breadth.unchanged(),
                            "dead_zone_pct", breadth.deadZone().percent()));
        }
        return equities;
    }

    private static void putContributions(Map<String, Object> equities, EquitiesBlock.Contributed block) {
        ContributionReport report = block.report();
        ShownParts shown = report.shown(PLACES);
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < report.lines().size(); i++) {
            var line = report.lines().get(i);
            lines.add(object(
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
        equities.put(
                "implied_weights",
                block.weights().stream().map(TrackerJson::weight).toList());
        if (block.feasible() instanceof FeasibleReturn.Range range) {
            equities.put("feasible_index_return_low_pct", range.low().percent());
            equities.put("feasible_index_return_high_pct", range.high().percent());
        }
    }

    private static Map<String, Object> weight(ImpliedWeight weight) {
        Map<String, Object> object = object("sector", weight.id());
        weight.point().ifPresent(point -> object.put("weight_fraction", point));
        object.put("weight_low_fraction", weight.low());
        object.put("weight_high_fraction", weight.high());
        return object;
    }

    private static Map<String, Object> credit(CreditBlock block) {
        var standing = block.standing();
        Map<String, Object> credit = object(
                "instrument", standing.instrument().name(),
                "instrument_kind", standing.instrument().getClass().getSimpleName(),
                "date", standing.date().toString(),
                "level_bp", standing.level().basisPoints());
        credit.put(
                "landmarks",
                standing.distances().stream()
                        .map(distance -> object(
                                "name", distance.landmark().name(),
                                "level_bp", distance.landmark().level().basisPoints(),
                                "from",
                                        distance.landmark()
                                                .span()
                                                .fromInclusive()
                                                .toString(),
                                "before",
                                        distance.landmark().span().toExclusive().toString(),
                                "difference_bp", distance.difference().basisPoints()))
                        .toList());
        credit.put("band", band(standing.place().band()));
        credit.put(
                "bands", block.bands().bands().stream().map(TrackerJson::band).toList());
        credit.put(
                "percentiles",
                block.percentiles().stream().map(TrackerJson::percentile).toList());
        block.history()
                .ifPresent(history -> credit.put(
                        "history",
                        object(
                                "source", history.source(),
                                "synthetic", history.isSynthetic(),
                                "dates", history.series().size())));
        credit.put(
                "findings", standing.findings().stream().map(Finding::message).toList());
        return credit;
    }

    private static Map<String, Object> band(Band band) {
        Map<String, Object> object = object(
                "name",
                band.isUnnamed() ? "" : band.name(),
                "named",
                !band.isUnnamed(),
                "severity",
                band.severity().name(),
                "range",
                band.interval());
        edge(band.lower()).ifPresent(level -> object.put("from_bp", level));
        edge(band.upper()).ifPresent(level -> object.put("to_bp", level));
        return object;
    }

    private static Optional<Double> edge(Bound bound) {
        return bound instanceof Bound.Edge edge ? Optional.of(edge.level().basisPoints()) : Optional.empty();
    }

    private static Map<String, Object> percentile(SpreadPercentile rank) {
        return object(
                "lookback", rank.lookback().toString(),
                "percentile_fraction", rank.fraction(),
                "definition", rank.definition().name(),
                "current_included", rank.isCurrentIncluded(),
                "from", rank.from().toString(),
                "n", rank.count(),
                "effective_n", rank.effectiveCount(),
                "ties", rank.ties(),
                "standard_error_fraction", rank.standardError());
    }

    private static Map<String, Object> policy(PolicyBlock block) {
        PolicyPath path = block.calibrated().path();
        PathExtreme end = path.terminal();
        return object(
                "overnight_index", block.overnightIndex(),
                "sources", block.sources(),
                "start_rate_pct", path.startRate().percent(),
                "total_bp", path.total().basisPoints(),
                "terminal_rate_pct", end.rate().percent(),
                "terminal_kind", end.kind().name(),
                "terminal_since", end.since().toString(),
                "terminal_at_horizon", end.atHorizon(),
                "meetings",
                        path.steps().stream().map(step -> meeting(path, step)).toList());
    }

    private static Map<String, Object> meeting(PolicyPath path, PathStep step) {
        return object(
                "decision", step.meeting().decision().toString(),
                "effective", step.meeting().effective().toString(),
                "rate_pct", step.rateAfter().percent(),
                "step_bp", step.step().basisPoints(),
                "cumulative_bp", step.cumulative().basisPoints(),
                "cuts_of_25_bp", -step.moves(CUT),
                "cut_probability_fraction", path.odds(step.meeting(), CUT).cutProbability());
    }

    private static Map<String, Object> board(BoardBlock block) {
        return object(
                "synthetic", block.isSynthetic(),
                "assets", block.board().rows().stream().map(TrackerJson::asset).toList(),
                "unscored",
                        block.board().unscored().stream().map(Object::toString).toList());
    }

    private static Map<String, Object> asset(StrengthRow row) {
        return object(
                "asset", row.asset(),
                "observed", row.observed().toString(),
                "close", row.close(),
                "strength_score", row.strength().value(),
                "word", row.strength().word().name(),
                "momentum_score", row.strength().momentum(),
                "reversion_score", row.strength().reversion(),
                "trend_weight_fraction", row.strength().omega(),
                "agreement_fraction", row.strength().agreement(),
                "tail", row.strength().tail().name(),
                "n", row.strength().observations());
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
