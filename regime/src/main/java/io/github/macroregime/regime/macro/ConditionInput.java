package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.NamedSeries;
import java.io.Serializable;

/**
 * One part of an index of financial conditions.
 *
 * @param named the series by name, stationary as it is given: a spread, a yield, a change of a price
 * @param tightening which direction is tighter
 */
public record ConditionInput(NamedSeries named, Tightening tightening) implements Serializable {}
