package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a layout states, and what holds where it states nothing. */
abstract sealed class LayoutOptions implements Serializable permits TableLayout {

    private static final long serialVersionUID = 1L;

    private final EnumMap<Option, Object> options;

    LayoutOptions(EnumMap<Option, Object> options) {
        this.options = options;
    }

    enum Option {
        SEPARATOR(Character.class, Character.class),
        ENCODING(String.class, String.class),
        SKIPPED_LINES(Integer.class, Integer.class),
        HEADER(List.class, String.class),
        TICKER_HEADER(Boolean.class, Boolean.class),
        PASSED_OVER(Set.class, String.class),
        TRAILING_SEPARATOR(Boolean.class, Boolean.class),
        ENDS_AT_BLANK_LINE(Boolean.class, Boolean.class),
        DATE_COLUMNS(List.class, String.class),
        DATES(List.class, DateStyle.class),
        EXCHANGE(ZoneId.class, ZoneId.class),
        STAMPS(ZoneId.class, ZoneId.class),
        SESSION_START(LocalTime.class, LocalTime.class),
        MONTHS_ACROSS(Boolean.class, Boolean.class),
        UNIT(Unit.class, Unit.class),
        CHOSEN(List.class, String.class),
        COLUMNS(List.class, ColumnRule.class),
        WITHOUT(String.class, String.class),
        OTHERS(TableLayout.OtherColumns.class, TableLayout.OtherColumns.class),
        WHERE(List.class, String.class),
        REVISED(List.class, String.class),
        DECIMAL(Character.class, Character.class),
        THOUSANDS(Character.class, Character.class),
        PERCENT_SIGNS(Boolean.class, Boolean.class),
        MAGNITUDES(Boolean.class, Boolean.class),
        MISSING(Set.class, String.class),
        ORDER(TableLayout.Order.class, TableLayout.Order.class);

        private final Class<?> type;
        private final Class<?> element;

        Option(Class<?> type, Class<?> element) {
            this.type = type;
            this.element = element;
        }

        /** A value that was read from a stream, copied if it is of the type that is asked for. */
        private Object checked(Object value) {
            Object copy = value instanceof List<?> list
                    ? List.copyOf(list)
                    : value instanceof Set<?> set ? Set.copyOf(set) : value;
            Collection<?> all = copy instanceof Collection<?> many ? many : List.of(copy);
            boolean pair = (this != WHERE && this != REVISED) || all.size() == 2;
            if (!pair || !type.isInstance(copy) || !all.stream().allMatch(element::isInstance)) {
                throw new IllegalArgumentException(this + " must not be " + copy);
            }
            return copy;
        }
    }

    /** What a stream stated, checked as the methods of the layout check it. */
    EnumMap<Option, Object> checked() {
        EnumMap<Option, Object> checked = new EnumMap<>(Option.class);
        options.forEach((option, value) -> checked.put(option, option.checked(value)));
        Require.atLeast((int) checked.getOrDefault(Option.SKIPPED_LINES, 0), 0, "skippedLines");
        var unusedCharset =
                Charset.forName(String.valueOf(checked.getOrDefault(Option.ENCODING, StandardCharsets.UTF_8.name())));
        var unusedPattern = Pattern.compile(String.valueOf(checked.getOrDefault(Option.WITHOUT, "")));
        return checked;
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
