/**
 * Performance attribution, why a portfolio did not return what its benchmark did: effects that sum, or compound, to the
 * difference.
 *
 * <p>Letters: {@code wp, wb} are the beginning weights of a segment in portfolio and benchmark, {@code rp, rb} its
 * returns, {@code Rp, Rb} those of the whole. A segment that the benchmark does not hold has no benchmark return; the
 * return of what it is part of stands in, so that its whole effect is one of selection or interaction and none is
 * invented. A segment that the portfolio does not hold has the benchmark's return, so that its whole effect is
 * allocation.
 *
 * <p>Start here: {@link io.github.macroregime.equities.attribution.ArithmeticAttribution},
 * {@link io.github.macroregime.equities.attribution.LinkedAttribution};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/attribution-and-breadth.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.equities.attribution;

import org.jspecify.annotations.NullMarked;
