package io.github.macroregime.examples;

import java.util.Arrays;
import java.util.List;

/**
 * A table of the report as text, ready to be laid out.
 *
 * @param columns the columns in order
 * @param rows one text for each column
 */
record Table(List<Column> columns, List<List<String>> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows must have " + columns.size() + " fields but one had " + row.size() + ": " + row);
            }
        }
    }

    /**
     * One column.
     *
     * @param title the heading
     * @param number whether its fields are numbers and stand to the right
     */
    record Column(String title, boolean number) {}

    /** Columns of which the named ones, marked by a leading {@code #}, hold numbers. */
    static List<Column> columns(String... titles) {
        return Arrays.stream(titles)
                .map(title -> title.startsWith("#") ? new Column(title.substring(1), true) : new Column(title, false))
                .toList();
    }
}
