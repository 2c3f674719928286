package io.github.macroregime.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void quotedBasisPointsComeBackUnchanged() {
        assertThat(Rate.ofBasisPoints(51.11).basisPoints()).isEqualTo(51.11);
    }

    @Test
    void basisPointsArePercentMovedByTwoPlaces() {
        assertThat(Rate.ofPercent(4.33).basisPoints()).isEqualTo(433);
        assertThat(Rate.ofBasisPoints(51.11).percent()).isEqualTo(0.5111);
        assertThat(Rate.ofBasisPoints(51.11).decimal()).isEqualTo(0.005111);
    }

    @Test
    void textShowsPercentAndIsReadBack() {
        assertThat(Rate.ofPercent(4.33)).hasToString("4.33 %");
        assertThat(Rate.ofBasisPoints(-122.8)).hasToString("-1.228 %");
        assertThat(Rate.ZERO).hasToString("0 %");
        assertThat(Rate.parse("4.33 %")).isEqualTo(Rate.ofPercent(4.33));
    }

    @Test
    void textIsReadInEveryUnit() {
        assertThat(Rate.parse("51.11bp")).isEqualTo(Rate.ofBasisPoints(51.11));
        assertThat(Rate.parse(" 51.11 BP ")).isEqualTo(Rate.ofBasisPoints(51.11));
        assertThat(Rate.parse("-0.31 pp")).isEqualTo(Rate.ofPercent(-0.31));
        assertThat(Rate.parse("1e2 bp")).isEqualTo(Rate.ofPercent(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.33", "", "%", "bp", "x %", "NaN %", "Infinity %", "0x1p3 %", "1,5 %", "1d %", "--1 %"})
    void textWithoutUnitOrNumberIsRefused(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void onlyFiniteNumbersAreRates(double value) {
        assertThatThrownBy(() -> Rate.ofDecimal(value)).hasMessage("rate must be finite but was " + value);
        assertThatThrownBy(() -> Rate.ofPercent(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.ofBasisPoints(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.ofPercent(1).times(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(Rate.ofDecimal(-0.0)).isEqualTo(Rate.ZERO).hasSameHashCodeAs(Rate.ZERO);
        assertThat(Rate.ZERO.negated()).isEqualTo(Rate.ZERO);
        assertThat(Rate.ofDecimal(-0.0).compareTo(Rate.ZERO)).isZero();
    }

    @Test
    void arithmeticIsThatOfTheDecimals() {
        Rate base = Rate.ofPercent(4.33);
        assertThat(base.minus(Rate.ofBasisPoints(122.8)).decimal()).isEqualTo(0.0433 - 0.01228);
        assertThat(base.plus(Rate.ofBasisPoints(25)).decimal()).isEqualTo(0.0433 + 0.0025);
        assertThat(Rate.ofPercent(2).times(1.5)).isEqualTo(Rate.ofPercent(3));
    }

    @Test
    void signsAreToldApart() {
        assertThat(Rate.ofPercent(-1).isNegative()).isTrue();
        assertThat(Rate.ZERO.isNegative()).isFalse();
        assertThat(Rate.ofPercent(-1).abs()).isEqualTo(Rate.ofPercent(1));
        assertThat(Rate.ofPercent(1).abs()).isEqualTo(Rate.ofPercent(1));
        assertThat(Rate.ofPercent(-1)).isLessThan(Rate.ofPercent(1));
    }

    @Test
    void exactBasisPointsAreWhatOneWouldWrite() {
        assertThat(Rate.ofBasisPoints(51.11).exactBasisPoints()).isEqualByComparingTo(new BigDecimal("51.11"));
    }
}
