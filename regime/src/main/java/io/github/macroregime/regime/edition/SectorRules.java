package io.github.macroregime.regime.edition;

import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.print.FeasibleReturn;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.equities.print.PrintedIntervals;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Contributions against the index, and the weights that contributions and returns imply together. */
final class SectorRules {

    private static final BigDecimal UNIT = new BigDecimal("0.01");

    private final PrintedEdition edition;

    SectorRules(PrintedEdition edition) {
        this.edition = edition;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        edition.figure(Quantity.INDEX_RETURN)
                .filter(index -> !edition.contributions().isEmpty())
                .ifPresent(index -> {
                    Optional<FeasibleReturn> feasible = feasible(index);
                    findings.add(sum(index, feasible));
                    feasible.ifPresent(each -> findings.add(weights(each)));
                });
        return findings;
    }

    private Finding sum(Printed index, Optional<FeasibleReturn> feasible) {
        Printed sum = Printed.sum(List.copyOf(edition.contributions().values()));
        int printed = edition.contributions().size();
        String statement = "the contributions sum to the index return";
        if (printed == edition.sectors()) {
            return EditionCheck.compare(statement, sum, index);
        }
        String rest =
                sum + " of " + printed + " sectors against " + index + " leaves " + index.minus(sum) + " to the others";
        if (feasible.isEmpty() || feasible.get() instanceof FeasibleReturn.Impossible) {
            return new Finding(statement, Verdict.CONDITIONAL, rest);
        }
        FeasibleReturn.Range range = feasible.get().orElseThrow();
        Printed possible = Printed.between(plain(range.low()), plain(range.high()));
        return new Finding(
                statement,
                Verdict.of(possible.agrees(index)),
                rest + "; with their returns the index can have had " + range);
    }

    private static String plain(Rate rate) {
        return BigDecimal.valueOf(rate.percent()).toPlainString();
    }

    private static Finding weights(FeasibleReturn feasible) {
        return new Finding(
                "contributions and returns go with weights that sum to 100 %",
                Verdict.of(feasible instanceof FeasibleReturn.Range),
                feasible instanceof FeasibleReturn.Range ? "index return in " + feasible : feasible.toString());
    }

    /** What the index can have returned, where every sector has at least a return of two decimals. */
    private Optional<FeasibleReturn> feasible(Printed index) {
        List<PrintedDay.Line> lines = new ArrayList<>();
        List<Rate> others = new ArrayList<>();
        edition.returns().forEach((sector, periodReturn) -> {
            Printed contribution = edition.contributions().get(sector);
            if (contribution != null && isRounded(contribution)) {
                lines.add(PrintedDay.Line.ofPercent(sector, rounded(contribution), rounded(periodReturn)));
            } else {
                others.add(Rate.ofPercent(rounded(periodReturn)));
            }
        });
        boolean known = edition.returns().size() == edition.sectors()
                && edition.returns().values().stream().allMatch(SectorRules::isRounded)
                && isRounded(index)
                && !lines.isEmpty();
        return known
                ? Optional.of(PrintedIntervals.indexReturn(
                        new PrintedDay(edition.date(), lines, Rate.ofPercent(rounded(index)), 2), others))
                : Optional.empty();
    }

    private static boolean isRounded(Printed figure) {
        return figure.high().subtract(figure.low()).compareTo(UNIT) == 0;
    }

    private static double rounded(Printed figure) {
        return figure.value();
    }
}
