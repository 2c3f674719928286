/**
 * Change points: Bayesian online change-point detection (BOCPD) and CUSUM charts.
 *
 * <p>Everything looks back only: what is said on a date uses that date and the ones before it.
 *
 * <p><b>Missing</b>: {@code NaN} is no information.
 *
 * <p>Start here: {@link io.github.macroregime.regime.changepoint.ChangePoints} (a whole series),
 * {@link io.github.macroregime.regime.changepoint.RunLengthFilter} (observation by observation) and
 * {@link io.github.macroregime.regime.changepoint.Cusum};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/cycles-breaks-curves.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.changepoint;

import org.jspecify.annotations.NullMarked;
