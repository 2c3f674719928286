package io.github.macroregime.core.io;

import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a layout states, and what holds where it states nothing. */
abstract sealed class LayoutOptions implements Serializable permits TableLayout {

    private static final long serialVersionUID = 1L;

    private final EnumMap<Option, Object> options;

    LayoutOptions(EnumMap<Option, Object> options) {
        this.options = options;
    }

    enum Option {
        SEPARATOR,
        ENCODING,
        SKIPPED_LINES,
        HEADER,
        TICKER_HEADER,
        PASSED_OVER,
        TRAILING_SEPARATOR,
        ENDS_AT_BLANK_LINE,
        DATE_COLUMNS,
        DATES,
        EXCHANGE,
        STAMPS,
        SESSION_START,
        MONTHS_ACROSS,
        UNIT,
        CHOSEN,
        COLUMNS,
        WITHOUT,
        OTHERS,
        WHERE,
        REVISED,
        DECIMAL,
        THOUSANDS,
        PERCENT_SIGNS,
        MAGNITUDES,
        MISSING,
        ORDER
    }

    /** A copy of what is stated. */
    EnumMap<Option, Object> options() {
        return new EnumMap<>(options);
    }

    // Each option is set by the methods of the layout alone, with a value of the type that is asked for.
    @SuppressWarnings("unchecked")
    private <T> T get(Option option, T unstated) {
        return (T) options.getOrDefault(option, unstated);
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> get(Option option) {
        return Optional.ofNullable((T) options.get(option));
    }

    char separator() {
        return get(Option.SEPARATOR, ',');
    }

    String encoding() {
        return get(Option.ENCODING, StandardCharsets.UTF_8.name());
    }

    int skippedLines() {
        return get(Option.SKIPPED_LINES, 0);
    }

    List<String> header() {
        return get(Option.HEADER, List.of());
    }

    boolean tickerHeader() {
        return get(Option.TICKER_HEADER, false);
    }

    Set<String> passedOver() {
        return get(Option.PASSED_OVER, Set.of());
    }

    boolean trailingSeparator() {
        return get(Option.TRAILING_SEPARATOR, false);
    }

    boolean endsAtBlankLine() {
        return get(Option.ENDS_AT_BLANK_LINE, false);
    }

    List<String> dateColumns() {
        return get(Option.DATE_COLUMNS, List.of());
    }

    DateRule dates() {
        return new DateRule(
                get(Option.DATES, List.of(DateStyle.ISO)),
                get(Option.EXCHANGE),
                get(Option.STAMPS),
                get(Option.SESSION_START, LocalTime.MIDNIGHT));
    }

    boolean monthsAcross() {
        return get(Option.MONTHS_ACROSS, false);
    }

    Optional<Unit> unit() {
        return get(Option.UNIT);
    }

    List<String> chosen() {
        return get(Option.CHOSEN, List.of());
    }

    List<ColumnRule> columns() {
        return get(Option.COLUMNS, List.of());
    }

    String without() {
        return get(Option.WITHOUT, "");
    }

    TableLayout.OtherColumns others() {
        return get(Option.OTHERS, TableLayout.OtherColumns.READ);
    }

    List<String> where() {
        return get(Option.WHERE, List.of());
    }

    List<String> revised() {
        return get(Option.REVISED, List.of());
    }

    NumberStyle numbers() {
        return new NumberStyle(
                get(Option.DECIMAL, '.'),
                get(Option.THOUSANDS, ' '),
                get(Option.PERCENT_SIGNS, false),
                get(Option.MAGNITUDES, false));
    }

    Set<String> missing() {
        return get(Option.MISSING, CsvRow.MISSING);
    }

    TableLayout.Order order() {
        return get(Option.ORDER, TableLayout.Order.FREE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayoutOptions layout && options.equals(layout.options);
    }

    @Override
    public int hashCode() {
        return options.hashCode();
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
