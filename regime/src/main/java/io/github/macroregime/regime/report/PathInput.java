package io.github.macroregime.regime.report;

import io.github.macroregime.rates.path.CalibratedPath;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A policy path calibrated to quotes.
 *
 * @param path the path with its quotes
 */
public record PathInput(CalibratedPath path) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return path.path().asOf().isAfter(date) ? Optional.empty() : Optional.of(this);
    }
}
