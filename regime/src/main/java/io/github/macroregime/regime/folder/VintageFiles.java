package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.macro.QuadrantOptions;
import io.github.macroregime.regime.report.MacroInput;
import io.github.macroregime.regime.report.MacroInput.QuadrantSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code vintages_quarterly*.csv}: for each month of publication the quarterly levels as they were known then.
 *
 * <p>The day of publication is not in the file; the last day of the month is taken, so that nothing is seen too early.
 */
final class VintageFiles {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4}) Q([1-4])");
    private static final String PRICES = "CPIAUCSL";
    private static final int RELEASE_AGE_DAYS = 125;

    private VintageFiles() {}

    static List<MacroInput> read(FolderFiles files, LocalDate date, Consumer<String> progress) {
        List<MacroInput> items = new ArrayList<>();
        for (Path file : files.matching("vintages_quarterly", ".csv")) {
            CsvTable table = files.table(file).requiring("vintage", "observation", PRICES);
            for (String growth : List.of("GDP", "INDPRO")) {
                if (table.has(growth)) {
                    items.add(new QuadrantSource.Revised(
                            growth + " and CPI, quarterly",
                            vintages(table, growth, date),
                            vintages(table, PRICES, date),
                            QuadrantOptions.ofQuarterlyData(),
                            RELEASE_AGE_DAYS,
                            Source.observed(String.valueOf(file.getFileName()))));
                }
            }
        }
        return items;
    }

    private static Vintages vintages(CsvTable table, String column, LocalDate date) {
        Map<LocalDate, Map<LocalDate, Double>> known = new TreeMap<>();
        for (CsvRow row : table.rows()) {
            LocalDate published = published(row);
            if (!published.isAfter(date) && row.optionalText(column).isPresent()) {
                Double earlier = known.computeIfAbsent(published, day -> new TreeMap<>())
                        .put(quarter(row), row.number(column, Unit.FRACTION));
                if (earlier != null) {
                    throw row.problem("the observation " + row.text("observation") + " of the vintage "
                            + row.text("vintage") + " stands in the file twice");
                }
            }
        }
        Map<LocalDate, TimeSeries> snapshots = new TreeMap<>();
        known.forEach((day, levels) -> snapshots.put(day, TimeSeries.ofQuoted(levels, Unit.FRACTION)));
        return Vintages.ofSnapshots(snapshots, Unit.FRACTION);
    }

    private static LocalDate published(CsvRow row) {
        try {
            return YearMonth.parse(row.text("vintage")).atEndOfMonth();
        } catch (DateTimeParseException e) {
            throw row.problem("\"" + row.text("vintage") + "\" in column \"vintage\" must be a month such as 2025-07");
        }
    }

    private static LocalDate quarter(CsvRow row) {
        Matcher quarter = QUARTER.matcher(row.text("observation"));
        if (!quarter.matches()) {
            throw row.problem(
                    "\"" + row.text("observation") + "\" in column \"observation\" must be a quarter such as 2025 Q2");
        }
        int first = 3 * Integer.parseInt(quarter.group(2)) - 2;
        return LocalDate.of(Integer.parseInt(quarter.group(1)), first, 1);
    }
}
