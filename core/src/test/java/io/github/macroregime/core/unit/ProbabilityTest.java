package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilityTest {

    @Test
    void percentIsExact() {
        assertThat(Probability.percent(7)).isEqualTo(Probability.of(7, 100));
        assertThat(Probability.percent(50)).isEqualTo(Probability.HALF);
        assertThat(Probability.percent(0)).isEqualTo(Probability.ZERO);
    }

    @Test
    void isKeptInLowestTerms() {
        assertThat(Probability.of(2, 6)).isEqualTo(Probability.of(1, 3)).hasToString("1/3");
        assertThat(Probability.of(4_000_000_000L, 8_000_000_000L)).isEqualTo(Probability.HALF);
    }

    @Test
    void isReadFromItsText() {
        assertThat(Probability.parse("0.07")).isEqualTo(Probability.percent(7));
        assertThat(Probability.parse("7%")).isEqualTo(Probability.percent(7));
        assertThat(Probability.parse(" 2.5 % ")).isEqualTo(Probability.of(1, 40));
        assertThat(Probability.parse("1/3")).isEqualTo(Probability.of(1, 3));
        assertThat(Probability.parse("1")).isEqualTo(Probability.ONE);
        assertThat(Probability.parse("1e-2")).isEqualTo(Probability.percent(1));
        assertThat(Probability.parse(Probability.percent(7).toString())).isEqualTo(Probability.percent(7));
    }

    @Test
    void aBinaryNumberIsReadAsItsDecimal() {
        assertThat(Probability.from(0.07)).isEqualTo(Probability.percent(7));
        assertThat(Probability.from(1.0 / 3)).isEqualTo(Probability.of(333_333_333, 1_000_000_000));
        assertThat(Probability.from(0)).isEqualTo(Probability.ZERO);
    }

    @Test
    void hasAComplementAndAnOrder() {
        assertThat(Probability.percent(7).complement()).isEqualTo(Probability.percent(93));
        assertThat(Probability.of(1, 3)).isLessThan(Probability.of(34, 100));
        assertThat(Probability.of(1, 4).value()).isEqualTo(0.25);
    }

    @Test
    void theEndsAndTheLastPlaceAreProbabilities() {
        assertThat(Probability.percent(100)).isEqualTo(Probability.ONE).hasToString("100 %");
        assertThat(Probability.percent(7)).hasToString("7 %");
        assertThat(Probability.from(1)).isEqualTo(Probability.ONE);
        assertThat(Probability.parse("100 %")).isEqualTo(Probability.ONE);
        assertThat(Probability.parse("1e-9")).isEqualTo(Probability.of(1, 1_000_000_000));
        assertThat(Probability.of(1, 3))
                .isEqualByComparingTo(Probability.of(2, 6))
                .isGreaterThan(Probability.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.percent(-1))
                .withMessage("percent must lie in [0, 100] but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.of(3, 2))
                .withMessage("numerator must lie in [0, 2] but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.from(-0.1))
                .withMessage("decimal must lie in [0, 1] but was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.parse("-0.5"))
                .withMessage("probability must lie in [0, 1] but was -0.5");
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.percent(101))
                .withMessage("percent must lie in [0, 100] but was 101");
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.of(1, 3_000_000_001L));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.from(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.from(95))
                .withMessage("decimal must lie in [0, 1] but was 95.0; a percentage is given to percent");
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.parse("seven"));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.parse("1.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.parse("0.0000000001"));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.parse("\u0661/\u0662"));
        assertThatIllegalArgumentException().isThrownBy(() -> Probability.parse("\uff17%"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "9e2147483000"})
    void aHugeExponentIsRefusedInShortWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probability.parse(text))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(100));
    }
}
