/**
 * Overnight rates, the instruments quoted on them, and the adjustments between an instrument's rate and the path.
 *
 * <p>An overnight index swap (OIS), a future on the average of fixings and one on their compounding differ in how
 * fixings become a rate; each instrument says so itself. A calendar day takes the fixing of the last business day on or
 * before it. Half-open ranges of dates include the first date only.
 *
 * <p>Start here: {@link io.github.macroregime.rates.instrument.OvernightIndex}, {@link
 * io.github.macroregime.rates.instrument.Quote};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/policy-path.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.instrument;

import org.jspecify.annotations.NullMarked;
