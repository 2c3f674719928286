/**
 * Printed editions of a daily macro page, and whether what they print can be true.
 *
 * <p>A printed figure stands for all numbers that round to it, so that rounding alone decides whether two
 * figures agree.
 */
@NullMarked
package io.github.macroregime.regime.edition;

import org.jspecify.annotations.NullMarked;
