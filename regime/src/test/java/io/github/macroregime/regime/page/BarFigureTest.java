package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where bars stand. A letter such as {@code a} is 0.64 of its size wide, so 7.68 in a label; a signed number of two decimals
 * is 3.31 sizes wide (98 + 64 + 41 + 2 * 64 hundredths), 39.72 in a label.
 */
class BarFigureTest {

    private static Drawing drawn(double width, List<String> labels, Line... lines) {
        Chart chart = new Chart("Bars", "", "", Form.BARS, labels, List.of(lines), List.of(), List.of());
        return Drawing.of(BarFigure.draw(chart, width, "fig"));
    }

    /** Labels take 15.36 + 8; both numbers 39.72 + 5; zero is a quarter of the way from -1 to 3: at 219.88. */
    @Test
    void barsBeginAtZeroAndEndAtTheirNumber() {
        Drawing figure = drawn(720, List.of("a", "bb"), new Line("", List.of(-1.0, 3.0)));
        assertThat(figure.size()).isEqualTo("0 0 720 50");
        assertThat(figure.texts()).containsExactly("0 19 a", "0 40 bb", "e 64.1 19 \u22121.00", "679.3 40 +3.00");
        assertThat(figure.paths("dn")).containsExactly("M68.1 7h151.8v15h-151.8z");
        assertThat(figure.paths("up")).containsExactly("M219.9 28h455.4v15h-455.4z");
        assertThat(figure.tips("dn")).containsExactly("a \u22121.00");
        assertThat(figure.tips("up")).containsExactly("bb +3.00");
        assertThat(figure.paths("base")).containsExactly("M219.9 4V46");
    }

    /** Without a number below zero nothing has a sign, and zero stands behind the labels. */
    @Test
    void linesStandBelowEachOtherWhereThereIsLittleRoom() {
        Line missing = new Line("none", List.of(Double.NaN));
        Drawing figure = drawn(358, List.of("a"), new Line("one", List.of(2.0)), missing);
        assertThat(figure.size()).isEqualTo("0 0 358 104");
        // "2.00" is 27.96 wide and leaves 5 beside it.
        assertThat(figure.texts())
                .containsExactly(
                        "0 35 a", "hd 15.7 13 one", "329 35 2.00", "0 94 a", "hd 15.7 72 none", "19.7 94 \u2013");
        assertThat(figure.paths("up")).containsExactly("M15.7 23h309.4v15h-309.4z");
        assertThat(figure.paths("base")).containsExactly("M15.7 20V41", "M15.7 79V100");
    }

    /** Half of what the labels and a gap of 14 leave: (720 - 15.68 - 14) / 2 = 345.16 for each. */
    @Test
    void linesStandSideBySideAndAreLabelledOnce() {
        Drawing figure = drawn(720, List.of("a"), new Line("one", List.of(2.0)), new Line("two", List.of(0.0)));
        assertThat(figure.size()).isEqualTo("0 0 720 45");
        assertThat(figure.texts())
                .containsExactly("0 35 a", "hd 15.7 13 one", "331.9 35 2.00", "hd 374.8 13 two", "378.8 35 0.00");
        assertThat(figure.paths("up")).containsExactly("M15.7 23h312.2v15h-312.2z", "M374.8 23h0v15h-0z");
        Drawing least = drawn(500, List.of("a"), new Line("one", List.of(2.0)), new Line("two", List.of(0.0)));
        assertThat(least.texts().stream().filter(text -> text.endsWith(" a"))).hasSize(1);
    }

    @Test
    void aHeadingThatWouldLeaveTheFigureIsMovedInside() {
        // Six letters of 0.64 * 13.5 are 51.84 wide, and zero stands 44.72 before the right edge.
        assertThat(drawn(720, List.of("a"), new Line("change", List.of(-1.0))).texts("hd"))
                .containsExactly("668.2 13 change");
    }

    /** At most 0.34 of a wide and 0.52 of a narrow figure, and 8 more up to the bars. */
    @Test
    void longLabelsAreCutAndLeaveRoomForTheBars() {
        List<String> labels = List.of("a".repeat(80));
        Drawing wide = drawn(720, labels, new Line("", List.of(1.0)));
        assertThat(wide.paths("base")).containsExactly("M252.8 4V25");
        // 244.8 holds the ellipsis of 11.76 and thirty letters of 7.68.
        assertThat(wide.texts()).contains("0 19 " + "a".repeat(30) + "\u2026");
        assertThat(drawn(358, labels, new Line("", List.of(1.0))).paths("base")).containsExactly("M194.2 4V25");
    }

    /** 342.32 are left to the name: an ellipsis of 13.23 and 38 letters of 8.64. */
    @Test
    void aLongNameIsCutToThePanel() {
        assertThat(drawn(358, List.of("a"), new Line("a".repeat(60), List.of(1.0)))
                        .texts("hd"))
                .containsExactly("15.7 13 " + "a".repeat(38) + "\u2026");
    }

    @Test
    void aMissingValueDoesNotMoveTheOthers() {
        Drawing figure = drawn(720, List.of("a", "bb", "a"), new Line("", List.of(-1.0, 3.0, Double.NaN)));
        assertThat(figure.paths("up")).containsExactly("M219.9 28h455.4v15h-455.4z");
        assertThat(figure.texts()).contains("223.9 61 \u2013");
    }

    @Test
    void aChartWithoutLinesHasItsLabels() {
        assertThat(drawn(720, List.of("a", "b")).texts()).containsExactly("0 19 a", "0 40 b");
    }

    @Test
    void theLargestNumberOfALineSetsItsDecimals() {
        Drawing figure = drawn(720, List.of("a", "b"), new Line("", List.of(-123.45, 1.0)));
        assertThat(figure.tips("dn")).containsExactly("a \u2212123.5");
        assertThat(figure.tips("up")).containsExactly("b +1.0");
    }
}
