/**
 * Credit spreads: where a spread stands, what it pays, what it could cost, and who did not move.
 *
 * <p>Every statement names its instrument: a credit default swap index and a cash index are different types and are
 * never compared. Spreads are rates, wider is higher.
 */
@NullMarked
package io.github.macroregime.credit;

import org.jspecify.annotations.NullMarked;
