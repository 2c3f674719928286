/**
 * Gaussian hidden Markov models (HMM): filter, forecasts, smoother, Viterbi path and fits by the EM algorithm.
 *
 * <p>Start here: {@link io.github.macroregime.regime.hmm.GaussianHmm} and
 * {@link io.github.macroregime.regime.hmm.BaumWelch}. <b>Missing</b>: as in {@code regime.state};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/hidden-states.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.hmm;

import org.jspecify.annotations.NullMarked;
