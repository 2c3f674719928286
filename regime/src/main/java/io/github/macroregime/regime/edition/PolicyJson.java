package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.path.PolicyPath.Extreme;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.FedWatchTable;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.rates.probability.OutcomeTree;
import io.github.macroregime.rates.risk.PathRepricing;
import io.github.macroregime.regime.input.FedWatchComparison.ComparedMeeting;
import io.github.macroregime.regime.input.RatesInput.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The field {@code policy} of the JSON. */
final class PolicyJson {

    private static final Rate CUT = Rate.ofBasisPoints(25);

    private PolicyJson() {}

    static Map<String, Object> of(Path priced) {
        CalibratedPath calibrated = priced.path();
        PolicyPath path = calibrated.path();
        Map<String, Object> policy = JsonWriter.object(
                "overnight_index", path.frame().index().name(),
                "sources", priced.sources().stream().map(Source::name).toList());
        path.startRate().ifPresent(rate -> policy.put("start_rate_pct", rate.percent()));
        path.total().ifPresent(total -> policy.put("total_bp", total.basisPoints()));
        path.terminal().ifPresent(end -> putTerminal(policy, calibrated, end));
        policy.put(
                "meetings",
                path.steps().stream().map(step -> meeting(calibrated, step)).toList());
        policy.put("fit_status", calibrated.status().name());
        policy.put("unidentified", priced.unidentified());
        policy.put("adjustments", path.frame().adjustments().toString());
        policy.put("quotes", quotes(calibrated));
        policy.put("totals", totals(priced));
        priced.fedWatch()
                .ifPresent(comparison -> policy.put(
                        "fedwatch",
                        comparison.meetings().stream().map(PolicyJson::compared).toList()));
        return policy;
    }

    private static void putTerminal(Map<String, Object> policy, CalibratedPath calibrated, Extreme end) {
        policy.put("terminal_rate_pct", end.rate().percent());
        putBasisPoints(policy, "terminal_rate_error_bp", calibrated.standardError(end.period()));
        policy.put("terminal_kind", end.kind().name());
        policy.put("terminal_since", end.since().toString());
        policy.put("terminal_at_horizon", end.atHorizon());
    }

    private static void putBasisPoints(Map<String, Object> json, String name, Optional<Rate> rate) {
        rate.ifPresent(known -> json.put(name, known.basisPoints()));
    }

    static Map<String, Object> repriced(PathRepricing repricing) {
        return JsonWriter.object(
                "from", repricing.from().path().asOf().toString(),
                "to", repricing.to().path().asOf().toString(),
                "meetings", repricing.rows().stream().map(PolicyJson::repriced).toList());
    }

    private static Map<String, Object> repriced(PathRepricing.Row row) {
        return JsonWriter.object(
                "decision", row.decision().toString(),
                "rate_before_pct", row.rateFrom().percent(),
                "rate_pct", row.rateTo().percent(),
                "step_change_bp", row.stepChange().basisPoints(),
                "cumulative_change_bp", row.cumulativeChange().basisPoints(),
                "outcomes",
                        row.moves().stream()
                                .map(move -> JsonWriter.object(
                                        "move_bp", move.basisPoints(),
                                        "probability_fraction",
                                                row.probabilitiesTo().probability(move),
                                        "change_fraction", row.probabilityChange(move)))
                                .toList());
    }

    private static Map<String, Object> meeting(CalibratedPath calibrated, PathStep step) {
        Meeting meeting = step.meeting();
        Map<String, Object> object = JsonWriter.object(
                "decision", meeting.decision().toString(),
                "effective", meeting.effective().toString());
        step.rateAfter().ifPresent(rate -> object.put("rate_pct", rate.percent()));
        putBasisPoints(object, "step_bp", step.step());
        putBasisPoints(object, "cumulative_bp", step.cumulative());
        step.moves(CUT).ifPresent(moves -> object.put("cuts_of_25_bp", -moves));
        step.step().ifPresent(change -> {
            object.put(
                    "cut_probability_fraction", AdjacentOutcomes.of(change, CUT).cutProbability());
            object.put("outcomes", outcomes(OutcomeDistribution.twoPoint(change, CUT)));
        });
        int period = calibrated.path().frame().periodAfter(meeting);
        object.put("identified", calibrated.path().isIdentified(period));
        putBasisPoints(object, "rate_error_bp", calibrated.standardError(period));
        putBasisPoints(object, "step_error_bp", calibrated.stepStandardError(meeting));
        return object;
    }

    private static List<Map<String, Object>> outcomes(OutcomeDistribution distribution) {
        return IntStream.rangeClosed(distribution.lowest(), distribution.highest())
                .filter(moves -> distribution.probability(moves) > 0)
                .mapToObj(moves -> JsonWriter.object(
                        "move_bp", distribution.size().times(moves).basisPoints(),
                        "probability_fraction", distribution.probability(moves)))
                .toList();
    }

    private static List<Map<String, Object>> quotes(CalibratedPath calibrated) {
        List<Quote> quotes = calibrated.quotes();
        return IntStream.range(0, quotes.size())
                .mapToObj(i -> quote(quotes.get(i), calibrated.residual(i)))
                .toList();
    }

    private static Map<String, Object> quote(Quote quote, Rate residual) {
        Map<String, Object> object = JsonWriter.object(
                "quote", quote.instrument().label(),
                "index", quote.instrument().index().name(),
                "rate_pct", quote.rate().percent(),
                "weight", quote.weight().toString(),
                "residual_bp", residual.basisPoints());
        if (quote.instrument() instanceof RateFuture future) {
            object.put("residual_ticks", residual.decimal() / future.tick().decimal());
        }
        return object;
    }

    private static List<Map<String, Object>> totals(Path priced) {
        Optional<OutcomeTree> independent = priced.tree(Dependence.independent());
        Optional<OutcomeTree> together = priced.tree(Dependence.comonotone());
        return independent.isEmpty() || together.isEmpty()
                ? List.of()
                : totals(priced, independent.get(), together.get());
    }

    private static List<Map<String, Object>> totals(Path priced, OutcomeTree independent, OutcomeTree together) {
        return priced.yearEnds().stream()
                .map(meeting -> JsonWriter.object(
                        "decision", meeting.decision().toString(),
                        "mean_bp", independent.cumulative(meeting).mean().basisPoints(),
                        "independent", outcomes(independent.cumulative(meeting)),
                        "together", outcomes(together.cumulative(meeting))))
                .toList();
    }

    private static Map<String, Object> compared(ComparedMeeting meeting) {
        Map<String, Object> object =
                JsonWriter.object("decision", meeting.meeting().decision().toString());
        meeting.ours().ifPresent(step -> object.put("ours", outcomes(step)));
        meeting.decisionDayNew().ifPresent(row -> object.put("decision_day_new", variant(row)));
        meeting.decisionDayOld().ifPresent(row -> object.put("decision_day_old", variant(row)));
        object.put("why", meeting.why());
        return object;
    }

    private static Map<String, Object> variant(FedWatchTable.Row row) {
        return JsonWriter.object(
                "step_bp", row.change().basisPoints(),
                "outcomes", outcomes(row.step()),
                "totals", outcomes(row.cumulative()),
                "own_contract_used", row.ownContractUsed(),
                "own_contract_residual_bp", row.pricingError().basisPoints());
    }
}
