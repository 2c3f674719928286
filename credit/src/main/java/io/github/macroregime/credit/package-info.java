/**
 * Credit spreads: percentiles and bands of a level, carry and break-even, momentum, and the disconnect from other
 * markets.
 *
 * <p>Every statement names its instrument: a credit default swap index and a cash index are different types and are
 * never compared. Spreads are rates, wider is higher.
 *
 * <p>Start here: {@link io.github.macroregime.credit.SpreadCard},
 * {@link io.github.macroregime.credit.SpreadPercentiles};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/credit-spreads.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.credit;

import org.jspecify.annotations.NullMarked;
