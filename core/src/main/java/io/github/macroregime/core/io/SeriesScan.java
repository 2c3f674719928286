package io.github.macroregime.core.io;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads columns of a file line by line, without a row object in between.
 *
 * <p>Mutable: the first line it is given is the header, of which a function chooses the columns.
 */
final class SeriesScan {

    private final String source;
    private final Function<CsvLine, List<SeriesLayout>> choice;
    private final Problems problems;
    private Optional<Columns> columns = Optional.empty();

    private SeriesScan(String source, Function<CsvLine, List<SeriesLayout>> choice, Problems problems) {
        this.source = source;
        this.choice = choice;
        this.problems = problems;
    }

    static DatedRows scan(Path file, Function<CsvLine, List<SeriesLayout>> choice, Problems problems) {
        SeriesScan scan = new SeriesScan(file.toString(), choice, problems);
        CsvLines.forEach(scan.source, TextFiles.read(file), comment -> {}, scan::accept);
        return scan.columns.orElseThrow(() -> new FileFormatException(scan.source, 1, "the file has no header line"))
                .rows;
    }

    private void accept(CsvLine line) {
        if (columns.isEmpty()) {
            columns = Optional.of(new Columns(line));
        } else {
            columns.get().read(line);
        }
    }

    private final class Columns {

        private final int width;
        private final int dateAt;
        private final int[] valuesAt;
        private final List<SeriesLayout> layouts;
        private final List<Set<String>> missing;
        private final DatedRows rows;

        Columns(CsvLine line) {
            List<String> header = CsvTable.header(line);
            width = header.size();
            layouts = choice.apply(line);
            missing = layouts.stream().map(SeriesScan::missing).toList();
            dateAt = layouts.isEmpty()
                    ? 0
                    : position(line, header, layouts.get(0).dateColumn());
            valuesAt = layouts.stream()
                    .mapToInt(layout -> position(line, header, layout.valueColumn()))
                    .toArray();
            rows = new DatedRows(
                    source,
                    layouts.stream().map(SeriesLayout::valueColumn).toList(),
                    layouts.stream().map(SeriesLayout::unit).toList(),
                    problems);
        }

        void read(CsvLine line) {
            try {
                line.requireSize(width);
                SeriesLayout first = layouts.get(0);
                LocalDate date = line.date(dateAt, first.dateColumn(), first.dates());
                double[] values = new double[valuesAt.length];
                for (int i = 0; i < values.length; i++) {
                    SeriesLayout layout = layouts.get(i);
                    values[i] = line.number(valuesAt[i], layout.valueColumn(), layout.unit(), missing.get(i));
                }
                rows.add(line.number(), date, values);
            } catch (FileFormatException e) {
                problems.add(e);
            }
        }
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
}
