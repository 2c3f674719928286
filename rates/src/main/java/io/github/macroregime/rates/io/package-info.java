/**
 * Files in and out: quotes and fixings from tables, policy paths as tables and as JSON.
 *
 * <p>Start here: {@link io.github.macroregime.rates.io.QuotesCsv}, {@link io.github.macroregime.rates.io.PathJson}.
 */
@NullMarked
package io.github.macroregime.rates.io;

import org.jspecify.annotations.NullMarked;
