package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e900000000", "-1e900000000", "1e-900000000", "1e10000"})
    void aFigureThatNobodyCouldWriteOutIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Printed.of(text))
                .withMessageMatching("(low|high) must have at most 10000 digits but has about [0-9]+");
        assertThatIllegalArgumentException().isThrownBy(() -> Printed.between(text, text));
        assertThatIllegalArgumentException().isThrownBy(() -> Printed.nearly(text));
    }

    @Test
    void theLargestNumberOfADoubleIsAFigure() {
        assertThat(Printed.between("4.9e-324", "1.7976931348623157e308")
                        .times(-1)
                        .value())
                .isEqualTo(-1.7976931348623157e308 / 2);
    }

    @Test
    void figuresThatTouchAgreeAndRank() {
        Printed lower = Printed.of("0.11");
        Printed higher = Printed.of("0.12");
        assertThat(lower.agrees(higher)).isTrue();
        assertThat(higher.agrees(lower)).isTrue();
        assertThat(higher.isAbove(lower)).isTrue();
        assertThat(lower.isAbove(higher)).isFalse();
        assertThat(lower.isAbove(lower)).isFalse();
        assertThat(Printed.between("1", "1").isAbove(Printed.between("1", "1"))).isFalse();
        assertThat(Printed.of("0.13").agrees(lower)).isFalse();
        assertThat(lower.agrees(Printed.of("0.13"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 0, 2", "-2, 0, 0, 2", "-3, -1, 1, 3", "-3, 2, 0, 3", "-1, 2, 0, 2", "1, 3, 1, 3"})
    void aSizeIsWithoutASign(String low, String high, String least, String most) {
        Printed size = Printed.between(low, high).size();
        assertThat(size.low()).isEqualByComparingTo(least);
        assertThat(size.high()).isEqualByComparingTo(most);
    }

    @Test
    void aFigureOfTenThousandDigitsIsTheLongest() {
        String digits = "1".repeat(10_000);
        assertThat(Printed.between(digits, digits).low()).isEqualByComparingTo(digits);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Printed.between(digits + "1", digits + "1"))
                .withMessage("low must have at most 10000 digits but has about 10001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Printed.between("2", "1"))
                .withMessage("low must not exceed 1 but was 2");
    }

    @Test
    void intervalsAddAndMirror() {
        Printed figure = Printed.of("-0.50");
        assertThat(figure).hasToString("-0.5 ± 0.005");
        assertThat(Printed.nearly("4")).hasToString("3.75 ± 0.25");
        assertThat(Printed.range("1", "3")).hasToString("2 ± 1.5");
        assertThat(figure.times(-2)).hasToString("1 ± 0.01");
        assertThat(figure.minus(Printed.of("1.0"))).hasToString("-1.5 ± 0.055");
        assertThat(figure.plus(Printed.between("0.5", "0.5"))).hasToString("0 ± 0.005");
        assertThat(Printed.between("0.5", "0.5")).hasToString("0.5");
    }
}
