/**
 * Statistics of open, high, low and close: ATR, ADX, CCI, stochastic, Aroon, Donchian channels and the range volatilities
 * of Parkinson, Garman and Klass, Rogers and Satchell, Yang and Zhang.
 *
 * <p>Start with {@link io.github.macroregime.regime.bar.Bars} and {@link
 * io.github.macroregime.regime.bar.BarStatistic}, whose factories name every statistic.
 *
 * <p>Start here: {@link io.github.macroregime.regime.bar.Bars}, {@link io.github.macroregime.regime.bar.BarStatistic};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/signals-and-strength.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.bar;

import org.jspecify.annotations.NullMarked;
