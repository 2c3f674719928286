/**
 * How many took part and who led: breadth, equal against cap weight, concentration, dispersion and leadership.
 *
 * <p>Weights and returns are decimal fractions, weights those at the beginning of the period. A return that is NaN
 * was not observed and is counted as missing, never as zero.
 */
@NullMarked
package io.github.macroregime.equities.breadth;

import org.jspecify.annotations.NullMarked;
