package io.github.macroregime.regime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 5, 0.2",
        "0, 0.9, 5, 0.2",
        "0, 12.5, 5, 2.5",
        "0, 13, 5, 5",
        "0, 100, 4, 25",
        "-50, 50, 4, 25",
        "4.2, 4.33, 5, 0.05",
        "0, 51, 5, 20"
    })
    void theStepIsRound(double low, double high, int most, double step) {
        assertThat(Ticks.step(low, high, most)).isEqualTo(step, within(1e-12));
    }

    @Test
    void anAxisOfTheSmallestNumbersHasAnEnd() {
        assertThat(Ticks.numbers(0, 3 * Double.MIN_VALUE, 5)).containsExactly(0.0);
        assertThat(Ticks.numbers(4, Math.nextUp(4.0), 5)).hasSizeLessThan(7);
    }

    @Property(tries = 300)
    void ticksLieOnTheAxisAtEqualDistances(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double low,
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double high,
            @ForAll @IntRange(min = 2, max = 9) int most) {
        Assume.that(high - low > 1e-3);
        double step = Ticks.step(low, high, most);
        List<Double> ticks = Ticks.numbers(low, high, most);
        assertThat(ticks).hasSizeBetween(1, most + 1);
        for (int i = 0; i < ticks.size(); i++) {
            assertThat(ticks.get(i)).isBetween(low - 1e-6 * step, high + 1e-6 * step);
            assertThat(ticks.get(i)).isEqualTo(ticks.get(0) + i * step, within(1e-6 * step));
        }
        assertThat(ticks.get(0) - low).isLessThan(step * (1 + 1e-6));
        assertThat(high - ticks.get(ticks.size() - 1)).isLessThan(step * (1 + 1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "20, 0", "0.5, 1", "2.5, 1", "0.25, 2", "0.05, 2", "0.125, 3"})
    void decimalsTellMultiplesApart(double step, int places) {
        assertThat(Ticks.places(step)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "99.9, 2", "100, 1", "999.9, 1", "1000, 0"})
    void threeDigitsOfTheLargestNumber(double largest, int places) {
        assertThat(Ticks.placesFor(largest)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({
        "1234.5, 1, true, '+1,234.5'",
        "-5, 0, true, \u22125",
        "-5, 0, false, \u22125",
        "5, 1, false, 5.0",
        "-0.04, 1, true, 0.0",
        "0, 2, true, 0.00"
    })
    void numbersAlongAnAxis(double value, int places, boolean signed, String text) {
        assertThat(Ticks.text(value, places, signed)).isEqualTo(text);
    }

    private static List<String> names(String from, String to, int most) {
        return Ticks.names(Ticks.days(LocalDate.parse(from), LocalDate.parse(to), most));
    }

    @Test
    void daysMonthsAndYearsByTheLengthOfTheAxis() {
        assertThat(names("2025-07-22", "2025-07-26", 5))
                .containsExactly("22 Jul", "23 Jul", "24 Jul", "25 Jul", "26 Jul");
        assertThat(names("2025-07-22", "2025-08-01", 5))
                .containsExactly("22 Jul", "24 Jul", "26 Jul", "28 Jul", "30 Jul", "1 Aug");
        assertThat(names("2025-01-15", "2025-12-31", 6)).containsExactly("Mar 2025", "May", "Jul", "Sep", "Nov");
        assertThat(names("2024-08-15", "2025-05-31", 4)).containsExactly("Oct 2024", "2025", "Apr");
        assertThat(names("2020-01-01", "2025-05-31", 6))
                .containsExactly("2020", "2021", "2022", "2023", "2024", "2025");
        assertThat(names("1991-06-01", "2025-07-22", 8))
                .containsExactly("1995", "2000", "2005", "2010", "2015", "2020", "2025");
    }

    @Property(tries = 200)
    void noMoreDaysThanFit(
            @ForAll @IntRange(min = 1, max = 20_000) int days, @ForAll @IntRange(min = 4, max = 9) int most) {
        LocalDate from = LocalDate.of(1975, 3, 4);
        List<LocalDate> ticks = Ticks.days(from, from.plusDays(days), most);
        assertThat(ticks.size()).isBetween(1, most + 1);
        assertThat(ticks).isSorted().doesNotHaveDuplicates();
        assertThat(ticks).allSatisfy(tick -> assertThat(tick).isBetween(from, from.plusDays(days)));
        assertThat(Ticks.names(ticks)).hasSameSizeAs(ticks);
    }
}
