/**
 * Models of drivers: a forward change explained by named groups of series, fitted again and again on the past.
 *
 * <p>What the present drivers say is the {@link io.github.macroregime.regime.drivers.DriverReading}; whether listening
 * to it has paid is told by a {@link io.github.macroregime.regime.strategy.ModelRecord}.
 *
 * <p>Start here: {@link io.github.macroregime.regime.drivers.DriverModel};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/strategies-and-tear-sheets.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.drivers;

import org.jspecify.annotations.NullMarked;
