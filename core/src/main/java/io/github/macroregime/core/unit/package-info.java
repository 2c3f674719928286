/**
 * Values with their unit: rates, spreads, returns and the units that files are quoted in.
 *
 * <p>Inside the library every rate is a decimal fraction; a unit is met only at the door. A quoted
 * value of at most fifteen significant digits survives the way in and out unchanged, because the
 * decimal point is moved and nothing is multiplied.
 */
@NullMarked
package io.github.macroregime.core.unit;

import org.jspecify.annotations.NullMarked;
