/**
 * Distributions of what a central bank may do, with the means that a policy path gives.
 *
 * <p>Futures and swaps price means only; any joint distribution with those means is allowed. So every distribution here
 * states its assumption: two adjacent outcomes at a meeting, independence or comonotonicity between meetings, the
 * maximum entropy of a given variance, or the published procedure of an exchange. Means are kept by construction.
 *
 * <p>Outcomes are whole multiples of a move, usually 25 bp; negative ones are cuts. Probabilities are doubles in
 * [0, 1].
 *
 * <p>Start here: {@link io.github.macroregime.rates.probability.FedWatch}, {@link
 * io.github.macroregime.rates.probability.OutcomeTree};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/probabilities.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.probability;

import org.jspecify.annotations.NullMarked;
