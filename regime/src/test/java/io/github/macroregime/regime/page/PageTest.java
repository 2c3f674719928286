package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.regime.section.Card;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Span;
import io.github.macroregime.regime.section.Chart.Tone;
import io.github.macroregime.regime.section.Section;
import io.github.macroregime.regime.section.Table;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pages and figures say what they show, fit their width and run nothing. */
class PageTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static Chart chart(Form form, List<String> labels, List<Double> values) {
        return new Chart(
                "What <b> & \"it\" shows",
                "percent",
                "by hand",
                form,
                labels,
                List.of(new Line("one", values, values.stream().map(v -> 0.1).toList()), new Line("two", values)),
                List.of(new Range("high", 1, 2, Tone.GOOD)),
                List.of(new Span("calm", DAY.minusDays(1), DAY, Tone.NEUTRAL)));
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void every_form_is_a_well_formed_figure_with_a_name_and_a_description(Form form) throws Exception {
        List<String> days =
                IntStream.range(0, 9).mapToObj(i -> DAY.plusDays(i).toString()).toList();
        List<Double> values = List.of(1.0, Double.NaN, 3.0, -2.0, 0.0, 1.5, Double.NaN, 2.0, 1.0);
        for (Chart each : List.of(
                chart(form, days, values),
                chart(form, List.of("a", "b"), List.of(0.0, 0.0)),
                chart(form, List.of("a"), List.of(Double.NaN)),
                chart(form, List.of(), List.of()))) {
            Document figure = parsed(Figures.of(each));
            assertThat(figure.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("What <b> & \"it\" shows");
            assertThat(figure.getElementsByTagName("desc").item(0).getTextContent())
                    .startsWith("percent. ");
            assertThat(figure.getElementsByTagName("script").getLength()).isZero();
            assertThat(Figures.of(each)).doesNotContain("NaN\"", "Infinity", "NaN ");
        }
    }

    @Test
    void a_time_axis_has_true_distances() {
        Places places = new Places(List.of("2025-01-01", "2025-01-02", "2025-01-11"));
        Scale axis = places.scale(0, 100, false);
        assertThat(axis.at(places.value(1))).isEqualTo(10);
        assertThat(axis.at(places.value(2))).isEqualTo(100);
    }

    @Test
    void ticks_are_round_and_no_more_than_asked_for() {
        assertThat(Ticks.numbers(-0.31, 0.14, 5)).hasSizeLessThanOrEqualTo(5).contains(0.0);
        assertThat(Ticks.numbers(3.1, 4.33, 5)).containsExactly(3.25, 3.5, 3.75, 4.0, 4.25);
        assertThat(Ticks.names(Ticks.days(LocalDate.of(1997, 1, 2), DAY, 5))).containsExactly("2000", "2010", "2020");
        assertThat(Ticks.text(-0.004, 2, true)).isEqualTo("0.00");
        assertThat(Ticks.text(-1234.5, 1, false)).isEqualTo("\u22121,234.5");
    }

    private static double[] lines(int labels) {
        return DoubleStream.generate(() -> TextSize.LINE).limit(labels).toArray();
    }

    @Test
    void labels_are_moved_apart_as_little_as_is_needed() {
        double[] placed = TextSize.spread(new double[] {50, 52, 10, 99}, lines(4), 0, 100);
        assertThat(placed).containsExactly(50, 65, 10, 99);
        assertThat(TextSize.spread(new double[] {99, 100}, lines(2), 0, 100)).containsExactly(85, 100);
        assertThat(TextSize.spread(new double[] {90, 95}, new double[] {30, 15}, 0, 100))
                .containsExactly(70, 100);
    }

    @Test
    void long_labels_take_more_lines_and_lose_a_bracket_before_a_letter() {
        assertThat(TextSize.lines("Homebuilders (ITB) 89.3", TextSize.BOLD, 110))
                .containsExactly("Homebuilders", "(ITB) 89.3");
        assertThat(TextSize.fitted("Consumer Staples (XLP)", TextSize.LABEL, 130))
                .isEqualTo("Consumer Staples");
        assertThat(TextSize.fitted("Consumer Staples", TextSize.LABEL, 60)).isEqualTo("Consu\u2026");
    }

    @Test
    void the_page_prints_signs_leaves_out_empty_columns_and_colours_the_cycle() {
        Table table = new Table(
                Table.columns("Asset", "=Day %", "Cycle", "Nothing"),
                List.of(List.of("one", "-1.10", "bear", "-"), List.of("two", "+2.20", "bull", "-")));
        String page = Page.html(
                "Title",
                List.of(),
                List.of(new Section(
                        "a", "A", List.of("Curve: -4.0 bp +- 1 bp, -$83.4 bn"), List.of(table), List.of(), List.of())));
        assertThat(page)
                .contains(
                        "<b>Curve</b> \u22124.0\u00a0bp \u00b1\u00a01\u00a0bp",
                        "\u2212$83.4",
                        "\u22121.10",
                        "<td class=bear>");
        assertThat(page)
                .contains(
                        "<i class=dn style=margin-left:0%;width:33%>", "<i class=up style=margin-left:33%;width:67%>");
        assertThat(page).doesNotContain(">Nothing");
    }

    @Test
    void long_series_are_thinned_to_the_pixels_of_the_figure() {
        List<String> days = IntStream.range(0, 20_000)
                .mapToObj(i -> DAY.plusDays(i).toString())
                .toList();
        List<Double> values = IntStream.range(0, 20_000)
                .mapToObj(i -> i == 7777 ? 9.0 : i % 2.0)
                .toList();
        String figure = Figures.of(new Chart("Long", Form.LINE, days, values, List.of()));
        assertThat(figure.length()).isLessThan(30_000);
        assertThat(figure).contains("highest 9.000");
    }

    private static List<Section> sections() {
        String sentence =
                "A sentence of many words that says +12.6 % of 10 bp on 2025-07-22 and needs more than one line.";
        List<List<String>> rows = IntStream.range(0, 20)
                .mapToObj(i -> List.of("row " + i, "+" + i + ".00", sentence, "n " + i + " days"))
                .toList();
        Table table = new Table("Returns", Table.columns("Row", "=Figure %", "Reading", "~Sample"), rows);
        return List.of(
                new Section("first", "First", List.of(sentence), List.of(table, table), List.of(), List.of(sentence)));
    }

    private static List<Card> cards() {
        return List.of(
                new Card("Index", "+0.10 %", "9 up", "Health Care", List.of(1.0, 2.0, Double.NaN, 3.0), "first"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void no_line_of_the_text_is_longer_than_its_width(int width) {
        String text =
                Page.text("A title that is longer than forty columns are", List.of("Day."), cards(), sections(), width);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("%") || line.endsWith("10"));
        assertThat(text.contains("n 3 days")).isEqualTo(width >= 100);
        assertThat(text.replace("\n", " ").matches(".*Details without room at a width of " + width + ": .*Sample.*"))
                .isEqualTo(width < 100);
    }

    @Test
    void a_width_that_nothing_fits_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.text("", List.of(), List.of(), List.of(), 39))
                .withMessageContaining("width");
    }

    @Test
    void the_page_runs_nothing_and_can_be_read_by_everyone() {
        String page = Page.html("Title", List.of("Day."), cards(), sections());
        assertThat(page).doesNotContain("<script", "http-equiv", "@import", "url(");
        assertThat(page)
                .contains("<html lang=\"en\">", "<caption", "scope=col", "scope=row", "prefers-color-scheme: dark");
        assertThat(page).contains("<a href=\"#first\"", "<section id=\"first\">", "<details><summary>Returns");
        assertThat(page).contains("+12.6\u00a0%", "<span class=s>2025-07-22</span>");
    }

    /** From 1 to 100 are two powers of ten; the grey line shares the panel of the line before. */
    @Test
    void whatIsHeldStandsInGreyInThePanelOfItsModel() {
        List<String> days = List.of("2024-03-31", "2024-06-30", "2024-09-30");
        Chart growth = new Chart(
                "Growth",
                "growth of 1",
                "",
                Chart.Form.GROWTH,
                days,
                List.of(
                        new Chart.Line("Bitcoin", List.of(1.0, 0.0, 100.0)),
                        new Chart.Line("Bitcoin, held", List.of(1.0, 2.0, 4.0)),
                        new Chart.Line("Gold", List.of(1.0, 1.0, 1.5))),
                List.of(),
                List.of());
        String svg = Figures.of(growth);
        assertThat(svg).contains(">1<", ">10<", ">100<", ">4.00<").contains("ln c4");
        assertThat(svg.split("class=\"hd\"", -1)).hasSize(3);
        assertThat(svg.split("class=\"ln c0\"", -1)).hasSize(3);
    }
}
