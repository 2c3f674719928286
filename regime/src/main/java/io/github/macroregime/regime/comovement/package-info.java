/**
 * Comovement: how much assets move together (lockstep), against what chance would give, and what drives them.
 *
 * <p>Returns and changes are decimal fractions. Series are put together by date, never by position.
 */
@NullMarked
package io.github.macroregime.regime.comovement;

import org.jspecify.annotations.NullMarked;
