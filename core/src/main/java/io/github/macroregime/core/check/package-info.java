/**
 * What a check of printed figures finds: one finding and one verdict for every module that checks.
 *
 * <p>Start here: {@link io.github.macroregime.core.check.Finding}, {@link io.github.macroregime.core.check.Verdict};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/contributions.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.check;

import org.jspecify.annotations.NullMarked;
