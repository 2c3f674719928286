package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The closes of an asset, scored on the board and open to every other question.
 *
 * @param name its name
 * @param closes prices above zero
 */
public record AssetInput(String name, TimeSeries closes) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new AssetInput(name, closes.until(date)));
    }
}
