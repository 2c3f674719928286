package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The spread, its change, its average and its extremes against the edition before. */
final class SpreadRules {

    /** The fewest days of a five-year window. */
    private static final int DAYS_OF_AVERAGE = 1250;

    private final PrintedEdition edition;
    private final Optional<PrintedEdition> before;

    SpreadRules(PrintedEdition edition, Optional<PrintedEdition> before) {
        this.edition = edition;
        this.before = before;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        beyond(Quantity.SPREAD_HIGH, true).ifPresent(findings::add);
        beyond(Quantity.SPREAD_LOW, false).ifPresent(findings::add);
        before.ifPresent(last -> {
            change(last).ifPresent(findings::add);
            average(last).ifPresent(findings::add);
            window(last, Quantity.SPREAD_HIGH, true).ifPresent(findings::add);
            window(last, Quantity.SPREAD_LOW, false).ifPresent(findings::add);
        });
        return findings;
    }

    private Optional<Finding> beyond(Quantity landmark, boolean high) {
        return edition.figure(Quantity.SPREAD)
                .flatMap(spread -> edition.figure(landmark)
                        .map(extreme -> new Finding(
                                "the spread lies within its " + landmark,
                                Verdict.of(high ? !spread.isAbove(extreme) : !extreme.isAbove(spread)),
                                spread + " against " + extreme)));
    }

    private Optional<Finding> change(PrintedEdition last) {
        return edition.figure(Quantity.SPREAD_CHANGE)
                .flatMap(change -> edition.figure(Quantity.SPREAD)
                        .flatMap(spread -> last.figure(Quantity.SPREAD)
                                .map(was -> EditionCheck.compare(
                                        "change of the spread from " + last.date(), spread.minus(was), change))));
    }

    /** One day moves an average by (new - dropped) / days, where no spread is below the low or above the high. */
    private Optional<Finding> average(PrintedEdition last) {
        return edition.figure(Quantity.SPREAD)
                .flatMap(spread -> edition.figure(Quantity.SPREAD_AVERAGE)
                        .flatMap(now -> last.figure(Quantity.SPREAD_AVERAGE).flatMap(was -> {
                            Printed move = now.minus(was);
                            Printed least = edition.figure(Quantity.SPREAD_LOW).orElse(Printed.between("0", "0"));
                            Optional<Printed> most = move.high().signum() < 0
                                    ? edition.figure(Quantity.SPREAD_HIGH)
                                    : Optional.of(least);
                            return most.map(dropped -> average(last, move, spread.minus(dropped)));
                        })));
    }

    private static Finding average(PrintedEdition last, Printed move, Printed exchange) {
        Printed possible = exchange.times(1.0 / DAYS_OF_AVERAGE);
        boolean fits = move.high().signum() < 0
                ? move.high().compareTo(possible.low()) >= 0
                : move.low().compareTo(possible.high().max(BigDecimal.ZERO)) <= 0;
        return new Finding(
                "the average moved as one of five years can since " + last.date(),
                fits ? Verdict.CONSISTENT : Verdict.CONDITIONAL,
                move + " bp; one day moves it by at most " + possible + (fits ? "" : "; the window is another one"));
    }

    /** A high can fall, and a low can rise, only by leaving the window. */
    private Optional<Finding> window(PrintedEdition last, Quantity landmark, boolean high) {
        return edition.figure(landmark)
                .flatMap(now -> last.figure(landmark).map(was -> {
                    boolean left = high ? was.isAbove(now) : now.isAbove(was);
                    return new Finding(
                            "the " + landmark + " is that of the edition before",
                            left ? Verdict.CONDITIONAL : Verdict.CONSISTENT,
                            was + " became " + now + (left ? "; the old one left the window" : ""));
                }));
    }
}
