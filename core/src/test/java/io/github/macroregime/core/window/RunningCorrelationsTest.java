package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Matrix;
import org.junit.jupiter.api.Test;

class RunningCorrelationsTest {

    @Test
    void threeRowsByHand() {
        RunningCorrelations state = RunningCorrelations.of(2, Window.of(3));
        assertThat(state.push(1, 2)).isFalse();
        assertThat(state.push(2, 2)).isFalse();
        assertThat(state.leadingShare()).isNaN();
        assertThat(state.push(3, 5)).isTrue();
        // Deviations (-1, 0, 1) and (-1, -1, 2): 3 / sqrt(2 x 6).
        double r = 3 / Math.sqrt(12);
        assertThat(state.matrix().orElseThrow().get(0, 1)).isEqualTo(r, within(1e-15));
        assertThat(state.averagePairwise()).isEqualTo(r, within(1e-15));
        assertThat(state.leadingShare()).isEqualTo((1 + r) / 2, within(1e-15));
        assertThat(state.toString()).startsWith("RunningCorrelations of 2 series: mean correlation 0.866");
    }

    @Test
    void aGapIsForgottenOnceItHasLeftTheWindow() {
        RunningCorrelations state = RunningCorrelations.of(2, Window.of(2));
        state.push(1, 5);
        assertThat(state.push(2, Double.NaN)).isFalse();
        assertThat(state.push(3, 1)).isFalse();
        assertThat(state.matrix()).isEmpty();
        assertThat(state.push(4, 3)).isTrue();
        assertThat(state.leadingShare()).isEqualTo(1, within(1e-15));
    }

    @Test
    void aValueMayBeCarriedOrLeftOut() {
        RunningCorrelations carrying = RunningCorrelations.of(2, Window.of(3).withMissing(Missing.carry(1)));
        RunningCorrelations skipping =
                RunningCorrelations.of(2, Window.of(3).withMinimumCount(2).withMissing(Missing.SKIP));
        for (RunningCorrelations state : new RunningCorrelations[] {carrying, skipping}) {
            state.push(1, 2);
            state.push(2, Double.NaN);
            assertThat(state.push(3, 5)).isTrue();
        }
        assertThat(carrying.averagePairwise()).isEqualTo(3 / Math.sqrt(12), within(1e-15));
        assertThat(skipping.averagePairwise()).isEqualTo(1, within(1e-15));
    }

    @Test
    void aFlatSeriesHasNoCorrelation() {
        RunningCorrelations state = RunningCorrelations.of(2, Window.of(3));
        state.push(0.1, 1);
        state.push(0.1, 2);
        assertThat(state.push(0.1, 4)).isFalse();
        assertThat(state.averagePairwise()).isNaN();
    }

    @Test
    void badRowsAreRefusedAndNotTaken() {
        RunningCorrelations state = RunningCorrelations.of(2, Window.of(2));
        state.push(1, 1);
        assertThatThrownBy(() -> state.push(1)).hasMessage("returns must have 2 numbers but had 1");
        assertThatThrownBy(() -> state.push(1, Double.POSITIVE_INFINITY)).hasMessageContaining("returns[1]");
        assertThat(state.push(2, 0)).isTrue();
        assertThat(state.averagePairwise()).isEqualTo(-1, within(1e-15));
        assertThatThrownBy(() -> RunningCorrelations.of(0, Window.of(2))).hasMessageContaining("but was 0");
    }

    @Test
    void oneSeriesIsItsOwnComponent() {
        RunningCorrelations state = RunningCorrelations.of(1, Window.of(2));
        state.push(1);
        assertThat(state.push(2)).isTrue();
        assertThat(state.leadingShare()).isEqualTo(1);
        assertThat(state.averagePairwise()).isNaN();
        assertThat(state.matrix()).contains(Matrix.copyOf(new double[][] {{1}}));
    }
}
