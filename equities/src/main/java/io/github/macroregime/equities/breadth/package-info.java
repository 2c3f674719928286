/**
 * How many took part and who led: breadth, equal against cap weight, concentration, dispersion and leadership.
 *
 * <p>Weights and returns are decimal fractions, weights those at the beginning of the period. A return that is NaN
 * was not observed and is counted as missing, never as zero.
 *
 * <p>Start here: {@link io.github.macroregime.equities.breadth.Breadth},
 * {@link io.github.macroregime.equities.breadth.Concentration};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/attribution-and-breadth.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.equities.breadth;

import org.jspecify.annotations.NullMarked;
