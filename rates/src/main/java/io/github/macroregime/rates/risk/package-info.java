/**
 * What a path is worth to a book and how it moves: DV01 by meeting and by quote, gamma, scenarios, repricing between
 * two days, the gap between two central banks, the term premium.
 *
 * <p>A basis-point value (BPV, DV01, PV01 of a rate) is the money gained when a rate falls by one basis point.
 *
 * <p>Start here: {@link io.github.macroregime.rates.risk.RiskLadder}, {@link
 * io.github.macroregime.rates.risk.PathRepricing};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/rate-risk.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.risk;

import org.jspecify.annotations.NullMarked;
