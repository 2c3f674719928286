/**
 * The macro regime report: growth and inflation, liquidity, the yield curve, policy, credit, equities, levels, lockstep,
 * sensitivities, the equity risk premium, positioning, skew, states, risk and reward, catalysts and strength of one
 * date in one immutable value.
 *
 * <p>{@code MacroReport.of(inputs, date)} is a pure function: no number depends on anything dated or published after
 * the date. Every statement holds its number with the unit, its definition and its sample; what the inputs lack is
 * named as a gap.
 */
@NullMarked
package io.github.macroregime.regime.report;

import org.jspecify.annotations.NullMarked;
