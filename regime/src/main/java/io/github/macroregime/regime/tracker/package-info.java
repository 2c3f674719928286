/**
 * The daily macro tracker: what a folder holds in, one immutable report out.
 *
 * <p>What a folder lacks is named in the report and never invented; where a number is synthetic or reconstructed,
 * the report carries that word along.
 */
@NullMarked
package io.github.macroregime.regime.tracker;

import org.jspecify.annotations.NullMarked;
