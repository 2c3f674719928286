package io.github.macroregime.regime.page;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lays a report out for a terminal of a given width: aligned columns, no colour, long texts wrapped. */
final class TextPage {

    private static final int NARROWEST = 40;

    private final int width;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> leftOut = new LinkedHashSet<>();

    TextPage(int width) {
        this.width = Require.atLeast(width, NARROWEST, "width");
    }

    String render(String title, List<String> head, List<Card> cards, List<Section> sections) {
        title(title, "=");
        head.forEach(line -> lines(line, ""));
        if (!cards.isEmpty()) {
            text.append('\n');
            table(new Table(
                    Table.columns("At a glance", "#Now", "Change", "Why"),
                    cards.stream()
                            .map(card -> List.of(card.title(), card.number(), card.change(), card.why()))
                            .toList()));
        }
        sections.forEach(this::section);
        if (!leftOut.isEmpty()) {
            text.append('\n');
            lines(
                    "Details without room at a width of " + width + ": " + String.join(", ", leftOut)
                            + "; the page and the JSON have them.",
                    "");
        }
        return text.toString();
    }

    private void section(Section section) {
        text.append('\n');
        title(section.title(), "-");
        section.lead().forEach(line -> lines(line, ""));
        for (Table table : section.tables()) {
            text.append('\n');
            if (!table.title().isEmpty()) {
                lines(table.title(), "");
            }
            table(table);
        }
        if (!section.notes().isEmpty()) {
            text.append('\n');
            section.notes().forEach(note -> lines(note, "* "));
        }
    }

    private void title(String title, String underline) {
        List<String> lines = wrapped(PlainText.of(title), width);
        lines.forEach(line -> text.append(line).append('\n'));
        text.append(underline.repeat(
                        lines.stream().mapToInt(String::length).max().orElse(0)))
                .append('\n');
    }

    /** A sentence over as many lines as it needs, all but the first indented below a mark. */
    private void lines(String sentence, String mark) {
        String indent = mark;
        for (String line : wrapped(PlainText.of(sentence), width - mark.length())) {
            text.append((indent + line).stripTrailing()).append('\n');
            indent = " ".repeat(mark.length());
        }
    }

    private void table(Table table) {
        TextTable laidOut = new TextTable(table, width);
        leftOut.addAll(laidOut.leftOut());
        text.append(laidOut.text());
    }

    /** The words of a text in lines of a width; a longer word keeps a line of its own. */
    static List<String> wrapped(String field, int width) {
        if (field.length() <= width && !field.startsWith(" ")) {
            return List.of(field.replace('\u00a0', ' '));
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : PlainText.glued(field).split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word.replace('\u00a0', ' '));
        }
        lines.add(line.toString());
        return lines;
    }

    /** The longest word, which no line can be shorter than. */
    static int longestWord(String field) {
        return longestWord(field, Integer.MAX_VALUE);
    }

    /** The longest word that is not longer than a line, 0 if there is none. */
    static int longestWord(String field, int line) {
        String glued = PlainText.glued(field);
        int longest = 0;
        int from = 0;
        while (from <= glued.length()) {
            int space = glued.indexOf(' ', from);
            int end = space < 0 ? glued.length() : space;
            longest = end - from <= line ? Math.max(longest, end - from) : longest;
            from = end + 1;
        }
        return longest;
    }
}
