package io.github.macroregime.core.io;

import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vintages in text, with commas or with tabs; the header tells the layout. For JSON see {@link FredJson#readVintages}.
 *
 * <ul>
 *   <li>ALFRED by vintage: a date column and one column for each vintage, named {@code PAYEMS_20090109} after the series
 *       and the day of publication.
 *   <li>ALFRED by real-time period: the columns {@code period_start_date}, that of the series,
 *       {@code realtime_start_date} and {@code realtime_end_date}, one line for each value and the days from which and
 *       until which it was the known one.
 *   <li>The real-time data set of the Federal Reserve Bank of Philadelphia exported as text: months as {@code 1965:01} and
 *       one column for each monthly vintage, named {@code EMPLOY24M3}.
 *   <li>Lines of {@code series}, {@code observation_date}, {@code value} and the day of publication,
 *       {@code snapshot_date}, or its month, {@code vintage}; a file may hold several series.
 *   <li>Quarters as {@code 2024Q1} behind {@code observation}, with {@code snapshot_date} or {@code vintage}, and one column
 *       for each series.
 * </ul>
 *
 * <p>Where only the month of publication stands in the file, a value is known from the last day of that month, so that
 * nothing is seen too early.
 */
public final class VintageCsv {

    private static final String START = "realtime_start_date";
    private static final String END = "realtime_end_date";
    private static final String SERIES = "series";
    private static final String OBSERVED = "observation_date";
    private static final String VALUE = "value";
    private static final String QUARTER = "observation";
    private static final String SNAPSHOT = "snapshot_date";
    private static final String VINTAGE = "vintage";
    private static final Pattern BY_MONTH = Pattern.compile("(.+?)(\\d{2})M(\\d{1,2})");
    private static final int FIRST_OF_LAST_CENTURY = 40;

    private VintageCsv() {}

    /**
     * All vintages of a file.
     *
     * @param file a file in one of the layouts
     * @param id the series as the file names it, such as {@code PAYEMS} or {@code EMPLOY}
     * @param unit the unit the values are quoted in
     * @return the vintages; an empty field was not yet known, or withdrawn
     * @throws FileFormatException if a field cannot be read, a date is repeated, two periods of a date overlap, a column is
     *     no vintage of that series, or the file has no line of it
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Vintages read(Path file, String id, Unit unit) {
        return read(Lines.of(file, TableLayout.csv()), id, unit);
    }

    /**
     * All vintages of a file that is held in memory.
     *
     * @param file a file in one of the layouts
     * @param id the series as the file names it
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
        TableLayout plain = TableLayout.csv().withSeparator(layout.separator());
        List<String> names = names(file, plain);
        if (names.contains(START)) {
            return ofPeriods(file, plain, id, unit);
        }
        if (names.contains(QUARTER) || names.contains(SERIES)) {
            return read(CsvTable.read(file, plain), id, unit);
        }
        return names.size() > 1 && BY_MONTH.matcher(names.get(1)).matches()
                ? ofMonths(file, plain.withDates(DateStyle.MONTH_START).withUnit(unit), id, unit)
                : ofColumns(file, layout.withUnit(unit), id, unit);
    }

    private static List<String> names(Lines file, TableLayout layout) {
        List<String> names = new ArrayList<>();
        file.cut(layout, comment -> {}, line -> {
            if (!line.isBlank()) {
                names.addAll(line.texts());
            }
            return line.isBlank();
        });
        return names;
    }

    /**
     * The vintages of one series of a table that has been read, which holds a line for each value or the quarters of several
     * series.
     *
     * @param table lines with {@code series} or {@code observation}
     * @param id the series as the table names it
     * @param unit the unit the values are quoted in
     * @return as {@link #read(Path, String, Unit)}
     * @throws FileFormatException likewise
     */
    public static Vintages read(CsvTable table, String id, Unit unit) {
        boolean isQuarters = table.has(QUARTER);
        String column = isQuarters ? id : VALUE;
        table.requiring(column, isQuarters ? QUARTER : OBSERVED);
        List<CsvRow> rows = table.rows().stream()
                .filter(row -> isQuarters || row.text(SERIES).equals(id))
                .toList();
        if (rows.isEmpty() && !isQuarters) {
            throw new FileFormatException(table.source(), 1, "no line is one of " + id);
        }
        Map<LocalDate, Map<LocalDate, Double>> quoted = new TreeMap<>();
        for (CsvRow row : rows) {
            if (row.optionalText(column).isPresent()) {
                LocalDate date = isQuarters ? row.date(QUARTER, DateStyle.QUARTER_START) : row.date(OBSERVED);
                Double earlier = quoted.computeIfAbsent(publishedOn(row), day -> new TreeMap<>())
                        .put(date, row.number(column, Unit.FRACTION));
                if (earlier != null) {
                    throw row.problem("the observation " + row.text(isQuarters ? QUARTER : OBSERVED)
                            + " of the vintage "
                            + row.optionalText(VINTAGE).orElseGet(() -> row.text(SNAPSHOT))
                            + " stands in the file twice");
                }
            }
        }
        Map<LocalDate, TimeSeries> vintages = new TreeMap<>();
        quoted.forEach((day, values) -> vintages.put(day, TimeSeries.ofQuoted(values, unit)));
        return Vintages.ofSnapshots(vintages, unit);
    }

    /**
     * From which day on a line of such a table is known.
     *
     * @param row one of its lines
     * @return the day of the snapshot, or the last day of the month of the vintage
     * @throws FileFormatException if it has neither
     */
    public static LocalDate publishedOn(CsvRow row) {
        return row.optionalText(SNAPSHOT).isPresent() ? row.date(SNAPSHOT) : row.date(VINTAGE, DateStyle.MONTH_END);
    }

    private static Vintages ofMonths(Lines file, TableLayout layout, String id, Unit unit) {
        Map<LocalDate, TimeSeries> vintages = new TreeMap<>();
        for (NamedSeries column :
                TableReader.panel(file, layout, Problems.refusing()).all()) {
            Matcher vintage = BY_MONTH.matcher(column.name());
            if (!vintage.matches() || !vintage.group(1).equals(id)) {
                throw stranger(file.source(), id, column.name());
            }
            int year = Integer.parseInt(vintage.group(2));
            int century = year < FIRST_OF_LAST_CENTURY ? 2000 : 1900;
            YearMonth month = YearMonth.of(century + year, Integer.parseInt(vintage.group(3)));
            vintages.put(month.atEndOfMonth(), column.series().dropMissing());
        }
        return Vintages.ofSnapshots(vintages, unit);
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
        throw stranger(file, id, column);
    }

    private static FileFormatException stranger(String file, String id, String column) {
        return new FileFormatException(file, 1, "the column \"" + column + "\" is no vintage of " + id);
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
