/**
 * Consistency check of the printed figures of a statement about a policy path.
 *
 * <p>Start here: {@link io.github.macroregime.rates.check.PathPrintCheck}.
 */
@NullMarked
package io.github.macroregime.rates.check;

import org.jspecify.annotations.NullMarked;
