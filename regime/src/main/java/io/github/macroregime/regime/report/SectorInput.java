package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The closes of a sector of the equity market, from which breadth is counted.
 *
 * @param name its name
 * @param closes prices above zero
 */
public record SectorInput(String name, TimeSeries closes) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new SectorInput(name, closes.until(date)));
    }
}
