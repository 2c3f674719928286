package io.github.macroregime.core.io;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vintages as ALFRED lays them out in text, with commas or with tabs.
 *
 * <p>By vintage: a date column and one column for each vintage, named {@code PAYEMS_20090109} after the series and the
 * day of publication. By real-time period: the columns {@code period_start_date}, that of the series,
 * {@code realtime_start_date} and {@code realtime_end_date}, one line for each value and the days from which and until
 * which it was the known one. For JSON see {@link FredJson#readVintages}.
 */
public final class AlfredCsv {

    private static final String START = "realtime_start_date";
    private static final String END = "realtime_end_date";

    private AlfredCsv() {}

    /**
     * All vintages of a file.
     *
     * @param file a file with one column for each vintage or one line for each real-time period
     * @param id the series, such as {@code PAYEMS}
     * @param unit the unit the values are quoted in
     * @return the vintages; an empty field was not yet known, or withdrawn
     * @throws FileFormatException if a field cannot be read, a date is repeated, two periods of a date overlap, or a column
     *     is no vintage of that series
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Vintages read(Path file, String id, Unit unit) {
        return read(Lines.of(file, TableLayout.csv()), id, unit);
    }

    /**
     * All vintages of a file that is held in memory.
     *
     * @param file a file with one column for each vintage or one line for each real-time period
     * @param id the series, such as {@code PAYEMS}
     * @param unit the unit the values are quoted in
     * @return as {@link #read(Path, String, Unit)}
     * @throws FileFormatException likewise
     */
    public static Vintages read(TableFile file, String id, Unit unit) {
        return read(file.lines(), id, unit);
    }

    private static Vintages read(Lines file, String id, Unit unit) {
        String header = file.first();
        TableLayout layout = header.indexOf('\t') < 0 ? Layouts.ALFRED : Layouts.ALFRED_TEXT;
        boolean periods = header.contains(START);
        return periods
                ? ofPeriods(file, TableLayout.csv().withSeparator(layout.separator()), id, unit)
                : ofColumns(file, layout.withUnit(unit), id, unit);
    }

    private static Vintages ofColumns(Lines file, TableLayout layout, String id, Unit unit) {
        Panel panel = TableReader.panel(file, layout, Problems.refusing());
        Map<LocalDate, TimeSeries> vintages = new TreeMap<>();
        for (NamedSeries column : panel.all()) {
            vintages.put(day(file.source(), id, column.name()), column.series().dropMissing());
        }
        return Vintages.ofSnapshots(vintages, unit);
    }

    static LocalDate day(String file, String id, String column) {
        try {
            if (column.startsWith(id + "_")) {
                return DateStyle.DIGITS.parse(column.substring(id.length() + 1));
            }
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file, 1, e.getMessage() + ", in the header \"" + column + "\"");
        }
        throw new FileFormatException(file, 1, "the column \"" + column + "\" is no vintage of " + id);
    }

    private static Vintages ofPeriods(Lines file, TableLayout layout, String id, Unit unit) {
        List<RealtimeSpan> spans = new ArrayList<>();
        DateRule dates = layout.dates();
        MissingTexts missing = new MissingTexts(layout.missing());
        TableReader.read(file, layout, comment -> {}, header -> {
            int value = header.at(id);
            int start = header.at(START);
            int end = header.at(END);
            return line -> {
                CsvRow row = header.whole(line, layout);
                spans.add(RealtimeSpan.of(
                        row.line(),
                        row.dateOf(row.text(0), header.names().get(0), dates),
                        row.dateOf(row.text(start), START, dates),
                        RealtimeSpan.end(row.text(end), () -> row.dateOf(row.text(end), END, dates)),
                        row.number(value, id, unit, missing, layout.numbers())));
            };
        });
        return RealtimeSpan.vintages(file.source(), spans, unit);
    }
}
