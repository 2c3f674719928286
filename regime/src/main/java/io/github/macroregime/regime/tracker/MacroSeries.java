package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The macro series of a folder by their identifiers, each with its publication lag: those of its {@code macro.csv}, or
 * else those of the built-in list that it holds.
 */
final class MacroSeries {

    private static final Map<String, Unit> UNITS = Map.of(
            "%", Unit.PERCENT,
            "pp", Unit.PERCENTAGE_POINTS,
            "bp", Unit.BASIS_POINTS,
            "$ mn", Unit.MILLIONS_OF_DOLLARS,
            "$ bn", Unit.BILLIONS_OF_DOLLARS,
            "index", Unit.FRACTION,
            "ratio", Unit.FRACTION,
            "price", Unit.PRICE);

    private final Map<String, PublishedSeries> series;

    private MacroSeries(Map<String, PublishedSeries> series) {
        this.series = series;
    }

    static MacroSeries read(FolderFiles files, LocalDate date, Consumer<String> progress) {
        Optional<Path> own = files.find("macro.csv");
        CsvTable list = own.map(CsvTable::read).orElseGet(() -> SeriesList.builtIn("known-macro.csv"));
        Map<String, PublishedSeries> series = new LinkedHashMap<>();
        for (CsvRow row : list.requiring("id", "unit", "files", "lag_days", "max_age_days")
                .rows()) {
            Optional<Path> file = file(files, row);
            if (file.isEmpty() && own.isPresent()) {
                throw row.problem("the folder does not hold the file \"" + row.text("files") + "\"");
            }
            if (file.isPresent()) {
                progress.accept(String.valueOf(file.get().getFileName()));
                TimeSeries values = SeriesCsv.read(file.get(), unit(row)).until(date);
                PublishedSeries published = new PublishedSeries(
                        row.text("id"),
                        values,
                        Source.observed(row.text("id")),
                        PublicationLag.days((int) row.number("lag_days", Unit.COUNT)),
                        MaxAge.days((int) row.number("max_age_days", Unit.COUNT)));
                if (series.put(row.text("id"), published) != null) {
                    throw row.problem("the id \"" + row.text("id") + "\" stands in the list twice");
                }
            }
        }
        return new MacroSeries(series);
    }

    /** The first of the alternative names that the folder holds. */
    private static Optional<Path> file(FolderFiles files, CsvRow row) {
        for (String name : row.text("files").split(" ", -1)) {
            Optional<Path> found = files.find(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Unit unit(CsvRow row) {
        Unit unit = UNITS.get(row.text("unit"));
        if (unit == null) {
            throw row.problem("\"" + row.text("unit")
                    + "\" in column \"unit\" must be one of %, pp, bp, $ mn, $ bn, index, ratio, price");
        }
        return unit;
    }

    Optional<PublishedSeries> published(String id) {
        return Optional.ofNullable(series.get(id));
    }

    /** A series under the name it has in the report. */
    Optional<PublishedSeries> named(String id, String name) {
        return published(id).map(each -> each.named(name));
    }
}
