package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A table of texts, ready to be laid out.
 *
 * @param columns the columns in order
 * @param rows one text for each column
 */
public record Table(List<Column> columns, List<List<String>> rows) implements Serializable {

    public Table {
        Require.components(Table.class, columns, rows);
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
    public record Column(String title, boolean number) implements Serializable {

        public Column {
            Require.components(Column.class, title, number);
        }
    }

    /**
     * Columns by their titles.
     *
     * @param titles the headings; a leading {@code #} marks a column of numbers and is not shown
     * @return one column for each
     */
    public static List<Column> columns(String... titles) {
        return Arrays.stream(titles)
                .map(title -> title.startsWith("#") ? new Column(title.substring(1), true) : new Column(title, false))
                .toList();
    }
}
