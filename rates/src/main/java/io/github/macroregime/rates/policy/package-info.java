/**
 * The path of a policy rate that market quotes imply: meetings, instruments, calibration, and what the path says.
 *
 * <p>The overnight rate is constant between the effective dates of the meetings; such a stretch is a <em>regime</em>.
 * Regime 0 is today's rate, regime {@code j} begins on the effective date of meeting {@code j}, and the last regime
 * has no end. A meeting has a decision date and an effective date, and only the second one moves a rate. A calendar
 * day takes the fixing of the last business day on or before it.
 *
 * <p>Quotes are compiled once into whole numbers of days by regime ({@link
 * io.github.macroregime.rates.policy.PathCalibrator}); after that no date is touched. Rates are decimals inside and
 * {@link io.github.macroregime.core.unit.Rate} at the door. Half-open ranges of dates include the first date only.
 */
@NullMarked
package io.github.macroregime.rates.policy;

import org.jspecify.annotations.NullMarked;
