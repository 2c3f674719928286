/**
 * Backtests of positions made from signals, and tear sheets of their returns.
 *
 * <p>Returns are simple returns per period as decimal fractions. How many periods a year has is always an argument. A
 * ratio whose denominator is zero has no value: {@code NaN} from a function on arrays, an empty answer from a sheet,
 * never an infinity. What was not observed is left out and counted, never set to zero.
 */
@NullMarked
package io.github.macroregime.regime.strategy;

import org.jspecify.annotations.NullMarked;
