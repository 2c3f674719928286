package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.rates.io.FixingsCsv;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedFixings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads {@code fixings.csv}: the fixings as {@link FixingsCsv} reads them, each index with where they come from. */
final class FixingFile {

    private FixingFile() {}

    static List<SourcedFixings> read(Optional<CsvTable> table, LocalDate date) {
        return table.map(each -> sourced(each.requiring("source"), date)).orElse(List.of());
    }

    private static List<SourcedFixings> sourced(CsvTable table, LocalDate date) {
        return FixingsCsv.from(table, date).stream()
                .map(published -> new SourcedFixings(
                        published, sources(table, published.index().name())))
                .toList();
    }

    private static List<String> sources(CsvTable table, String index) {
        return table.rows().stream()
                .filter(row -> row.text("index").equals(index))
                .map(row -> row.text("source"))
                .distinct()
                .toList();
    }
}
