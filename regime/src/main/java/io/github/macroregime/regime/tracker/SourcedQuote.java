package io.github.macroregime.regime.tracker;

import io.github.macroregime.rates.instrument.Quote;
import java.io.Serializable;

/**
 * A market quote with where it comes from.
 *
 * @param quote the instrument and its rate
 * @param source where the quote comes from, for example {@code reconstruction}
 */
public record SourcedQuote(Quote quote, String source) implements Serializable {}
