package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.print.Claim;
import io.github.macroregime.equities.print.PrintCheck;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.rates.check.PathClaim;
import io.github.macroregime.rates.check.PathConsistencyCheck;
import io.github.macroregime.rates.check.RateRange;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.AdjacentOutcomes;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.folder.TrackerInput;
import io.github.macroregime.regime.folder.TrackerInput.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Holds the printed sentences against the figures of the day and against one another. */
final class StatementCheck {

    private static final Rate LAST_DIGIT = Rate.ofPercent(0.01);
    private static final Rate LAST_DIGIT_OF_MOVE = Rate.ofBasisPoints(0.1);
    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);

    private final TrackerInput input;
    private final Optional<PrintedDay> sectors;
    private final Optional<PolicyPath> path;

    StatementCheck(TrackerInput input, Optional<PrintedDay> sectors, Optional<PolicyPath> path) {
        this.input = input;
        this.sectors = sectors;
        this.path = path;
    }

    /** First what the sector table itself has to satisfy, then each printed sentence in its order. */
    List<Finding> check() {
        List<Finding> checked = new ArrayList<>();
        sectors.ifPresent(
                day -> PrintCheck.check(day, List.of()).forEach(finding -> checked.add(besideTheMarket(day, finding))));
        input.statements().forEach(statement -> checked.add(check(statement)));
        return List.copyOf(checked);
    }

    /** What is said of the return of the index, with what its closes say. */
    private Finding besideTheMarket(PrintedDay day, Finding finding) {
        if (!finding.statement().startsWith("The index returned")) {
            return finding;
        }
        return market().map(move -> new Finding(
                        finding.statement(),
                        finding.verdict(),
                        finding.arithmetic()
                                + String.format(
                                        Locale.ROOT,
                                        "; printed %+.2f %%, close to close %+.2f %%",
                                        day.indexReturn().percent(),
                                        move.percent())))
                .orElse(finding);
    }

    private Optional<Rate> market() {
        LocalDate date = input.figures().date();
        return input.seriesIn(TrackerInput.SeriesRole.ASSET).stream()
                .filter(each -> each.name().equals(input.figures().index()) && !each.isSynthetic())
                .map(each -> each.series().until(date).dropMissing())
                .filter(closes -> closes.size() > 1 && closes.last().date().equals(date))
                .map(closes -> Rate.ofDecimal(closes.last().value() / closes.value(closes.size() - 2) - 1))
                .findFirst();
    }

    private Finding check(Statement statement) {
        if (statement instanceof Statement.Leader leader) {
            return ofSector(leader, leader.sector(), day -> ofClaim(day, leader));
        }
        if (statement instanceof Statement.InLine inLine) {
            return ofSector(inLine, inLine.sector(), day -> ofClaim(day, inLine));
        }
        if (statement instanceof Statement.RateAfter rate) {
            return rateAfter(rate);
        }
        if (statement instanceof Statement.TotalMove total) {
            return path.map(each -> total(each, total)).orElseGet(() -> open(total, "quotes.csv"));
        }
        if (statement instanceof Statement.CutProbability claim) {
            return path.map(each -> cutProbability(each, claim)).orElseGet(() -> open(claim, "quotes.csv"));
        }
        return steps((Statement.StepRange) statement);
    }

    private static Finding open(Statement statement, String lacking) {
        return new Finding(statement.text(), Verdict.UNDECIDED, "the folder has no " + lacking + " to hold it against");
    }

    private Finding ofSector(Statement statement, String sector, Function<PrintedDay, Finding> claim) {
        if (sectors.isEmpty()) {
            return open(statement, "sectors.csv");
        }
        PrintedDay day = sectors.get();
        List<String> known = day.lines().stream().map(PrintedDay.Line::id).toList();
        return known.contains(sector)
                ? claim.apply(day)
                : new Finding(
                        statement.text(),
                        Verdict.UNDECIDED,
                        "sectors.csv has no sector \"" + sector + "\" to hold it against; it has "
                                + String.join(", ", known));
    }

    private static Finding ofClaim(PrintedDay day, Statement.Leader leader) {
        Claim.Measure measure =
                leader.measure() == Statement.Measure.RETURN ? Claim.Measure.RETURN : Claim.Measure.CONTRIBUTION;
        Finding finding = PrintCheck.check(day, new Claim.AmongFirst(leader.sector(), measure, leader.places()));
        return quoted(leader, finding);
    }

    private static Finding ofClaim(PrintedDay day, Statement.InLine inLine) {
        Claim claim = new Claim.InLineWith(inLine.sector(), Claim.Yardstick.INDEX, inLine.tolerance());
        return quoted(inLine, PrintCheck.check(day, claim));
    }

    private static Finding quoted(Statement statement, Finding finding) {
        return new Finding(
                "\"" + statement.text() + "\": " + finding.statement(), finding.verdict(), finding.arithmetic());
    }

    private Finding rateAfter(Statement.RateAfter rate) {
        Optional<Rate> total = statedTotal();
        if (total.isEmpty() || input.figures().overnightRate().isEmpty()) {
            return open(rate, "overnight rate or stated total");
        }
        return fromPaths(
                rate,
                meetingsUntil(rate.meeting()),
                PathConsistencyCheck.Subject.LEVEL,
                new PathClaim.Start(
                        RateRange.exactly(input.figures().overnightRate().get())),
                new PathClaim.Total(RateRange.exactly(total.get())),
                new PathClaim.Terminal(RateRange.printed(rate.rate(), LAST_DIGIT)));
    }

    private Finding steps(Statement.StepRange steps) {
        Optional<Rate> total = statedTotal();
        if (total.isEmpty()) {
            return open(steps, "stated total");
        }
        List<Meeting> meetings = meetingsUntil(steps.to());
        List<PathClaim> claims = new ArrayList<>(cutProbabilities(meetings));
        claims.add(new PathClaim.Total(RateRange.exactly(total.get())));
        claims.add(new PathClaim.Steps(
                steps.from(), steps.to().plusDays(1), RateRange.between(steps.low(), steps.high())));
        Finding alone = fromPaths(steps, meetings, PathConsistencyCheck.Subject.REST, claims.toArray(PathClaim[]::new));
        return path.map(each -> new Finding(
                        alone.statement(), alone.verdict(), alone.arithmetic() + "; " + priced(each, claims)))
                .orElse(alone);
    }

    private List<PathClaim> cutProbabilities(List<Meeting> meetings) {
        return input.statements().stream()
                .filter(Statement.CutProbability.class::isInstance)
                .map(Statement.CutProbability.class::cast)
                .filter(claim -> meetings.stream().anyMatch(m -> m.decision().equals(claim.meeting())))
                .map(claim -> (PathClaim)
                        new PathClaim.Probability(claim.meeting(), USUAL_MOVE.negated(), claim.low(), claim.high()))
                .toList();
    }

    /** What the quotes price at the meetings of which the statement says nothing by themselves. */
    private static String priced(PolicyPath path, List<PathClaim> claims) {
        List<Meeting> unmentioned = new PathConsistencyCheck(path.meetings(), claims).unmentioned();
        List<Rate> steps =
                unmentioned.stream().flatMap(each -> path.step(each).stream()).toList();
        return steps.size() < unmentioned.size()
                ? "the quotes do not settle what they put there"
                : String.format(
                        Locale.ROOT,
                        "the quotes put %+.1f bp there",
                        steps.stream().reduce(Rate.ZERO, Rate::plus).basisPoints());
    }

    private static Finding fromPaths(
            Statement statement, List<Meeting> meetings, PathConsistencyCheck.Subject subject, PathClaim... claims) {
        if (meetings.isEmpty()) {
            return open(statement, "meeting before that date");
        }
        return new PathConsistencyCheck(meetings, List.of(claims))
                .finding(subject)
                .map(finding -> new Finding("\"" + statement.text() + "\"", finding.verdict(), finding.arithmetic()))
                .orElseGet(() -> open(statement, "figure that decides"));
    }

    private Optional<Rate> statedTotal() {
        return input.statements().stream()
                .filter(Statement.TotalMove.class::isInstance)
                .map(statement -> ((Statement.TotalMove) statement).move())
                .findFirst();
    }

    private List<Meeting> meetingsUntil(LocalDate date) {
        return input
                .meetings()
                .map(calendar -> calendar.upcoming(input.figures().date()))
                .orElse(List.of())
                .stream()
                .filter(meeting -> !meeting.decision().isAfter(date))
                .toList();
    }

    private static Finding total(PolicyPath path, Statement.TotalMove total) {
        return meeting(path, total.meeting())
                .flatMap(path::cumulative)
                .map(move -> new Finding(
                        "\"" + total.text() + "\"",
                        within(move, RateRange.printed(total.move(), LAST_DIGIT_OF_MOVE)),
                        String.format(
                                Locale.ROOT,
                                "the quotes imply %+.2f bp after the meeting of %s, %.2f moves of 25 bp",
                                move.basisPoints(),
                                total.meeting(),
                                move.decimal() / USUAL_MOVE.decimal())))
                .orElseGet(() -> open(path, total, total.meeting()));
    }

    private static Finding cutProbability(PolicyPath path, Statement.CutProbability claim) {
        return meeting(path, claim.meeting())
                .flatMap(path::step)
                .map(step -> {
                    double cut = AdjacentOutcomes.of(step, USUAL_MOVE).cutProbability();
                    boolean holds = cut >= claim.low() - 0.005 && cut <= claim.high() + 0.005;
                    return new Finding(
                            "\"" + claim.text() + "\"",
                            Verdict.of(holds),
                            String.format(
                                    Locale.ROOT,
                                    "the quotes imply %+.2f bp at that meeting: %.1f %% for one cut of 25 bp",
                                    step.basisPoints(),
                                    100 * cut));
                })
                .orElseGet(() -> open(path, claim, claim.meeting()));
    }

    private static Verdict within(Rate value, RateRange range) {
        return Verdict.of(range.overlaps(RateRange.exactly(value)));
    }

    private static Optional<Meeting> meeting(PolicyPath path, LocalDate decision) {
        return path.meetings().stream()
                .filter(meeting -> meeting.decision().equals(decision))
                .findFirst();
    }

    private static Finding open(PolicyPath path, Statement statement, LocalDate decision) {
        return open(
                statement,
                meeting(path, decision).isPresent()
                        ? "quote that settles the meeting of " + decision
                        : "meeting on " + decision);
    }
}
