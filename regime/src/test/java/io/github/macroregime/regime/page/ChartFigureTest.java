package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a figure says in words, and a figure with its title, its unit and its source. */
class ChartFigureTest {

    private static Chart bars(String subtitle, String source, Line... lines) {
        return new Chart("Bars", subtitle, source, Form.BARS, List.of("a", "b"), List.of(lines), List.of(), List.of());
    }

    private static String described(Line... lines) {
        return ChartFigure.description(new Chart(
                "", "", "", Form.LINE, List.of("a", "b", "c", "d", "e"), List.of(lines), List.of(), List.of()));
    }

    @Test
    void theFirstOfEqualValuesIsTheLowestAndTheHighest() {
        assertThat(described(new Line("", List.of(2.0, 1.0, 1.0, 3.0, 3.0))))
                .isEqualTo("lowest 1.000 (b), highest 3.000 (d), last 3.000 (e).");
        assertThat(described(new Line("", List.of(1.0, 2.0, 2.5, 2.0, 1.5))))
                .isEqualTo("lowest 1.000 (a), highest 2.500 (c), last 1.500 (e).");
        assertThat(described(new Line("", List.of(4.0, 2.0, 2.5, 2.0, Double.NaN))))
                .isEqualTo("lowest 2.000 (b), highest 4.000 (a), last 2.000 (d).");
    }

    @Test
    void eachLineIsNamedAndOneWithoutValuesLeftOut() {
        double missing = Double.NaN;
        assertThat(described(
                        new Line("one", List.of(-7.0, missing, missing, missing, missing)),
                        new Line("none", List.of(missing, missing, missing, missing, missing)),
                        new Line("two", List.of(missing, missing, missing, missing, 0.5))))
                .isEqualTo("one: lowest -7.000 (a), highest -7.000 (a), last -7.000 (a); "
                        + "two: lowest 0.5000 (e), highest 0.5000 (e), last 0.5000 (e).");
        assertThat(described()).isEqualTo("No values.");
        assertThat(ChartFigure.description(bars("percent", ""))).isEqualTo("percent. No values.");
    }

    /** Bars of two labels are 50 high; the title takes 20, the unit 16, the source 16. */
    @ParameterizedTest
    @CsvSource({"percent, by hand, 36, 102", "'', by hand, 20, 86", "percent, '', 36, 86", "'', '', 20, 70"})
    void aFigureStandsBelowItsTitleAndAboveItsSource(String unit, String source, String top, int height) {
        String svg = Figures.of(bars(unit, source, new Line("", List.of(1.0, 2.0))));
        Drawing figure = Drawing.of(svg);
        assertThat(figure.size()).isEqualTo("0 0 720 " + height);
        assertThat(svg).contains("<svg y=\"" + top + "\" width=\"720\" height=\"50\" ");
        assertThat(figure.texts("ti")).containsExactly("0 15 Bars");
        assertThat(figure.texts("ax").contains("0 31 percent")).isEqualTo(!unit.isEmpty());
        assertThat(figure.texts("ax").contains("0 " + (height - 4) + " Source: by hand"))
                .isEqualTo(!source.isEmpty());
        assertThat(svg).containsOnlyOnce("<style>").endsWith("</svg>\n");
    }

    /** From 2 to 115 and from 27 up to 3, with a margin of 6 % of the values on either side. */
    @Test
    void aSparklineIsALineWithADotAtItsLastValue() {
        Chart chart = new Chart("Spark", Form.SPARKLINE, List.of("a", "b", "c"), List.of(0.0, 10.0, 5.0), List.of());
        Drawing figure = Drawing.of(Figures.of(chart));
        assertThat(figure.size()).isEqualTo("0 0 120 30");
        assertThat(figure.texts()).isEmpty();
        // 0 at 27 - 0.6 / 11.2 * 24 = 25.71, 10 at 4.29, 5 at 15.
        assertThat(figure.dots()).containsExactly("dot c0 115 15 3");
        assertThat(Drawing.points(figure.paths("ln c0").get(0)).get(0))
                .containsExactly(new double[] {2, 25.5}, new double[] {58.5, 4.5}, new double[] {115, 15});
        Drawing first = Drawing.of(SparkFigure.draw("Spark", List.of(1.0, Double.NaN), "fig"));
        assertThat(first.dots()).containsExactly("dot c0 2 15 3");
        assertThat(first.size()).isEqualTo("0 0 120 30");
    }

    @Test
    void aSeriesIsALineAndAPanelALineForEach() {
        LocalDate day = LocalDate.of(2025, 7, 21);
        DateIndex days = DateIndex.of(day, day.plusDays(1));
        TimeSeries one = TimeSeries.of(days, new double[] {0, 10}, Unit.PERCENT);
        Drawing series = Drawing.of(Figures.of("Rate", one));
        assertThat(series.texts("ti")).containsExactly("0 15 Rate");
        assertThat(series.paths("ln c0")).hasSize(1);
        Drawing panel = Drawing.of(Figures.of("Rates", Panel.onCommonDates(one.named("one"), one.named("two"))));
        assertThat(panel.texts("ti")).containsExactly("0 15 Rates");
        assertThat(panel.paths("ln c0")).hasSize(1);
        assertThat(panel.paths("ln c1")).hasSize(1);
    }

    private static String twice(Curves curves, Svg svg) {
        curves.draw(
                svg,
                "l0",
                new Scale(0, 10, 100, 200),
                new Scale(0, 10, 200, 100),
                4,
                name -> svg.path(name, "ln", "M0 0", ""));
        curves.draw(
                svg,
                "l0",
                new Scale(0, 10, 70, 130),
                new Scale(0, 10, 50, 20),
                5,
                name -> svg.path(name, "ln", "M0 0", ""));
        return svg.drawing(1, 1, "", "", "fig");
    }

    /**
     * Across 60 for 100, from 70 for 100: x becomes 0.6 x + 10. Down 30 for 100: the point at 4 + 200 moves to 5 + 50, so y
     * becomes 0.3 y - 6.2.
     */
    @Test
    void theSecondSizeOfACurveIsTheFirstOneStretched() {
        assertThat(twice(new Curves("a"), new Svg(500)))
                .contains("<path id=\"a-l0\" class=\"ln\" d=\"M0 0\"/>"
                        + "<use href=\"#a-l0\" transform=\"matrix(0.6 0 0 0.3 10 -6.2)\"/>");
        assertThat(twice(new Curves(""), new Svg(500)))
                .contains("<path class=\"ln\" d=\"M0 0\"/><path class=\"ln\" d=\"M0 0\"/>")
                .doesNotContain("<use", "id=");
    }

    /** The narrow figure of a page names the curve of the wide one, so both are of one chart. */
    @Test
    void aRangeHasItsTipInTheWideSizeOnly() {
        Chart chart = new Chart(
                "Line",
                Form.LINE,
                List.of("2025-07-21", "2025-07-22"),
                List.of(0.0, 10.0),
                List.of(new Range("high", 5, 20, Chart.Tone.GOOD)));
        assertThat(Drawing.of(ChartFigure.draw(chart, ChartFigure.WIDE, "fig")).tips("tone-good"))
                .containsExactly("high");
        assertThat(Drawing.of(ChartFigure.draw(chart, ChartFigure.NARROW, "fig"))
                        .tips("tone-good"))
                .containsExactly("");
    }
}
