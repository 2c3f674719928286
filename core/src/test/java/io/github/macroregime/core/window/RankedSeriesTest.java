package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import org.junit.jupiter.api.Test;

class RankedSeriesTest {

    private static final double NONE = Double.NaN;
    private static final RankedSeries RANKED = RankedSeries.of(new double[] {4, 1, 3, NONE, 2, 2});

    @Test
    void oneOrderingAnswersForEveryWindow() {
        assertThat(RANKED.quantile(3, Probability.HALF)).containsExactly(NONE, NONE, 3, NONE, NONE, NONE);
        assertThat(RANKED.quantile(2, Probability.HALF)).containsExactly(NONE, 2.5, 2, NONE, NONE, 2);
        Window skipping = Window.of(4).withMinimumCount(1).withMissing(Missing.SKIP);
        assertThat(RANKED.quantile(skipping, Probability.ONE, QuantileType.LINEAR))
                .containsExactly(4, 4, 4, 4, 3, 3);
        assertThat(RANKED.quantile(skipping, Probability.ZERO, QuantileType.WEIBULL))
                .containsExactly(4, 1, 1, 1, 1, 2);
    }

    @Test
    void ranksCountTheTiesOfTheirWindowOnly() {
        assertThat(RANKED.percentileRank(2)).containsExactly(NONE, 0.25, 0.75, NONE, NONE, 0.5);
        Window three = Window.of(3).withMinimumCount(1).withMissing(Missing.SKIP);
        assertThat(RANKED.percentileRank(three, PercentileRank.STRICT)).containsExactly(0, 0, 1.0 / 3, NONE, 0, 0);
        assertThat(RANKED.percentileRank(three, PercentileRank.WEAK)).containsExactly(1, 0.5, 2.0 / 3, NONE, 0.5, 1);
    }

    @Test
    void aValueCarriedForwardIsOneMoreObservation() {
        Window carrying = Window.of(2).withMissing(Missing.carry(1));
        assertThat(RANKED.percentileRank(carrying, PercentileRank.STRICT)).containsExactly(NONE, 0, 0.5, 0, 0, 0);
        assertThat(RANKED.quantile(carrying, Probability.HALF, QuantileType.LINEAR))
                .containsExactly(NONE, 2.5, 2, 3, 2.5, 2);
    }

    @Test
    void everythingSoFarIsAWindowToo() {
        assertThat(RANKED.expandingQuantile(1, Probability.HALF, QuantileType.LINEAR))
                .containsExactly(4, 2.5, 3, 3, 2.5, 2);
        assertThat(RANKED.expandingPercentileRank(2, PercentileRank.WEAK))
                .containsExactly(NONE, 0.5, 2.0 / 3, NONE, 0.5, 0.6);
    }

    @Test
    void itCountsAndPrintsWhatItHolds() {
        assertThat(RANKED.size()).isEqualTo(6);
        assertThat(RANKED.count()).isEqualTo(5);
        assertThat(RANKED).hasToString("RankedSeries of 6 positions, 5 observed");
        assertThat(RANKED)
                .isEqualTo(RankedSeries.of(new double[] {4, 1, 3, NONE, 2, 2}))
                .hasSameHashCodeAs(RankedSeries.of(new double[] {4, 1, 3, NONE, 2, 2}))
                .isNotEqualTo(RankedSeries.of(new double[] {4, 1, 3, NONE, 2, 1}));
        assertThat(RankedSeries.of(new double[0]).quantile(3, Probability.HALF)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankedSeries.of(new double[] {1, Double.POSITIVE_INFINITY}))
                .withMessage("x[1] must be finite or NaN but was Infinity");
    }
}
