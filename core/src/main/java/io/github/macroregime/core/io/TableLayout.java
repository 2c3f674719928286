package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.InvalidObjectException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a file lays out a table, and the reader of such files. Immutable: every {@code with...} gives a changed copy.
 *
 * <p>{@code TableLayout.csv().withSeparator(';').withDecimal(',').withDates(DateStyle.DAY_MONTH_YEAR).withUnit(
 * Unit.PERCENT).series(file)}. Nothing is guessed: {@link #csv()} is a comma-separated file with a header line, ISO dates
 * in its first column, a decimal point and the usual marks of missing values, and whatever differs is stated. Layouts of
 * publishers stand in {@link Layouts}.
 *
 * <p>Lines that begin with {@code #} are comments; blank lines and lines of separators alone are passed over. Every other
 * line must have as many fields as the header, whose names must differ. An empty field, {@code .}, {@code null},
 * {@code NaN}, {@code NA} and {@code #N/A} are missing observations. The order of the lines is free unless it is stated; a
 * repeated date is an error. A time stamp at midnight is its day; at any other time the zone of the exchange must be
 * stated. Every fault of the content is a {@link FileFormatException} with file, line, text and what would help.
 */
public final class TableLayout extends LayoutOptions {

    private static final long serialVersionUID = 1L;
    private static final TableLayout CSV = new TableLayout(new EnumMap<>(Option.class));

    private TableLayout(EnumMap<Option, Object> options) {
        super(options);
    }

    /** In which order the lines of a file follow one another. */
    public enum Order {
        /** Any. */
        FREE,
        /** Each date later than the one before. */
        OLDEST_FIRST,
        /** Each date earlier than the one before. */
        NEWEST_FIRST
    }

    /** What becomes of columns that no rule of the layout names. */
    public enum OtherColumns {
        /** They are read in the unit of the layout. */
        READ,
        /** They are passed over. */
        IGNORED,
        /** They are an error. */
        REFUSED
    }

    /**
     * A comma-separated file with a header line and ISO dates in its first column.
     *
     * @return the layout from which all others are made
     */
    public static TableLayout csv() {
        return CSV;
    }

    /**
     * Fields cut at another character than a comma.
     *
     * @param separator such as {@code ';'} or a tab
     * @return the changed layout
     */
    public TableLayout withSeparator(char separator) {
        return with(Option.SEPARATOR, separator);
    }

    /**
     * Text in another encoding than UTF-8.
     *
     * @param encoding such as windows-1252
     * @return the changed layout
     */
    public TableLayout withEncoding(Charset encoding) {
        return with(Option.ENCODING, encoding.name());
    }

    /**
     * Lines above the header that are passed over.
     *
     * @param count how many, from 0
     * @return the changed layout
     * @throws IllegalArgumentException if the count is negative
     */
    public TableLayout withSkippedLines(int count) {
        return with(Option.SKIPPED_LINES, Require.atLeast(count, 0, "count"));
    }

    /**
     * A header that is the first line with all of these names; the lines above are passed over.
     *
     * @param names column names
     * @return the changed layout
     */
    public TableLayout withHeader(String... names) {
        return with(Option.HEADER, List.of(names));
    }

    /**
     * A header of one line, or of the lines Price, Ticker and Date of yfinance in either order. Of several tickers a column
     * is called {@code AAPL Close}.
     *
     * @return the changed layout
     */
    public TableLayout withTickerHeader() {
        return with(Option.TICKER_HEADER, true);
    }

    /**
     * Lines that hold no data although they look like it.
     *
     * @param firstFields the first fields of such lines
     * @return the changed layout
     */
    public TableLayout withLinesPassedOver(String... firstFields) {
        return with(Option.PASSED_OVER, Set.of(firstFields));
    }

    /**
     * A separator, or several, behind the last field of every line, the header included.
     *
     * @return the changed layout
     */
    public TableLayout withTrailingSeparator() {
        return with(Option.TRAILING_SEPARATOR, true);
    }

    /**
     * A table that ends at the first blank line below its header, such as one with notes at its foot.
     *
     * @return the changed layout
     */
    public TableLayout untilBlankLine() {
        return with(Option.ENDS_AT_BLANK_LINE, true);
    }

    /**
     * Dates in another column than the first.
     *
     * @param names the name of the column, or its names in different years of the file
     * @return the changed layout
     */
    public TableLayout withDateColumn(String... names) {
        return with(Option.DATE_COLUMNS, List.of(names));
    }

    /**
     * Dates written in another style than {@link DateStyle#ISO}.
     *
     * @param style how the dates are written
     * @param others styles that occur beside it and cannot be mistaken for it
     * @return the changed layout
     */
    public TableLayout withDates(DateStyle style, DateStyle... others) {
        List<DateStyle> styles = new ArrayList<>(List.of(style));
        styles.addAll(List.of(others));
        return with(Option.DATES, List.copyOf(styles));
    }

    /**
     * Time stamps that belong to the day they fall on at an exchange.
     *
     * @param exchange the time zone of the exchange, such as {@code Europe/Berlin}
     * @return the changed layout
     */
    public TableLayout withTimeZone(ZoneId exchange) {
        return with(Option.EXCHANGE, exchange);
    }

    /**
     * Time stamps that tell no offset and are written in a known zone.
     *
     * @param zone such as {@code ZoneOffset.UTC}
     * @return the changed layout
     */
    public TableLayout withStampsIn(ZoneId zone) {
        return with(Option.STAMPS, zone);
    }

    /**
     * A session that begins on the evening before its day, as on Sunday at 17:00 in Chicago.
     *
     * @param start the time of the exchange from which a stamp belongs to the next day
     * @return the changed layout
     */
    public TableLayout withSessionStart(LocalTime start) {
        return with(Option.SESSION_START, start);
    }

    /**
     * One line for each year and one column for each month, Jan to Dec; other columns are passed over. Months before the
     * first and behind the last one observed are left out.
     *
     * @return the changed layout
     */
    public TableLayout withMonthsAcross() {
        return with(Option.MONTHS_ACROSS, true);
    }

    /**
     * The unit of every value column that has none of its own.
     *
     * @param unit the unit the values are quoted in
     * @return the changed layout
     */
    public TableLayout withUnit(Unit unit) {
        return with(Option.UNIT, unit);
    }

    /**
     * Only these value columns, in this order.
     *
     * @param names as they stand in the header
     * @return the changed layout
     */
    public TableLayout withColumns(String... names) {
        return with(Option.CHOSEN, List.of(names));
    }

    /**
     * A value column with a unit of its own.
     *
     * @param pattern a regular expression that matches the whole header, such as {@code Volume} or {@code Pct_.*}
     * @param unit the unit the values are quoted in
     * @return the changed layout
     */
    public TableLayout withColumn(String pattern, Unit unit) {
        return with(new ColumnRule(pattern, ColumnRule.SAME_NAME, unit));
    }

    /**
     * A value column with a unit and a name of its own.
     *
     * @param pattern a regular expression that matches the whole header
     * @param name the name it is given, {@code $1} being the first group of the pattern
     * @param unit the unit the values are quoted in
     * @return the changed layout
     */
    public TableLayout withColumn(String pattern, String name, Unit unit) {
        return with(new ColumnRule(pattern, name, unit));
    }

    /**
     * A value column with a name of its own.
     *
     * @param pattern a regular expression that matches the whole header
     * @param name the name it is given, {@code $1} being the first group of the pattern
     * @return the changed layout
     */
    public TableLayout withColumn(String pattern, String name) {
        return with(new ColumnRule(pattern, name, null));
    }

    /**
     * Without the columns whose whole header matches a pattern, such as one of texts.
     *
     * @param pattern a regular expression
     * @return the changed layout
     */
    public TableLayout withoutColumns(String pattern) {
        return with(Option.WITHOUT, pattern);
    }

    /**
     * What becomes of columns that no {@code withColumn} names.
     *
     * @param others they are read if this is not stated
     * @return the changed layout
     */
    public TableLayout withOtherColumns(OtherColumns others) {
        return with(Option.OTHERS, others);
    }

    /**
     * Only the lines with a text in a column, such as one rate of several in a file. A file without such a line is refused.
     *
     * @param column the name of the column
     * @param text what it must hold
     * @return the changed layout
     */
    public TableLayout where(String column, String text) {
        return with(Option.WHERE, List.of(column, text));
    }

    /**
     * Of two lines of one date the one that is marked as revised counts.
     *
     * @param column the name of the column with the mark
     * @param mark what it holds in a revised line
     * @return the changed layout
     */
    public TableLayout withRevised(String column, String mark) {
        return with(Option.REVISED, List.of(column, mark));
    }

    /**
     * Numbers with another decimal sign than a point.
     *
     * @param decimal such as a comma
     * @return the changed layout
     */
    public TableLayout withDecimal(char decimal) {
        return with(Option.DECIMAL, decimal);
    }

    /**
     * Numbers in groups of three digits: {@code 1,234.5} is read and {@code 95,67} refused.
     *
     * @param mark what stands between the groups
     * @return the changed layout
     */
    public TableLayout withThousands(char mark) {
        return with(Option.THOUSANDS, mark);
    }

    /**
     * Numbers that may have a percent sign behind them and are in percent then, whatever the unit.
     *
     * @return the changed layout
     */
    public TableLayout withPercentSigns() {
        return with(Option.PERCENT_SIGNS, true);
    }

    /**
     * Numbers that may have K, M, B or T behind them: 2.43M is 2,430,000.
     *
     * @return the changed layout
     */
    public TableLayout withMagnitudes() {
        return with(Option.MAGNITUDES, true);
    }

    /**
     * Further texts that stand for a missing observation.
     *
     * @param texts such as {@code 0.0} or {@code -}
     * @return the changed layout
     */
    public TableLayout withMissing(String... texts) {
        Set<String> missing = new HashSet<>(missing());
        missing.addAll(List.of(texts));
        return with(Option.MISSING, Set.copyOf(missing));
    }

    /**
     * A stated order of the lines, any other being an error.
     *
     * @param order which dates come first
     * @return the changed layout
     */
    public TableLayout withOrder(Order order) {
        return with(Option.ORDER, order);
    }

    /**
     * The one series of a file: its only value column, or the one called value, close, price or adj close, first among
     * those whose unit {@link #withColumn(String, Unit)} states; {@link #withColumns} chooses any other.
     *
     * @param file a file in this layout
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, a date is repeated, or it is unclear which column is meant
     * @throws IllegalArgumentException if no unit was stated
     * @throws UncheckedIOException if the file cannot be read
     */
    public TimeSeries series(Path file) {
        return series(file, Problems.refusing());
    }

    /**
     * The one series of a file, malformed lines passed over.
     *
     * @param file a file in this layout
     * @param problems collects the lines that cannot be read
     * @return as {@link #series(Path)}
     * @throws FileFormatException if it is unclear which column is meant
     * @throws IllegalArgumentException if no unit was stated
     * @throws UncheckedIOException if the file cannot be read
     */
    public TimeSeries series(Path file, Problems problems) {
        return TableReader.series(Lines.of(file, this), this, problems);
    }

    /**
     * The value columns of a file side by side.
     *
     * @param file a file in this layout
     * @return one column for each value column
     * @throws FileFormatException if a field cannot be read, a date is repeated, or there is no value column
     * @throws IllegalArgumentException if the unit of a column was not stated
     * @throws UncheckedIOException if the file cannot be read
     */
    public Panel panel(Path file) {
        return panel(file, Problems.refusing());
    }

    /**
     * The value columns of a file side by side, malformed lines passed over.
     *
     * @param file a file in this layout
     * @param problems collects the lines that cannot be read
     * @return as {@link #panel(Path)}
     * @throws FileFormatException if the header is wrong
     * @throws IllegalArgumentException if the unit of a column was not stated
     * @throws UncheckedIOException if the file cannot be read
     */
    public Panel panel(Path file, Problems problems) {
        return TableReader.panel(Lines.of(file, this), this, problems);
    }

    /**
     * The lines of a file whose fields are looked up by name and read in this layout's dates and numbers.
     *
     * @param file a file in this layout
     * @return its lines
     * @throws FileFormatException if the header is wrong or a line has too many or too few fields
     * @throws UncheckedIOException if the file cannot be read
     */
    public CsvTable table(Path file) {
        return CsvTable.read(Lines.of(file, this), this);
    }

    private TableLayout with(Option option, Object value) {
        EnumMap<Option, Object> changed = options();
        changed.put(option, value);
        return new TableLayout(changed);
    }

    private TableLayout with(ColumnRule rule) {
        List<ColumnRule> rules = new ArrayList<>(columns());
        rules.add(rule);
        return with(Option.COLUMNS, List.copyOf(rules));
    }

    /** What differs from {@link #csv()}. */
    @Override
    public String toString() {
        return "TableLayout" + super.toString();
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> new TableLayout(checked()));
    }
}
