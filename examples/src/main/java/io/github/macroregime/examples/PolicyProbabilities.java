package io.github.macroregime.examples;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.FedWatchTable;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.rates.probability.OutcomeTree;
import io.github.macroregime.regime.report.Table;
import io.github.macroregime.regime.tracker.FedWatchComparison;
import io.github.macroregime.regime.tracker.FedWatchComparison.ComparedMeeting;
import io.github.macroregime.regime.tracker.TrackerReport.PolicyBlock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The probabilities around the policy path: totals by the end of each year, and the published procedure beside ours.
 */
final class PolicyProbabilities {

    private static final double SHOWN = 0.0005;
    private static final String OPEN = "not settled by the strip";

    private PolicyProbabilities() {}

    static Optional<Table> totals(PolicyBlock block) {
        return block.tree(Dependence.independent())
                .flatMap(independent ->
                        block.tree(Dependence.comonotone()).map(together -> totals(block, independent, together)));
    }

    private static Table totals(PolicyBlock block, OutcomeTree independent, OutcomeTree together) {
        return new Table(
                Table.columns(
                        "By the meeting of",
                        "#Mean bp",
                        "~#Independent +- bp",
                        "~#Together +- bp",
                        "At least",
                        "#Independent %",
                        "#Together %",
                        "Totals if independent"),
                block.yearEnds().stream()
                        .map(meeting -> total(meeting, independent.cumulative(meeting), together.cumulative(meeting)))
                        .toList());
    }

    private static List<String> total(Meeting meeting, OutcomeDistribution independent, OutcomeDistribution together) {
        int moves = wholeMoves(independent);
        return List.of(
                meeting.decision().toString(),
                Figures.signedBasisPoints(independent.mean()),
                Figures.basisPoints(independent.standardDeviation()),
                Figures.basisPoints(together.standardDeviation()),
                Math.abs(moves) + (moves < 0 ? " x 25 bp of cuts" : " x 25 bp of hikes"),
                Figures.share(reaches(independent, moves), 1),
                Figures.share(reaches(together, moves), 1),
                text(independent));
    }

    /** The whole moves within the mean, at least one, negative for cuts. */
    static int wholeMoves(OutcomeDistribution distribution) {
        double moves = distribution.mean().decimal() / distribution.size().decimal();
        int whole = Math.max(1, (int) Math.floor(Math.abs(moves)));
        return moves < 0 ? -whole : whole;
    }

    static double reaches(OutcomeDistribution distribution, int moves) {
        return moves < 0 ? distribution.atMost(moves) : distribution.atLeast(moves);
    }

    static Table compared(FedWatchComparison comparison) {
        return new Table(
                Table.columns("Decision", "Ours", "FedWatch, decision day new", "FedWatch, decision day old", "Why"),
                comparison.meetings().stream()
                        .map(PolicyProbabilities::compared)
                        .toList());
    }

    private static List<String> compared(ComparedMeeting meeting) {
        return List.of(
                meeting.meeting().decision().toString(),
                meeting.ours().map(PolicyProbabilities::text).orElse(OPEN),
                text(meeting.decisionDayNew()),
                text(meeting.decisionDayOld()),
                meeting.why());
    }

    private static String text(Optional<FedWatchTable.Row> row) {
        return row.map(each -> text(each.step())).orElse(OPEN);
    }

    private static String text(OutcomeDistribution distribution) {
        return IntStream.rangeClosed(distribution.lowest(), distribution.highest())
                .filter(moves -> distribution.probability(moves) >= SHOWN)
                .mapToObj(moves -> String.format(
                        Locale.ROOT,
                        "%s bp %.1f %%",
                        total(distribution, moves),
                        100 * distribution.probability(moves)))
                .collect(Collectors.joining(", "));
    }

    private static String total(OutcomeDistribution distribution, int moves) {
        Rate total = distribution.size().times(moves);
        return moves == 0 ? "0" : String.format(Locale.ROOT, "%+.0f", total.basisPoints());
    }
}
