package io.github.macroregime.regime.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.stats.SignificanceTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersistenceTest {

    @Test
    void aPullOfExactlyNothingHasNoHalfLife() {
        MeanReversion walk = new MeanReversion(100, 0.1, 0, 0, 1, 5);
        assertThat(walk.persistence()).isEqualTo(1);
        assertThat(walk.halfLife()).isEqualTo(HalfLife.None.NO_PULL);
        assertThat(walk.stationaryDeviation()).isEmpty();
        assertThat(new MeanReversion(100, 0.1, -1, 0, 1, 5).halfLife()).isEqualTo(HalfLife.None.OVERSHOOTING);
    }

    // Levels 0, 1, 0, 1: deviations -1/2, 1/2, -1/2, 1/2 with partial sums -1/2, 0, -1/2, 0, so squares 1/2; without
    // lags the squares of deviations are 1, and the statistic is 1/2 over 4 times 1.
    @Test
    void stationarityByHand() {
        SignificanceTest test = Stationarity.of(new double[] {0, 1, 0, 1}, 0, Stationarity.About.MEAN)
                .orElseThrow();
        assertThat(test.statistic()).isEqualTo(0.125);
        assertThat(test.bound()).isEqualTo(SignificanceTest.Bound.AT_LEAST);
        assertThat(test.pValue()).isEqualTo(0.10);
        assertThat(test).hasToString("KPSS (about the mean): 0.1250, p >= 0.1000 (0 lags, n = 4)");
        assertThat(Stationarity.criticalValue(Stationarity.About.MEAN, UnitRoot.Level.FIVE_PERCENT))
                .isEqualTo(0.463);
        // About its line the series 0, 1, 3, 2 has residuals -3/10, -1/10, 11/10, -7/10.
        SignificanceTest line = Stationarity.of(new double[] {0, 1, 3, 2}, 0, Stationarity.About.LINE)
                .orElseThrow();
        assertThat(line.statistic()).isCloseTo((0.09 + 0.16 + 0.49) / (4 * 1.8), within(1e-14));
        assertThat(Stationarity.of(new double[] {3, 3, 3, 3}, 0, Stationarity.About.MEAN))
                .isEmpty();
        assertThat(Stationarity.of(new double[] {1, 2, 3, 4}, 0, Stationarity.About.LINE))
                .isEmpty();
    }

    // Halfway between 0.463 (five percent) and 0.574 (two and a half) lie three and three quarters.
    @Test
    void theTableOfStationarityIsReadBetweenItsEntries() {
        double[] rising = new double[40];
        Arrays.setAll(rising, t -> t);
        SignificanceTest above =
                Stationarity.of(rising, 0, Stationarity.About.MEAN).orElseThrow();
        assertThat(above.bound()).isEqualTo(SignificanceTest.Bound.AT_MOST);
        assertThat(above.pValue()).isEqualTo(0.01);
        SignificanceTest some =
                Stationarity.of(rising, 9, Stationarity.About.MEAN).orElseThrow();
        SignificanceTest more =
                Stationarity.of(rising, 11, Stationarity.About.MEAN).orElseThrow();
        assertThat(List.of(some, more)).allSatisfy(test -> {
            assertThat(test.bound()).isEqualTo(SignificanceTest.Bound.EXACT);
            double[] knots = {0.347, 0.463, 0.574, 0.739};
            double[] shares = {0.10, 0.05, 0.025, 0.01};
            int k = 0;
            while (test.statistic() > knots[k + 1]) {
                k++;
            }
            double part = (test.statistic() - knots[k]) / (knots[k + 1] - knots[k]);
            assertThat(test.pValue()).isCloseTo((1 - part) * shares[k] + part * shares[k + 1], within(1e-15));
        });
    }

    // A random walk tested for one: the p-value of the two-sided normal statistic.
    @Test
    void aVarianceRatioIsATestOfTheRandomWalk() {
        VarianceRatio ratio = new VarianceRatio(
                5, 252, VarianceRatio.Bias.DEBIASED, VarianceRatio.Errors.ROBUST, 1.3, 2, 1.959963984540054);
        assertThat(ratio.test().pValue()).isCloseTo(0.05, within(1e-15));
        assertThat(ratio.test().reject(0.051)).isTrue();
        assertThat(ratio.test().reject(0.049)).isFalse();
        assertThat(ratio.test()).hasToString("variance ratio (debiased, robust): 1.9600, p = 0.0500 (4 lags, n = 252)");
    }

    @Test
    void shortSeriesAndSettingsOutOfRange() {
        assertThat(VarianceRatio.over(new double[] {1}, 4, 2)).containsExactly(Double.NaN);
        assertThat(MeanReversion.over(new double[0], 4)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> HurstExponent.rescaledRange(new double[50], 8, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> UnitRoot.of(new double[7], 1, UnitRoot.Terms.NONE));
    }
}
