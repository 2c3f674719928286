package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns that a file of a folder must and may have. A column that is not known is refused, so that a misspelt one
 * is not passed over; {@code source} and {@code note} may stand in every file.
 */
record Columns(List<String> required, List<String> optional) {

    private static final List<String> EVERYWHERE = List.of("source", "note");

    static Columns required(String... names) {
        return new Columns(List.of(names), List.of());
    }

    Columns optional(String... names) {
        return new Columns(required, List.of(names));
    }

    /** The same table, if it has all columns it must and none that it may not. */
    CsvTable checked(CsvTable table) {
        List<String> known = Stream.of(required, optional, EVERYWHERE)
                .flatMap(List::stream)
                .distinct()
                .toList();
        for (String column : table.header()) {
            if (!known.contains(column)) {
                throw new FileFormatException(
                        table.source(),
                        1,
                        "the column " + Words.quoted(column) + " is not known; there may be " + String.join(", ", known)
                                + Words.suggestion(column, known));
            }
        }
        return table.requiring(required.toArray(String[]::new));
    }

    /** The rows of a table, of which no two agree in all the given columns. */
    static List<CsvRow> distinct(CsvTable table, String... key) {
        return distinct(table.rows(), key);
    }

    static List<CsvRow> distinct(List<CsvRow> rows, String... key) {
        Map<List<String>, CsvRow> seen = new HashMap<>();
        for (CsvRow row : rows) {
            List<String> values = Arrays.stream(key)
                    .map(column -> row.optionalText(column).orElse(""))
                    .toList();
            CsvRow first = seen.putIfAbsent(values, row);
            if (first != null) {
                throw row.problem("the " + key[0] + " "
                        + Words.quoted(String.join(
                                " ",
                                values.stream()
                                        .filter(value -> !value.isEmpty())
                                        .toList()))
                        + " stands in the file twice, first in line " + first.line());
            }
        }
        return rows;
    }
}
