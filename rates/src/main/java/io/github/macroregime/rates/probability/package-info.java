/**
 * Laws of what a central bank may do, with the means that a policy path gives.
 *
 * <p>Futures and swaps price means only; any joint law with those means is allowed. So every law here states its
 * assumption: two adjacent outcomes at a meeting, independence or comonotony between meetings, the most disordered law
 * of a given variance, or the published procedure of an exchange. Means are kept by construction.
 *
 * <p>Outcomes are whole multiples of a move, usually 25 bp; negative ones are cuts. Probabilities are doubles in
 * [0, 1].
 */
@NullMarked
package io.github.macroregime.rates.probability;

import org.jspecify.annotations.NullMarked;
