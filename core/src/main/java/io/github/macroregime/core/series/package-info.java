/**
 * Dated data: immutable arrays, date indices, matrices, time series, panels and vintages.
 *
 * <p>A missing observation is {@code NaN} and nothing else; an infinity is refused with its place.
 * Ranges of dates and positions are half-open. Alignment is by date, never by position. No method of this package looks
 * ahead: a value at a date depends on that date and earlier ones only, resampled periods on their own dates.
 *
 * <p>Start here: {@link io.github.macroregime.core.series.TimeSeries}, {@link io.github.macroregime.core.series.Panel},
 * {@link io.github.macroregime.core.series.Vintages};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/series-and-units.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.series;

import org.jspecify.annotations.NullMarked;
