/**
 * Growth, inflation and liquidity: the quadrant of the economy from data and from markets, net liquidity, and an
 * index of financial conditions.
 *
 * <p>Nothing is used before it was published: a vintage is read as of its release, and a series that is never revised
 * carries its publication lag. <b>Missing</b>: {@code NaN} is an observation that was never made; it keeps its place,
 * and what needs it is missing too.
 */
@NullMarked
package io.github.macroregime.regime.macro;

import org.jspecify.annotations.NullMarked;
