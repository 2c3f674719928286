package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DoublesTest {

    @Test
    void arraysAreCopiedAtTheDoorBothWays() {
        double[] array = {1, 2};
        Doubles doubles = Doubles.copyOf(array);
        array[0] = 9;
        doubles.toArray()[1] = 9;
        assertThat(doubles).isEqualTo(Doubles.of(1, 2));
    }

    @Test
    void anInfinityIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Doubles.of(1, Double.NaN, Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values[2] must be finite or NaN but was -Infinity");
        assertThatThrownBy(() -> Doubles.of(0).map(x -> 1 / x)).hasMessageContaining("values[0]");
    }

    @Test
    void missingValuesAreCounted() {
        Doubles doubles = Doubles.of(1, Double.NaN, 3);
        assertThat(doubles.missingCount()).isEqualTo(1);
        assertThat(doubles.isMissing(1)).isTrue();
        assertThat(doubles.isMissing(2)).isFalse();
    }

    @Test
    void missingEqualsMissingAndZeroDiffersFromMinusZero() {
        assertThat(Doubles.of(Double.NaN)).isEqualTo(Doubles.of(Double.NaN)).hasSameHashCodeAs(Doubles.of(Double.NaN));
        assertThat(Doubles.of(0.0)).isNotEqualTo(Doubles.of(-0.0));
    }

    @Test
    void rangesAreHalfOpen() {
        assertThat(Doubles.of(1, 2, 3).slice(1, 3)).isEqualTo(Doubles.of(2, 3));
        assertThat(Doubles.of(1, 2, 3).slice(1, 1).isEmpty()).isTrue();
        assertThatThrownBy(() -> Doubles.of(1).slice(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        double[] array = {1, 2, Double.POSITIVE_INFINITY};
        assertThat(Doubles.copyOfRange(array, 1, 2)).isEqualTo(Doubles.of(2));
        assertThatThrownBy(() -> Doubles.copyOfRange(array, 1, 3)).hasMessageContaining("values[1] must be finite");
        assertThatThrownBy(() -> Doubles.copyOfRange(array, 1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Doubles.of(1).get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void noNumbersAreNoNumbers() {
        assertThat(Doubles.of()).isEqualTo(Doubles.EMPTY).hasToString("[]");
        assertThat(Doubles.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void manyNumbersAreShownAsFirstAndLast() {
        assertThat(Doubles.of(1, 2)).hasToString("[1.0, 2.0]");
        assertThat(Doubles.of(1, 2, 3, 4, 5, 6, 7)).hasToString("[1.0, 2.0, 3.0, ..., 5.0, 6.0, 7.0] (7 values)");
    }
}
