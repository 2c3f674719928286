package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.NamedSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An asset and the two axes its day is split along.
 *
 * @param asset the name of the asset in the inputs
 * @param duration a yield
 * @param credit a spread
 */
public record AxesInput(String asset, NamedSeries duration, NamedSeries credit) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new AxesInput(
                asset,
                duration.series().until(date).named(duration.name()),
                credit.series().until(date).named(credit.name())));
    }
}
