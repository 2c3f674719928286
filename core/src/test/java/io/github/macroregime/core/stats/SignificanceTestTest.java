package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SignificanceTestTest {

    private static SignificanceTest of(double pValue, SignificanceTest.Bound bound) {
        return new SignificanceTest("test", 2, pValue, bound, 3, 100, 25);
    }

    @Test
    void aNullIsRejectedWhereThePValueIsKnownToBeSmallEnough() {
        assertThat(of(0.05, SignificanceTest.Bound.EXACT).reject(0.05)).isTrue();
        assertThat(of(0.051, SignificanceTest.Bound.EXACT).reject(0.05)).isFalse();
        assertThat(of(0.01, SignificanceTest.Bound.AT_MOST).reject(0.05)).isTrue();
        assertThat(of(0.01, SignificanceTest.Bound.AT_MOST).reject(0.001)).isFalse();
        assertThat(of(0.10, SignificanceTest.Bound.AT_LEAST).reject(0.10)).isFalse();
    }

    @Test
    void whatItRestsOnIsShown() {
        assertThat(of(0.01, SignificanceTest.Bound.AT_MOST))
                .hasToString("test: 2.0000, p <= 0.0100 (3 lags, n = 100, effective 25)");
        assertThat(SignificanceTest.of("test", -1.5, 0.25, 0, 40))
                .hasToString("test: -1.5000, p = 0.2500 (0 lags, n = 40)");
    }

    @Test
    void probabilitiesAndLevelsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Double.NaN, SignificanceTest.Bound.EXACT))
                .withMessage("pValue must lie in [0, 1] but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(0.5, SignificanceTest.Bound.EXACT).reject(0))
                .withMessage("alpha must lie strictly between 0 and 1 but was 0.0");
    }
}
