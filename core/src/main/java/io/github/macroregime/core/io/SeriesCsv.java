package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Series from files with a date column and value columns, as FRED and price vendors serve them.
 *
 * <p>Without a {@link Layout} the date column is the first one and holds ISO dates: FRED's graph files of every
 * age ({@code observation_date} and empty fields, {@code DATE} and {@code .}), several ids side by side, and the
 * {@code date,value} copies of them. An empty field, {@code .}, {@code null}, {@code NaN}, {@code NA} and
 * {@code #N/A} are a missing observation. The order of the lines is free; a repeated date is an error. The caller
 * states the unit.
 */
public final class SeriesCsv {

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
        return SeriesColumns.scan(
                        file,
                        header -> layouts(header.texts(), List.of(valueColumn(header.source(), header.texts())), unit),
                        Problems.refusing())
                .toSeries();
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
        return SeriesColumns.scan(file, header -> layouts(header.texts(), List.of(column), unit), Problems.refusing())
                .toSeries();
    }

    /**
     * One column of a file whose layout is stated.
     *
     * @param file a file with a header line
     * @param layout the date column, the value column, the unit and how dates and missing values are written
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no such column
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, Layout layout) {
        return read(file, layout, Problems.refusing());
    }

    /**
     * One column of a file whose layout is stated, malformed lines passed over.
     *
     * @param file a file with a header line
     * @param layout the date column, the value column, the unit and how dates and missing values are written
     * @param problems collects the lines that cannot be read
     * @return the series of the other lines, sorted by date
     * @throws FileFormatException if there is no such column
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, Layout layout, Problems problems) {
        return SeriesColumns.scan(file, header -> List.of(layout), problems).toSeries();
    }

    /**
     * All value columns of a file side by side, such as several ids of FRED in one download.
     *
     * @param file a file with a date column in front
     * @param unit the unit of all its columns
     * @return one column for each behind the first
     * @throws FileFormatException if a field cannot be read or a date is repeated
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readPanel(Path file, Unit unit) {
        return readPanel(file, unit, Problems.refusing());
    }

    /**
     * All value columns of a file side by side, malformed lines passed over.
     *
     * @param file a file with a date column in front
     * @param unit the unit of all its columns
     * @param problems collects the lines that cannot be read
     * @return one column for each behind the first
     * @throws FileFormatException if the file has no value column
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readPanel(Path file, Unit unit, Problems problems) {
        return SeriesColumns.scan(file, header -> layouts(header.texts(), valueColumns(header), unit), problems)
                .toPanel();
    }

    /**
     * Chosen columns of a file side by side, each with its own unit, such as several ids of FRED in one download.
     *
     * @param file a file with a header line
     * @param layouts one for each column, at least one, all with the same date column and style
     * @param problems collects the lines that cannot be read
     * @return one column for each layout, named as in the file
     * @throws FileFormatException if there is no such column
     * @throws IllegalArgumentException if there is no layout, or they differ in where or how the dates stand
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel readPanel(Path file, List<Layout> layouts, Problems problems) {
        long dates = layouts.stream()
                .map(layout -> layout.dateColumn() + layout.dates())
                .distinct()
                .count();
        if (dates != 1) {
            throw new IllegalArgumentException(
                    "layouts must have one and the same date column and style but were " + layouts);
        }
        return SeriesColumns.scan(file, header -> layouts, problems).toPanel();
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
        return of(table, valueColumn(table.source(), table.header()), unit);
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
        int at = table.header().indexOf(column);
        DatedRows rows = new DatedRows(table.source(), List.of(column), List.of(unit), Problems.refusing());
        for (CsvRow row : table.rows()) {
            rows.add(row.line(), row.date(dateColumn), row.number(at, column, unit, CsvRow.MISSING));
        }
        return rows.toSeries();
    }

    private static List<Layout> layouts(List<String> header, List<String> columns, Unit unit) {
        return columns.stream()
                .map(column -> Layout.of(header.get(0), column, unit))
                .toList();
    }

    private static List<String> valueColumns(CsvRow header) {
        if (header.size() < 2) {
            throw header.problem("there is no value column; the header has " + header.texts());
        }
        return header.texts().subList(1, header.size());
    }

    private static String valueColumn(String source, List<String> header) {
        List<String> columns = header.subList(1, header.size());
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
                source, 1, "it is unclear which column holds the values; the header has " + header);
    }

    /**
     * Where a file keeps the dates and values of a series and how it writes them.
     *
     * <p>{@code Layout.of("date", "ebp", Unit.PERCENT).withDates(DateStyle.DAY_MONTH_YEAR)}
     *
     * @param dateColumn the name of the date column
     * @param valueColumn the name of the value column
     * @param unit the unit the values are quoted in
     * @param dates how the dates are written
     * @param missing texts that stand for a missing observation besides an empty field, {@code .}, {@code null} and
     *     {@code NaN}
     */
    public record Layout(String dateColumn, String valueColumn, Unit unit, DateStyle dates, List<String> missing)
            implements Serializable {

        public Layout {
            missing = List.copyOf(missing);
        }

        /**
         * A file with ISO dates.
         *
         * @param dateColumn the name of the date column
         * @param valueColumn the name of the value column
         * @param unit the unit the values are quoted in
         * @return the layout
         */
        public static Layout of(String dateColumn, String valueColumn, Unit unit) {
            return new Layout(dateColumn, valueColumn, unit, DateStyle.ISO, List.of());
        }

        /**
         * The same layout with dates written in another style.
         *
         * @param style how the dates are written
         * @return the changed layout
         */
        public Layout withDates(DateStyle style) {
            return new Layout(dateColumn, valueColumn, unit, style, missing);
        }

        /**
         * The same layout with further texts that stand for a missing observation, such as {@code 0.0}.
         *
         * @param texts as they stand in the file
         * @return the changed layout
         */
        public Layout withMissing(String... texts) {
            return new Layout(dateColumn, valueColumn, unit, dates, List.of(texts));
        }
    }
}
