package io.github.macroregime.regime.section;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of texts, ready to be laid out. The first column names the row.
 *
 * @param title what it shows, empty if the section says it
 * @param columns the columns in order
 * @param rows one text for each column
 */
public record Table(String title, List<Column> columns, List<List<String>> rows) implements Serializable {

    public Table {
        Require.components(Table.class, title, columns, rows);
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
     * A table without a title.
     *
     * @param columns the columns in order
     * @param rows one text for each column
     */
    public Table(List<Column> columns, List<List<String>> rows) {
        this("", columns, rows);
    }

    /**
     * One column.
     *
     * @param title the heading
     * @param number whether its fields are numbers and stand to the right
     * @param detail whether it is left out where there is little room
     * @param bar whether a bar stands beside each number
     */
    public record Column(String title, boolean number, boolean detail, boolean bar) implements Serializable {

        public Column {
            Require.components(Column.class, title);
        }

        /**
         * A column that is always shown, without bars.
         *
         * @param title the heading
         * @param number whether its fields are numbers and stand to the right
         */
        public Column(String title, boolean number) {
            this(title, number, false, false);
        }
    }

    /**
     * Columns by their titles. Marks before a title are not shown: {@code #} for a column of numbers, {@code =} for one
     * of numbers with bars, {@code ~} for one that is left out where there is little room.
     *
     * @param titles the headings with their marks, for example {@code ~#n}
     * @return one column for each
     */
    public static List<Column> columns(String... titles) {
        return Arrays.stream(titles).map(Table::column).toList();
    }

    /** The title, the headings and the rows, each column as wide as its widest field and numbers to the right. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> Stream.concat(
                                Stream.of(columns.get(i).title()), rows.stream().map(row -> row.get(i)))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .toArray();
        Stream<String> lines = Stream.concat(
                        Stream.of(columns.stream().map(Column::title).toList()), rows.stream())
                .map(row -> line(row, widths));
        return Stream.concat(Stream.of(title).filter(each -> !each.isEmpty()), lines)
                .collect(Collectors.joining("\n"));
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> {
                    String blanks = " ".repeat(widths[i] - row.get(i).length());
                    return columns.get(i).number() ? blanks + row.get(i) : row.get(i) + blanks;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static Column column(String marked) {
        int marks = 0;
        while (marks < marked.length() && "#=~".indexOf(marked.charAt(marks)) >= 0) {
            marks++;
        }
        String mark = marked.substring(0, marks);
        boolean bar = mark.contains("=");
        return new Column(marked.substring(marks), bar || mark.contains("#"), mark.contains("~"), bar);
    }
}
