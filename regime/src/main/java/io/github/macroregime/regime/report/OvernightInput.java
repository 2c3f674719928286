package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The overnight rate that the front end of the curve is compared with.
 *
 * @param name its name, for example {@code EFFR}
 * @param rates its fixings
 */
public record OvernightInput(String name, TimeSeries rates) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new OvernightInput(name, rates.until(date)));
    }
}
