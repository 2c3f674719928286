package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final double NONE = Double.NaN;
    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    @Test
    void meanWaitsForAFullWindow() {
        assertThat(Window.of(2).mean().over(new double[] {1, 2, 3, 5})).containsExactly(NONE, 1.5, 2.5, 4);
    }

    @Test
    void minimumCountLetsTheResultBeginEarlier() {
        double[] x = {1, 2, 6, 10};
        assertThat(Window.of(3).withMinimumCount(1).mean().over(x)).containsExactly(1, 1.5, 3, 6);
    }

    @Test
    void strictWindowsRecoverWhenTheGapHasLeft() {
        double[] x = {1, NONE, 3, 5, 7};
        assertThat(Window.of(2).mean().over(x)).containsExactly(NONE, NONE, NONE, 4, 6);
    }

    @Test
    void skippingWindowsUseWhatIsThere() {
        double[] x = {1, NONE, 3, NONE, NONE};
        Window window = Window.of(2).withMinimumCount(1).withMissing(Missing.SKIP);
        assertThat(window.mean().over(x)).containsExactly(1, 1, 3, 3, NONE);
        assertThat(window.sum().over(x)).containsExactly(1, 1, 3, 3, NONE);
        assertThat(window.max().over(x)).containsExactly(1, 1, 3, 3, NONE);
        assertThat(window.median().over(x)).containsExactly(1, 1, 3, 3, NONE);
    }

    @Test
    void carriedValuesGrowTooOld() {
        double[] x = {1, NONE, NONE, 7, 9};
        assertThat(Window.of(2).withMissing(Missing.carry(1)).mean().over(x)).containsExactly(NONE, 1, NONE, NONE, 8);
    }

    @Test
    void deviationsOfTwoFourFourFour() {
        double[] x = {2, 4, 4, 4, 5, 5, 7, 9};
        assertThat(Window.of(8).populationDeviation().over(x)[7]).isEqualTo(2);
        assertThat(Window.of(8).populationVariance().over(x)[7]).isEqualTo(4);
        assertThat(Window.of(8).sampleVariance().over(x)[7]).isEqualTo(32.0 / 7);
        assertThat(Window.of(8).sampleDeviation().over(x)[7]).isEqualTo(Math.sqrt(32.0 / 7));
        assertThat(Window.of(8).zScore().over(x)[7]).isCloseTo(4 / Math.sqrt(32.0 / 7), ROUNDING);
        assertThat(Window.of(8).populationZScore().over(x)[7]).isEqualTo(2);
    }

    @Test
    void aFlatWindowHasNoDeviationAndNoScore() {
        double[] x = new double[7];
        Arrays.fill(x, 0.1);
        assertThat(Window.of(3).mean().over(x)).containsExactly(NONE, NONE, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertThat(Window.of(3).sampleDeviation().over(x)).containsExactly(NONE, NONE, 0, 0, 0, 0, 0);
        assertThat(Window.of(3).zScore().over(x)).containsOnly(NONE);
    }

    @Test
    void aSingleObservationHasNoSampleDeviation() {
        assertThat(Window.of(1).sampleDeviation().over(new double[] {1, 2})).containsExactly(NONE, NONE);
        assertThat(Window.of(1).populationDeviation().over(new double[] {1, 2})).containsExactly(0, 0);
    }

    @Test
    void quantilesByType() {
        double[] x = {4, 1, 3, 2};
        Probability quarter = Probability.of(1, 4);
        assertThat(Window.of(4).quantile(quarter).over(x)[3]).isEqualTo(1.75);
        assertThat(Window.of(4).quantile(quarter, QuantileType.INVERTED_CDF).over(x)[3])
                .isEqualTo(1);
        assertThat(Window.of(4).quantile(quarter, QuantileType.WEIBULL).over(x)[3])
                .isEqualTo(1.25);
    }

    @Test
    void percentileRanksOfTiesByDefinition() {
        double[] x = {1, 2, 2, 3, 2};
        assertThat(rank(x, PercentileRank.STRICT)).isEqualTo(0.2);
        assertThat(rank(x, PercentileRank.WEAK)).isEqualTo(0.8);
        assertThat(rank(x, PercentileRank.MID)).isEqualTo(0.5);
        assertThat(rank(x, PercentileRank.AVERAGE_RANK)).isEqualTo(0.6);
        assertThat(rank(x, PercentileRank.PERCENT_RANK)).isEqualTo(0.25);
        assertThat(rank(x, PercentileRank.WEIBULL)).isEqualTo(2.0 / 6);
        assertThat(rank(x, PercentileRank.HAZEN)).isEqualTo(0.3);
        assertThat(rank(x, PercentileRank.STRICT_CURRENT_EXCLUDED)).isEqualTo(0.25);
        assertThat(rank(x, PercentileRank.WEAK_CURRENT_EXCLUDED)).isEqualTo(0.75);
        assertThat(rank(x, PercentileRank.NORMALISED)).isEqualTo(0);
    }

    private static double rank(double[] x, PercentileRank definition) {
        assertThat(definition.ofLast(x).fraction())
                .isEqualTo(Window.of(5).percentileRank(definition).over(x)[4]);
        return Window.of(5).percentileRank(definition).over(x)[4];
    }

    @Test
    void infinitiesAreRefusedWithTheirPlace() {
        double[] x = {1, Double.NEGATIVE_INFINITY, 3};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(2).mean().over(x))
                .withMessage("x[1] must be finite or NaN but was -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(0).mean().over(new double[3]))
                .withMessage("window must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(5).withMinimumCount(6))
                .withMessage("minimumCount must lie in [1, 5] but was 6");
    }

    @Test
    void peekChangesNothing() {
        RunningStatistic state = Window.of(2).mean().start();
        state.push(1);
        assertThat(state.isReady()).isFalse();
        assertThat(state.peek(3)).isEqualTo(2);
        assertThat(state.peek(5)).isEqualTo(3);
        assertThat(state.count()).isEqualTo(1);
        assertThat(state.push(3)).isEqualTo(2);
        assertThat(state.isReady()).isTrue();
    }
}
