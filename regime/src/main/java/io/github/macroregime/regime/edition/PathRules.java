package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.regime.edition.PrintedEdition.Column;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import io.github.macroregime.regime.edition.PrintedEdition.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rates, steps, cumulative changes and probabilities of a policy path against one another. */
final class PathRules {

    private static final double BASIS_POINTS_OF_PERCENT = 100;
    private static final double PERCENT_OF_MOVE = 100.0 / 25;

    private final PrintedEdition edition;
    private final List<LocalDate> decisions;

    /** Rules for an edition, with the decisions after its day. */
    PathRules(PrintedEdition edition, List<LocalDate> decisions) {
        this.edition = edition;
        this.decisions = decisions;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        terminal().ifPresent(findings::add);
        next().ifPresent(findings::add);
        List<Row> rows = edition.path();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            probability(row).ifPresent(findings::add);
            fromStart(row).ifPresent(findings::add);
            fromRates(i).ifPresent(findings::add);
            fromSteps(i).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> terminal() {
        return edition.figure(Quantity.START_RATE)
                .flatMap(start -> edition.figure(Quantity.CUMULATIVE)
                        .flatMap(total -> edition.figure(Quantity.TERMINAL_RATE).map(printed -> {
                            String statement = "start + cumulative = terminal";
                            Printed implied = start.plus(total.times(1 / BASIS_POINTS_OF_PERCENT));
                            return edition.horizons()
                                            .getOrDefault(Quantity.TERMINAL_RATE, LocalDate.MAX)
                                            .equals(edition.horizons().get(Quantity.CUMULATIVE))
                                    ? EditionCheck.compare(statement, implied, printed)
                                    : new Finding(statement, Verdict.UNDECIDED, "the two run to different dates");
                        })));
    }

    /** The rate after the next meeting against its probability; a meeting before it may take a part. */
    private Optional<Finding> next() {
        return edition.figure(Quantity.START_RATE)
                .flatMap(start -> edition.figure(Quantity.NEXT_RATE)
                        .flatMap(rate -> edition.figure(Quantity.NEXT_PROBABILITY)
                                .map(printed -> {
                                    Printed total = start.minus(rate).times(BASIS_POINTS_OF_PERCENT);
                                    Printed step = printed.times(1 / PERCENT_OF_MOVE);
                                    Finding plain = EditionCheck.compare(
                                            "(start - rate) / 25 bp = probability",
                                            total.times(PERCENT_OF_MOVE),
                                            printed);
                                    List<LocalDate> between = between(edition.date(), horizon(Quantity.NEXT_RATE));
                                    return plain.verdict() == Verdict.CONSISTENT || between.isEmpty()
                                            ? plain
                                            : new Finding(
                                                    plain.statement(),
                                                    Verdict.CONDITIONAL,
                                                    plain.arithmetic() + "; holds if " + between + " takes "
                                                            + total.minus(step) + " bp");
                                })));
    }

    private LocalDate horizon(Quantity quantity) {
        return edition.horizons().getOrDefault(quantity, edition.date());
    }

    /** The decisions after one day and before another. */
    private List<LocalDate> between(LocalDate from, LocalDate to) {
        return decisions.stream()
                .filter(each -> each.isAfter(from) && each.isBefore(to))
                .toList();
    }

    private static Optional<Finding> probability(Row row) {
        return row.figure(Column.STEP)
                .flatMap(step -> row.figure(Column.PROBABILITY)
                        .map(printed -> EditionCheck.compare(
                                "step / 25 bp = probability on " + row.meeting(),
                                step.size().times(PERCENT_OF_MOVE),
                                printed)));
    }

    private Optional<Finding> fromStart(Row row) {
        return edition.figure(Quantity.START_RATE)
                .flatMap(start -> row.figure(Column.RATE)
                        .flatMap(rate -> row.figure(Column.CUMULATIVE)
                                .map(printed -> EditionCheck.compare(
                                        "rate - start = cumulative on " + row.meeting(),
                                        rate.minus(start).times(BASIS_POINTS_OF_PERCENT),
                                        printed))));
    }

    private Optional<Finding> fromRates(int i) {
        Row row = edition.path().get(i);
        if (!between(i == 0 ? edition.date() : edition.path().get(i - 1).meeting(), row.meeting())
                .isEmpty()) {
            return Optional.empty();
        }
        Optional<Printed> before = i == 0
                ? edition.figure(Quantity.START_RATE)
                : edition.path().get(i - 1).figure(Column.RATE);
        return before.flatMap(from -> row.figure(Column.RATE)
                .flatMap(to -> row.figure(Column.STEP)
                        .map(printed -> EditionCheck.compare(
                                "rate difference = step on " + row.meeting(),
                                to.minus(from).times(BASIS_POINTS_OF_PERCENT),
                                printed))));
    }

    /** Where the steps of all meetings up to a row are printed, their sum against its cumulative change. */
    private Optional<Finding> fromSteps(int i) {
        List<Row> rows = edition.path().subList(0, i + 1);
        List<LocalDate> printed = rows.stream().map(Row::meeting).toList();
        Row row = rows.get(i);
        boolean whole = rows.stream().allMatch(each -> step(each).isPresent())
                && printed.containsAll(between(edition.date(), row.meeting()));
        return whole
                ? row.figure(Column.CUMULATIVE)
                        .map(total -> EditionCheck.compare(
                                "sum of steps = cumulative on " + row.meeting(),
                                Printed.sum(rows.stream()
                                        .flatMap(each -> step(each).stream())
                                        .toList()),
                                total))
                : Optional.empty();
    }

    /** The printed step, or the cut that the probability amounts to. */
    static Optional<Printed> step(Row row) {
        return row.figure(Column.STEP)
                .or(() -> row.figure(Column.PROBABILITY).map(each -> each.times(-1 / PERCENT_OF_MOVE)));
    }
}
