package io.github.macroregime.regime.page;

import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.section.Table;
import io.github.macroregime.regime.section.Table.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One table: the first column names the row and stays in sight, rows with sentences are stacked where there is little room. */
final class HtmlTable {

    static final int LONGEST_SHORT_TEXT = 26;
    private static final int LONGEST_IN_A_BROAD_TABLE = 10;
    private static final int BROAD = 7;
    private static final int SHORTEST_SENTENCE = 34;
    private static final int SHORT_HEADING = 4;
    private static final int SHOWN_ROWS = 12;
    private static final int NEVER_FOLDED = 3;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,]*\\.?\\d+");

    private static final int LONGEST_UNBROKEN = 18;
    private static final Set<String> NOTHING = Set.of("", "-");
    private static final Set<String> PHASES = Arrays.stream(MomentumCycle.Phase.values())
            .map(MomentumCycle.Phase::toString)
            .collect(Collectors.toUnmodifiableSet());

    private final Table table;
    private final String section;
    private final String id;
    private final boolean prose;
    private final Map<Integer, DoubleSummaryStatistics> ranges = new HashMap<>();

    HtmlTable(Table table, String section, String id) {
        this.table = arranged(table);
        this.section = section;
        this.id = Svg.escaped(id);
        this.prose = table.rows().stream().flatMap(List::stream).anyMatch(cell -> cell.length() >= SHORTEST_SENTENCE);
    }

    /** The same table without columns that say nothing, its details behind the others. */
    private static Table arranged(Table table) {
        List<Integer> order = IntStream.range(0, table.columns().size())
                .filter(column -> column == 0
                        || table.rows().isEmpty()
                        || table.rows().stream().anyMatch(row -> !NOTHING.contains(row.get(column))))
                .boxed()
                .sorted(Comparator.comparing(
                        column -> column > 0 && table.columns().get(column).detail()))
                .toList();
        return new Table(
                table.title(),
                order.stream().map(table.columns()::get).toList(),
                table.rows().stream()
                        .map(row -> order.stream().map(row::get).toList())
                        .toList());
    }

    /** The table; a secondary one is folded unless it is short. */
    String html(boolean secondary) {
        String name = table.title().isEmpty() && !table.columns().isEmpty()
                ? table.columns().get(0).title().replaceFirst("^Subject$", "Statements")
                : table.title();
        if (!secondary || table.rows().size() <= NEVER_FOLDED) {
            return whole(
                    table.title().isEmpty() ? section : table.title(),
                    table.title().isEmpty(),
                    table.rows().size() > SHOWN_ROWS);
        }
        return "<details><summary>" + Svg.escaped(name) + " <span class=\"count\">"
                + table.rows().size() + " rows</span></summary>\n" + whole(name, true, false) + "</details>\n";
    }

    private String whole(String caption, boolean hidden, boolean cut) {
        StringBuilder html = new StringBuilder();
        if (cut) {
            html.append("<input type=\"checkbox\" class=\"more\" id=\"" + id + "-all\">");
        }
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Svg.escaped(caption)
                + "\"><table" + columnStyles() + labels() + "><caption" + (hidden ? " class=\"unseen\"" : "") + ">"
                + Svg.escaped(caption) + "</caption>\n<thead><tr>");
        table.columns()
                .forEach(column -> html.append(
                        "<th scope=col" + (column.bar() ? " class=bar" : "") + ">" + HtmlPage.prose(column.title())));
        html.append("</thead>\n<tbody>");
        table.rows().forEach(row -> html.append(row(row)));
        html.append("</table></div>\n");
        if (cut) {
            html.append("<label for=\"" + id + "-all\" class=\"more\">all "
                    + table.rows().size() + " rows</label>\n");
        }
        return html.toString();
    }

    private String row(List<String> row) {
        StringBuilder html = new StringBuilder("\n<tr>");
        for (int j = 0; j < row.size(); j++) {
            html.append(
                            j == 0
                                    ? "<th scope=row>"
                                    : PHASES.contains(row.get(j)) ? "<td class=" + row.get(j) + ">" : "<td>")
                    .append(HtmlPage.prose(row.get(j)))
                    .append(table.columns().get(j).bar() ? bar(row.get(j), j) : "");
        }
        return html.toString();
    }

    /**
     * What each column is, told once: numbers stand to the right ({@code n2} is the second column), columns of short
     * texts are not broken where there is room ({@code s1}), the shortest, such as dates, never ({@code d1}).
     */
    private String columnStyles() {
        String styles = IntStream.range(0, table.columns().size())
                .mapToObj(this::columnStyle)
                .filter(style -> !style.isEmpty())
                .collect(Collectors.joining(" "));
        return " class=\"" + (prose ? "prose " : "") + styles + "\"";
    }

    private String columnStyle(int place) {
        if (table.columns().get(place).number()) {
            return "n" + (place + 1);
        }
        int longest = table.columns().size() > BROAD ? LONGEST_IN_A_BROAD_TABLE : LONGEST_SHORT_TEXT;
        boolean isShort = table.rows().stream().allMatch(row -> row.get(place).length() <= longest);
        int unbroken = table.columns().size() > BROAD ? HtmlPage.DAY_LENGTH : LONGEST_UNBROKEN;
        boolean isUnbroken =
                isShort && table.rows().stream().allMatch(row -> row.get(place).length() <= unbroken);
        return isUnbroken && place > 0 ? "d" + (place + 1) : isShort ? "s" + (place + 1) : "";
    }

    /** A stacked cell stands without its heading, so the table carries it. */
    private String labels() {
        String labels = IntStream.range(1, table.columns().size())
                .filter(place -> prose && isTold(place))
                .mapToObj(place -> "--l" + (place + 1) + ":"
                        + quoted(table.columns().get(place).title().replace("+-", "\u00b1") + " "))
                .collect(Collectors.joining(";"));
        return labels.isEmpty() ? "" : " style=\"" + Svg.escaped(labels) + "\"";
    }

    /** A text of a style sheet, in which only letters, digits and spaces stand for themselves. */
    private static String quoted(String text) {
        return PlainText.of(text)
                .codePoints()
                .mapToObj(each -> Character.isLetterOrDigit(each) || each == ' '
                        ? Character.toString(each)
                        : NumberText.of("\\%x ", each))
                .collect(Collectors.joining("", "'", "'"));
    }

    /** The rules for the columns of the widest table. */
    static String rules(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(place -> """
                    :is(th, td):where(.n# tr > :nth-child(#)) { text-align: right; }
                    :is(.n#, .s#, .d#) tbody > tr > :nth-child(#) { white-space: nowrap; }
                    @media print { .s# tbody > tr > :nth-child(#) { white-space: normal; } }
                    """.replace("#", Integer.toString(place))
                        + (place == 1 ? "" : """
                            @media (max-width: 40rem) { .prose td:nth-child(#)::before { content: var(--l#); } }
                            """.replace("#", Integer.toString(place))))
                .collect(Collectors.joining());
    }

    private boolean isTold(int place) {
        Column column = table.columns().get(place);
        return column.number() ? place > 1 : column.title().length() <= SHORT_HEADING;
    }

    private String bar(String text, int place) {
        OptionalDouble value = number(text);
        DoubleSummaryStatistics all = ranges.computeIfAbsent(place, this::range);
        double low = Math.min(0, all.getMin());
        double length = Math.max(0, all.getMax()) - low;
        if (value.isEmpty() || !(length > 0)) {
            return "";
        }
        return NumberText.of(
                "<i class=%s style=margin-left:%.0f%%;width:%.0f%%></i>",
                value.getAsDouble() < 0 ? "dn" : "up",
                100 * (Math.min(0, value.getAsDouble()) - low) / length,
                100 * Math.abs(value.getAsDouble()) / length);
    }

    private DoubleSummaryStatistics range(int column) {
        return table.rows().stream()
                .map(row -> number(row.get(column)))
                .flatMapToDouble(OptionalDouble::stream)
                .summaryStatistics();
    }

    private static OptionalDouble number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find()
                ? OptionalDouble.of(Double.parseDouble(number.group().replace(",", "")))
                : OptionalDouble.empty();
    }
}
