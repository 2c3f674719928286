package io.github.macroregime.regime.report;

import io.github.macroregime.regime.macro.PublishedSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A published index of financial conditions or stress: zero is its average, up is tighter.
 *
 * @param name its name, for example {@code NFCI}
 * @param series its values with lag and age
 */
public record PublishedIndex(String name, PublishedSeries series) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new PublishedIndex(name, MoneyParts.until(series, date)));
    }
}
