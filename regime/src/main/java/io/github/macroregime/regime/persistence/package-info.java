/**
 * Does a series trend, wander or revert? The augmented Dickey-Fuller (ADF), KPSS and variance ratio tests, the
 * half-life of mean reversion and the Hurst exponent.
 *
 * <p>Start with {@link io.github.macroregime.regime.persistence.VarianceRatio}, {@link
 * io.github.macroregime.regime.persistence.UnitRoot}, {@link io.github.macroregime.regime.persistence.Stationarity},
 * {@link io.github.macroregime.regime.persistence.MeanReversion} and {@link
 * io.github.macroregime.regime.persistence.HurstExponent}; each is also made anew at every level of a series as a
 * {@link io.github.macroregime.regime.persistence.RunningTest}. Tests answer with a {@link
 * io.github.macroregime.core.stats.SignificanceTest}.
 *
 * <p>Start here: {@link io.github.macroregime.regime.persistence.UnitRoot},
 * {@link io.github.macroregime.regime.persistence.MeanReversion},
 * {@link io.github.macroregime.regime.persistence.HurstExponent};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/cycles-breaks-curves.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.persistence;

import org.jspecify.annotations.NullMarked;
