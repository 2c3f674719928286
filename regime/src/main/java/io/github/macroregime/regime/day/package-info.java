/**
 * What is seen on the day of a report, and the sheets that are made of it; for the report alone, not exported.
 *
 * <p>Start here: {@link io.github.macroregime.regime.day.DayInputs};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.day;

import org.jspecify.annotations.NullMarked;
