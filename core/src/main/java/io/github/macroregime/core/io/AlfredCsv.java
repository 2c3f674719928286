package io.github.macroregime.core.io;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vintages as ALFRED lays them out in a spreadsheet: a date column and one column for each vintage, named
 * {@code PAYEMS_20090109} after the series and the day of publication.
 */
public final class AlfredCsv {

    private AlfredCsv() {}

    /**
     * All vintages of a file.
     *
     * @param file a file with one column for each vintage
     * @param id the series, such as {@code PAYEMS}
     * @param unit the unit the values are quoted in
     * @return the vintages; an empty field was not yet known, or withdrawn
     * @throws FileFormatException if a field cannot be read, a date is repeated, or a column is no vintage of that series
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Vintages read(Path file, String id, Unit unit) {
        Panel panel = SeriesCsv.readPanel(file, unit);
        Map<LocalDate, TimeSeries> vintages = new TreeMap<>();
        for (NamedSeries column : panel.all()) {
            vintages.put(day(file, id, column.name()), column.series().dropMissing());
        }
        return Vintages.ofSnapshots(vintages, unit);
    }

    private static LocalDate day(Path file, String id, String column) {
        try {
            if (column.startsWith(id + "_")) {
                return DateStyle.DIGITS.parse(column.substring(id.length() + 1));
            }
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file.toString(), 1, e.getMessage() + ", in the header \"" + column + "\"");
        }
        throw new FileFormatException(file.toString(), 1, "the column \"" + column + "\" is no vintage of " + id);
    }
}
