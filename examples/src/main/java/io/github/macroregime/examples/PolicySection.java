package io.github.macroregime.examples;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.policy.AdjacentOutcomes;
import io.github.macroregime.rates.policy.PathExtreme;
import io.github.macroregime.rates.policy.PathStep;
import io.github.macroregime.rates.policy.PolicyPath;
import io.github.macroregime.regime.tracker.PolicyBlock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The policy path that the quotes imply, meeting by meeting. */
final class PolicySection {

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int PLACES = 2;

    private PolicySection() {}

    static Section of(PolicyBlock block) {
        PolicyPath path = block.calibrated().path();
        List<List<String>> rows =
                path.steps().stream().map(step -> step(path, step)).toList();
        Table table = new Table(
                Table.columns(
                        "Decision",
                        "Effective",
                        "#Rate %",
                        "#Step bp",
                        "#Cumulative bp",
                        "#Cuts of 25 bp",
                        "#Cut %",
                        "Outcomes"),
                rows);
        Chart chart = new Chart(
                block.overnightIndex() + " implied after each meeting, percent",
                Chart.Form.STEPS,
                Stream.concat(Stream.of(path.asOf()), path.meetings().stream().map(meeting -> meeting.effective()))
                        .map(Object::toString)
                        .toList(),
                Stream.concat(Stream.of(path.startRate()), path.steps().stream().map(PathStep::rateAfter))
                        .map(Rate::percent)
                        .toList(),
                List.of());
        return new Section(
                "policy",
                "Policy path: " + block.overnightIndex(),
                lead(path),
                List.of(table),
                List.of(chart),
                List.of(
                        "Quotes: " + String.join(", ", block.sources()) + ". Largest residual "
                                + largestResidual(block) + " bp; "
                                + Figures.words(block.calibrated().status()) + ".",
                        "The overnight rate is constant from one effective date to the next and compounds over business"
                                + " days, actual/360.",
                        "Odds put all weight on the two multiples of 25 bp next to the expected step; the quotes fix the"
                                + " mean, not the distribution."));
    }

    private static List<String> lead(PolicyPath path) {
        PathExtreme end = path.terminal();
        return List.of(
                "From " + Figures.percent(path.startRate(), PLACES) + " % the quotes imply "
                        + Figures.signedBasisPoints(path.total()) + " bp over "
                        + path.meetings().size()
                        + " meetings.",
                "Terminal rate " + Figures.percent(end.rate(), PLACES) + " % ("
                        + Figures.words(end.kind()) + ") from " + end.since()
                        + (end.atHorizon() ? ", at the horizon of the table and no turning point." : "."));
    }

    private static List<String> step(PolicyPath path, PathStep step) {
        AdjacentOutcomes odds = path.odds(step.meeting(), CUT);
        return List.of(
                step.meeting().decision().toString(),
                step.meeting().effective().toString(),
                Figures.percent(step.rateAfter(), 4),
                Figures.signedBasisPoints(step.step()),
                Figures.signedBasisPoints(step.cumulative()),
                String.format(Locale.ROOT, "%.2f", -step.moves(CUT)),
                Figures.share(odds.cutProbability(), 1),
                odds.toString());
    }

    private static String largestResidual(PolicyBlock block) {
        double largest =
                block.calibrated().residuals().stream().map(Math::abs).max().orElse(0);
        return String.format(Locale.ROOT, "%.1e", 1e4 * largest);
    }
}
