package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where marks between 0 and 100 stand; widths of texts as in {@link BarFigureTest}. */
class StripFigureTest {

    private static Drawing drawn(double width, List<String> labels, Line... lines) {
        Chart chart = new Chart("Strip", "", "", Form.STRIP, labels, List.of(lines), List.of(), List.of());
        return Drawing.of(StripFigure.draw(chart, width, "fig"));
    }

    /** From 15.36 + 14 = 29.36 to 720 - 54 = 666: a hundredth is 6.3664. */
    @Test
    void marksAndWhiskersStandAtTheirValues() {
        Drawing figure = drawn(
                720,
                List.of("a", "bb", "c"),
                new Line("", List.of(50.0, 90.0, Double.NaN), List.of(10.0, 20.0, 5.0)),
                new Line("unseen", List.of(1.0, 2.0, 3.0)));
        assertThat(figure.size()).isEqualTo("0 0 720 98");
        assertThat(figure.dots()).containsExactly("dot c0 347.7 18 5", "dot c0 602.3 42 5");
        assertThat(figure.paths("track"))
                .containsExactly("M29.4 14h636.6v8h-636.6zM29.4 38h636.6v8h-636.6zM29.4 62h636.6v8h-636.6z");
        // 40 to 60, and 70 to 110, which ends at 100.
        assertThat(figure.paths("whisker")).containsExactly("M284 14h127.3v8h-127.3zM475 38h191v8h-191z");
        assertThat(figure.paths("gr")).containsExactly("M29.4 4V78M188.5 4V78M347.7 4V78M506.8 4V78M666 4V78");
        assertThat(figure.texts())
                .containsExactly(
                        "ax m 29.4 93 0",
                        "ax m 188.5 93 25",
                        "ax m 347.7 93 50",
                        "ax m 506.8 93 75",
                        "ax m 666 93 100",
                        "0 22 a",
                        "675 22 50 %",
                        "0 46 bb",
                        "675 46 90 %",
                        "0 70 c");
    }

    /**
     * Labels take at most 0.34 of a wide figure, 244.8, which holds one word of twenty letters of 153.6: three of them
     * stand 13 below each other, and their row is 26 higher. In a narrow one they take 0.42.
     */
    @Test
    void aLongLabelTakesMoreLinesOnceItsRowIsHigher() {
        String word = "a".repeat(20);
        List<String> labels = List.of(String.join(" ", word, word, word), "b");
        Line line = new Line("", List.of(0.0, 100.0));
        Drawing figure = drawn(720, labels, line);
        assertThat(figure.texts())
                .containsSubsequence(
                        "0 22 " + word, "0 35 " + word, "0 48 " + word, "675 35 0 %", "0 72 b", "675 72 100 %");
        assertThat(figure.dots()).containsExactly("dot c0 258.8 31 5", "dot c0 666 68 5");
        assertThat(figure.size()).isEqualTo("0 0 720 100");
        assertThat(drawn(358, labels, line).dots()).first().isEqualTo("dot c0 164.4 31 5");
        assertThat(drawn(500, labels, line).dots()).first().isEqualTo("dot c0 184 31 5");
    }

    @Test
    void anErrorOfZeroHasNoWhisker() {
        assertThat(drawn(720, List.of("a"), new Line("", List.of(50.0), List.of(0.0)))
                        .paths("whisker"))
                .isEmpty();
        assertThat(drawn(720, List.of("a")).dots()).isEmpty();
    }
}
