package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Series from comma-separated files with ISO dates in the first column: shortcuts for {@link TableLayout#csv()}.
 *
 * <p>FRED's graph files of every age ({@code observation_date} and empty fields, {@code DATE} and {@code .}), several ids
 * side by side, and the {@code date,value} copies of them. The order of the lines is free; a repeated date is an error.
 * The caller states the unit.
 */
public final class SeriesCsv {

    private SeriesCsv() {}

    /**
     * The one series of a file: its only value column, or the one called value, close or price.
     *
     * @param file a file with a date column in front
     * @param unit the unit its values are quoted in
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, a date is repeated, or it is unclear which column is meant
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TimeSeries read(Path file, Unit unit) {
        return TableLayout.csv().withUnit(unit).series(file);
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
        return TableLayout.csv().withUnit(unit).withColumns(column).series(file);
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
        return TableLayout.csv().withUnit(unit).panel(file);
    }
}
