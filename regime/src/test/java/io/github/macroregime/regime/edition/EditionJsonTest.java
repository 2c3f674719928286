package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The short way of rounding has the bits of decimal arithmetic. */
class EditionJsonTest {

    private static void assertRounded(double number, int places) {
        double decimal = BigDecimal.valueOf(number)
                .setScale(places, RoundingMode.HALF_EVEN)
                .doubleValue();
        assertThat(EditionJson.rounded(number, places) + 0.0)
                .as("%s to %s places", number, places)
                .isEqualTo(decimal + 0.0);
    }

    @Property
    void any_number_is_rounded_as_a_decimal(@ForAll double number, @ForAll @IntRange(max = 15) int places) {
        assertRounded(number, places);
    }

    @Property
    void a_number_of_the_report_is_rounded_as_a_decimal(
            @ForAll @DoubleRange(min = -1000, max = 1000) double number, @ForAll @IntRange(max = 15) int places) {
        assertRounded(number, places);
    }

    @Test
    void the_middle_of_two_decimals_and_its_neighbours_are_rounded_as_decimals() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int places = random.nextInt(16);
            double middle = BigDecimal.valueOf(10L * random.nextInt(1_000_000) + 5, places + 1)
                    .doubleValue();
            assertRounded(middle, places);
            assertRounded(Math.nextUp(middle), places);
            assertRounded(-Math.nextDown(middle), places);
        }
    }

    private static void assertSevenDigits(double number) {
        assertThat(FigureJson.rounded(number))
                .as("%s", number)
                .isEqualTo(new BigDecimal(number).round(new MathContext(7)).doubleValue() + 0.0);
    }

    @Property
    void a_number_of_a_figure_has_the_seven_digits_of_decimal_arithmetic(@ForAll double number) {
        assertSevenDigits(number);
    }

    @Test
    void numbers_of_a_figure_beside_a_power_of_ten_or_a_middle_are_rounded_as_decimals() {
        Random random = new Random(2);
        for (int exponent = -12; exponent < 12; exponent++) {
            double power = new BigDecimal(BigInteger.ONE, exponent).doubleValue();
            for (double near : new double[] {1, 1 - 6e-8, 1 - 5e-8, 1 - 4e-8, 1 + 5e-7, 1.2345675}) {
                assertSevenDigits(power * near);
                assertSevenDigits(-Math.nextUp(power * near));
                assertSevenDigits(Math.nextDown(power * near));
            }
            for (int i = 0; i < 1_000; i++) {
                assertSevenDigits(power * random.nextInt(100_000_000) / 10);
                assertSevenDigits(power * random.nextDouble());
            }
        }
    }

    private static Map<String, Object> object(String name, Object value) {
        return new LinkedHashMap<>(Map.of(name, value));
    }

    private static Object rounded(String name, Object value) {
        return EditionJson.rounded(object(name, value)).get(name);
    }

    /** A quarter of a millionth of a per cent is nothing, a fifth decimal of a basis point is the last. */
    @Test
    void a_number_has_the_places_of_its_unit() {
        assertThat(rounded("rate_pct", 4.12345678)).isEqualTo(4.123457);
        assertThat(rounded("part_pp", -4.12345678)).isEqualTo(-4.123457);
        assertThat(rounded("strength_score", 0.12345678)).isEqualTo(0.123457);
        assertThat(rounded("level_bp", 81.12345678)).isEqualTo(81.12346);
        assertThat(rounded("deviations", 1.23456)).isEqualTo(1.235);
        assertThat(rounded("effective_n", 17.23456)).isEqualTo(17.235);
        assertThat(rounded("n", 17.23456)).isEqualTo(17.23456);
        assertThat(rounded("rate_pct", 5)).isEqualTo(5);
        assertThat(rounded("rate_pct", "4.12345678")).isEqualTo("4.12345678");
        assertThat(rounded("rate_pct", -2.5e-7)).as("no minus").isEqualTo(0.0);
        assertThat(rounded("rate_pct", Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        for (double undefined : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(EditionJson.rounded(object("rate_pct", undefined))).isEmpty();
        }
    }

    @Test
    void the_numbers_of_a_list_are_rounded_each_and_a_list_that_does_not_change_is_kept() {
        assertThat(rounded("moves_bp", List.of(1.5, 81.123456, 2.5, 3.1234567)))
                .isEqualTo(List.of(1.5, 81.12346, 2.5, 3.12346));
        assertThat(rounded("moves_bp", List.of(3.1234567, 1.5))).isEqualTo(List.of(3.12346, 1.5));
        List<Double> few = List.of(1.5, 2.5);
        assertThat(rounded("moves_bp", few)).isSameAs(few);
        assertThat(rounded("all", List.of(object("rate_pct", 4.12345678), object("rate_pct", Double.NaN))))
                .isEqualTo(List.of(Map.of("rate_pct", 4.123457), Map.of()));
        assertThat(rounded("inner", object("rate_pct", 4.12345678))).isEqualTo(Map.of("rate_pct", 4.123457));
        assertThat(EditionJson.schema()).startsWith("{").contains("\"regime_change\"");
    }
}
