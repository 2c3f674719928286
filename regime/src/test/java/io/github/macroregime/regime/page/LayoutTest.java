package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.regime.section.Chart.Line;
import io.github.macroregime.regime.section.Table;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where values, labels and words stand, by coordinates worked out by hand. */
class LayoutTest {

    @ParameterizedTest
    @CsvSource({"0, 100", "5, 150", "10, 200", "-5, 50", "20, 300"})
    void aScaleIsAStraightLine(double value, double at) {
        Scale scale = new Scale(0, 10, 100, 200);
        assertThat(scale.at(value)).isEqualTo(at);
        assertThat(scale.within(value)).isEqualTo(Math.max(100, Math.min(200, at)));
        // Heights grow downwards.
        assertThat(new Scale(0, 10, 200, 100).at(value)).isEqualTo(300 - at);
    }

    private static Scale of(List<Double> values, List<Double> errors) {
        return Scale.of(List.of(new Line("", values, errors)), 0, 1);
    }

    @Test
    void anAxisHoldsAllValuesWithTheirErrorsAndAMargin() {
        Scale plain = of(List.of(0.0, Double.NaN, 10.0), List.of());
        assertThat(plain.low()).isEqualTo(-0.6, within(1e-12));
        assertThat(plain.high()).isEqualTo(10.6, within(1e-12));
        Scale errors = of(List.of(1.0, 3.0), List.of(2.0, Double.NaN));
        // From -1 to 3, and six hundredths of 4 on each side.
        assertThat(errors.low()).isEqualTo(-1.24, within(1e-12));
        assertThat(errors.high()).isEqualTo(3.24, within(1e-12));
        Scale flat = of(List.of(5.0, 5.0), List.of());
        assertThat(flat.low()).isEqualTo(4.7, within(1e-12));
        assertThat(flat.high()).isEqualTo(5.3, within(1e-12));
        Scale zero = of(List.of(0.0), List.of());
        assertThat(zero.high() - zero.low()).isEqualTo(0.002, within(1e-15));
        assertThat(of(List.of(Double.NaN), List.of())).isEqualTo(new Scale(-0.06, 1.06, 0, 1));
    }

    /** A word of three hundred letters sticks out of its own line and of no other. */
    @Test
    void oneWordThatIsTooLongLeavesTheOtherLinesNarrow() {
        Table table = new Table(
                Table.columns("Absent", "Consequence"),
                List.of(
                        List.of("x".repeat(300), "left out"),
                        List.of("a broad dollar index, oil, gold and the level of volatility", "no board is made")));
        assertThat(new TextTable(table, 40).text().lines().filter(line -> line.length() > 40))
                .singleElement()
                .asString()
                .startsWith("x".repeat(300));
    }

    /** Of four columns of which two fit, a detail goes and the others are told below each row. */
    @Test
    void whatHasNoRoomBesideARowStandsBelowIt() {
        String wide = "a".repeat(25);
        Table table = new Table(
                Table.columns("Name", "Reading", "Therefore", "#n", "~Since"),
                List.of(List.of("first", wide, wide, "12", wide), List.of("second", wide, "-", "7", wide)));
        TextTable text = new TextTable(table, 40);
        assertThat(text.text()).isEqualTo("""
            Name    Reading
            first   aaaaaaaaaaaaaaaaaaaaaaaaa
              Therefore: aaaaaaaaaaaaaaaaaaaaaaaaa;
              n: 12
            second  aaaaaaaaaaaaaaaaaaaaaaaaa
              n: 7
            """);
        assertThat(text.leftOut()).containsExactly("Since");
    }

    @Test
    void daysStandAtTheirDistancesAndTextsOneAfterTheOther() {
        Places days = new Places(List.of("2025-07-18", "2025-07-21", "2025-07-22"));
        assertThat(days.days()).isPresent();
        assertThat(days.value(1) - days.value(0)).isEqualTo(3);
        // Lasting labels need as much room again as lies between two of them: 4 days over 2 steps.
        assertThat(days.scale(0, 60, true).high() - days.value(0)).isEqualTo(6);
        Places texts = new Places(List.of("a", "b", "c", "d"));
        assertThat(texts.days()).isEmpty();
        assertThat(texts.value(3)).isEqualTo(3);
        assertThat(texts.scale(0, 80, true).at(1)).isEqualTo(20);
        assertThat(texts.scale(0, 60, false).at(1)).isEqualTo(20);
    }

    @Test
    void anyDigitMayStandInADay() {
        assertThat(new Places(List.of("1990-09-09", "2018-07-30")).days()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-22, 2025-07-21",
        "2025-07-22, 2025-07-22",
        "2025-02-28, 2025-02-30",
        "2025-07-22, later",
        "2025/07/21, 2025/07/22",
        "2025-07-2, 2025-07-3"
    })
    void whatIsNoRisingDayIsAText(String first, String second) {
        assertThat(new Places(List.of(first, second)).days()).isEmpty();
    }

    @Property(tries = 100)
    void noTwoLabelsOfAnAxisTouch(
            @ForAll @Size(min = 1, max = 40) List<@AlphaChars @StringLength(min = 1, max = 30) String> labels,
            @ForAll @IntRange(min = 120, max = 900) int width) {
        Places places = new Places(labels);
        double free = Double.NEGATIVE_INFINITY;
        for (Places.Tick tick : places.ticks(places.scale(30, width, false))) {
            if (!tick.name().isEmpty()) {
                double half = TextSize.width(tick.name(), TextSize.AXIS) / 2;
                assertThat(tick.centre() - half).isGreaterThan(free);
                free = tick.centre() + half;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"il, 8.2", "ma, 16.2", "AB, 14.8", "12, 12.8", "'%', 9.8", "'', 0"})
    void theWidthOfAText(String text, double width) {
        assertThat(TextSize.width(text, 10)).isEqualTo(width, within(1e-9));
    }

    @Property(tries = 200)
    void aFittedTextFits(
            @ForAll @AlphaChars @StringLength(max = 40) String text,
            @ForAll @DoubleRange(min = 0, max = 300) double room) {
        String fitted = TextSize.fitted(text, TextSize.LABEL, room);
        assertThat(TextSize.width(fitted, TextSize.LABEL)).isLessThanOrEqualTo(room + 0.01);
        assertThat(text).startsWith(fitted.replace("\u2026", ""));
        if (TextSize.width(text, TextSize.LABEL) <= room) {
            assertThat(fitted).isEqualTo(text);
        }
    }

    @Property(tries = 200)
    void linesHoldAllWordsInTheirOrder(
            @ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(min = 1, max = 8) String> words) {
        double room = TextSize.widest(words, TextSize.BOLD) + 20;
        List<String> lines = TextSize.lines(String.join(" ", words), TextSize.BOLD, room);
        assertThat(String.join(" ", lines)).isEqualTo(String.join(" ", words));
        assertThat(TextSize.widest(lines, TextSize.BOLD)).isLessThanOrEqualTo(room + 0.01);
    }

    @Property(tries = 200)
    void labelsThatFitDoNotOverlapAndKeepTheirOrder(
            @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = 20, max = 180) Double> wanted) {
        double[] at = wanted.stream().mapToDouble(Double::doubleValue).toArray();
        double[] heights = new double[at.length];
        Arrays.fill(heights, TextSize.LINE);
        double[] placed = TextSize.spread(at, heights, 10, 200);
        double[] sorted = placed.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(TextSize.LINE - 1e-9);
        }
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                assertThat(at[i] < at[j] && placed[i] > placed[j]).isFalse();
            }
            assertThat(placed[i]).isBetween(10.0, 200.0);
        }
    }

    @Property(tries = 200)
    void aTextIsWrappedWithoutLosingAWord(
            @ForAll @Size(min = 1, max = 12) List<@AlphaChars @StringLength(min = 1, max = 12) String> words,
            @ForAll @IntRange(min = 12, max = 40) int width) {
        String text = String.join(" ", words);
        List<String> lines = TextPage.wrapped(text, width);
        assertThat(String.join(" ", lines)).isEqualTo(text);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void aNumberStaysWithItsUnitAndALongWordKeepsItsLine() {
        assertThat(TextPage.wrapped("it fell by 12.6 % today", 14)).containsExactly("it fell by", "12.6 % today");
        assertThat(TextPage.wrapped("an incomprehensibility indeed", 10))
                .containsExactly("an", "incomprehensibility", "indeed");
        assertThat(TextPage.wrapped("", 10)).containsExactly("");
        assertThat(TextPage.longestWord("by 12.6 % today")).isEqualTo("12.6 %".length());
    }
}
