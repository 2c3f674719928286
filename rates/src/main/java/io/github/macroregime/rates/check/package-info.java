/**
 * Consistency check of the printed figures of a statement about a policy path.
 *
 * <p>Start here: {@link io.github.macroregime.rates.check.PathConsistencyCheck}.
 */
@NullMarked
package io.github.macroregime.rates.check;

import org.jspecify.annotations.NullMarked;
