package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.SeriesCsv;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.tracker.TrackerInput.SeriesRole;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the series of a folder: those of its {@code series.csv}, or else those of the built-in list that it holds.
 *
 * <p>The built-in list names the well-known identifiers of FRED and of price vendors with their units, so that a
 * folder of plain downloads needs no description.
 */
final class SeriesList {

    private static final Map<String, Unit> UNITS =
            Map.of("%", Unit.PERCENT, "pp", Unit.PERCENTAGE_POINTS, "bp", Unit.BASIS_POINTS, "price", Unit.PRICE);

    private SeriesList() {}

    static List<SourcedSeries> read(FolderFiles files, LocalDate date, Consumer<String> progress) {
        Optional<Path> own = files.find("series.csv");
        CsvTable list = own.map(CsvTable::read).orElseGet(() -> builtIn("known-series.csv"));
        list.requiring("id", "name", "role", "unit", "file", "source");
        List<SourcedSeries> series = new ArrayList<>();
        for (CsvRow row : list.rows()) {
            Optional<Path> file = files.find(row.text("file"));
            if (file.isEmpty() && own.isPresent()) {
                throw row.problem("the folder does not hold the file \"" + row.text("file") + "\"");
            }
            if (file.isPresent()) {
                progress.accept(row.text("file"));
                series.add(read(row, file.get(), date));
            }
        }
        return List.copyOf(series);
    }

    private static SourcedSeries read(CsvRow row, Path file, LocalDate date) {
        TimeSeries values = SeriesCsv.read(file, unit(row)).until(date);
        return new SourcedSeries(
                row.text("id"), row.text("name"), role(row), values, row.text("source"), assetClass(row));
    }

    private static Unit unit(CsvRow row) {
        Unit unit = UNITS.get(row.text("unit"));
        if (unit == null) {
            throw row.problem("\"" + row.text("unit") + "\" in column \"unit\" must be one of %, pp, bp, price");
        }
        return unit;
    }

    private static String assetClass(CsvRow row) {
        return row.optionalText("class").orElse("");
    }

    private static SeriesRole role(CsvRow row) {
        String text = row.text("role");
        for (SeriesRole role : SeriesRole.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(text)) {
                return role;
            }
        }
        throw row.problem("\"" + text + "\" in column \"role\" must be one of asset, sector, spread, overnight, yield");
    }

    /** A list that comes with the library. */
    static CsvTable builtIn(String name) {
        try (InputStream stream = Objects.requireNonNull(SeriesList.class.getResourceAsStream(name), name)) {
            return CsvTable.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
