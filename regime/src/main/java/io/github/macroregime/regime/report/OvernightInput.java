package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The overnight rate that the front end of the curve is compared with.
 *
 * @param name its name, for example {@code EFFR}
 * @param rates its fixings
 * @param lag when a fixing is published
 */
public record OvernightInput(String name, TimeSeries rates, PublicationLag lag) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        int known = lag.lastKnown(rates.dates(), date)
                .map(rates.dates()::insertionAfter)
                .orElse(0);
        return Optional.of(new OvernightInput(name, rates.slice(0, known), lag));
    }
}
