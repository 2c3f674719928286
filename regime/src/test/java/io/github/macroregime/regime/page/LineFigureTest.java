package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.regime.section.Chart;
import io.github.macroregime.regime.section.Chart.Form;
import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Chart.Range;
import io.github.macroregime.regime.section.Chart.Span;
import io.github.macroregime.regime.section.Chart.Tone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Where lines and steps stand. From 0 to 10 the axis reaches from -0.6 to 10.6 with ticks of 2.5 and one decimal: 25.63 and
 * 8 for its texts on the left, 40.095 and 10 for {@code 10.00} at the end of the line, so the figure is drawn from 33.63 to
 * 669.905, and from 266 up to 8.
 */
class LineFigureTest {

    private static final List<String> DAYS = List.of("2025-07-01", "2025-07-11");
    private static final Line RISING = new Line("", List.of(0.0, 10.0));

    private static Drawing drawn(
            double width, Form form, List<String> labels, List<Range> bands, List<Span> spans, Line... lines) {
        Chart chart = new Chart("Lines", "", "", form, labels, List.of(lines), bands, spans);
        return Drawing.of(LineFigure.draw(chart, width, "fig", new Curves("")));
    }

    private static Drawing lines(Line... lines) {
        return drawn(720, Form.LINE, DAYS, List.of(), List.of(), lines);
    }

    @Test
    void aLineStandsOnItsAxesAndEndsWithItsLastValue() {
        Drawing figure = lines(RISING);
        assertThat(figure.size()).isEqualTo("0 0 720 290");
        // 0 at 266 - 0.6 / 11.2 * 258 = 252.18 and 10 at 21.82, in half pixels.
        assertThat(Drawing.points(figure.paths("ln c0").get(0)).get(0))
                .containsExactly(new double[] {33.5, 252}, new double[] {670, 22});
        assertThat(figure.paths("gr"))
                .containsExactly("M33.6 252.2H669.9M33.6 194.6H669.9M33.6 137H669.9M33.6 79.4H669.9M33.6 21.8H669.9");
        assertThat(figure.texts("ax e"))
                .containsExactly("27.6 256.2 0.0", "27.6 198.6 2.5", "27.6 141 5.0", "27.6 83.4 7.5", "27.6 25.8 10.0");
        // Ten days are 636.275 wide and hold nine ticks: every second day. The last name is 38.28 wide and may reach 16
        // beyond the axis.
        assertThat(figure.paths("base"))
                .containsExactly("M33.6 266H669.9M33.6 266V270M160.9 266V270M288.1 266V270M415.4 266V270"
                        + "M542.7 266V270M669.9 266V270");
        assertThat(figure.texts("ax m"))
                .containsExactly(
                        "33.6 284 1 Jul",
                        "160.9 284 3 Jul",
                        "288.1 284 5 Jul",
                        "415.4 284 7 Jul",
                        "542.7 284 9 Jul",
                        "666.8 284 11 Jul");
        assertThat(figure.dots()).containsExactly("dot c0 669.9 21.8 2.5");
        assertThat(figure.texts("lb c0")).containsExactly("676.9 25.8 10.00");
        assertThat(drawn(358, Form.LINE, DAYS, List.of(), List.of(), RISING).size())
                .isEqualTo("0 0 358 230");
        assertThat(drawn(500, Form.LINE, DAYS, List.of(), List.of(), RISING).size())
                .isEqualTo("0 0 500 290");
    }

    /** Three labels on an axis that the last one prolongs by a step of 636.275 / 3 = 212.09. */
    @Test
    void aStepHoldsUntilTheNextLabelAndTheLastToTheEdge() {
        Drawing figure = drawn(
                720,
                Form.STEPS,
                List.of("a", "b", "c"),
                List.of(),
                List.of(),
                new Line("", List.of(0.0, 5.0, 10.0)),
                new Line("", List.of(2.5, Double.NaN, 7.5)));
        assertThat(figure.paths("ln c0")).containsExactly("M33.6 252.2H245.7V137H457.8V21.8H669.9");
        assertThat(figure.paths("ln c1 past")).containsExactly("M33.6 194.6H245.7M457.8 79.4H669.9");
        assertThat(figure.dots()).containsExactly("dot c0 669.9 21.8 2.5", "dot c1 669.9 79.4 2.5");
    }

    /** Errors of 1 and 2: from -1 to 12 less and plus 0.78, so 258 / 14.56 = 17.72 for each unit; ticks of 5. */
    @Test
    void errorsAreABandAboutALine() {
        Line line = new Line("", List.of(0.0, 10.0), List.of(1.0, 2.0));
        Drawing figure = lines(line);
        double left = 2 * 0.64 * 11 + 8;
        double right = 720 - 10 - (3 * 0.64 + 0.41 + 0.64 - 0.64) * 13.5;
        assertThat(figure.paths("er c0"))
                .containsExactly("M" + Svg.number(left) + " 252.2V216.7L" + Svg.number(right) + " 21.8V92.7Z" + "M"
                        + Svg.number(right) + " 92.7V21.8L" + Svg.number(right) + " 21.8V92.7Z");
        Drawing broken = drawn(
                720,
                Form.LINE,
                List.of("a", "b", "c"),
                List.of(),
                List.of(),
                new Line("", List.of(0.0, Double.NaN, 10.0), List.of(1.0, 1.0, 2.0)));
        // Up to the missing value the band stays as it was.
        double middle = (left + right) / 2;
        assertThat(broken.paths("er c0").get(0))
                .startsWith("M" + Svg.number(left) + " 252.2V216.7L" + Svg.number(middle) + " 216.7V252.2Z");
        Drawing steps = drawn(720, Form.STEPS, List.of("a", "b"), List.of(), List.of(), line);
        assertThat(steps.paths("er c0"))
                .containsExactly("M" + Svg.number(left) + " 252.2V216.7L" + Svg.number(middle) + " 216.7V252.2Z" + "M"
                        + Svg.number(middle) + " 92.7V21.8L" + Svg.number(right) + " 21.8V92.7Z");
    }

    /** From 5 at 137 up to 20, which is beyond the top at 8. */
    @Test
    void aRangeOfValuesLiesBehindAndIsNamedWhereItIsHighEnough() {
        List<Range> ranges = List.of(
                new Range("low", -5, 0, Tone.BAD),
                new Range("high", 5, 20, Tone.GOOD),
                new Range("thin", 4, 4.5, Tone.CAUTION),
                new Range("thinnest", 3, 3.04, Tone.NEUTRAL));
        Drawing figure = drawn(720, Form.LINE, DAYS, ranges, List.of(), RISING);
        assertThat(figure.paths("tone-good")).containsExactly("M33.6 8h636.3v129h-636.3z");
        assertThat(figure.tips("tone-good")).containsExactly("high");
        assertThat(figure.paths("tone-caution")).hasSize(1);
        assertThat(figure.paths("tone-neutral")).isEmpty();
        // Below zero are 13.8 to the bottom, a name needs 17.
        assertThat(figure.texts("ax halo")).containsExactly("39.6 21 high");
    }

    /** The upper name stands at 8 + 13; the lower range begins at 14.9, before the 17 of the upper name end. */
    @Test
    void namesOfRangesStandBelowEachOther() {
        List<Range> ranges = List.of(new Range("lower", 5, 10.3, Tone.GOOD), new Range("upper", 5, 10.6, Tone.CAUTION));
        assertThat(drawn(720, Form.LINE, DAYS, ranges, List.of(), RISING).texts("ax halo"))
                .containsExactly("39.6 21 upper", "39.6 38 lower");
        // From 17 / 258 * 11.2 = 0.738 units on there is room for a name.
        assertThat(drawn(720, Form.LINE, DAYS, List.of(new Range("a", 5, 5.74, Tone.BAD)), List.of(), RISING)
                        .texts("ax halo"))
                .hasSize(1);
        assertThat(drawn(720, Form.LINE, DAYS, List.of(new Range("a", 5, 5.73, Tone.BAD)), List.of(), RISING)
                        .texts("ax halo"))
                .isEmpty();
    }

    private static Span span(String name, int from, int to) {
        return new Span(name, LocalDate.of(2025, 7, from), LocalDate.of(2025, 7, to), Tone.NEUTRAL);
    }

    /** One row of names lowers the top of the figure by 16, to 24. */
    @Test
    void stretchesOfTimeLieBehindAndAreNamedOnce() {
        Drawing figure = drawn(
                720,
                Form.LINE,
                DAYS,
                List.of(),
                List.of(
                        span("calm", 3, 6),
                        span("calm", 9, 20),
                        new Span("rough", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 3), Tone.BAD)),
                RISING);
        assertThat(figure.size()).isEqualTo("0 0 720 290");
        // A day is 63.63 wide.
        assertThat(figure.paths("tone-neutral"))
                .containsExactly("M160.9 24h190.9v242h-190.9zM542.7 24h127.3v242h-127.3z");
        assertThat(figure.tips("tone-neutral")).containsExactly("calm");
        assertThat(figure.paths("tone-bad")).as("before the first day").isEmpty();
        // "calm" is 0.64 * 2 + 0.41 + 0.98 = 2.67 of 11 wide, 29.37, and 14 + 12 around it.
        assertThat(figure.paths("tone-neutral key")).containsExactly("M0 3h10v10h-10z");
        assertThat(figure.paths("tone-bad key")).containsExactly("M55.4 3h10v10h-10z");
        assertThat(figure.texts("ax")).containsExactly("14 12 calm", "69.4 12 rough");
    }

    /** Names of 14 + 20 * 7.04 + 12 = 166.8: four fit into 720 without the last gap, the fifth takes a second row. */
    @Test
    void namesOfStretchesTakeAsManyRowsAsTheyNeed() {
        List<Span> spans = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> span("a".repeat(19) + i, i, i + 1))
                .toList();
        Drawing figure = drawn(720, Form.LINE, DAYS, List.of(), spans, RISING);
        assertThat(figure.size()).isEqualTo("0 0 720 306");
        assertThat(figure.paths("tone-neutral key"))
                .containsExactly(
                        "M0 3h10v10h-10z",
                        "M166.8 3h10v10h-10z",
                        "M333.6 3h10v10h-10z",
                        "M500.4 3h10v10h-10z",
                        "M0 19h10v10h-10z");
        assertThat(figure.texts("ax")).contains("14 12 " + "a".repeat(19) + "1", "14 28 " + "a".repeat(19) + "5");
        assertThat(figure.paths("tone-neutral"))
                .first()
                .asString()
                .contains(" 40h")
                .contains("v242h");
    }

    /**
     * The wider of both texts is 4.77 of 13.5 wide and stands 3 before the right edge. The lines of one text are 15 apart
     * and stand about the end of its line.
     */
    @Test
    void namesAtTheEndsDoNotOverlap() {
        Drawing figure = lines(new Line("one", List.of(0.0, 5.0)), new Line("two", List.of(10.0, 5.0)));
        assertThat(figure.texts("lb c0")).containsExactly("652.6 141 one 5.00");
        assertThat(figure.texts("lb c1")).containsExactly("652.6 156 two 5.00");
        String word = "a".repeat(20);
        Drawing wrapped = lines(new Line(word + " " + word, List.of(0.0, 5.0)), new Line("", List.of(0.0, 10.0)));
        assertThat(wrapped.texts("lb c0"))
                .extracting(text -> text.substring(text.indexOf(' ') + 1))
                .containsExactly("133.5 " + word, "148.5 " + word + " 5.00");
    }

    @Test
    void aLineWithoutValuesHasNoEnd() {
        Drawing figure = lines(RISING, new Line("none", List.of(Double.NaN, Double.NaN)));
        assertThat(figure.dots()).hasSize(1);
        assertThat(figure.texts("lb c1")).isEmpty();
        Drawing first = lines(new Line("", List.of(10.0, Double.NaN)), RISING);
        assertThat(first.dots()).first().isEqualTo("dot c0 33.6 21.8 2.5");
        assertThat(first.texts("lb c0")).hasSize(1);
    }

    @Test
    void theSeventhLineHasTheColourOfTheFirst() {
        Line[] seven = new Line[7];
        Arrays.fill(seven, RISING);
        assertThat(lines(seven).paths("ln c0")).hasSize(2);
        assertThat(lines(seven).dots())
                .filteredOn(dot -> dot.startsWith("dot c0 "))
                .hasSize(2);
        assertThat(lines(seven).texts("lb c0")).hasSize(2);
    }

    @Test
    void textsOneAfterTheOtherAreTicksAtEqualDistances() {
        Drawing figure = drawn(
                720, Form.LINE, List.of("a", "b", "c"), List.of(), List.of(), new Line("", List.of(0.0, 5.0, 10.0)));
        assertThat(figure.texts("ax m")).containsExactly("33.6 284 a", "351.8 284 b", "669.9 284 c");
        // At most nine of twenty: every third.
        List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "a" + i).toList();
        Drawing many = drawn(
                720,
                Form.LINE,
                twenty,
                List.of(),
                List.of(),
                new Line("", IntStream.range(0, 20).mapToObj(i -> i * 10 / 19.0).toList()));
        assertThat(many.texts("ax m"))
                .extracting(text -> text.substring(text.lastIndexOf(' ') + 1))
                .containsExactly("a0", "a3", "a6", "a9", "a12", "a15", "a18");
    }
}
