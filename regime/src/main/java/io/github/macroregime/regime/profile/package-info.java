/**
 * Risk and reward by state: what followed, so far, on days like today.
 *
 * <p>Only outcomes that have matured by the date at which one looks are used, so data that come later change nothing.
 * Because outcomes overlap, every profile carries its effective number of observations beside its n.
 */
@NullMarked
package io.github.macroregime.regime.profile;

import org.jspecify.annotations.NullMarked;
