package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "51.11, 0.5111",
        "1.2e3, 12",
        "1.2E3, 12",
        "1e-2, 0.0001",
        "+5, 0.05",
        "-.5, -0.005",
        "5., 0.05",
        "0.30000000000000004, 0.0030000000000000004"
    })
    void numbersAreReadWithTheirPointMoved(String text, double expected) {
        assertThat(Unit.PERCENT.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "e5",
                "1e",
                "1e5.5",
                "1e99999999999",
                "1e400",
                "0x10",
                "NaN",
                "1f",
                "1 000",
                "1,000",
                "1.2.3",
                "1e5e5"
            })
    void whatIsNotADecimalNumberIsRefused(String text) {
        assertThatThrownBy(() -> Unit.PERCENT.parse(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Unit.PRICE.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void anExponentBeyondEveryNumberIsRefusedRatherThanOverflowing() {
        assertThatThrownBy(() -> Unit.BILLIONS_OF_DOLLARS.parse("1e2147483647"))
                .isInstanceOf(NumberFormatException.class);
    }

    /** Beyond fifteen digits or with an exponent, where the quick way ends. */
    @ParameterizedTest
    @ValueSource(strings = {"0.00000000000000000000", "-0.00000000000000000000", "0e5", "0E-400", "+0.0e7"})
    void zeroIsNotTooSmall(String text) {
        assertThat(Unit.PERCENT.parse(text)).isZero();
        assertThat(Unit.PRICE.parse(text)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1e-400, too small", "0.1E-400, too small", "1e400, too large", "-1e400, too large"})
    void whatIsBeyondTheNumbersIsSaidToBe(String text, String why) {
        assertThatThrownBy(() -> Unit.PRICE.parse(text)).hasMessage(why + ": \"" + text + "\"");
        assertThatThrownBy(() -> Unit.PERCENT.parse(text)).hasMessage(why + ": \"" + text + "\"");
    }

    @Test
    void amountsKeepTheirPowerOfTen() {
        assertThat(Unit.MILLIONS_OF_DOLLARS.inside(6659.5)).isEqualTo(6.6595e9);
        assertThat(Unit.BILLIONS_OF_DOLLARS.quoted(2.5537e12)).isEqualTo(2553.7);
        assertThat(Unit.THOUSANDS.inside(159540)).isEqualTo(159_540_000);
    }

    @Test
    void digitsAreRoundedOnce() {
        assertThat(Unit.PERCENT.inside(435, 2)).isEqualTo(0.0435);
        assertThat(Unit.BASIS_POINTS.inside(-5111, 2)).isEqualTo(-0.005111);
        assertThat(Unit.MILLIONS_OF_DOLLARS.inside(66595, 1)).isEqualTo(6.6595e9);
        assertThat(Unit.PRICE.inside(9_007_199_254_740_993L, 0)).isEqualTo(9_007_199_254_740_992.0);
        assertThat(Unit.PRICE.inside(Long.MIN_VALUE, 18)).isEqualTo(-9.223372036854775808);
        assertThatThrownBy(() -> Unit.PRICE.inside(1, 19)).hasMessage("scale must lie in [0, 18] but was 19");
        assertThatThrownBy(() -> Unit.PRICE.inside(1, -1)).hasMessage("scale must lie in [0, 18] but was -1");
    }

    @Test
    void missingStaysMissing() {
        assertThat(Unit.PERCENT.inside(Double.NaN)).isNaN();
        assertThat(Unit.PERCENT.quoted(Double.NaN)).isNaN();
        assertThat(Unit.PERCENT.significant(Double.NaN, 3)).isEqualTo("-");
    }

    @Test
    void textCarriesTheSymbol() {
        assertThat(Unit.BASIS_POINTS.format(0.005111)).isEqualTo("51.11 bp");
        assertThat(Unit.FRACTION.format(0.5)).isEqualTo("0.5");
        assertThat(Unit.FRACTION).hasToString("fraction");
        assertThat(Unit.PERCENT).hasToString("%");
    }

    @Test
    void tablesShowRoundedNumbersWithoutExponent() {
        assertThat(Unit.PRICE.significant(6305.60009765625, 7)).isEqualTo("6305.6");
        assertThat(Unit.FRACTION.significant(1.0 / 3, 4)).isEqualTo("0.3333");
        assertThat(Unit.COUNT.significant(1.5e7, 4)).isEqualTo("15000000");
        assertThatThrownBy(() -> Unit.PRICE.significant(1, 0)).hasMessageContaining("significantDigits");
    }

    @Test
    void exponentsAtTheirLimitsAreKept() {
        assertThat(new Unit("x", 18).inside(1)).isEqualTo(1e18);
        assertThat(new Unit("x", -18).inside(1)).isEqualTo(1e-18);
        assertThat(Unit.PRICE.significant(0.26, 1)).isEqualTo("0.3");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, -19, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void exponentsOutOfRangeAreRefused(int exponent) {
        assertThatThrownBy(() -> new Unit("x", exponent))
                .hasMessage("exponent must lie in [-18, 18] but was " + exponent);
    }
}
