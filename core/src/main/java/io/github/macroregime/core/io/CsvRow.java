package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One line of a {@link CsvTable}: fields by column name, every error with its file and line. Immutable. */
public final class CsvRow {

    /** What files write where nothing was observed. */
    static final Set<String> MISSING = Set.of("", ".", "null", "NaN", "nan", "NA", "#N/A");

    private static final String SEPARATORS = ";\t|,";
    private static final List<String> SEPARATOR_NAMES = List.of("semicolons", "tabs", "vertical bars", "commas");

    private final String source;
    private final long line;
    private final List<String> header;
    private final List<String> fields;
    private final TableLayout layout;

    CsvRow(String source, long line, List<String> header, List<String> fields, TableLayout layout) {
        this.source = source;
        this.line = line;
        this.header = header;
        this.fields = fields;
        this.layout = layout;
    }

    String source() {
        return source;
    }

    List<String> fields() {
        return fields;
    }

    /**
     * The line in the file.
     *
     * @return counted from 1
     */
    public long line() {
        return line;
    }

    /**
     * The text of a column, if there is any.
     *
     * @param column a column name
     * @return the stripped text, empty if the column is absent or the field is blank
     */
    public Optional<String> optionalText(String column) {
        int at = header.indexOf(column);
        return at < 0 ? Optional.empty() : Optional.of(text(at)).filter(text -> !text.isEmpty());
    }

    /**
     * The text of a column.
     *
     * @param column a column name
     * @return the stripped text
     * @throws FileFormatException if the column is absent or the field is blank
     */
    public String text(String column) {
        return optionalText(column).orElseThrow(() -> problem("the column \"" + column + "\" is empty or absent"));
    }

    /**
     * The date of a column.
     *
     * @param column a column name
     * @return the date
     * @throws FileFormatException if the field is not a date as its layout has them, which is 2025-07-22 if none is stated
     */
    public LocalDate date(String column) {
        return dateOf(text(column), column, layout.dates());
    }

    /**
     * The date of a column in a stated style.
     *
     * @param column a column name
     * @param style how the dates of the column are written
     * @return the date
     * @throws FileFormatException if the field is not a date in that style
     */
    public LocalDate date(String column, DateStyle style) {
        return dateOf(
                text(column),
                column,
                new DateRule(List.of(style), Optional.empty(), Optional.empty(), LocalTime.MIDNIGHT));
    }

    /**
     * The number of a column, converted from its unit to a plain decimal.
     *
     * @param column a column name
     * @param unit the unit the column is quoted in
     * @return the value inside
     * @throws FileFormatException if the field is not a decimal number
     */
    public double number(String column, Unit unit) {
        return numberOf(text(column), column, unit, layout.numbers());
    }

    /**
     * The rate of a column.
     *
     * @param column a column name
     * @param unit the unit the column is quoted in
     * @return the rate
     * @throws FileFormatException if the field is not a decimal number
     */
    public Rate rate(String column, Unit unit) {
        return Rate.ofDecimal(number(column, unit));
    }

    /**
     * The rate of a column, if there is one.
     *
     * @param column a column name
     * @param unit the unit the column is quoted in
     * @return the rate, empty if the column is absent or the field is blank
     * @throws FileFormatException if the field is not a decimal number
     */
    public Optional<Rate> optionalRate(String column, Unit unit) {
        return optionalText(column).map(text -> rate(column, unit));
    }

    /**
     * The value that a parser reads from the text of a column.
     *
     * @param <T> what the text stands for
     * @param column a column name
     * @param parser refuses a text with an {@code IllegalArgumentException}
     * @return what the parser makes of the stripped text
     * @throws FileFormatException if there is no such column, the field is blank, or the parser refuses the text; the
     *     message is the parser's
     */
    public <T> T parsed(String column, Function<String, T> parser) {
        String text = text(column);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw problem("in column \"" + column + "\" the " + e.getMessage());
        }
    }

    int size() {
        return fields.size();
    }

    /** The stripped text of a field, empty behind the end of the line. */
    String text(int index) {
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    List<String> texts() {
        return fields.stream().map(String::strip).toList();
    }

    boolean isBlank() {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    CsvRow requireSize(int size) {
        if (size() != size) {
            throw problem("expected " + size + " fields but found " + size() + " in "
                    + FileFormatException.shown(whole()) + separatorHint());
        }
        return this;
    }

    /** The line as it stands in the file, without quotation marks. */
    String whole() {
        return String.join(String.valueOf(layout.separator()), fields);
    }

    /** What the line is cut at, where it is one field and looks as if it were several. */
    String separatorHint() {
        if (size() != 1) {
            return "";
        }
        String whole = whole();
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            long count = whole.chars().filter(c -> c == separator).count();
            if (separator != layout.separator() && count > 0) {
                return "; the line has " + count + " " + SEPARATOR_NAMES.get(i) + "; state separator '"
                        + (separator == '\t' ? "\\t" : String.valueOf(separator)) + "'";
            }
        }
        return "";
    }

    LocalDate dateOf(String text, String column, DateRule rule) {
        if (text.isEmpty()) {
            throw problem("the column \"" + column + "\" is empty or absent" + separatorHint());
        }
        try {
            return rule.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage() + ", in column \"" + column + "\"" + DateRule.hint(text) + separatorHint());
        }
    }

    /** The number of a field, NaN where one of the given texts says that it is missing. */
    double number(int index, String column, Unit unit, MissingTexts missing, NumberStyle style) {
        String text = text(index);
        return missing.contains(text) ? Double.NaN : numberOf(text, column, unit, style);
    }

    private double numberOf(String text, String column, Unit unit, NumberStyle style) {
        try {
            return style.parse(text, unit);
        } catch (NumberFormatException e) {
            String why = String.valueOf(e.getMessage()).startsWith("too small")
                    ? " is too small a number"
                    : " is not a decimal number";
            throw problem(
                    FileFormatException.shown(text) + " in column \"" + column + "\"" + why + NumberStyle.hint(text));
        }
    }

    /**
     * An error about this line.
     *
     * @param problem what is wrong, with the offending text
     * @return an exception to throw, with file and line in front
     */
    public FileFormatException problem(String problem) {
        return new FileFormatException(source, line, problem);
    }
}
