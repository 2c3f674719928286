/**
 * Readers that turn the files of publishers into series, panels and vintages.
 *
 * <p>Series and panels: {@link io.github.macroregime.core.io.SeriesCsv} for every file with a date column (FRED's
 * graph files, old and new), {@link io.github.macroregime.core.io.FredJson},
 * {@link io.github.macroregime.core.io.AlfredCsv}, {@link io.github.macroregime.core.io.NewYorkFedRates},
 * {@link io.github.macroregime.core.io.TreasuryParYields}, {@link io.github.macroregime.core.io.CftcPositions},
 * {@link io.github.macroregime.core.io.YahooCsv}, {@link io.github.macroregime.core.io.FredMd},
 * {@link io.github.macroregime.core.io.ShillerCsv}, {@link io.github.macroregime.core.io.BlsTable},
 * {@link io.github.macroregime.core.io.FedWatchCsv}, {@link io.github.macroregime.core.io.CmeSettlements}. Other tables:
 * {@link io.github.macroregime.core.io.CsvTable}; JSON of one's own: {@link io.github.macroregime.core.io.JsonObject} and
 * {@link io.github.macroregime.core.io.JsonWriter}.
 *
 * <p>Common to all of them: the unit is stated by the caller or fixed by the publisher's format, never guessed. The order
 * of lines is free and a repeated date is an error. Numbers are rounded once, from their text. A malformed line is a
 * {@link io.github.macroregime.core.io.FileFormatException} with file, line and text, or is collected in
 * {@link io.github.macroregime.core.io.Problems} where a reader of lines is given some. Files are UTF-8, with or without
 * a byte order mark.
 */
@NullMarked
package io.github.macroregime.core.io;

import org.jspecify.annotations.NullMarked;
