package io.github.macroregime.core.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the wanted columns of a file stand, and the rows read so far.
 *
 * <p>Mutable: rows are gathered in it.
 */
final class SeriesColumns {

    private final int width;
    private final int dateAt;
    private final int[] valuesAt;
    private final List<SeriesLayout> layouts;
    private final List<Set<String>> missing;
    private final DatedRows rows;

    SeriesColumns(CsvLine line, List<SeriesLayout> layouts, Problems problems) {
        List<String> header = CsvTable.header(line);
        this.width = header.size();
        this.layouts = layouts;
        this.missing = layouts.stream().map(SeriesColumns::missing).toList();
        this.dateAt =
                layouts.isEmpty() ? 0 : position(line, header, layouts.get(0).dateColumn());
        this.valuesAt = layouts.stream()
                .mapToInt(layout -> position(line, header, layout.valueColumn()))
                .toArray();
        this.rows = new DatedRows(
                line.source(),
                layouts.stream().map(SeriesLayout::valueColumn).toList(),
                layouts.stream().map(SeriesLayout::unit).toList(),
                problems);
    }

    private static Set<String> missing(SeriesLayout layout) {
        if (layout.missing().isEmpty()) {
            return CsvLine.MISSING;
        }
        Set<String> missing = new HashSet<>(CsvLine.MISSING);
        missing.addAll(layout.missing());
        return missing;
    }

    private static int position(CsvLine line, List<String> header, String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw line.problem("the column \"" + column + "\" is absent; the header has " + header);
        }
        return at;
    }

    void read(CsvLine line) {
        line.requireSize(width);
        SeriesLayout first = layouts.get(0);
        int day = Math.toIntExact(
                line.date(dateAt, first.dateColumn(), first.dates()).toEpochDay());
        double[] values = new double[valuesAt.length];
        for (int i = 0; i < values.length; i++) {
            SeriesLayout layout = layouts.get(i);
            values[i] = line.number(valuesAt[i], layout.valueColumn(), layout.unit(), missing.get(i));
        }
        rows.add(line.number(), day, values);
    }

    int width() {
        return width;
    }

    int dateAt() {
        return dateAt;
    }

    /** How many value columns are wanted. */
    int count() {
        return valuesAt.length;
    }

    int valueAt(int index) {
        return valuesAt[index];
    }

    SeriesLayout layout(int index) {
        return layouts.get(index);
    }

    /** The texts that stand for a missing observation in a column. */
    Set<String> missing(int index) {
        return missing.get(index);
    }

    DatedRows rows() {
        return rows;
    }
}
