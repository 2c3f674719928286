/**
 * Backtests of positions made from signals, and tear sheets of their returns.
 *
 * <p>Returns are simple returns per period as decimal fractions. How many periods a year has is always an argument. A
 * ratio whose denominator is zero has no value: {@code NaN} from a function on arrays, an empty answer from a sheet,
 * never an infinity. What was not observed is left out and counted, never set to zero.
 *
 * <p>Start here: {@link io.github.macroregime.regime.strategy.Strategy},
 * {@link io.github.macroregime.regime.strategy.TearSheet}, {@link io.github.macroregime.regime.strategy.WalkForward};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/strategies-and-tear-sheets.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.strategy;

import org.jspecify.annotations.NullMarked;
