package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
