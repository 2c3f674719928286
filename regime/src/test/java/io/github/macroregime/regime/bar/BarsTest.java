package io.github.macroregime.regime.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void barsAreCheckedWithTheirPlace() {
        double[] two = {2, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(two, new double[] {3, 1}, new double[] {1, 1}, two))
                .withMessageStartingWith("bar[1] must have 0 < low <= open, close <= high");
        Bars flat = Bars.of(two, two, two, two);
        assertThat(BarStatistic.averageTrueRange(2, BarStatistic.FirstRange.HIGH_LESS_LOW)
                        .over(flat))
                .containsExactly(Double.NaN, 0);
        assertThat(BarStatistic.parkinson(1, 252).over(flat)).containsExactly(0, 0);
    }
}
