package io.github.macroregime.examples;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.CalibratedPath;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.report.Chart;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import io.github.macroregime.regime.tracker.TrackerReport.PolicyBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The policy path that the quotes imply, meeting by meeting, how well it fits them, and the probabilities around it.
 */
final class PolicySection {

    private static final Rate CUT = Rate.ofBasisPoints(25);
    private static final int PLACES = 2;
    private static final String OPEN = "open";

    private PolicySection() {}

    static Section of(PolicyBlock block) {
        List<Table> tables = new ArrayList<>(List.of(steps(block.calibrated()), quotes(block.calibrated())));
        PolicyProbabilities.totals(block).ifPresent(tables::add);
        block.fedWatch().map(PolicyProbabilities::compared).ifPresent(tables::add);
        return new Section(
                "policy",
                "Policy path: " + block.calibrated().path().frame().index(),
                lead(block.calibrated()),
                tables,
                chart(block).stream().toList(),
                notes(block));
    }

    /** The rates from today's to the last one before which none is open. */
    private static Optional<Chart> chart(PolicyBlock block) {
        PolicyPath path = block.calibrated().path();
        List<Double> rates = Stream.concat(
                        Stream.of(path.startRate()), path.steps().stream().map(PathStep::rateAfter))
                .takeWhile(Optional::isPresent)
                .map(rate -> rate.orElseThrow().percent())
                .toList();
        List<String> days = Stream.concat(
                        Stream.of(path.asOf()), path.meetings().stream().map(Meeting::effective))
                .limit(rates.size())
                .map(Object::toString)
                .toList();
        return rates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        path.frame().index() + " implied after each meeting, percent (quotes: "
                                + String.join(", ", block.sources()) + ")",
                        Chart.Form.STEPS,
                        days,
                        rates,
                        List.of()));
    }

    /** Where the quotes and fixings of a path come from, for the other places that show what they price. */
    static List<String> provenance(List<String> sources) {
        return sources.isEmpty() ? List.of() : List.of("The policy path rests on: " + String.join(", ", sources) + ".");
    }

    private static List<String> lead(CalibratedPath calibrated) {
        PolicyPath path = calibrated.path();
        List<String> lead = new ArrayList<>();
        path.total()
                .ifPresent(total -> lead.add(
                        "From " + Figures.percent(path.startRate().orElseThrow(), PLACES) + " % the quotes imply "
                                + Figures.signedBasisPoints(total) + " bp over "
                                + path.meetings().size()
                                + " meetings."));
        path.terminal()
                .ifPresent(end -> lead.add("Terminal rate " + Figures.percent(end.rate(), PLACES) + " % +- "
                        + basisPoints(calibrated.standardError(end.period())) + " bp (" + Figures.words(end.kind())
                        + ") from " + end.since()
                        + (end.atHorizon() ? ", at the horizon of the table and no turning point." : ".")));
        List<String> unidentified = unidentified(calibrated);
        if (!unidentified.isEmpty()) {
            lead.add("Not identified by the quotes: " + String.join(", ", unidentified) + ".");
        }
        return lead;
    }

    static List<String> unidentified(CalibratedPath calibrated) {
        List<String> names = new ArrayList<>();
        if (calibrated.unidentifiedPeriods().contains(0)) {
            names.add("today's rate");
        }
        calibrated.unidentifiedMeetings().forEach(meeting -> names.add("the meeting of " + meeting.decision()));
        if (calibrated.unidentifiedAdjustments().count() > 0) {
            names.add(calibrated.path().frame().adjustments().toString());
        }
        return names;
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
                step.rateAfter().map(rate -> Figures.percent(rate, 4)).orElse(OPEN),
                basisPoints(calibrated.standardError(period)),
                step.step().map(Figures::signedBasisPoints).orElse(OPEN),
                basisPoints(calibrated.stepStandardError(meeting)),
                step.cumulative().map(Figures::signedBasisPoints).orElse(OPEN),
                step.moves(CUT).stream()
                        .mapToObj(moves -> String.format(Locale.ROOT, "%.2f", -moves))
                        .findFirst()
                        .orElse(OPEN),
                adjacent.map(each -> Figures.share(each.cutProbability(), 1)).orElse(OPEN),
                adjacent.map(AdjacentOutcomes::toString).orElse(OPEN));
    }

    private static String basisPoints(Optional<Rate> error) {
        return error.map(Figures::basisPoints).orElse(OPEN);
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
                Figures.percent(quote.rate(), 4),
                quote.weight().toString().replace("±", "+-"),
                Figures.signedBasisPoints(residual),
                quote.instrument() instanceof RateFuture future
                        ? String.format(
                                Locale.ROOT,
                                "%.2f",
                                residual.decimal() / future.tick().decimal())
                        : "");
    }

    private static List<String> notes(PolicyBlock block) {
        CalibratedPath calibrated = block.calibrated();
        List<String> notes = new ArrayList<>();
        notes.add("Quotes: " + String.join(", ", block.sources()) + ". Largest residual " + largestResidual(block)
                + " bp; " + Figures.words(calibrated.status()) + ", rank " + calibrated.rank() + " of "
                + calibrated.unknowns() + ". The residual of a quote is its rate minus the path's.");
        notes.add("Between path and quotes: " + calibrated.path().frame().adjustments() + ".");
        notes.add("The overnight rate is constant from one effective date to the next and compounds over business days,"
                + " actual/" + calibrated.path().frame().index().daysInYear()
                + ". Standard errors come from the weights"
                + " of the quotes.");
        notes.add("The probabilities put all weight on the two multiples of 25 bp next to the expected step; the quotes"
                + " fix the mean, not the distribution. The dependence between the meetings is an assumption:"
                + " independent and together (one state of the world moves all) are the ends of it.");
        if (block.fedWatch().isEmpty()) {
            notes.add("No comparison with the published FedWatch procedure: it needs monthly futures, and none are"
                    + " quoted that it can use.");
        } else {
            notes.add("The published FedWatch procedure counts days from the decision and solves month by month, so it"
                    + " leaves contracts unused; the path counts from the effective date and weighs every contract.");
        }
        return notes;
    }

    private static String largestResidual(PolicyBlock block) {
        double largest =
                block.calibrated().residuals().stream().map(Math::abs).max().orElse(0);
        return String.format(Locale.ROOT, "%.1e", 1e4 * largest);
    }
}
