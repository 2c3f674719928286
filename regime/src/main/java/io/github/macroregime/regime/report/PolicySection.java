package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.rates.probability.Dependence;
import io.github.macroregime.rates.probability.FedWatchTable;
import io.github.macroregime.rates.probability.OutcomeDistribution;
import io.github.macroregime.rates.probability.OutcomeTree;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.day.Text.Cells;
import io.github.macroregime.regime.input.FedWatchComparison;
import io.github.macroregime.regime.input.FedWatchComparison.ComparedMeeting;
import io.github.macroregime.regime.input.RatesInput.Path;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Charts;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The policy path that the quotes imply, meeting by meeting, how well it fits them, and the probabilities around it.
 */
final class PolicySection {

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int PLACES = 2;
    private static final double EVEN = 50;
    private static final String OPEN = "open";
    private static final double SHOWN = 0.0005;
    private static final String UNSETTLED = "not settled by the strip";

    private PolicySection() {}

    static Section of(PolicyPart part) {
        Optional<Path> path = part.path();
        List<Table> tables = new ArrayList<>();
        path.ifPresent(each -> {
            tables.add(steps(each.path()));
            tables.add(quotes(each.path()));
            totals(each).ifPresent(tables::add);
            each.fedWatch().map(PolicySection::compared).ifPresent(tables::add);
        });
        return CachedParts.section(
                part,
                path.map(PolicySection::lead).orElse(List.of()),
                tables,
                path.map(PolicySection::charts).orElse(List.of()),
                path.map(PolicySection::notes).orElse(List.of()));
    }

    /** The path with its errors, and the cuts that it puts on the meetings. */
    private static List<Chart> charts(Path priced) {
        List<Chart> charts = new ArrayList<>();
        Charts.path(priced.path())
                .map(chart -> chart.withSource("quotes: " + named(priced.sources())))
                .ifPresent(charts::add);
        PolicyPath path = priced.path().path();
        List<String> meetings = new ArrayList<>();
        List<Double> cuts = new ArrayList<>();
        for (Meeting meeting : path.meetings()) {
            path.probabilities(meeting, CUT).ifPresent(outcomes -> {
                meetings.add(meeting.decision().toString());
                cuts.add(100 * outcomes.cutProbability());
            });
        }
        if (!cuts.isEmpty()) {
            charts.add(new Chart(
                    firstLikely(meetings, cuts),
                    "probability of a cut of 25 bp at each meeting, percent",
                    "",
                    Chart.Form.BARS,
                    meetings,
                    List.of(new Chart.Line("", cuts)),
                    List.of(),
                    List.of()));
        }
        return charts;
    }

    private static String firstLikely(List<String> meetings, List<Double> cuts) {
        return IntStream.range(0, cuts.size())
                .filter(i -> cuts.get(i) > EVEN)
                .mapToObj(i -> "A cut is likelier than not on " + meetings.get(i)
                        + (i == 0 ? "" : ", and at no meeting before"))
                .findFirst()
                .orElse("A cut is likelier than not at no meeting");
    }

    private static List<String> lead(Path priced) {
        CalibratedPath calibrated = priced.path();
        PolicyPath path = calibrated.path();
        List<String> lead = new ArrayList<>();
        lead.add("Policy path of " + path.frame().index() + ".");
        path.total()
                .ifPresent(total -> lead.add(
                        "From " + Cells.percent(path.startRate().orElseThrow(), PLACES) + " % the quotes imply "
                                + Cells.signedBasisPoints(total) + " bp over "
                                + path.meetings().size()
                                + " meetings."));
        path.terminal()
                .ifPresent(end -> lead.add("Terminal rate " + Cells.percent(end.rate(), PLACES) + " % +- "
                        + basisPoints(calibrated.standardError(end.period())) + " bp (" + Text.lower(end.kind())
                        + ") from " + end.since()
                        + (end.atHorizon() ? ", at the horizon of the table and no turning point." : ".")));
        List<String> unidentified = priced.unidentified();
        if (!unidentified.isEmpty()) {
            lead.add("Not identified by the quotes: " + String.join(", ", unidentified) + ".");
        }
        return lead;
    }

    private static Table steps(CalibratedPath calibrated) {
        List<List<String>> rows = calibrated.path().steps().stream()
                .map(step -> step(calibrated, step))
                .toList();
        return new Table(
                Table.columns(
                        "Decision",
                        "~Effective",
                        "#Rate %",
                        "~#+- bp",
                        "=Step bp",
                        "~#+- bp",
                        "#Cumulative bp",
                        "~#Cuts of 25 bp",
                        "#Cut %",
                        "~Outcomes"),
                rows);
    }

    private static List<String> step(CalibratedPath calibrated, PathStep step) {
        Meeting meeting = step.meeting();
        Optional<AdjacentOutcomes> adjacent = calibrated.path().probabilities(meeting, CUT);
        int period = calibrated.path().frame().periodAfter(meeting);
        return List.of(
                meeting.decision().toString(),
                meeting.effective().toString(),
                step.rateAfter().map(rate -> Cells.percent(rate, 4)).orElse(OPEN),
                basisPoints(calibrated.standardError(period)),
                step.step().map(Cells::signedBasisPoints).orElse(OPEN),
                basisPoints(calibrated.stepStandardError(meeting)),
                step.cumulative().map(Cells::signedBasisPoints).orElse(OPEN),
                step.moves(CUT).stream()
                        .mapToObj(moves -> Cells.decimal(-moves, PLACES))
                        .findFirst()
                        .orElse(OPEN),
                adjacent.map(each -> Cells.share(each.cutProbability(), 1)).orElse(OPEN),
                adjacent.map(AdjacentOutcomes::toString).orElse(OPEN));
    }

    private static String basisPoints(Optional<Rate> error) {
        return error.map(Cells::basisPoints).orElse(OPEN);
    }

    private static Table quotes(CalibratedPath calibrated) {
        List<Quote> quotes = calibrated.quotes();
        return new Table(
                Table.columns("Quote", "On", "#Rate %", "Weight", "#Residual bp", "#Ticks"),
                IntStream.range(0, quotes.size())
                        .mapToObj(i -> quote(quotes.get(i), calibrated.residual(i)))
                        .toList());
    }

    private static List<String> quote(Quote quote, Rate residual) {
        return List.of(
                quote.instrument().label(),
                quote.instrument().index().name(),
                Cells.percent(quote.rate(), 4),
                quote.weight().toString().replace("±", "+-"),
                Cells.signedBasisPoints(residual),
                quote.instrument() instanceof RateFuture future
                        ? Cells.decimal(residual.basisPoints() / future.tick().basisPoints(), PLACES)
                        : "");
    }

    private static List<String> notes(Path priced) {
        CalibratedPath calibrated = priced.path();
        List<String> notes = new ArrayList<>();
        notes.add("Quotes: " + named(priced.sources()) + ". Largest residual " + largestResidual(priced)
                + " bp; " + Text.lower(calibrated.status()) + ", rank " + calibrated.rank() + " of "
                + calibrated.unknowns() + ". The residual of a quote is its rate minus the path's.");
        notes.add("Between path and quotes: " + calibrated.path().frame().adjustments() + ".");
        notes.add("The overnight rate is constant from one effective date to the next and compounds over business days,"
                + " actual/" + calibrated.path().frame().index().daysInYear()
                + ". Standard errors come from the weights"
                + " of the quotes.");
        notes.add("The probabilities put all weight on the two multiples of 25 bp next to the expected step; the quotes"
                + " fix the mean, not the distribution. The dependence between the meetings is an assumption:"
                + " independent and together (one state of the world moves all) are the ends of it.");
        if (priced.fedWatch().isEmpty()) {
            notes.add("No comparison with the published FedWatch procedure: it needs monthly futures, and none are"
                    + " quoted that it can use.");
        } else {
            notes.add("The published FedWatch procedure counts days from the decision and solves month by month, so it"
                    + " leaves contracts unused; the path counts from the effective date and weighs every contract.");
        }
        return notes;
    }

    private static String named(List<Source> sources) {
        return sources.stream().map(Source::name).collect(Collectors.joining(", "));
    }

    private static String largestResidual(Path priced) {
        double largest = priced.path().residuals().stream().map(Math::abs).max().orElse(0);
        return NumberText.of("%.1e", 1e4 * largest);
    }

    private static Optional<Table> totals(Path priced) {
        return priced.tree(Dependence.independent())
                .flatMap(independent ->
                        priced.tree(Dependence.comonotone()).map(together -> totals(priced, independent, together)));
    }

    private static Table totals(Path priced, OutcomeTree independent, OutcomeTree together) {
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
                priced.yearEnds().stream()
                        .map(meeting -> total(meeting, independent.cumulative(meeting), together.cumulative(meeting)))
                        .toList());
    }

    private static List<String> total(Meeting meeting, OutcomeDistribution independent, OutcomeDistribution together) {
        int moves = wholeMoves(independent);
        return List.of(
                meeting.decision().toString(),
                Cells.signedBasisPoints(independent.mean()),
                Cells.basisPoints(independent.standardDeviation()),
                Cells.basisPoints(together.standardDeviation()),
                Math.abs(moves) + (moves < 0 ? " x 25 bp of cuts" : " x 25 bp of hikes"),
                Cells.share(reaches(independent, moves), 1),
                Cells.share(reaches(together, moves), 1),
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
                comparison.meetings().stream().map(PolicySection::compared).toList());
    }

    private static List<String> compared(ComparedMeeting meeting) {
        return List.of(
                meeting.meeting().decision().toString(),
                meeting.ours().map(PolicySection::text).orElse(UNSETTLED),
                text(meeting.decisionDayNew()),
                text(meeting.decisionDayOld()),
                meeting.why());
    }

    private static String text(Optional<FedWatchTable.Row> row) {
        return row.map(each -> text(each.step())).orElse(UNSETTLED);
    }

    private static String text(OutcomeDistribution distribution) {
        return IntStream.rangeClosed(distribution.lowest(), distribution.highest())
                .filter(moves -> distribution.probability(moves) >= SHOWN)
                .mapToObj(moves -> NumberText.of(
                        "%s bp %.1f %%", total(distribution, moves), 100 * distribution.probability(moves)))
                .collect(Collectors.joining(", "));
    }

    private static String total(OutcomeDistribution distribution, int moves) {
        Rate total = distribution.size().times(moves);
        return moves == 0 ? "0" : NumberText.of("%+.0f", total.basisPoints());
    }
}
