/**
 * Consistency check of the printed figures of a statement about a policy path.
 *
 * <p>Start here: {@link io.github.macroregime.rates.check.PathConsistencyCheck};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/policy-path.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.check;

import org.jspecify.annotations.NullMarked;
