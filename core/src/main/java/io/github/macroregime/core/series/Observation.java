package io.github.macroregime.core.series;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One value with the date it refers to.
 *
 * @param date the date the value refers to
 * @param value the value in the inside unit, NaN where not observed
 */
public record Observation(LocalDate date, double value) implements Serializable {}
