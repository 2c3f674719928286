package io.github.macroregime.regime.page;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.report.Chart;
import io.github.macroregime.regime.report.Section;
import io.github.macroregime.regime.report.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lays the report out as one self-contained HTML file: tables first, charts below them.
 *
 * <p>Everything is inlined (style, chart library, drawing script), so that the file can be mailed. Without script the
 * tables remain and the figures stay hidden. Every text is escaped.
 */
final class HtmlPage {

    private static final int LONGEST_SHORT_TEXT = 24;
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";

    private HtmlPage() {}

    static String render(String title, List<String> head, List<Section> sections) {
        String body = sections.stream().map(HtmlPage::section).collect(Collectors.joining("\n"));
        String links = sections.stream()
                .map(section -> "<a href=\"#" + section.id() + "\">" + escaped(section.title()) + "</a>")
                .collect(Collectors.joining(" "));
        Map<String, String> parts = Map.of(
                "title", escaped(title),
                "head", paragraphs(head, "head"),
                "links", links,
                "style", resource("page.css"),
                "body", body,
                "charts", charts(sections),
                "library", library(),
                "script", resource("page.js"));
        return PLACE.matcher(resource("page.html"))
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)), place.group(1))));
    }

    private static String section(Section section) {
        String tables = section.tables().stream().map(HtmlPage::table).collect(Collectors.joining("\n"));
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < section.charts().size(); i++) {
            String caption = escaped(section.charts().get(i).title());
            figures.append("<figure hidden><figcaption>" + caption + "</figcaption><div class=\"plot\"><canvas id=\""
                    + canvas(section, i) + "\" role=\"img\" aria-label=\"" + caption + "\"></canvas></div></figure>\n");
        }
        return "<section id=\"" + section.id() + "\">\n<h2>" + escaped(section.title()) + "</h2>\n"
                + paragraphs(section.lead(), "lead") + tables + "\n" + figures + paragraphs(section.notes(), "note")
                + "</section>";
    }

    private static String table(Table table) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int j = 0; j < table.columns().size(); j++) {
            html.append("<th").append(style(table, j)).append('>');
            html.append(escaped(table.columns().get(j).title())).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int j = 0; j < row.size(); j++) {
                html.append("<td").append(style(table, j)).append('>');
                html.append(escaped(row.get(j))).append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /** Numbers stand to the right; columns of short texts, such as dates, are not broken. */
    private static String style(Table table, int column) {
        if (table.columns().get(column).number()) {
            return " class=\"number\"";
        }
        boolean isShort = table.rows().stream().allMatch(row -> row.get(column).length() <= LONGEST_SHORT_TEXT);
        return isShort ? " class=\"short\"" : "";
    }

    private static String paragraphs(List<String> texts, String style) {
        return texts.stream()
                .map(text -> "<p class=\"" + style + "\">" + escaped(text) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String charts(List<Section> sections) {
        List<Map<String, Object>> drawings = sections.stream()
                .flatMap(section -> IntStream.range(0, section.charts().size())
                        .mapToObj(i -> JsonWriter.object(
                                "canvas",
                                canvas(section, i),
                                "chart",
                                chart(section.charts().get(i)))))
                .toList();
        // A "<" in a text must not be able to end the script element that the data stand in.
        return JsonWriter.text(Map.of("drawings", drawings)).replace("<", "\\u003c");
    }

    private static Map<String, Object> chart(Chart chart) {
        return JsonWriter.object(
                "title", chart.title(),
                "form", chart.form().name(),
                "labels", chart.labels(),
                "values", chart.values(),
                "bands", chart.bands().stream().map(HtmlPage::band).toList());
    }

    private static Map<String, Object> band(Chart.Range band) {
        return JsonWriter.object("name", band.name(), "from", band.from(), "to", band.to(), "colour", band.colour());
    }

    private static String canvas(Section section, int chart) {
        return section.id() + "-chart-" + chart;
    }

    private static String library() {
        return read(CHART_LIBRARY).replaceFirst("//# sourceMappingURL=\\S+\\s*$", "");
    }

    private static String resource(String name) {
        return read("" + name);
    }

    private static String read(String path) {
        try (InputStream stream = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be read", e);
        }
    }

    private static String escaped(String text) {
        return PlainText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
