/**
 * Readers that turn the files of publishers into series, panels and vintages.
 *
 * <p>Tables of text: {@link io.github.macroregime.core.io.TableLayout} says how a file is laid out and reads it into a
 * series, a panel or lines; {@link io.github.macroregime.core.io.Layouts} holds those of publishers (FRED, Treasury, New
 * York Fed, CFTC, Yahoo and yfinance, CBOE, Investing.com, Stooq, ECB, BLS, Shiller, FedWatch, holdings of funds);
 * {@link io.github.macroregime.core.io.SeriesCsv} and {@link io.github.macroregime.core.io.CsvTable} are shortcuts. More
 * than a table: {@link io.github.macroregime.core.io.VintageCsv}, {@link io.github.macroregime.core.io.FredJson},
 * {@link io.github.macroregime.core.io.FredMd}, {@link io.github.macroregime.core.io.NewYorkFedRates},
 * {@link io.github.macroregime.core.io.TreasuryParYields}, {@link io.github.macroregime.core.io.CmeSettlements}. Rows of
 * a database: {@link io.github.macroregime.core.io.SeriesSql}. JSON of
 * one's own: {@link io.github.macroregime.core.io.JsonObject} and {@link io.github.macroregime.core.io.JsonWriter}.
 *
 * <p>Common to all of them: the unit is stated by the caller or fixed by the publisher's format, never guessed. The order
 * of lines is free unless it is stated, and a repeated date is an error. Numbers are rounded once, from their text. A
 * malformed line is a {@link io.github.macroregime.core.io.FileFormatException} with file, line and text, or is collected
 * in {@link io.github.macroregime.core.io.Problems} where a reader of lines is given some. Files are UTF-8, with or
 * without a byte order mark, unless another encoding is stated. A field has at most 65,536 characters and a line about a
 * million; reading takes at most six times the size of the file.
 *
 * <p>Start here: {@link io.github.macroregime.core.io.SeriesCsv}, {@link io.github.macroregime.core.io.Layouts},
 * {@link io.github.macroregime.core.io.SeriesSql};
 * <a href="https://github.com/macro-regime/macro-regime/blob/main/docs/guide/reading-files.md">guide</a>.
 */
@NullMarked
package io.github.macroregime.core.io;

import org.jspecify.annotations.NullMarked;
