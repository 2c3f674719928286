package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
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
}
