package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.regime.edition.PrintedEdition.Column;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import io.github.macroregime.regime.edition.PrintedEdition.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences of an edition against its figures and those of earlier editions. */
final class ClaimRules {

    private static final double MOVES_OF_BASIS_POINT = 1.0 / 25;

    private final PrintedEdition edition;
    private final List<PrintedEdition> earlier;
    private final Optional<PrintedEdition> before;

    ClaimRules(PrintedEdition edition, List<PrintedEdition> earlier, Optional<PrintedEdition> before) {
        this.edition = edition;
        this.earlier = earlier;
        this.before = before;
    }

    Finding check(EditionClaim claim) {
        return ofSectors(claim).or(() -> ofPath(claim)).orElseGet(() -> ofFigures(claim));
    }

    private Optional<Finding> ofSectors(EditionClaim claim) {
        if (claim instanceof EditionClaim.Leads leads) {
            return Optional.of(leads(leads));
        }
        if (claim instanceof EditionClaim.Sole sole) {
            return Optional.of(sole(sole));
        }
        if (claim instanceof EditionClaim.Share share) {
            return Optional.of(share(share));
        }
        return claim instanceof EditionClaim.Streak streak ? Optional.of(streak(streak)) : Optional.empty();
    }

    private Optional<Finding> ofPath(EditionClaim claim) {
        if (claim instanceof EditionClaim.Moves moves) {
            return Optional.of(moves(moves));
        }
        if (claim instanceof EditionClaim.FirstMeetings first) {
            return Optional.of(firstMeetings(first));
        }
        return claim instanceof EditionClaim.ProbabilityAgain again ? Optional.of(again(again)) : Optional.empty();
    }

    private Finding ofFigures(EditionClaim claim) {
        if (claim instanceof EditionClaim.Moved moved) {
            return moved(moved);
        }
        if (claim instanceof EditionClaim.Changed changed) {
            return change(changed.quantity())
                    .map(change ->
                            EditionCheck.compare("change of the " + changed.quantity(), change, changed.change()))
                    .orElseGet(() -> incomparable("change of the " + changed.quantity(), changed.quantity()));
        }
        if (claim instanceof EditionClaim.Prior prior) {
            return prior(prior);
        }
        if (claim instanceof EditionClaim.Retraced retraced) {
            return retraced(retraced);
        }
        if (claim instanceof EditionClaim.Extreme extreme) {
            return extreme(extreme);
        }
        if (claim instanceof EditionClaim.Again again) {
            return compared(
                    "the " + again.quantity() + " printed twice", edition.figure(again.quantity()), again.value());
        }
        if (claim instanceof EditionClaim.Distance distance) {
            return compared(
                    "distance of " + distance.one() + " and " + distance.other(),
                    edition.figure(distance.one())
                            .flatMap(one -> edition.figure(distance.other()).map(one::minus))
                            .map(Printed::size),
                    distance.distance());
        }
        EditionClaim.Weekday weekday = (EditionClaim.Weekday) claim;
        return new Finding(
                "the day is a " + weekday.day(),
                Verdict.of(edition.date().getDayOfWeek() == weekday.day()),
                edition.date() + " is a " + edition.date().getDayOfWeek());
    }

    private static Finding compared(String statement, Optional<Printed> implied, Printed printed) {
        return implied.map(each -> EditionCheck.compare(statement, each, printed))
                .orElseGet(() -> EditionCheck.open(statement, "the figures are not printed"));
    }

    private Map<String, Printed> figures(Measure measure) {
        return measure == Measure.CONTRIBUTION ? edition.contributions() : edition.returns();
    }

    private Finding leads(EditionClaim.Leads claim) {
        String statement =
                claim.sector() + (claim.highest() ? " has the highest " : " has the lowest ") + claim.measure();
        Printed own = figures(claim.measure()).get(claim.sector());
        if (own == null) {
            return EditionCheck.open(statement, "its " + claim.measure() + " is not printed");
        }
        List<String> ahead = figures(claim.measure()).entrySet().stream()
                .filter(each -> claim.highest() ? each.getValue().isAbove(own) : own.isAbove(each.getValue()))
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        return new Finding(statement, Verdict.of(ahead.isEmpty()), own + (ahead.isEmpty() ? "" : "; ahead " + ahead));
    }

    /** A figure printed as zero is on neither side. */
    private Finding sole(EditionClaim.Sole claim) {
        String side = claim.positive() ? "positive " : "negative ";
        List<String> there = figures(claim.measure()).entrySet().stream()
                .filter(each -> claim.positive()
                        ? each.getValue().low().signum() > 0
                        : each.getValue().high().signum() < 0)
                .map(Map.Entry::getKey)
                .toList();
        return new Finding(
                claim.sector() + " is the only " + side + claim.measure(),
                Verdict.of(there.equals(List.of(claim.sector()))),
                side + there);
    }

    private Finding share(EditionClaim.Share claim) {
        String statement = "share of " + claim.sectors() + " in the index move";
        List<Printed> parts = claim.sectors().stream()
                .flatMap(each -> Optional.ofNullable(edition.contributions().get(each)).stream())
                .toList();
        return edition.figure(Quantity.INDEX_RETURN)
                .filter(index -> parts.size() == claim.sectors().size())
                .map(index -> ratio(statement, Printed.sum(parts), index, claim.percent()))
                .orElseGet(() -> EditionCheck.open(statement, "a contribution is not printed"));
    }

    /** Whether part = percent of whole, without a division: part and percent x whole / 100 overlap. */
    private static Finding ratio(String statement, Printed part, Printed whole, Printed percent) {
        Printed low = whole.times(percent.low().doubleValue() / 100);
        Printed high = whole.times(percent.high().doubleValue() / 100);
        Printed product = new Printed(low.low().min(high.low()), low.high().max(high.high()));
        return new Finding(
                statement,
                Verdict.of(part.agrees(product)),
                NumberText.of("%.1f %%", 100 * part.value() / whole.value()) + " against " + percent + ": " + part
                        + " of " + whole);
    }

    private Finding streak(EditionClaim.Streak claim) {
        String statement =
                claim.days() + (claim.positive() ? " days up" : " days down") + " in a row for " + claim.sector();
        List<PrintedEdition> days = new ArrayList<>(earlier);
        if (!claim.ended()) {
            days.add(edition);
        }
        for (int i = days.size() - 1; i >= days.size() - claim.days(); i--) {
            if (i < 0 || (i + 1 < days.size() && !EditionCheck.followsAt(days.get(i), days.get(i + 1)))) {
                return EditionCheck.open(statement, "an edition in between is not at hand");
            }
            Optional<Printed> move = move(days.get(i), claim.sector());
            if (move.isEmpty()) {
                return EditionCheck.open(
                        statement, "not printed on " + days.get(i).date());
            }
            if (claim.positive()
                    ? move.get().high().signum() <= 0
                    : move.get().low().signum() >= 0) {
                return new Finding(
                        statement,
                        Verdict.INCONSISTENT,
                        move.get() + " on " + days.get(i).date());
            }
        }
        return new Finding(statement, Verdict.CONSISTENT, "no printed day against it");
    }

    private static Optional<Printed> move(PrintedEdition day, String sector) {
        return sector.equals(EditionClaim.Streak.INDEX)
                ? day.figure(Quantity.INDEX_RETURN)
                : Optional.ofNullable(day.contributions().get(sector));
    }

    private Finding moved(EditionClaim.Moved claim) {
        String statement = "the " + claim.quantity() + (claim.up() ? " rose" : " fell");
        return change(claim.quantity())
                .map(change -> new Finding(
                        statement,
                        Verdict.of(
                                claim.up()
                                        ? change.high().signum() > 0
                                        : change.low().signum() < 0),
                        "changed by " + change))
                .orElseGet(() -> incomparable(statement, claim.quantity()));
    }

    /** The change from the edition before, if both print the figure and it runs to one horizon. */
    private Optional<Printed> change(Quantity quantity) {
        return before.filter(last -> edition.comparable(last, quantity))
                .flatMap(last -> last.figure(quantity))
                .flatMap(was -> edition.figure(quantity).map(now -> now.minus(was)));
    }

    /** A comparison with the edition before that its horizon forbids contradicts the sentence. */
    private Finding incomparable(String statement, Quantity quantity) {
        return before.filter(last -> last.figure(quantity).isPresent() && !edition.comparable(last, quantity))
                .map(last -> new Finding(
                        statement,
                        Verdict.INCONSISTENT,
                        "the horizons differ: " + last.horizons().get(quantity) + " and "
                                + edition.horizons().get(quantity)))
                .orElseGet(() -> EditionCheck.open(statement, "the edition of the day before does not print it"));
    }

    private Finding prior(EditionClaim.Prior claim) {
        String statement = "the " + claim.quantity() + " of the edition before";
        return before.filter(last -> edition.comparable(last, claim.quantity()))
                .flatMap(last -> last.figure(claim.quantity()))
                .map(was -> EditionCheck.compare(statement, was, claim.value()))
                .orElseGet(() -> incomparable(statement, claim.quantity()));
    }

    private Finding retraced(EditionClaim.Retraced claim) {
        String statement = "part of the last move of the " + claim.quantity() + " was taken back";
        return before.filter(last -> earlier.size() > 1
                        && EditionCheck.followsAt(earlier.get(earlier.size() - 2), last)
                        && last.comparable(earlier.get(earlier.size() - 2), claim.quantity()))
                .flatMap(last -> earlier.get(earlier.size() - 2)
                        .figure(claim.quantity())
                        .flatMap(first -> last.figure(claim.quantity()).map(second -> second.minus(first))))
                .flatMap(move ->
                        change(claim.quantity()).map(back -> ratio(statement, back.times(-1), move, claim.percent())))
                .orElseGet(
                        () -> EditionCheck.open(statement, "the two editions before do not print it to one horizon"));
    }

    private Finding extreme(EditionClaim.Extreme claim) {
        String statement = (claim.highest() ? "highest " : "lowest ") + claim.quantity() + " since " + claim.since();
        Optional<Printed> own = edition.figure(claim.quantity());
        if (own.isEmpty()) {
            return EditionCheck.open(statement, "it is not printed");
        }
        List<PrintedEdition> since = earlier.stream()
                .filter(each -> each.date().isAfter(claim.since()) && edition.comparable(each, claim.quantity()))
                .filter(each -> each.figure(claim.quantity()).isPresent())
                .toList();
        String beyond = since.stream()
                .flatMap(each -> each
                        .figure(claim.quantity())
                        .filter(past -> claim.highest()
                                ? past.isAbove(own.get())
                                : own.get().isAbove(past))
                        .map(past -> past + " on " + each.date())
                        .stream())
                .collect(Collectors.joining(", "));
        return new Finding(
                statement,
                !beyond.isEmpty() ? Verdict.INCONSISTENT : since.isEmpty() ? Verdict.UNDECIDED : Verdict.CONDITIONAL,
                own.get()
                        + (beyond.isEmpty()
                                ? "; none of " + since.size() + " editions at hand is beyond"
                                : "; " + beyond));
    }

    private Finding moves(EditionClaim.Moves claim) {
        String statement = "moves of 25 bp up to " + claim.meeting();
        return compared(
                statement, cumulative(claim).map(total -> total.size().times(MOVES_OF_BASIS_POINT)), claim.count());
    }

    private Optional<Printed> cumulative(EditionClaim.Moves claim) {
        return edition.path().stream()
                .filter(row -> row.meeting().equals(claim.meeting()))
                .flatMap(row -> row.figure(Column.CUMULATIVE).stream())
                .findFirst()
                .or(() -> edition.figure(Quantity.CUMULATIVE)
                        .filter(each ->
                                claim.meeting().equals(edition.horizons().get(Quantity.CUMULATIVE))));
    }

    private Finding firstMeetings(EditionClaim.FirstMeetings claim) {
        List<Printed> steps = edition.path().stream()
                .limit(claim.meetings())
                .flatMap(row -> PathRules.step(row).stream())
                .toList();
        return compared(
                "the first " + claim.meetings() + " meetings together",
                Optional.of(steps)
                        .filter(all -> all.size() == claim.meetings())
                        .map(all -> Printed.sum(all).size()),
                claim.basisPoints());
    }

    private Finding again(EditionClaim.ProbabilityAgain claim) {
        return compared(
                "the probability on " + claim.meeting() + " printed twice",
                edition.path().stream()
                        .filter((Row row) -> row.meeting().equals(claim.meeting()))
                        .flatMap(row -> row.figure(Column.PROBABILITY).stream())
                        .findFirst()
                        .or(() -> edition.figure(Quantity.NEXT_PROBABILITY)
                                .filter(each -> claim.meeting()
                                        .equals(edition.horizons().get(Quantity.NEXT_PROBABILITY)))),
                claim.percent());
    }
}
