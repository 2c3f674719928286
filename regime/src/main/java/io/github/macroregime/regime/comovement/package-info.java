/**
 * Comovement: how much assets move together (lockstep), against what chance would give, and what drives them.
 *
 * <p>Returns and changes are decimal fractions. Series are put together by date, never by position.
 *
 * <p>Start here: {@link io.github.macroregime.regime.comovement.Lockstep},
 * {@link io.github.macroregime.regime.comovement.Sensitivities},
 * {@link io.github.macroregime.regime.comovement.FactorExposures};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/cycles-breaks-curves.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.comovement;

import org.jspecify.annotations.NullMarked;
