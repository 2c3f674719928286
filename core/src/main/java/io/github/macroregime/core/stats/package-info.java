/**
 * Statistics on plain arrays: pure functions that return new arrays and never change their input.
 *
 * <p>Windows count observations, the newest included, unless a name says otherwise. No value at a
 * position depends on a later position. An output with one value per date is {@code NaN} where there
 * are too few observations, and keeps its length.
 *
 * <p>Start here: {@link io.github.macroregime.core.stats.Moments}, {@link io.github.macroregime.core.stats.Quantiles},
 * {@link io.github.macroregime.core.stats.LeastSquares};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/rolling-statistics.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.stats;

import org.jspecify.annotations.NullMarked;
