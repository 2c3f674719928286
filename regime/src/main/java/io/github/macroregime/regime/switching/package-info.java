/**
 * Markov-switching autoregressions: filter, forecasts, smoother and fits by maximum likelihood.
 *
 * <p>Start here: {@link io.github.macroregime.regime.switching.SwitchingRegression} and
 * {@link io.github.macroregime.regime.switching.SwitchingLikelihood}. <b>Missing</b>: as in {@code regime.state};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/hidden-states.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.switching;

import org.jspecify.annotations.NullMarked;
