package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "%.2f, -0.004, 0.00",
        "%.2f, -0.005, -0.01",
        "%.2f, -0.0, 0.00",
        "%+.2f, -0.004, 0.00",
        "%+.2f, 0.004, +0.00",
        "%+.2f, 0.0, +0.00",
        "'%+8.2f|', -0.004, '    0.00|'",
        "'%-8.2f|', -0.004, '0.00    |'",
        "'%+,.1f', -0.04, 0.0",
        "%.0f, -0.5, -1",
        "%.0f, -0.4, 0",
        "%.6g, -0.0, 0.00000",
        "%.1e, -0.0, 0.0e+00",
        "%.6g, -1e-300, -1.00000e-300",
        "%.2f, -1, -1.00",
        "%.2f, NaN, NaN",
        "%s, -0.004, -0.004"
    })
    void whatRoundsToNothingHasNoMinusAndKeepsItsWidth(String format, double number, String text) {
        assertThat(NumberText.of(format, number)).isEqualTo(text);
    }

    @Test
    void otherArgumentsStayAsTheyAreAndInTheirOrder() {
        assertThat(NumberText.of("%s %d %% of %.1f%n%+.1f and %+.1f", "fund -0.0", -0L, -0.01, -0.06, -0.04))
                .isEqualTo("fund -0.0 0 % of 0.0" + System.lineSeparator() + "-0.1 and 0.0");
        assertThat(NumberText.of("%.1f", new BigDecimal("-0.04"))).isEqualTo("0.0");
        assertThat(NumberText.of("none")).isEqualTo("none");
    }

    @Test
    void noLocaleChangesANumber() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(NumberText.of("%.1f and %,.1f", -0.01, 1234.5)).isEqualTo("0.0 and 1,234.5");
        } finally {
            Locale.setDefault(usual);
        }
    }

    /** Twelve in Arabic digits and in wide ones, which the JDK would read. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "\uff11\uff12", "", "1 2", "twelve"})
    void onlyTheDigitsFrom0To9AreANumber(String text) {
        assertThatThrownBy(() -> NumberText.whole(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> NumberText.decimal(text)).isInstanceOf(NumberFormatException.class);
        assertThat(NumberText.whole("-12")).isEqualTo(-12);
        assertThat(NumberText.decimal("12.50")).isEqualTo(new BigDecimal("12.50"));
    }
}
