/**
 * Momentum and reversion signals of one asset, each with its formula, its score and its running form.
 *
 * <p>A {@link io.github.macroregime.regime.signal.Signal} is a record of its settings. Its state takes one close after
 * the other; the batch result is that state in a loop, so both agree to the last bit and no value depends on a later
 * close. Closes are prices above zero; {@code NaN} is a close that was not observed. Windows count observations, the
 * newest included.
 *
 * <p>A <em>value</em> is the number a desk knows (an RSI from 0 to 100, a z-score); a <em>score</em> is the same
 * statement on the scale from −1 to 1, positive where it says up. A signal's {@link
 * io.github.macroregime.regime.signal.TrendSignature} shows how it weighs past changes, if it does.
 *
 * <p>Start here: {@link io.github.macroregime.regime.signal.Signal}, {@link io.github.macroregime.regime.signal.Rsi},
 * {@link io.github.macroregime.regime.signal.PastReturn};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/signals-and-strength.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.signal;

import org.jspecify.annotations.NullMarked;
