/**
 * Files in and out: quotes and fixings from tables, policy paths as tables and as JSON.
 *
 * <p>Start here: {@link io.github.macroregime.rates.io.QuotesCsv}, {@link io.github.macroregime.rates.io.PathJson};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/policy-path.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.rates.io;

import org.jspecify.annotations.NullMarked;
