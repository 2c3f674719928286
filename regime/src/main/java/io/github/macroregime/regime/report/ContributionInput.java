package io.github.macroregime.regime.report;

import io.github.macroregime.equities.contribution.ContributionReport;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What moved an index on a day.
 *
 * @param index the name of the index
 * @param report the contributions
 */
public record ContributionInput(String index, ContributionReport report) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return report.date().isAfter(date) ? Optional.empty() : Optional.of(this);
    }
}
