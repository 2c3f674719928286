package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of numbers beside their dates as an aligned text, of many rows the first and the last five.
 *
 * <p>Mutable: columns are added until it is printed. A missing value is a dash; numbers are rounded for the eye.
 */
final class DatedTable {

    private static final int SHOWN = 5;
    private static final int SIGNIFICANT_DIGITS = 10;
    private static final int DATE_WIDTH = 10;

    private final DateIndex dates;
    private final List<List<String>> columns = new ArrayList<>();

    DatedTable(DateIndex dates) {
        this.dates = dates;
    }

    DatedTable column(String name, Unit unit, Doubles values) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        cells.add(unit.toString());
        for (int row : rows()) {
            cells.add(unit.significant(values.get(row), SIGNIFICANT_DIGITS));
        }
        columns.add(cells);
        return this;
    }

    void appendTo(StringBuilder text) {
        boolean named = columns.stream().anyMatch(cells -> !cells.get(0).isEmpty());
        if (named) {
            appendLine(text, "", 0);
            appendLine(text, "", 1);
        }
        int[] rows = rows();
        for (int i = 0; i < rows.length; i++) {
            if (i > 0 && rows[i] > rows[i - 1] + 1) {
                text.append("\n...");
            }
            appendLine(text, dates.get(rows[i]).toString(), i + 2);
        }
    }

    private void appendLine(StringBuilder text, String head, int line) {
        text.append('\n').append(head).append(" ".repeat(Math.max(0, DATE_WIDTH - head.length())));
        for (List<String> cells : columns) {
            int width = cells.stream()
                    .skip(cells.get(0).isEmpty() ? 2 : 0)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            String cell = cells.get(line);
            text.append("  ").append(" ".repeat(width - cell.length())).append(cell);
        }
    }

    private int[] rows() {
        int size = dates.size();
        boolean all = size <= 2 * SHOWN;
        int[] rows = new int[all ? size : 2 * SHOWN];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = all || i < SHOWN ? i : size - rows.length + i;
        }
        return rows;
    }
}
