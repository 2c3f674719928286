/**
 * Named bands of a spread as data, and the memory that keeps a state from flickering at an edge.
 *
 * <p>An edge belongs to exactly one of its two bands. What a desk has not named is a declared hole with a name of
 * its own, so that every level lies in exactly one band.
 *
 * <p>Start here: {@link io.github.macroregime.credit.band.Bands},
 * {@link io.github.macroregime.credit.band.SwitchPolicy};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/credit-spreads.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.credit.band;

import org.jspecify.annotations.NullMarked;
