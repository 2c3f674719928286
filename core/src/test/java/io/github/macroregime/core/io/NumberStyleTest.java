package io.github.macroregime.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

    private static final NumberStyle GERMAN = new NumberStyle(',', '.', false, false);
    private static final NumberStyle MARKED = new NumberStyle('.', ',', true, true);

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "12, 12",
        "123, 123",
        "1234, 1234",
        "'1,234', 1234",
        "'12,345', 12345",
        "'123,456', 123456",
        "'1,234,567.25', 1234567.25",
        "'-1,234', -1234",
        "'-123,456.', -123456",
        ".5, 0.5"
    })
    void groupsOfThreeAreTakenTogether(String text, double number) {
        assertThat(NumberStyle.THOUSANDS_COMMAS.parse(text, Unit.PRICE)).isEqualTo(number);
        String german = text.replace('.', '|').replace(',', '.').replace('|', ',');
        assertThat(GERMAN.parse(german, Unit.PRICE)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23",
                "1,2345",
                "12345,678",
                ",123",
                "-,123",
                "1,,234",
                "1,234,56",
                "1.5,678",
                "1,234.5,678",
                "1,2x4"
            })
    void otherGroupsAreNone(String text) {
        assertThatThrownBy(() -> NumberStyle.THOUSANDS_COMMAS.parse(text, Unit.PRICE))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("not in groups of three digits: \"" + text + "\"");
    }

    @Test
    void aPointIsNoDecimalSignBesideAComma() {
        NumberStyle comma = new NumberStyle(',', ' ', false, false);
        assertThat(comma.parse("1234,5", Unit.PRICE)).isEqualTo(1234.5);
        assertThatThrownBy(() -> comma.parse("1234.5", Unit.PRICE))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("not a decimal number: \"1234.5\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberStyle(',', ',', false, false))
                .withMessage("the decimal sign must differ from the thousands mark but both were \",\"");
    }

    /** A percent sign states the unit, a mark multiplies what the unit means. */
    @ParameterizedTest
    @CsvSource({
        "5%, 0.05",
        "'1,234%', 12.34",
        "5, 0.0005",
        "5K, 0.5",
        "5k, 0.5",
        "2M, 200",
        "2b, 200000",
        "2T, 200000000",
        "'1,234.5K', 123.45"
    })
    void marksAreReadWhereTheyAreStated(String text, double inside) {
        assertThat(MARKED.parse(text, Unit.BASIS_POINTS)).isCloseTo(inside, within(1e-15 * inside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "K", "5%%", "5KM", "5G"})
    void aMarkAloneIsNoNumber(String text) {
        assertThatThrownBy(() -> MARKED.parse(text, Unit.PRICE)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void marksThatAreNotStatedAreNoNumbers() {
        for (String text : new String[] {"5%", "5K"}) {
            assertThatThrownBy(() -> NumberStyle.PLAIN.parse(text, Unit.PRICE))
                    .isInstanceOf(NumberFormatException.class);
            assertThatThrownBy(() -> NumberStyle.THOUSANDS_COMMAS.parse(text, Unit.PRICE))
                    .isInstanceOf(NumberFormatException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1.5%, ; state percent signs",
        "1.5m, '; state the marks K, M and B'",
        "'12,345.6', '; state the thousands mark \",\"'",
        "'-1,5', '; state the decimal sign \",\"'",
        "'1234,567', '; state the decimal sign \",\"'",
        "abc, ''"
    })
    void whatWouldReadItIsSaid(String text, String hint) {
        assertThat(NumberStyle.hint(text)).isEqualTo(hint);
    }
}
