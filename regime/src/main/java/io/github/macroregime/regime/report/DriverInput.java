package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.NamedSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A driver that an asset's sensitivity is asked for.
 *
 * @param asset the name of the asset in the inputs
 * @param driver the levels of the driver by name
 * @param change how a change of the driver is taken
 */
public record DriverInput(String asset, NamedSeries driver, Change change) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new DriverInput(asset, driver.series().until(date).named(driver.name()), change));
    }
}
