package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.NumberText;
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
import java.util.Optional;
import java.util.stream.Stream;

/** The sentences of a folder against the figures of the day, against its quotes and against one another. */
final class StatementRules {

    private static final Rate LAST_DIGIT_OF_MOVE = Rate.ofBasisPoints(0.1);
    private static final double LAST_DIGIT_OF_PROBABILITY = 0.01;
    private static final Rate USUAL_MOVE = Rate.ofBasisPoints(25);

    private final TrackerInput input;
    private final Optional<PrintedDay> sectors;
    private final Optional<PolicyPath> path;

    StatementRules(TrackerInput input, Optional<PolicyPath> path) {
        this.input = input;
        this.sectors = input.printedDay();
        this.path = path;
    }

    /** First what the sector table itself has to satisfy, then each printed sentence in its order. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        sectors.ifPresent(
                day -> PrintCheck.check(day, List.of()).forEach(each -> findings.add(besideTheMarket(day, each))));
        input.statements()
                .forEach(each -> findings.add(
                        each instanceof Statement.OfSectors sentence
                                ? ofSectors(sentence)
                                : ofPath((Statement.OfPath) each)));
        return findings;
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
                                + NumberText.of(
                                        "; printed %+.2f %%, close to close %+.2f %%",
                                        day.indexReturn().percent(), move.percent())))
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

    private static Finding open(Statement statement, String lacking) {
        return EditionCheck.open(statement.text(), "the folder has no " + lacking + " to hold it against");
    }

    private Finding ofSectors(Statement.OfSectors sentence) {
        if (sectors.isEmpty()) {
            return open(sentence, "sectors.csv");
        }
        String sector = sector(sentence.claim());
        List<String> known =
                sectors.get().lines().stream().map(PrintedDay.Line::id).toList();
        if (!known.contains(sector)) {
            return EditionCheck.open(
                    sentence.text(),
                    "sectors.csv has no sector \"" + sector + "\" to hold it against; it has "
                            + String.join(", ", known));
        }
        Finding finding = PrintCheck.check(sectors.get(), sentence.claim());
        return new Finding(quoted(sentence) + ": " + finding.statement(), finding.verdict(), finding.arithmetic());
    }

    private static String sector(Claim claim) {
        return claim instanceof Claim.AmongFirst first ? first.id() : ((Claim.InLineWith) claim).id();
    }

    private static String quoted(Statement statement) {
        return "\"" + statement.text() + "\"";
    }

    private Finding ofPath(Statement.OfPath sentence) {
        PathClaim claim = sentence.claim();
        if (claim instanceof PathClaim.Terminal) {
            return terminal(sentence);
        }
        if (claim instanceof PathClaim.Steps) {
            return steps(sentence);
        }
        if (path.isEmpty()) {
            return open(sentence, "quotes.csv");
        }
        return claim instanceof PathClaim.Total total
                ? total(path.get(), sentence, total.change().low())
                : probability(path.get(), sentence, (PathClaim.Probability) claim);
    }

    private Finding terminal(Statement.OfPath sentence) {
        Optional<PathClaim.Total> total = total();
        if (total.isEmpty() || input.figures().overnightRate().isEmpty()) {
            return open(sentence, "overnight rate or stated total");
        }
        Rate start = input.figures().overnightRate().get();
        return fromPaths(
                sentence,
                PathConsistencyCheck.Subject.LEVEL,
                List.of(new PathClaim.Start(RateRange.exactly(start)), total.get(), sentence.claim()));
    }

    private Finding steps(Statement.OfPath sentence) {
        Optional<PathClaim.Total> total = total();
        if (total.isEmpty()) {
            return open(sentence, "stated total");
        }
        List<LocalDate> decisions =
                meetingsUntil(sentence.until()).stream().map(Meeting::decision).toList();
        List<PathClaim> claims = Stream.concat(
                        said(PathClaim.Probability.class).filter(each -> decisions.contains(each.decision())),
                        Stream.of(total.get(), sentence.claim()))
                .toList();
        Finding alone = fromPaths(sentence, PathConsistencyCheck.Subject.REST, claims);
        return path.map(each -> new Finding(
                        alone.statement(), alone.verdict(), alone.arithmetic() + "; " + priced(each, claims)))
                .orElse(alone);
    }

    private <T extends PathClaim> Stream<T> said(Class<T> kind) {
        return input.statements().stream()
                .filter(Statement.OfPath.class::isInstance)
                .map(each -> ((Statement.OfPath) each).claim())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Optional<PathClaim.Total> total() {
        return said(PathClaim.Total.class).findFirst();
    }

    /** What the quotes price at the meetings of which the statement says nothing by themselves. */
    private static String priced(PolicyPath path, List<PathClaim> claims) {
        List<Meeting> unmentioned = new PathConsistencyCheck(path.meetings(), claims).unmentioned();
        List<Rate> steps =
                unmentioned.stream().flatMap(each -> path.step(each).stream()).toList();
        return steps.size() < unmentioned.size()
                ? "the quotes do not settle what they put there"
                : NumberText.of(
                        "the quotes put %+.1f bp there",
                        steps.stream().reduce(Rate.ZERO, Rate::plus).basisPoints());
    }

    private Finding fromPaths(
            Statement.OfPath sentence, PathConsistencyCheck.Subject subject, List<? extends PathClaim> claims) {
        List<Meeting> meetings = meetingsUntil(sentence.until());
        if (meetings.isEmpty()) {
            return open(sentence, "meeting before that date");
        }
        return new PathConsistencyCheck(meetings, List.copyOf(claims))
                .finding(subject)
                .map(finding -> new Finding(quoted(sentence), finding.verdict(), finding.arithmetic()))
                .orElseGet(() -> open(sentence, "figure that decides"));
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

    private static Finding total(PolicyPath path, Statement.OfPath sentence, Rate stated) {
        return meeting(path, sentence.until())
                .flatMap(path::cumulative)
                .map(move -> new Finding(
                        quoted(sentence),
                        Verdict.of(RateRange.printed(stated, LAST_DIGIT_OF_MOVE).overlaps(RateRange.exactly(move))),
                        NumberText.of(
                                "the quotes imply %+.2f bp after the meeting of %s, %.2f moves of 25 bp",
                                move.basisPoints(), sentence.until(), move.decimal() / USUAL_MOVE.decimal())))
                .orElseGet(() -> open(path, sentence));
    }

    private static Finding probability(PolicyPath path, Statement.OfPath sentence, PathClaim.Probability claim) {
        return meeting(path, claim.decision())
                .flatMap(path::step)
                .map(step -> {
                    double cut = AdjacentOutcomes.of(step, USUAL_MOVE).cutProbability();
                    boolean holds = cut >= claim.lowProbability() - LAST_DIGIT_OF_PROBABILITY / 2
                            && cut <= claim.highProbability() + LAST_DIGIT_OF_PROBABILITY / 2;
                    return new Finding(
                            quoted(sentence),
                            Verdict.of(holds),
                            NumberText.of(
                                    "the quotes imply %+.2f bp at that meeting: %.1f %% for one cut of 25 bp",
                                    step.basisPoints(), 100 * cut));
                })
                .orElseGet(() -> open(path, sentence));
    }

    private static Optional<Meeting> meeting(PolicyPath path, LocalDate decision) {
        return path.meetings().stream()
                .filter(meeting -> meeting.decision().equals(decision))
                .findFirst();
    }

    private static Finding open(PolicyPath path, Statement.OfPath sentence) {
        return open(
                sentence,
                meeting(path, sentence.until()).isPresent()
                        ? "quote that settles the meeting of " + sentence.until()
                        : "meeting on " + sentence.until());
    }
}
