/**
 * One directional strength for each asset, whose parts add up to it, and the board of a whole universe.
 *
 * <p>{@code D = w M + (1 - w) R} in [−1, 1]: the momentum part M and the reversion part R are weighted means of
 * signal scores, the momentum weight w says how much the variance ratio test speaks for trend. Nothing is fitted, so nothing can be
 * fitted to the future, and every strength carries the list of contributions that sums to it.
 *
 * <p>Start here: {@link io.github.macroregime.regime.strength.StrengthBoard},
 * {@link io.github.macroregime.regime.strength.StrengthModel},
 * {@link io.github.macroregime.regime.strength.FlipPrices};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/signals-and-strength.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.strength;

import org.jspecify.annotations.NullMarked;
