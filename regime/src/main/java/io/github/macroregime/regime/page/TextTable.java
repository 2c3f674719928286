package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.section.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table in columns of characters that fit a width: details go first, then long texts are wrapped, then the last columns
 * are told below each row, with their headings.
 */
final class TextTable {

    private static final String GAP = "  ";
    private static final int WIDEST = 56;
    private static final int READABLE = 18;
    private static final Set<String> NOTHING = Set.of("", "-");

    private final int width;
    private final List<Column> columns;
    private final List<String> titles;
    private final List<List<String>> rows;
    private final List<Integer> shown = new ArrayList<>();
    private final List<Integer> below = new ArrayList<>();
    private final int[] wanted;
    private final int[] least;
    private int[] widths = {};

    TextTable(Table table, int width) {
        this.width = width;
        this.columns = table.columns();
        this.titles =
                columns.stream().map(column -> PlainText.of(column.title())).toList();
        this.rows = table.rows().stream()
                .map(row -> row.stream().map(PlainText::of).toList())
                .toList();
        IntStream.range(0, columns.size()).forEach(shown::add);
        this.wanted = shown.stream().mapToInt(this::wanted).toArray();
        this.least = shown.stream().mapToInt(this::least).toArray();
        fit();
    }

    private void fit() {
        boolean dropped = true;
        while (dropped && total(wanted) > width) {
            dropped = shown.removeIf(this::isLastDetail);
        }
        while (total(least) > width && shown.size() > 1) {
            below.add(0, shown.remove(shown.size() - 1));
        }
        widths = shown.stream().mapToInt(column -> wanted[column]).toArray();
        int widest = widest();
        for (int over = total(wanted) - width; over > 0 && widest >= 0; over--) {
            widths[widest]--;
            widest = widest();
        }
    }

    private boolean isLastDetail(int column) {
        return columns.get(column).detail()
                && shown.stream()
                                .filter(each -> columns.get(each).detail())
                                .max(Integer::compare)
                                .orElse(-1)
                        == column;
    }

    /** The widest column of texts that can still be read with a character less, -1 if there is none. */
    private int widest() {
        int widest = -1;
        for (int k = 0; k < widths.length; k++) {
            if (widths[k] > least[shown.get(k)] && (widest < 0 || widths[k] > widths[widest])) {
                widest = k;
            }
        }
        return widest;
    }

    private int total(int[] each) {
        return GAP.length() * (shown.size() - 1)
                + shown.stream().mapToInt(column -> each[column]).sum();
    }

    private int wanted(int column) {
        int longest = 0;
        for (List<String> row : rows) {
            longest = Math.max(longest, row.get(column).length());
        }
        String title = titles.get(column);
        return Math.max(TextPage.longestWord(title), Math.min(Math.max(longest, title.length()), WIDEST));
    }

    /** A word that no line can hold sticks out of its own line alone. */
    private int least(int column) {
        int words = Stream.concat(Stream.of(titles.get(column)), rows.stream().map(row -> row.get(column)))
                .mapToInt(field -> TextPage.longestWord(field, width))
                .max()
                .orElse(0);
        int readable = columns.get(column).number() ? words : Math.max(words, Math.min(READABLE, wanted[column]));
        return Math.min(wanted[column], readable);
    }

    List<String> leftOut() {
        return IntStream.range(0, columns.size())
                .filter(column -> !shown.contains(column) && !below.contains(column))
                .mapToObj(titles::get)
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        append(text, titles);
        rows.forEach(row -> {
            append(text, row);
            appendBelow(text, row);
        });
        return text.toString();
    }

    private void appendBelow(StringBuilder text, List<String> row) {
        String told = below.stream()
                .filter(column -> !NOTHING.contains(row.get(column)))
                .map(column -> titles.get(column) + ": " + row.get(column))
                .collect(Collectors.joining("; "));
        if (!told.isEmpty()) {
            TextPage.wrapped(told, width - GAP.length())
                    .forEach(line -> text.append(GAP).append(line).append('\n'));
        }
    }

    /** One row, over as many lines as its longest field needs. */
    private void append(StringBuilder text, List<String> fields) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int k = 0; k < widths.length; k++) {
            wrapped.add(TextPage.wrapped(fields.get(shown.get(k)), widths[k]));
        }
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < lines; i++) {
            int start = text.length();
            for (int k = 0; k < widths.length; k++) {
                String part = i < wrapped.get(k).size() ? wrapped.get(k).get(i) : "";
                String padding = " ".repeat(Math.max(0, widths[k] - part.length()));
                boolean number = columns.get(shown.get(k)).number();
                text.append(number ? padding : part)
                        .append(number ? part : padding)
                        .append(GAP);
            }
            text.setLength(stripped(text, start));
            text.append('\n');
        }
    }

    private static int stripped(StringBuilder text, int start) {
        int end = text.length();
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
