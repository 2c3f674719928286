/**
 * Effects of single periods carried over several periods, so that they sum to the return of all periods together.
 *
 * <p>Single-period effects sum to the difference of two returns, but returns compound and effects do not. Each method
 * here gives every period a coefficient (or, for Frongello, a recursion) such that the linked effects of all periods
 * sum exactly to the cumulative portfolio return minus the cumulative benchmark return. With a benchmark of zero the
 * same methods link contributions to an absolute return.
 *
 * <p>Start here: {@link io.github.macroregime.equities.linking.Linking};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/attribution-and-breadth.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.equities.linking;

import org.jspecify.annotations.NullMarked;
