/**
 * Regimes as hidden states: Gaussian hidden Markov models (HMM) and Markov-switching autoregressions.
 *
 * <p>Everything is filtered by default: the probability on a date uses that date and the ones before it. What uses
 * the whole sample (smoothed probabilities, the most likely Viterbi path) carries {@code Hindsight} in its name. States
 * are numbered from 0 and keep their number across refits, because a fit sorts them by a stated order.
 *
 * <p><b>Missing</b>: {@code NaN} is no information, so the filtered probability equals the predicted one.
 *
 * <p>Start here: {@link io.github.macroregime.regime.state.GaussianHmm} and
 * {@link io.github.macroregime.regime.state.BaumWelch} (HMM),
 * {@link io.github.macroregime.regime.state.SwitchingRegression} and
 * {@link io.github.macroregime.regime.state.SwitchingLikelihood} (Markov-switching autoregression),
 * {@link io.github.macroregime.regime.state.WalkForwardStates} (out of sample).
 */
@NullMarked
package io.github.macroregime.regime.state;

import org.jspecify.annotations.NullMarked;
