package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A government yield.
 *
 * @param name its name, for example {@code 10y}
 * @param series its levels
 */
public record YieldInput(String name, TimeSeries series) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new YieldInput(name, series.until(date)));
    }
}
