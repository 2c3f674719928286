package io.github.macroregime.core.io;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Series from files with a date column and value columns, as FRED and price vendors serve them.
 *
 * <p>The date column is the first one and holds ISO dates. An empty field, {@code .}, {@code null} and
 * {@code NaN} are a missing observation. The order of the lines is free; a repeated date is an error. The
 * caller states the unit.
 */
public final class SeriesCsv {

    private static final Set<String> MISSING = Set.of(".", "null", "NaN", "nan");
    private static final List<String> CLOSING = List.of("value", "close", "adj close");

    private SeriesCsv() {}

    /**
     * The one series of a file: its only value column, or the one called value or close.
     *
     * @param file a file with a date column in front
     * @param unit the unit its values are quoted in
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, a date is repeated, or it is unclear which column is meant
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, Unit unit) {
        return of(CsvTable.read(file), unit);
    }

    /**
     * One column of a file.
     *
     * @param file a file with a date column in front
     * @param column the name of the value column
     * @param unit the unit its values are quoted in
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no such column
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, String column, Unit unit) {
        return of(CsvTable.read(file), column, unit);
    }

    /**
     * The one series of a table.
     *
     * @param table a table with a date column in front
     * @param unit the unit its values are quoted in
     * @return the series, sorted by date
     * @throws FileFormatException as for {@link #read(Path, Unit)}
     */
    public static TimeSeries of(CsvTable table, Unit unit) {
        return of(table, valueColumn(table), unit);
    }

    /**
     * One column of a table.
     *
     * @param table a table with a date column in front
     * @param column the name of the value column
     * @param unit the unit its values are quoted in
     * @return the series, sorted by date
     * @throws FileFormatException as for {@link #read(Path, String, Unit)}
     */
    public static TimeSeries of(CsvTable table, String column, Unit unit) {
        table.requiring(column);
        String dateColumn = table.header().get(0);
        Map<LocalDate, Double> values = new TreeMap<>();
        for (CsvRow row : table.rows()) {
            LocalDate date = row.date(dateColumn);
            if (values.put(date, value(row, column, unit)) != null) {
                throw row.problem("the date " + date + " stands in the file twice");
            }
        }
        return TimeSeries.of(
                DateIndex.copyOf(values.keySet()),
                values.values().stream().mapToDouble(Double::doubleValue).toArray(),
                unit);
    }

    private static double value(CsvRow row, String column, Unit unit) {
        boolean missing = row.optionalText(column).map(MISSING::contains).orElse(true);
        return missing ? Double.NaN : row.number(column, unit);
    }

    private static String valueColumn(CsvTable table) {
        List<String> columns = table.header().subList(1, table.header().size());
        if (columns.size() == 1) {
            return columns.get(0);
        }
        for (String wanted : CLOSING) {
            for (String column : columns) {
                if (column.equalsIgnoreCase(wanted)) {
                    return column;
                }
            }
        }
        throw new FileFormatException(
                table.source(), 1, "it is unclear which column holds the values; the header has " + table.header());
    }
}
