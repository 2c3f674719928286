/**
 * The macro regime report: growth and inflation, liquidity, the yield curve, policy, credit, equities, levels, lockstep,
 * sensitivities, the equity risk premium, positioning, skew, states, risk and reward, catalysts and strength of one
 * date in one immutable value.
 *
 * <p>{@code MacroReport.of(inputs, date)} is a pure function: no number depends on anything dated or published after
 * the date. Every statement holds its number with the unit, its definition and its sample; what the inputs lack is
 * named as a gap.
 *
 * <p>Start here: {@link io.github.macroregime.regime.report.MacroReport},
 * {@link io.github.macroregime.regime.report.DaySummary};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.report;

import org.jspecify.annotations.NullMarked;
