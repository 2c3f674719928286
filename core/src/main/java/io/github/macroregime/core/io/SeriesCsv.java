package io.github.macroregime.core.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Series from comma-separated files with ISO dates in the first column, and back: shortcuts for {@link
 * TableLayout#csv()}.
 *
 * <p>FRED's graph files of every age ({@code observation_date} and empty fields, {@code DATE} and {@code .}), several ids
 * side by side, and the {@code date,value} copies of them. The order of the lines is free; a repeated date is an error.
 * The caller states the unit.
 *
 * <pre>{@code
 * TimeSeries yields = SeriesCsv.read(Path.of("DGS10.csv"), Unit.PERCENT);
 * Files.writeString(Path.of("copy.csv"), SeriesCsv.text(yields));
 * }</pre>
 */
public final class SeriesCsv {

    private static final int DIGITS_OF_A_DOUBLE = 17;

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

    /**
     * A series as comma-separated text, which {@link #read(Path, Unit)} with the unit of the series reads back bit for
     * bit: {@code Files.writeString(file, SeriesCsv.text(series))}.
     *
     * @param series any series
     * @return a header {@code date,value} and one line for each date; a missing value is an empty field
     */
    public static String text(TimeSeries series) {
        return text(Panel.onAllDates(series.named("value")));
    }

    /**
     * A panel as comma-separated text, each column quoted in its own unit.
     *
     * @param panel any panel
     * @return a header of {@code date} and the names, and one line for each date; a missing value is an empty field
     */
    public static String text(Panel panel) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(
                    Stream.concat(Stream.of("date"), panel.columns().stream()).toList());
            for (int row = 0; row < panel.size(); row++) {
                writer.writeRecord(line(panel, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a panel cannot be written as text", e);
        }
        return text.toString();
    }

    private static List<String> line(Panel panel, int row) {
        List<String> line = new ArrayList<>(List.of(panel.dates().get(row).toString()));
        for (int i = 0; i < panel.columns().size(); i++) {
            double value = panel.values().get(i).get(row);
            line.add(Double.isNaN(value) ? "" : panel.units().get(i).significant(value, DIGITS_OF_A_DOUBLE));
        }
        return line;
    }
}
