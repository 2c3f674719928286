/**
 * Models of drivers: a forward change explained by named groups of series, fitted again and again on the past.
 *
 * <p>What the present drivers say is the {@link io.github.macroregime.regime.drivers.DriverReading}; whether listening
 * to it has paid is told by a {@link io.github.macroregime.regime.strategy.ModelRecord}.
 */
@NullMarked
package io.github.macroregime.regime.drivers;

import org.jspecify.annotations.NullMarked;
