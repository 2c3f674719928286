/**
 * Dated data: immutable arrays, date indices, matrices and time series.
 *
 * <p>A missing observation is {@code NaN} and nothing else; an infinity is refused with its place.
 * Ranges of dates and positions are half-open. Alignment is by date, never by position.
 */
@NullMarked
package io.github.macroregime.core.series;

import org.jspecify.annotations.NullMarked;
