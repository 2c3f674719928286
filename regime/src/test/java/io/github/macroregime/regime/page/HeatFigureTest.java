package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the cells of a heat map stand and which colour each has; widths of texts as in {@link BarFigureTest}. */
class HeatFigureTest {

    private static Drawing drawn(double width, List<String> labels, Line... lines) {
        Chart chart = new Chart("Heat", "", "", Form.HEAT_MAP, labels, List.of(lines), List.of(), List.of());
        return Drawing.of(HeatFigure.draw(chart, width, "fig", new Curves("")));
    }

    /** Names take 23.36, last values 39.72 + 6: a cell is (674.28 - 23.36) / 3 = 216.97 wide. */
    @Test
    void aCellHasThePlaceTheColourAndTheTipOfItsValue() {
        Drawing figure = drawn(
                720,
                List.of("x", "y", "z"),
                new Line("a", List.of(-4.0, 0.0, 2.0)),
                new Line("bb", List.of(1.0, Double.NaN, 3.0)));
        assertThat(figure.size()).isEqualTo("0 0 720 86");
        assertThat(figure.paths("n4")).containsExactly("M23 20h216v19h-216z", "M65.8 68h14v11h-14z");
        assertThat(figure.paths("z")).containsExactly("M240 20h216v19h-216z", "M125.8 68h14v11h-14z");
        assertThat(figure.paths("p2")).containsExactly("M457 20h216v19h-216z", "M155.8 68h14v11h-14z");
        assertThat(figure.paths("p1")).containsExactly("M23 40h216v19h-216z", "M140.8 68h14v11h-14z");
        assertThat(figure.paths("none")).containsExactly("M240 40h216v19h-216z");
        assertThat(figure.paths("p3")).containsExactly("M457 40h216v19h-216z", "M170.8 68h14v11h-14z");
        assertThat(figure.paths("p4")).containsExactly("M185.8 68h14v11h-14z");
        assertThat(figure.tips("n4")).containsExactly("x: \u22124.00", "");
        assertThat(figure.tips("none")).containsExactly("y: missing");
        assertThat(figure.tips("p3")).containsExactly("z: +3.00", "");
        assertThat(figure.texts())
                .containsExactlyInAnyOrder(
                        "ax m 131.8 13 x",
                        "ax m 348.8 13 y",
                        "ax m 565.8 13 z",
                        "0 34 a",
                        "0 54 bb",
                        "e 720 34 +2.00",
                        "e 720 54 +3.00",
                        // The key: 36.41 for the lowest, nine cells of 15 behind a gap of 6, a gap of 5.
                        "ax 23.4 78 \u22124.00",
                        "ax 205.8 78 +4.00");
    }

    /** Cells of 666.28 / 40: two are 33.3 wide, headings of 28.16 with a gap of 6 need 34.16, so every third has one. */
    @Test
    void headingsDoNotTouchAndTheLastIsAlwaysThere() {
        Line line = new Line("", Collections.nCopies(40, 1.0));
        List<String> headings =
                drawn(720, Collections.nCopies(40, "aaaa"), line).texts("ax m");
        assertThat(headings).hasSize(14).first().isEqualTo("666 13 aaaa");
        // Three of 37 cells are 54.02 wide, headings of 42.24 and 6 stand in every third; two are 36.01.
        assertThat(drawn(720, Collections.nCopies(37, "aaaaaa"), new Line("", Collections.nCopies(37, 1.0)))
                        .texts("ax m"))
                .hasSize(13);
        // 110 letters of 7.04 reach 53 to the left of the cells.
        assertThat(drawn(720, List.of("a".repeat(110)), new Line("", List.of(1.0)))
                        .texts("ax m"))
                .isEmpty();
    }

    @Test
    void daysAreHeadingsByDayAndMonth() {
        List<String> days = List.of("2025-07-21", "2025-07-22");
        assertThat(drawn(720, days, new Line("", List.of(1.0, 1.0))).texts("ax m"))
                .containsExactly("507.7 13 22 Jul", "174.6 13 21 Jul");
    }

    @Test
    void aRowWithoutALastValueHasADash() {
        Drawing figure = drawn(720, List.of("x"), new Line("a", List.of(Double.NaN)));
        assertThat(figure.texts("e")).containsExactly("720 34 \u2013");
        assertThat(figure.texts("ax")).anyMatch(text -> text.endsWith(" \u22121.00"));
        assertThat(drawn(720, List.of(), new Line("a", List.of())).texts("e")).containsExactly("720 34 \u2013");
    }

    /** Names take at most 0.34 of a wide and 0.46 of a narrow figure and 8 more. */
    @Test
    void longNamesAreCutAndTheKeyStaysInside() {
        Line line = new Line("a".repeat(80), List.of(1.0));
        Drawing wide = drawn(720, List.of("x"), line);
        assertThat(wide.paths("p4")).first().asString().startsWith("M253 20h420");
        // 244.8 holds the ellipsis of 11.76 and thirty letters of 7.68.
        assertThat(wide.texts()).contains("0 34 " + "a".repeat(30) + "\u2026");
        assertThat(wide.texts("ax")).contains("252.8 58 \u22121.00");
        Drawing narrow = drawn(358, List.of("x"), line);
        assertThat(narrow.paths("p4")).first().asString().startsWith("M173 20h138");
        // The key is 36.41 + 135 + 36.41 + 11 long.
        assertThat(narrow.texts("ax")).contains("139.2 58 \u22121.00");
        assertThat(drawn(500, List.of("x"), line).paths("p4"))
                .first()
                .asString()
                .startsWith("M178 20");
    }

    @Test
    void colouringIsSymmetricAboutZero() {
        List<Double> values =
                IntStream.rangeClosed(-8, 8).mapToObj(i -> i / 8.0).toList();
        List<String> labels = values.stream().map(Object::toString).toList();
        Drawing figure = drawn(720, labels, new Line("", values));
        for (int k = 1; k <= 4; k++) {
            assertThat(figure.paths("n" + k)).hasSameSizeAs(figure.paths("p" + k));
        }
        assertThat(drawn(720, List.of("x"), new Line("", List.of(0.0))).paths("z"))
                .hasSize(2);
    }
}
