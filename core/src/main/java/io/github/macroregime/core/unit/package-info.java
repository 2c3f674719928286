/**
 * Values with their unit: rates, spreads, returns and the units that files are quoted in.
 *
 * <p>Inside the library every rate is a decimal fraction; a unit is met only at the door. A quoted
 * value of at most fifteen significant digits survives the way in and out unchanged, because the
 * decimal point is moved and nothing is multiplied.
 *
 * <p>Start here: {@link io.github.macroregime.core.unit.Rate}, {@link io.github.macroregime.core.unit.Unit},
 * {@link io.github.macroregime.core.unit.Probability};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/series-and-units.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.unit;

import org.jspecify.annotations.NullMarked;
