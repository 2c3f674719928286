/**
 * What lies ahead: scheduled events, equity premium, positioning of traders, skew, and what came after states like
 * today's.
 *
 * <p>Start here: {@link io.github.macroregime.regime.outlook.ForwardProfiles},
 * {@link io.github.macroregime.regime.outlook.Catalysts}, {@link io.github.macroregime.regime.outlook.EquityPremium};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/daily-report.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.outlook;

import org.jspecify.annotations.NullMarked;
