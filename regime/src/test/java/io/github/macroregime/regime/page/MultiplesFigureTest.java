package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where small panels stand: four of (720 - 3 * 16) / 4 = 168 side by side, two of 171 where there is little room, rows 96
 * apart. From 0 to 10 the axis reaches from -0.6 at 86 to 10.6 at 22 with ticks at 0, 5 and 10, whose texts are 14.08 wide.
 */
class MultiplesFigureTest {

    private static Drawing drawn(double width, Form form, List<String> labels, Line... lines) {
        Chart chart = new Chart("Panels", "", "", form, labels, List.of(lines), List.of(), List.of());
        return Drawing.of(MultiplesFigure.draw(chart, width, "fig", new Curves("")));
    }

    private static Line line(String name, double first, double last) {
        return new Line(name, List.of(first, last));
    }

    @Test
    void panelsShareOneScaleAndStandInRows() {
        Drawing figure = drawn(
                720,
                Form.MULTIPLES,
                List.of("x", "y"),
                line("one", 0, 10),
                line("two", 0, 5),
                line("see", 0, 5),
                line("saw", 0, 5),
                line("new", 0, 5));
        // Two rows, and 14 for the labels below.
        assertThat(figure.size()).isEqualTo("0 0 720 206");
        // 0 at 86 - 0.6 / 11.2 * 64 = 82.57, 5 at 54, 10 at 25.43; the texts and 4 before each panel.
        assertThat(figure.paths("gr").get(0))
                .startsWith("M18.1 82.6H168M18.1 54H168M18.1 25.4H168" + "M202.1 82.6H352")
                .endsWith("M18.1 178.6H168M18.1 150H168M18.1 121.4H168");
        assertThat(figure.paths("ln c0")).hasSize(5).last().isEqualTo("M18 82.5l150-57");
        assertThat(Drawing.points(figure.paths("ln c0").get(0)).get(0).get(0)).containsExactly(18, 178.5);
        assertThat(figure.texts("ax e"))
                .hasSize(15)
                .startsWith("14.1 86.6 0", "14.1 58 5", "14.1 29.4 10", "198.1 86.6 0")
                .endsWith("14.1 182.6 0", "14.1 154 5", "14.1 125.4 10");
        assertThat(figure.texts("hd"))
                .containsExactly("18.1 13 one", "202.1 13 two", "386.1 13 see", "570.1 13 saw", "18.1 109 new");
        assertThat(figure.texts("e"))
                .containsExactly("168 13 10.0", "352 13 5.00", "536 13 5.00", "720 13 5.00", "168 109 5.00");
        assertThat(figure.texts("ax")).contains("0 203 x to y");
    }

    @Test
    void twoPanelsStandSideBySideWhereThereIsLittleRoom() {
        List<String> labels = List.of("x", "y");
        Line[] three = {line("one", 0, 10), line("two", 0, 5), line("see", 0, 5)};
        Drawing narrow = drawn(358, Form.MULTIPLES, labels, three);
        assertThat(narrow.size()).isEqualTo("0 0 358 206");
        assertThat(narrow.texts("e")).containsExactly("171 13 10.0", "358 13 5.00", "171 109 5.00");
        assertThat(drawn(500, Form.MULTIPLES, labels, three).size()).isEqualTo("0 0 500 110");
        assertThat(drawn(720, Form.MULTIPLES, List.of()).texts()).isEmpty();
        assertThat(drawn(720, Form.MULTIPLES, List.of()).size()).isEqualTo("0 0 720 14");
    }

    @Test
    void whatALineIsHeldAgainstSharesItsPanelAndStandsBeforeItsNumber() {
        Drawing figure = drawn(
                720,
                Form.MULTIPLES,
                List.of("x", "y"),
                line("one", 0, 10),
                line("one, old", 0, 99.5),
                line("two", 0, 150));
        assertThat(figure.paths("ln c0")).hasSize(2);
        assertThat(figure.paths("ln c4")).hasSize(1);
        assertThat(figure.texts("hd")).hasSize(2);
        // The grey number is 2.33 * 12 = 27.96 wide, a gap of 8 before the black one.
        assertThat(figure.texts("e")).containsExactly("132 13 10.0", "352 13 150");
        assertThat(figure.texts("ax e")).contains("168 13 99.5");
    }

    /** The name and both numbers need more than the panel: the grey one is left out. */
    @Test
    void theGreyNumberGivesWayToALongName() {
        // 168 - 18.08 - 2 * 35.96 = 78 are left to a name in letters of 8.64: nine fit, ten do not.
        for (int letters : new int[] {9, 10}) {
            String name = "a".repeat(letters);
            Drawing figure =
                    drawn(720, Form.MULTIPLES, List.of("x", "y"), line(name, 0, 10), line(name + ", old", 0, 7.5));
            assertThat(figure.texts("ax e").stream().anyMatch(text -> text.endsWith(" 7.50")))
                    .isEqualTo(letters == 9);
            assertThat(figure.texts("hd")).containsExactly("18.1 13 " + name);
        }
        // 168 - 35.96 + 2 - 18.08 = 115.96 hold an ellipsis of 13.23 and eleven letters.
        assertThat(drawn(720, Form.MULTIPLES, List.of("x", "y"), line("a".repeat(30), 0, 10))
                        .texts("hd"))
                .containsExactly("18.1 13 " + "a".repeat(11) + "\u2026");
    }

    @Test
    void numbersHaveThreeDigits() {
        Drawing figure = drawn(
                720,
                Form.MULTIPLES,
                List.of("x", "y"),
                line("one", 0, 9.994),
                line("two", 0, 10),
                line("see", 0, 99.94),
                line("saw", 0, 100));
        assertThat(figure.texts("e"))
                .extracting(text -> text.substring(text.lastIndexOf(' ') + 1))
                .containsExactly("9.99", "10.0", "99.9", "100");
        assertThat(drawn(720, Form.MULTIPLES, List.of("x"), new Line("one", List.of(Double.NaN)))
                        .texts("e"))
                .isEmpty();
        assertThat(drawn(720, Form.MULTIPLES, List.of("x"), new Line("one", List.of(-20.0)))
                        .texts("e"))
                .containsExactly("168 13 \u221220.0");
    }

    private static List<String> grown(double first, double last) {
        return drawn(720, Form.GROWTH, List.of("x", "y"), line("one", first, last)).texts("ax e").stream()
                .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                .toList();
    }

    /** Powers of two within a power of ten, of ten beyond it, of a hundred beyond five of them. */
    @Test
    void growthHasTicksAtPowers() {
        assertThat(grown(1, 4)).containsExactly("1", "2", "4");
        assertThat(grown(0.5, 2)).containsExactly("0.5", "1", "2");
        assertThat(grown(1, 100)).containsExactly("1", "10", "100");
        assertThat(grown(1, 1e6)).containsExactly("1", "100", "10,000", "1,000,000");
    }

    @Test
    void whatIsNotAboveZeroHasNoPlaceOnAPowerScale() {
        Drawing figure = drawn(720, Form.GROWTH, List.of("x", "y", "z"), new Line("one", List.of(1.0, 0.0, 4.0)));
        assertThat(Drawing.points(figure.paths("ln c0").get(0))).hasSize(2);
    }
}
