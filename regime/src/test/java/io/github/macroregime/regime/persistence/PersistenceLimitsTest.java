package io.github.macroregime.regime.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PersistenceLimitsTest {

    private static MeanReversion pull(double pull, double residual) {
        return new MeanReversion(100, 1, pull, -3, residual, 5);
    }

    /** Levels 0, 1, 1.5 and 1.75 close half of the gap to 2 in each step. */
    @Test
    void aPullOfOneHalf() {
        MeanReversion exact = MeanReversion.of(new double[] {0, 1, 1.5, 1.75}).orElseThrow();
        assertThat(exact.pull()).isCloseTo(-0.5, within(1e-14));
        assertThat(exact.intercept()).isCloseTo(1, within(1e-14));
        assertThat(exact.observations()).isEqualTo(3);
        assertThat(exact.last()).isEqualTo(1.75);
        assertThat(exact.halfLife().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(exact.equilibrium().orElseThrow()).isCloseTo(2, within(1e-12));
        MeanReversion noisy = pull(-0.5, 3);
        assertThat(noisy.persistence()).isEqualTo(0.5);
        assertThat(noisy.stationaryDeviation().orElseThrow()).isCloseTo(3 / Math.sqrt(0.75), within(1e-14));
        assertThat(noisy.zScore().orElseThrow()).isCloseTo(3 / (3 / Math.sqrt(0.75)), within(1e-14));
        assertThat(noisy.halfLife()).isEqualTo(new HalfLife.Periods(1));
        assertThat(pull(-0.5, 0).zScore()).isEmpty();
    }

    @Test
    void pullsWithoutAHalfLife() {
        assertThat(pull(0.1, 1).halfLife()).isEqualTo(HalfLife.None.NO_PULL);
        assertThat(pull(0, 1).equilibrium()).isEmpty();
        assertThat(pull(0, 1).zScore()).isEmpty();
        assertThat(pull(-1, 3).halfLife()).isEqualTo(HalfLife.None.OVERSHOOTING);
        assertThat(pull(-1, 3).stationaryDeviation()).hasValue(3);
        assertThat(pull(-1.5, 3).halfLife()).isEqualTo(HalfLife.None.OVERSHOOTING);
        assertThat(pull(-1.5, 3).stationaryDeviation().orElseThrow()).isCloseTo(3 / Math.sqrt(0.75), within(1e-14));
        assertThat(pull(-2, 3).stationaryDeviation()).isEmpty();
        assertThatThrownBy(HalfLife.None.NO_PULL::orElseThrow).isInstanceOf(NoSuchElementException.class);
        assertThat(new HalfLife.Periods(2.5).orElseThrow()).isEqualTo(2.5);
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new HalfLife.Periods(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> MeanReversion.of(new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThat(MeanReversion.of(new double[4])).isEmpty();
        assertThatThrownBy(() -> MeanReversion.running(3)).isInstanceOf(IllegalArgumentException.class);
        assertThat(MeanReversion.over(new double[] {0, 1, 1.5, 1.75, 1.875}, 4))
                .containsExactly(new double[] {Double.NaN, Double.NaN, Double.NaN, 1, 1}, within(1e-10));
    }

    @Test
    void theGridOfLengths() {
        assertThat(HurstExponent.grid(48)).containsExactly(8, 12);
        assertThat(HurstExponent.grid(63)).containsExactly(8, 12);
        assertThat(HurstExponent.grid(64)).containsExactly(8, 12, 16);
        assertThat(HurstExponent.grid(260)).containsExactly(8, 12, 16, 24, 32, 48, 64);
        assertThatThrownBy(() -> HurstExponent.grid(47)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengthsRiseFromTheShortest() {
        double[] returns = new double[20];
        for (int i = 0; i < 20; i++) {
            returns[i] = (i * i) % 7 - 3;
        }
        assertThat(HurstExponent.rescaledRange(returns, 3, 19)).isPresent();
        assertThat(HurstExponent.detrendedFluctuation(returns, 4, 8)).isPresent();
        int[][] wrong = {{8}, {2, 8}, {8, 8}, {8, 7}, {8, 20}};
        for (int[] each : wrong) {
            assertThatThrownBy(() -> HurstExponent.rescaledRange(returns, each))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> HurstExponent.detrendedFluctuation(returns, 3, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HurstExponent.rescaledRange(new double[20], 4, 8)).isEmpty();
        assertThat(HurstExponent.detrendedFluctuationSideBySide(new double[20], 4, 8))
                .isEmpty();
    }

    @Test
    void piecesByHand() {
        // Partial sums 1, 0, 1, 0: a range of 1 over the root of 4/3.
        assertThat(HurstExponent.rescaledRange(new double[] {1, -1, 1, -1})).isCloseTo(Math.sqrt(0.75), within(1e-14));
        assertThat(HurstExponent.rescaledRange(new double[] {2, 2, 2})).isZero();
        assertThat(HurstExponent.profile(new double[] {1, 2, 6}))
                .containsExactly(new double[] {-2, -3, 0}, within(1e-14));
        // Partial sums 1, 0, 1, 0: a slope of -1/5 leaves 1 - 5 / 25 of the squares about their mean.
        assertThat(HurstExponent.fluctuation(new double[] {1, -1, 1, -1})).isCloseTo(0.8 / 4, within(1e-14));
        // Anis and Lloyd: for two 3/4, for three (5/6) (2 / pi) (sqrt 2 + sqrt 1/2).
        assertThat(HurstExponent.expectedRescaledRange(2)).isCloseTo(0.75, within(1e-14));
        assertThat(HurstExponent.expectedRescaledRange(3))
                .isCloseTo(5 / 6.0 * 2 / Math.PI * (Math.sqrt(2) + Math.sqrt(0.5)), within(1e-14));
        // A slope of 2 through the logarithms of 1, 2 and 4.
        double two = StrictMath.log(2);
        assertThat(HurstExponent.slope(new int[] {1, 2, 4}, new double[] {1, 1 + 2 * two, 1 + 4 * two}))
                .isCloseTo(2, within(1e-14));
        assertThat(HurstExponent.slope(new int[] {1, 2}, new double[] {1, Double.NEGATIVE_INFINITY}))
                .isNaN();
    }
}
