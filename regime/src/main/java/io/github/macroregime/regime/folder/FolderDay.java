package io.github.macroregime.regime.folder;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A folder as it is read for one day.
 *
 * @param files its files
 * @param date the day of the report
 * @param edition the day that {@code edition.csv} states
 * @param limits what a figure can be and how old it may be used
 */
record FolderDay(FolderFiles files, LocalDate date, Optional<LocalDate> edition, Limits limits) {}
