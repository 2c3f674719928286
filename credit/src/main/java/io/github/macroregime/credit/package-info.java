/**
 * Credit spreads: percentiles and bands of a level, carry and break-even, momentum, and the disconnect from other
 * markets.
 *
 * <p>Every statement names its instrument: a credit default swap index and a cash index are different types and are
 * never compared. Spreads are rates, wider is higher.
 */
@NullMarked
package io.github.macroregime.credit;

import org.jspecify.annotations.NullMarked;
