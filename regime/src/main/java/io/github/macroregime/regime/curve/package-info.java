/**
 * How a yield curve moves: bull and bear, steepener and flattener, twist, parallel, and which end led.
 *
 * <p>Yields and their changes are rates. A change over a number of days counts observations on the dates that both
 * yields have. Changes are rounded to a millionth of a basis point before they are compared, so that a tie of quoted
 * yields is a tie.
 *
 * <p>Start here: {@link io.github.macroregime.regime.curve.CurveMoves},
 * {@link io.github.macroregime.regime.curve.CurveBoard};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/cycles-breaks-curves.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.curve;

import org.jspecify.annotations.NullMarked;
