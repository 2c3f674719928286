package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * All that was known about growth and inflation at one release.
 *
 * @param released the day from which it was known
 * @param growth the level of output, an index or a count, as published by then; evenly spaced dates
 * @param prices the level of prices, as published by then; evenly spaced dates
 */
record QuadrantVintage(LocalDate released, TimeSeries growth, TimeSeries prices) implements Serializable {}
