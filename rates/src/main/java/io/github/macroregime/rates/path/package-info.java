/**
 * The path of a policy rate that market quotes imply, and its calibration.
 *
 * <p>The overnight rate is constant between the effective dates of two meetings, an <em>inter-meeting period</em>.
 * Period 0 has today's rate, period {@code j} begins on the effective date of meeting {@code j}, and the last period has
 * no end.
 *
 * <p>Quotes are compiled once into whole numbers of days by period ({@link
 * io.github.macroregime.rates.path.PathCalibrator}); after that no date is touched. Rates are decimals inside and
 * {@link io.github.macroregime.core.unit.Rate} at the door.
 *
 * <p>Start here: {@link io.github.macroregime.rates.path.PathFrame}, {@link
 * io.github.macroregime.rates.path.PathCalibrator}, {@link io.github.macroregime.rates.path.PolicyPath};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/policy-path.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.path;

import org.jspecify.annotations.NullMarked;
