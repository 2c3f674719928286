/**
 * Positioning of traders: how far a net position stands in its own history.
 *
 * <p>A report speaks of a Tuesday and is published on the Friday after; it is used from its publication on.
 */
@NullMarked
package io.github.macroregime.regime.positioning;

import org.jspecify.annotations.NullMarked;
