package io.github.macroregime.regime.page;

import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import io.github.macroregime.regime.report.Table.Column;
import java.util.ArrayList;
import java.util.List;

/** Lays the report out for a terminal: aligned columns, no colour, long texts wrapped. */
final class TextPage {

    private static final String GAP = "  ";
    private static final int WIDEST = 56;

    private TextPage() {}

    static String render(String title, List<String> head, List<Section> sections) {
        StringBuilder text = new StringBuilder();
        appendTitle(text, title, "=");
        head.forEach(line -> text.append(PlainText.of(line)).append('\n'));
        for (Section section : sections) {
            append(text, section);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Section section) {
        text.append('\n');
        appendTitle(text, section.title(), "-");
        section.lead().forEach(line -> text.append(PlainText.of(line)).append('\n'));
        for (Table table : section.tables()) {
            text.append('\n');
            append(text, table);
        }
        if (!section.notes().isEmpty()) {
            text.append('\n');
            section.notes()
                    .forEach(
                            note -> text.append("* ").append(PlainText.of(note)).append('\n'));
        }
    }

    private static void appendTitle(StringBuilder text, String title, String underline) {
        String plain = PlainText.of(title);
        text.append(plain).append('\n').append(underline.repeat(plain.length())).append('\n');
    }

    private static void append(StringBuilder text, Table table) {
        List<String> titles =
                table.columns().stream().map(Column::title).map(PlainText::of).toList();
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(PlainText::of).toList())
                .toList();
        int[] widths = widths(titles, rows);
        append(text, table.columns(), titles, widths);
        rows.forEach(row -> append(text, table.columns(), row, widths));
    }

    private static int[] widths(List<String> titles, List<List<String>> rows) {
        int[] widths = new int[titles.size()];
        for (int j = 0; j < widths.length; j++) {
            int column = j;
            int longest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            widths[j] = Math.max(titles.get(j).length(), Math.min(longest, WIDEST));
        }
        return widths;
    }

    /** One row, over as many lines as its longest field needs. */
    private static void append(StringBuilder text, List<Column> columns, List<String> fields, int[] widths) {
        List<List<String>> wrapped = fields.stream().map(TextPage::wrapped).toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < lines; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < widths.length; j++) {
                String part = i < wrapped.get(j).size() ? wrapped.get(j).get(i) : "";
                String padding = " ".repeat(Math.max(0, widths[j] - part.length()));
                line.append(columns.get(j).number() ? padding + part : part + padding)
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** The words of a field in lines of at most the widest column; a longer word keeps a line of its own. */
    private static List<String> wrapped(String field) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : field.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
