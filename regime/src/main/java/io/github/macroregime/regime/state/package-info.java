/**
 * What models of hidden states share: Markov chains, filtered and smoothed probabilities, fits and the walk forward.
 *
 * <p>Everything is filtered by default: the probability on a date uses that date and the ones before it. What uses
 * the whole sample (smoothed probabilities, the most likely path) carries {@code Hindsight} in its name. States are
 * numbered from 0 and keep their number across refits, because a fit sorts them by a stated order.
 *
 * <p><b>Missing</b>: {@code NaN} is no information, so the filtered probability equals the predicted one.
 *
 * <p>Start here: {@link io.github.macroregime.regime.state.MarkovChain} and
 * {@link io.github.macroregime.regime.state.WalkForwardStates} (out of sample); the models are in
 * {@code regime.hmm} and {@code regime.switching};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/hidden-states.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.state;

import org.jspecify.annotations.NullMarked;
