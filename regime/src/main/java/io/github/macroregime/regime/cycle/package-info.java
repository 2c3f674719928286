/**
 * The momentum cycle of an asset: four phases from slow and fast momentum, their history, and what followed them.
 *
 * <p>A phase at a close depends on closes up to it. It tells where an asset stands; whether that pays is told by a
 * {@link io.github.macroregime.regime.strategy.ModelRecord}.
 *
 * <p>Start here: {@link io.github.macroregime.regime.cycle.MomentumCycle};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/cycles-breaks-curves.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.regime.cycle;

import org.jspecify.annotations.NullMarked;
