package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of the page finds, in which order, and which signs stand in it. */
class HtmlPageTest {

    private static Chart chart(String title, Form form, String... labels) {
        List<Double> values =
                IntStream.range(0, labels.length).mapToObj(i -> i + 1.0).toList();
        return new Chart(title, "", "", form, List.of(labels), List.of(new Line("", values)), List.of(), List.of());
    }

    private static Section section(String id, List<Table> tables, Chart... charts) {
        return new Section(id, "About " + id, List.of(), tables, List.of(charts), List.of());
    }

    private static String page(Section... sections) {
        return Page.html("Title", List.of(), List.of(sections));
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void contentsLinkToEverySection() {
        String page = page(section("a", List.of()), section("b&c", List.of()));
        assertThat(found("<li><a href=\"#([^\"]*)\">About", page)).containsExactly("a", "b&amp;c");
        assertThat(found("<section id=\"([^\"]*)\">", page)).containsExactly("a", "b&amp;c");
        assertThat(page).doesNotContain("<summary>Charts", "class=\"cards\"", "class=\"notes\"");
    }

    /** Equities first, then the line of credit before its strip, what has no place in the order last. */
    @Test
    void chartsAreLinkedInTheOrderOfReading() {
        String page = page(
                section("other", List.of(), chart("Any", Form.LINE, "a", "b")),
                section("credit", List.of(), chart("Strip", Form.STRIP, "a"), chart("Spread", Form.LINE, "a", "b")),
                section("equities", List.of(), chart("Sectors", Form.BARS, "a")));
        assertThat(found("<a href=\"#([^\"]*-f\\d)\">", page))
                .containsExactly("equities-f0", "credit-f1", "credit-f0", "other-f0");
        assertThat(found("<figure id=\"([^\"]*)\">", page))
                .containsExactly("other-f0", "credit-f0", "credit-f1", "equities-f0");
        assertThat(found("-f\\d\">([^<]*)</a>", page)).containsExactly("Sectors", "Spread", "Strip", "Any");
    }

    @Test
    void aFigureNamesItsUnitAndItsSourceWhereItHasThem() {
        Chart plain = chart("Spread", Form.LINE, "a", "b");
        Chart full = new Chart(
                        "Spread", "bp", "", Form.LINE, plain.labels(), plain.lines(), plain.bands(), plain.spans())
                .withSource("the index");
        assertThat(page(section("a", List.of(), full)))
                .contains("<b>Spread</b><span class=\"unit\">bp</span>", "<p class=\"source\">Source: the index</p>");
        assertThat(page(section("a", List.of(), plain)))
                .contains("<figcaption><b>Spread</b></figcaption>")
                .doesNotContain("<span class=\"unit\"", "<p class=\"source\"");
    }

    /** The curve is drawn once and stretched into the second size. */
    @Test
    void aFigureHasTwoSizesOfOneCurve() {
        String page = page(section("a", List.of(), chart("Line", Form.LINE, "a", "b")));
        assertThat(found("<svg class=(\"[^\"]*\")", page)).containsExactly("\"fig wide\"", "\"fig narrow\"");
        assertThat(page).containsOnlyOnce("id=a-f0-l0 ").containsOnlyOnce("href=#a-f0-l0 ");
    }

    private static List<String> attributes(String svg) {
        // As the standard of HTML reads them: in quotes, or up to a space or the end of the tag.
        Matcher each = Pattern.compile(" ([a-zA-Z-]+)=(?:\"([^\"]*)\"|([^\\s\"'=<>`]+))")
                .matcher(svg);
        List<String> all = new ArrayList<>();
        while (each.find()) {
            all.add(each.group(1) + "=" + (each.group(2) == null ? each.group(3) : each.group(2)));
        }
        return all;
    }

    /** Quotes are left out around words alone, so that a browser reads the same attributes as from the file of the figure. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void aDrawingInThePageHasTheAttributesOfItsFile(Form form) {
        Chart chart = chart("A \"name\" = 'x' az09AZ", form, "a=\"b\"", "2");
        String page = page(section("az09AZ_.", List.of(), chart));
        String inPage = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
        String file = ChartFigure.draw(chart, ChartFigure.WIDE, "fig wide", new Curves("az09AZ_.-f0"));
        List<String> wanted = attributes(file.replace(Svg.NAME_SPACE, ""));
        if (form == Form.SPARKLINE) {
            wanted = attributes(SparkFigure.draw(chart, "fig wide").replace(Svg.NAME_SPACE, ""));
        }
        assertThat(attributes(inPage)).isEqualTo(wanted);
        assertThat(inPage.length()).isLessThan(file.length());
        assertThat(found("=\"([\\w.#-]+)\"[ >]", inPage))
                .as("words that need no quotes")
                .isEmpty();
    }

    @Test
    void thereAreRulesForTheColumnsOfTheWidestTable() {
        assertThat(page(section("a", List.of(table(1, "A", "B", "C"), table(1, "A", "B")))))
                .contains(":is(.n3, .s3, .d3)")
                .doesNotContain(":is(.n4,");
        assertThat(page(section("a", List.of()))).doesNotContain(":is(.n1,");
    }

    @Test
    void quotesStayWhereAWordIsFollowedByASlash() {
        String page = page(section("a", List.of(), chart("Strip", Form.STRIP, "a")));
        assertThat(page).contains(" r=\"5\"/>").doesNotContain(" r=5/>");
    }

    @Test
    void aCardShowsItsFactsAndALineOfTwoValuesOrMore() {
        Card full = new Card("Index", "-0.10 %", "9 up", "Health Care", List.of(1.0, 2.0), "first");
        String page = Page.html("T", List.of(), List.of(full), List.of());
        assertThat(page)
                .contains(
                        "<ul class=\"cards\">\n<li><a href=\"#first\"><span class=\"about\">Index</span><svg",
                        "<strong>\u22120.10\u00a0%</strong><span class=\"change\">9 up</span>"
                                + "<span class=\"why\">Health Care</span></a></li>\n</ul>\n");
        String short1 =
                Page.html("T", List.of(), List.of(new Card("Index", "1", "", "", List.of(1.0), "first")), List.of());
        assertThat(short1)
                .contains("<span class=\"about\">Index</span><strong>1</strong></a></li>")
                .doesNotContain("<svg", "class=\"change\"", "class=\"why\"");
    }

    @Test
    void theHeadAndTheNotesAreParagraphs() {
        Section noted = new Section("a", "A", List.of(), List.of(), List.of(), List.of("First.", "Second."));
        String page = Page.html("T", List.of("Day one.", "<b>"), List.of(noted));
        assertThat(page)
                .contains(
                        "<h1>T</h1>\n<p class=\"head\">Day one.</p>\n<p class=\"head\">&lt;b&gt;</p>\n</header>",
                        "<details class=\"notes\"><summary>Notes and definitions</summary>\n"
                                + "<p class=\"note\">First.</p>\n"
                                + "<p class=\"note\">Second.</p>\n"
                                + "</details>\n"
                                + "</section>");
    }

    private static String lead(String... lines) {
        return page(new Section("a", "A", List.of(lines), List.of(), List.of(), List.of()));
    }

    /** Headings of up to sixty letters stand apart where every sentence has one. */
    @Test
    void whatASentenceIsAboutStandsBeforeItsColon() {
        assertThat(lead("One: first", "Two: second: third"))
                .contains("<p class=\"lead headed\"><b>One</b> first</p>\n"
                        + "<p class=\"lead headed\"><b>Two</b> second: third</p>");
        assertThat(lead("One: first", "No heading"))
                .contains("<p class=\"lead\"><b>One</b> first</p>\n<p class=\"lead\">No heading</p>");
        assertThat(lead("a".repeat(61) + ": b")).doesNotContain("<b>");
        assertThat(lead("a".repeat(60) + ": b")).contains("<b>" + "a".repeat(60) + "</b>");
    }

    private static Table table(int rows, String... titles) {
        return new Table(
                "Named",
                Table.columns(titles),
                IntStream.range(0, rows)
                        .mapToObj(i -> IntStream.range(0, titles.length)
                                .mapToObj(k -> "c" + i)
                                .toList())
                        .toList());
    }

    /** A figure of bars with the same labels tells a table of up to three columns already. */
    @Test
    void aSmallTableThatBarsTellIsFolded() {
        String[] labels = {"c0", "c1", "c2", "c3"};
        Chart bars = chart("Bars", Form.BARS, labels);
        String folded = "<summary>Named <span class=\"count\">4 rows</span></summary>";
        assertThat(page(section("a", List.of(table(4, "A", "#B", "#C")), bars))).contains(folded);
        assertThat(page(section("a", List.of(table(4, "A", "#B", "#C", "#D")), bars)))
                .doesNotContain(folded);
        assertThat(page(section("a", List.of(table(4, "A", "#B")), chart("Strip", Form.STRIP, labels))))
                .doesNotContain(folded);
        assertThat(page(section("a", List.of(table(4, "A", "#B")), chart("Bars", Form.BARS, "c0", "c1"))))
                .doesNotContain(folded);
        assertThat(page(section("a", List.of(table(4, "A", "#B", "#C", "#D"), table(4, "A", "#B", "#C", "#D")))))
                .as("the second table of a section")
                .containsOnlyOnce(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from -1 to 2|from \u22121 to 2",
                "-.5|\u2212.5",
                "-inf|\u2212inf",
                "a-1 and 2-3|a-1 and 2-3",
                "1 +- 2|1 \u00b1\u00a02",
                "2025-07-22|2025-07-22",
                "on 2025-07-22|on <span class=s>2025-07-22</span>",
                "x -y|x -y"
            })
    void signsOfPrint(String text, String printed) {
        assertThat(HtmlPage.prose(text)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12 %", "1) bp", "+- 1", "$ bn", "Def. 3", "9 score", "0 days", "3 day", "2 months", "4 closes"})
    void aNumberIsNotTornFromItsUnit(String text) {
        assertThat(PlainText.glued("a " + text + " b")).isEqualTo("a " + text.replace(' ', '\u00a0') + " b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a bp", "1 bpx", "1 apple", "- 1", "Def 3", "/ bp", ": bp", " 1"})
    void otherWordsMayBeTorn(String text) {
        assertThat(PlainText.glued(text)).isEqualTo(text);
    }
}
