package io.github.macroregime.core.io;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the wanted columns of a file stand, and the rows read so far.
 *
 * <p>Mutable: rows are gathered in it.
 */
final class SeriesColumns {

    private final int width;
    private final int dateAt;
    private final int[] valuesAt;
    private final List<SeriesCsv.Layout> layouts;
    private final List<Set<String>> missing;
    private final DatedRows rows;

    private SeriesColumns(CsvRow line, List<SeriesCsv.Layout> layouts, Problems problems) {
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
                layouts.stream().map(SeriesCsv.Layout::valueColumn).toList(),
                layouts.stream().map(SeriesCsv.Layout::unit).toList(),
                problems);
    }

    private static Set<String> missing(SeriesCsv.Layout layout) {
        if (layout.missing().isEmpty()) {
            return CsvRow.MISSING;
        }
        Set<String> missing = new HashSet<>(CsvRow.MISSING);
        missing.addAll(layout.missing());
        return missing;
    }

    private static int position(CsvRow line, List<String> header, String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw line.problem("the column \"" + column + "\" is absent; the header has " + header);
        }
        return at;
    }

    /** Reads the columns that a function chooses by the header of a file, line by line. */
    static DatedRows scan(Path file, Function<CsvRow, List<SeriesCsv.Layout>> choice, Problems problems) {
        List<SeriesColumns> columns = new ArrayList<>(1);
        CsvTable.forEach(file, line -> {
            if (columns.isEmpty()) {
                columns.add(new SeriesColumns(line, choice.apply(line), problems));
            } else {
                problems.over(line, columns.get(0)::read);
            }
        });
        if (columns.isEmpty()) {
            throw CsvTable.headless(file.toString());
        }
        return columns.get(0).rows;
    }

    private void read(CsvRow line) {
        line.requireSize(width);
        SeriesCsv.Layout first = layouts.get(0);
        LocalDate date = line.date(dateAt, first.dateColumn(), first.dates());
        double[] values = new double[valuesAt.length];
        for (int i = 0; i < values.length; i++) {
            SeriesCsv.Layout layout = layouts.get(i);
            values[i] = line.number(valuesAt[i], layout.valueColumn(), layout.unit(), missing.get(i));
        }
        rows.add(line.line(), date, values);
    }
}
