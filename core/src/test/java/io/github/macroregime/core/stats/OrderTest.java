package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.window.Expanding;
import io.github.macroregime.core.window.Missing;
import io.github.macroregime.core.window.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final double NONE = Double.NaN;

    @Test
    void mediansAndRanges() {
        double[] x = {5, 1, 3, 2};
        assertThat(Quantiles.median(x)).isEqualTo(2.5);
        assertThat(Quantiles.interquartileRange(x)).isEqualTo(3.5 - 1.75);
        assertThat(Quantiles.median(new double[] {1, NONE})).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.median(new double[0]));
    }

    // Distances from 2: 1 1 0 0 2 4 7, their median 1.
    @Test
    void robustScores() {
        double[] x = {1, 1, 2, 2, 4, 6, 9};
        assertThat(Quantiles.medianAbsoluteDeviation(x)).isEqualTo(1);
        assertThat(Quantiles.robustZScore(x, 9)).isEqualTo(7 / 1.482602218505602);
        assertThat(Window.of(7).robustZScore().over(x)[6]).isEqualTo(7 / 1.482602218505602);
    }

    // More than half equal: the deviation is zero and the interquartile range of 0.5 steps in.
    @Test
    void robustScoresFallBackToTheQuartiles() {
        double[] x = {1, 1, 1, 2, 3};
        assertThat(Quantiles.medianAbsoluteDeviation(x)).isZero();
        assertThat(Quantiles.robustZScore(x, 3)).isCloseTo(2 * 1.3489795003921634, Offset.offset(1e-15));
        assertThat(Window.of(5).robustZScore().over(x)[4]).isCloseTo(2 * 1.3489795003921634, Offset.offset(1e-15));
        assertThat(Quantiles.robustZScore(new double[] {1, 1, 1, 1, 3}, 3)).isNaN();
    }

    @Test
    void rollingMedianDistanceEqualsTheSlowWay() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4};
        for (int w = 1; w <= x.length; w++) {
            double[] fast = Window.of(w).medianAbsoluteDeviation().over(x);
            for (int t = w - 1; t < x.length; t++) {
                double[] window = java.util.Arrays.copyOfRange(x, t - w + 1, t + 1);
                assertThat(fast[t]).isEqualTo(Quantiles.medianAbsoluteDeviation(window));
            }
        }
    }

    @Test
    void howLongAgoTheExtremeWas() {
        double[] x = {1, 3, 3, 2, NONE, 0};
        Window window = Window.of(3).withMinimumCount(1).withMissing(Missing.SKIP);
        assertThat(window.argMax().over(x)).containsExactly(0, 0, 0, 1, 2, 2);
        assertThat(window.argMin().over(x)).containsExactly(0, 1, 2, 0, 1, 0);
    }

    @Test
    void positionBetweenTheExtremes() {
        assertThat(Window.of(3).positionInRange().over(new double[] {1, 5, 2, 2, 2}))
                .containsExactly(NONE, NONE, 0.25, 0, NONE);
    }

    @Test
    void slopesPerPosition() {
        double[] x = {1, NONE, 5, 7};
        Window window = Window.of(3).withMinimumCount(2).withMissing(Missing.SKIP);
        assertThat(window.slope().over(x)).containsExactly(NONE, NONE, 2, 2);
        assertThat(Window.of(3).slopeTStatistic().over(new double[] {1, 2, 3})[2])
                .isNaN();
        assertThat(Window.of(3).slopeTStatistic().over(new double[] {2, 2, 5})[2])
                .isCloseTo(1.5 / Math.sqrt(0.75), Offset.offset(1e-14));
    }

    @Test
    void percentilesHoldTheirCounts() {
        Percentile percentile = PercentileRank.MID.of(new double[] {50, 51, 52, NONE, 53}, 51);
        assertThat(percentile.count()).isEqualTo(4);
        assertThat(percentile.below()).isEqualTo(1);
        assertThat(percentile.equal()).isEqualTo(1);
        assertThat(percentile.fraction()).isEqualTo(0.375);
        assertThat(percentile.standardError(6)).isCloseTo(Math.sqrt(0.375 * 0.625 / 6), Offset.offset(1e-16));
        assertThat(percentile).hasToString("37.50 % (mid: 1 below, 1 equal, n = 4)");
        assertThat(PercentileRank.PERCENT_RANK.ofLast(new double[] {7}).fraction())
                .isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> PercentileRank.MID.of(new double[] {NONE}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentile(PercentileRank.MID, 3, 2, 4, false));
        assertThatIllegalArgumentException().isThrownBy(() -> percentile.standardError(0));
    }

    @Test
    void interpolatedRanksEndAtTheRange() {
        double[] x = {10, 20, 40};
        assertThat(PercentileRank.Interpolated.inclusive(x, 10)).hasValue(0);
        assertThat(PercentileRank.Interpolated.inclusive(x, 30)).hasValue(0.75);
        assertThat(PercentileRank.Interpolated.exclusive(x, 40)).hasValue(0.75);
        assertThat(PercentileRank.Interpolated.exclusive(x, 9)).isEmpty();
        assertThat(PercentileRank.Interpolated.inclusive(new double[] {5}, 5)).isEmpty();
        assertThat(PercentileRank.Interpolated.truncated(0.5555, 2)).isEqualTo(0.55);
        assertThat(PercentileRank.Interpolated.truncated(0.29, 2)).isEqualTo(0.29);
    }

    @Test
    void expandingQuantilesKeepEverything() {
        double[] x = {4, NONE, 1, 3, 2};
        assertThat(Expanding.from(1).median().over(x)).containsExactly(4, 4, 2.5, 3, 2.5);
        assertThat(Expanding.from(4)
                        .quantile(Probability.of(1, 4), QuantileType.LINEAR)
                        .over(x)[4])
                .isEqualTo(1.75);
        assertThat(Expanding.from(1).min().over(x)).containsExactly(4, 4, 1, 1, 1);
        assertThat(Expanding.from(3).max().over(x)).containsExactly(NONE, NONE, NONE, 4, 4);
        assertThat(Expanding.from(1).percentileRank(PercentileRank.WEAK).over(x))
                .containsExactly(1, NONE, 0.5, 2.0 / 3, 0.5);
        assertThat(Expanding.from(2).mean().over(x))
                .containsExactly(new double[] {NONE, NONE, 2.5, 8.0 / 3, 2.5}, Offset.offset(1e-15));
    }
}
