/**
 * Growth, inflation and liquidity: the quadrant of the economy from data and from markets, net liquidity, and an
 * index of financial conditions.
 *
 * <p>Nothing is used before it was published: a vintage is read as of its release, and a series that is never revised
 * carries its publication lag. <b>Missing</b>: {@code NaN} is an observation that was never made; it keeps its place,
 * and what needs it is missing too.
 *
 * <p>Start here: {@link io.github.macroregime.regime.macro.GrowthInflation},
 * {@link io.github.macroregime.regime.macro.NetLiquidity};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/growth-inflation-liquidity.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.macro;

import org.jspecify.annotations.NullMarked;
