package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.regime.input.Gap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of a file that hold for a day: those of the latest day that is not after it and not too old.
 *
 * <p>The day of a row stands in its column {@code date}; without that column all rows are of the day that
 * {@code edition.csv} states.
 *
 * @param day the day the rows are of
 * @param rows at least one
 */
record DayRows(LocalDate day, List<CsvRow> rows) {

    private static final String DATE = "date";

    DayRows {
        rows = List.copyOf(rows);
    }

    /**
     * The rows for a day; what is not used, or is of an earlier day, is named among the gaps.
     *
     * @param maxAge how many business days the rows may be old
     */
    static Optional<DayRows> of(CsvTable table, FolderDay folder, int maxAge) {
        NavigableMap<LocalDate, List<CsvRow>> days = days(table, folder.edition());
        String name = folder.files().shown(table.source());
        LocalDate asked = folder.date();
        var latest = days.floorEntry(asked);
        if (latest == null || age(latest.getKey(), asked) > maxAge) {
            folder.files()
                    .add(new Gap(
                            name + " of " + asked + (maxAge > 0 ? " or " + maxAge + " business day before" : ""),
                            latest == null
                                    ? "it holds no row of that day or before"
                                    : "the latest rows are of " + latest.getKey() + ": not used for " + asked));
            return Optional.empty();
        }
        if (latest.getKey().isBefore(asked)) {
            folder.files()
                    .add(new Gap(name + " of " + named(asked), "the rows of " + named(latest.getKey()) + " are used"));
        }
        return Optional.of(new DayRows(latest.getKey(), latest.getValue()));
    }

    private static NavigableMap<LocalDate, List<CsvRow>> days(CsvTable table, Optional<LocalDate> edition) {
        if (!table.has(DATE) && !table.rows().isEmpty()) {
            LocalDate day = edition.orElseThrow(() -> new FileFormatException(
                    table.source(),
                    1,
                    "the rows have no day: add a column \"date\", or state the item \"date\" in edition.csv"));
            return new TreeMap<>(Map.of(day, table.rows()));
        }
        return table.rows().stream()
                .collect(Collectors.groupingBy(row -> row.date(DATE), TreeMap::new, Collectors.toList()));
    }

    /** The business days after a day, up to another. */
    private static int age(LocalDate day, LocalDate asked) {
        BusinessDays days = BusinessDays.newYorkStockExchange();
        if (!days.covers(day) || !days.covers(asked)) {
            return (int) Math.min(Integer.MAX_VALUE, asked.toEpochDay() - day.toEpochDay());
        }
        return days.count(day.plusDays(1), asked.plusDays(1));
    }

    /** A date, with its weekday if that needs explaining. */
    static String named(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day.getValue() < DayOfWeek.FRIDAY.getValue()
                ? date.toString()
                : date + ", a " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
