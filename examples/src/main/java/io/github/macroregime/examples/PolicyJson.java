package io.github.macroregime.examples;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.policy.PathExtreme;
import io.github.macroregime.rates.policy.PathStep;
import io.github.macroregime.rates.policy.PolicyPath;
import io.github.macroregime.regime.tracker.PolicyBlock;
import java.util.Map;

/** The field {@code policy} of the JSON. */
final class PolicyJson {

    private static final Rate CUT = Rate.ofBasisPoints(25);

    private PolicyJson() {}

    static Map<String, Object> of(PolicyBlock block) {
        PolicyPath path = block.calibrated().path();
        PathExtreme end = path.terminal();
        return JsonObject.of(
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
        return JsonObject.of(
                "decision", step.meeting().decision().toString(),
                "effective", step.meeting().effective().toString(),
                "rate_pct", step.rateAfter().percent(),
                "step_bp", step.step().basisPoints(),
                "cumulative_bp", step.cumulative().basisPoints(),
                "cuts_of_25_bp", -step.moves(CUT),
                "cut_probability_fraction", path.odds(step.meeting(), CUT).cutProbability());
    }
}
