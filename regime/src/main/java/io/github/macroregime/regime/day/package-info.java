/**
 * What is seen on the day of a report, and the sheets that are made of it; for the report alone, not exported.
 *
 * <p>Start here: {@link io.github.macroregime.regime.day.DayInputs}.
 */
@NullMarked
package io.github.macroregime.regime.day;

import org.jspecify.annotations.NullMarked;
