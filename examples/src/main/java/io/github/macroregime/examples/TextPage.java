package io.github.macroregime.examples;

import io.github.macroregime.examples.Table.Column;
import java.util.List;

/** Lays the report out for a terminal: aligned columns, no colour, at most as wide as its texts. */
final class TextPage {

    private static final String GAP = "  ";

    private TextPage() {}

    static String render(String title, List<String> head, List<Section> sections) {
        StringBuilder text = new StringBuilder(title + "\n" + "=".repeat(title.length()) + "\n");
        head.forEach(line -> text.append(line).append('\n'));
        for (Section section : sections) {
            append(text, section);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Section section) {
        text.append('\n').append(section.title()).append('\n');
        text.append("-".repeat(section.title().length())).append('\n');
        section.lead().forEach(line -> text.append(line).append('\n'));
        for (Table table : section.tables()) {
            text.append('\n');
            append(text, table);
        }
        if (!section.notes().isEmpty()) {
            text.append('\n');
            section.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        }
    }

    private static void append(StringBuilder text, Table table) {
        int[] widths = widths(table);
        List<String> titles = table.columns().stream().map(Column::title).toList();
        append(text, table.columns(), titles, widths);
        table.rows().forEach(row -> append(text, table.columns(), row, widths));
    }

    private static int[] widths(Table table) {
        int[] widths = table.columns().stream()
                .mapToInt(column -> column.title().length())
                .toArray();
        for (List<String> row : table.rows()) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], row.get(j).length());
            }
        }
        return widths;
    }

    private static void append(StringBuilder text, List<Column> columns, List<String> fields, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < widths.length; j++) {
            String padding = " ".repeat(widths[j] - fields.get(j).length());
            line.append(columns.get(j).number() ? padding + fields.get(j) : fields.get(j) + padding);
            line.append(GAP);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
