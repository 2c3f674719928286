package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lays a report out as one self-contained HTML file without script: cards first, then the sections in order, each with
 * its sentences, figures, first table, and all else folded. Every text is escaped.
 */
final class HtmlPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern HEADED = Pattern.compile("([^:]{1,60}): (.*)", Pattern.DOTALL);

    private static final Pattern MINUS = Pattern.compile("(?<![\\w.-])-(?=[\\d.$]|inf)");
    private static final int DRAWN_COLUMNS = 3;
    static final int DAY_LENGTH = 10;

    /** The order in which a reader of the day looks at charts: sections, each with the form that is meant. */
    private static final List<String> READING = List.of(
            "equities BARS",
            "credit LINE",
            "credit STRIP",
            "policy STEPS",
            "policy BARS",
            "strength BARS",
            "lockstep LINE",
            "moves LINE",
            "equities MULTIPLES",
            "growth-inflation LINE",
            "liquidity LINE",
            "curve LINE",
            "states LINE",
            "drivers GROWTH",
            "drivers MULTIPLES",
            "equities HEAT_MAP");

    private HtmlPage() {}

    static String render(String title, List<String> head, List<Card> cards, List<Section> sections) {
        Map<String, String> parts = Map.of(
                "title", Svg.escaped(title),
                "heading", prose(title),
                "head", paragraphs(head, "head"),
                "cards", cards(cards),
                "links", links(sections),
                "charts", charts(sections),
                "style", resource("figure.css") + resource("page.css") + HtmlTable.rules(columns(sections)),
                "body", sections.stream().map(HtmlPage::section).collect(Collectors.joining("\n")));
        String frame = resource("page.html");
        StringBuilder page = new StringBuilder();
        Matcher place = PLACE.matcher(frame);
        int from = 0;
        while (place.find()) {
            page.append(frame, from, place.start())
                    .append(Objects.requireNonNull(parts.get(place.group(1)), place.group(1)));
            from = place.end();
        }
        return page.append(frame, from, frame.length()).toString();
    }

    private static int columns(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.tables().stream())
                .mapToInt(table -> table.columns().size())
                .max()
                .orElse(0);
    }

    private static String links(List<Section> sections) {
        return sections.stream()
                .map(section -> "<li><a href=\"#" + Svg.escaped(section.id()) + "\">" + Svg.escaped(section.title())
                        + "</a></li>")
                .collect(Collectors.joining());
    }

    /** A link to every figure by its title, in the order of reading. */
    private static String charts(List<Section> sections) {
        TreeMap<Integer, List<String>> links = new TreeMap<>();
        for (Section section : sections) {
            for (int i = 0; i < section.charts().size(); i++) {
                Chart chart = section.charts().get(i);
                int place = READING.indexOf(section.id() + " " + chart.form());
                links.computeIfAbsent(place < 0 ? READING.size() : place, each -> new ArrayList<>())
                        .add("<li><a href=\"#" + Svg.escaped(figureId(section, i)) + "\">" + prose(chart.title())
                                + "</a></li>");
            }
        }
        String items = links.values().stream().flatMap(List::stream).collect(Collectors.joining());
        return items.isEmpty()
                ? ""
                : "<details class=\"contents\"><summary>Charts</summary><nav aria-label=\"Charts\"><ol>" + items
                        + "</ol></nav></details>\n";
    }

    private static String figureId(Section section, int chart) {
        return section.id() + "-f" + chart;
    }

    private static String cards(List<Card> cards) {
        return cards.isEmpty()
                ? ""
                : cards.stream()
                        .map(HtmlPage::card)
                        .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>\n"));
    }

    private static String card(Card card) {
        String spark =
                card.recent().size() < 2 ? "" : inHtml(SparkFigure.draw(card.title(), card.recent(), "fig spark"));
        return "<li><a href=\"#" + Svg.escaped(card.section()) + "\"><span class=\"about\">" + prose(card.title())
                + "</span>" + spark + "<strong>" + prose(card.number()) + "</strong>"
                + span("change", card.change())
                + span("why", card.why()) + "</a></li>";
    }

    private static String span(String style, String text) {
        return text.isEmpty() ? "" : "<span class=\"" + style + "\">" + prose(text) + "</span>";
    }

    private static String section(Section section) {
        StringBuilder html = new StringBuilder(
                "<section id=\"" + Svg.escaped(section.id()) + "\">\n<h2>" + prose(section.title()) + "</h2>\n");
        boolean headed =
                section.lead().stream().allMatch(line -> HEADED.matcher(line).matches());
        section.lead().forEach(line -> html.append(lead(line, headed ? "lead headed" : "lead")));
        for (int i = 0; i < section.charts().size(); i++) {
            html.append(figure(section.charts().get(i), figureId(section, i)));
        }
        for (int i = 0; i < section.tables().size(); i++) {
            Table table = section.tables().get(i);
            html.append(new HtmlTable(table, section.title(), section.id() + "-" + i)
                    .html(i > 0 || isDrawn(section, table)));
        }
        if (!section.notes().isEmpty()) {
            html.append("<details class=\"notes\"><summary>Notes and definitions</summary>\n")
                    .append(paragraphs(section.notes(), "note"))
                    .append("</details>\n");
        }
        return html.append("</section>").toString();
    }

    /** Whether a figure already shows each row of a small table with its number. */
    private static boolean isDrawn(Section section, Table table) {
        List<String> keys = table.rows().stream().map(row -> row.get(0)).toList();
        return table.columns().size() <= DRAWN_COLUMNS
                && section.charts().stream()
                        .anyMatch(chart -> chart.form() == Chart.Form.BARS
                                && chart.labels().equals(keys));
    }

    /** What stands before a first colon is what the sentence is about. */
    private static String lead(String line, String style) {
        Matcher headed = HEADED.matcher(line);
        return headed.matches()
                ? "<p class=\"" + style + "\"><b>" + prose(headed.group(1)) + "</b> " + prose(headed.group(2))
                        + "</p>\n"
                : "<p class=\"" + style + "\">" + prose(line) + "</p>\n";
    }

    private static String figure(Chart chart, String id) {
        Curves curves = new Curves(id);
        String source = chart.source().isEmpty() ? "" : "<p class=\"source\">Source: " + prose(chart.source()) + "</p>";
        return "<figure id=\"" + Svg.escaped(id) + "\"><figcaption><b>" + prose(chart.title()) + "</b>"
                + span("unit", chart.subtitle())
                + "</figcaption>\n" + inHtml(ChartFigure.draw(chart, ChartFigure.WIDE, "fig wide", curves)) + "\n"
                + inHtml(ChartFigure.draw(chart, ChartFigure.NARROW, "fig narrow", curves)) + source + "</figure>\n";
    }

    /** A drawing inside HTML, which needs neither its name space nor quotes around a single word. */
    private static String inHtml(String figure) {
        String drawing = figure.replace(Svg.NAME_SPACE, "");
        StringBuilder html = new StringBuilder(drawing.length());
        int from = 0;
        for (int at = drawing.indexOf("=\""); at >= 0; at = drawing.indexOf("=\"", at + 2)) {
            int end = wordEnd(drawing, at + 2);
            if (end > 0) {
                html.append(drawing, from, at + 1).append(drawing, at + 2, end);
                from = end + 1;
            }
        }
        return html.append(drawing, from, drawing.length()).toString();
    }

    /** The quotation mark behind a single word that needs none, or -1. */
    private static int wordEnd(String drawing, int from) {
        int end = from;
        while (isOfWord(drawing.charAt(end))) {
            end++;
        }
        char after = drawing.charAt(end) == '"' ? drawing.charAt(end + 1) : '/';
        return end > from && (after == ' ' || after == '>') ? end : -1;
    }

    private static boolean isOfWord(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= '0' && each <= '9')
                || (each >= 'A' && each <= 'Z')
                || "_.#-".indexOf(each) >= 0;
    }

    /** A text with the signs of print, in which neither a date nor a number with its unit is broken. */
    static String prose(String text) {
        String glued = PlainText.glued(text);
        if (text.indexOf('-') < 0) {
            return Svg.escaped(glued);
        }
        String escaped = Svg.escaped(MINUS.matcher(glued).replaceAll("\u2212").replace("+-", "\u00b1"));
        return text.length() > DAY_LENGTH ? DATE.matcher(escaped).replaceAll("<span class=s>$0</span>") : escaped;
    }

    private static String paragraphs(List<String> texts, String style) {
        return texts.stream()
                .map(text -> "<p class=\"" + style + "\">" + prose(text) + "</p>\n")
                .collect(Collectors.joining());
    }

    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
