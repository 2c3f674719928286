package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.unit.Rate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadPercentilesTest {

    private final TimeSeries levels = Levels.basisPoints(70, 55, 60, 55, 80, 55);

    @Test
    void one_history_has_a_rank_for_each_definition() {
        assertThat(fraction(PercentileRank.MID)).isEqualTo(0.25);
        assertThat(fraction(PercentileRank.STRICT)).isEqualTo(0);
        assertThat(fraction(PercentileRank.WEAK)).isEqualTo(0.5);
        assertThat(fraction(PercentileRank.STRICT_CURRENT_EXCLUDED)).isEqualTo(0);
        assertThat(fraction(PercentileRank.WEAK_CURRENT_EXCLUDED)).isEqualTo(0.4);
    }

    @Test
    void the_rank_carries_its_meaning() {
        SpreadPercentile percentile = at(PercentileRank.WEAK_CURRENT_EXCLUDED);
        assertThat(percentile.isCurrentIncluded()).isFalse();
        assertThat(percentile.count()).isEqualTo(6);
        assertThat(percentile.ties()).isEqualTo(3);
        assertThat(percentile.from()).isEqualTo(Levels.START);
        assertThat(percentile.current().date()).isEqualTo(Levels.START.plusDays(5));
        assertThat(at(PercentileRank.MID).toString())
                .isEqualTo(" 25.0 % +- 17.7  (mid, full history, from 2025-01-01, n = 6, n_eff = 6.0, ties = 3)");
    }

    /**
     * The autocorrelation of 1, 2, 3, 4 is 1/4 by hand, so four are worth 4 x 3/5. Weights of 1, 1/2, 1/4 and 1/8 are
     * worth (15/8)^2 / (85/64) = 225/85 of four equal ones.
     */
    @Test
    void autocorrelation_and_weights_shrink_the_sample() {
        TimeSeries rising = Levels.basisPoints(1, 2, 3, 4);
        assertThat(effectiveCount(rising, Lookback.expanding())).isCloseTo(2.4, within(1e-12));
        assertThat(effectiveCount(rising, Lookback.weighted(0.5))).isCloseTo(2.4 * 225 / 85 / 4, within(1e-12));
        assertThat(effectiveCount(Levels.basisPoints(5, 5, 5, 5), Lookback.expanding()))
                .isEqualTo(1);
        assertThat(effectiveCount(Levels.basisPoints(1, -1, 1, -1), Lookback.expanding()))
                .isEqualTo(4);
    }

    private static double effectiveCount(TimeSeries four, Lookback lookback) {
        return SpreadPercentiles.at(four, Levels.START.plusDays(3), lookback)
                .orElseThrow()
                .effectiveCount();
    }

    @Test
    void a_missing_newest_level_ranks_the_one_before() {
        TimeSeries gap = Levels.basisPoints(70, 55, Double.NaN);
        assertThat(SpreadPercentiles.at(gap, Levels.START.plusDays(2), Lookback.expanding())
                        .orElseThrow()
                        .current()
                        .date())
                .isEqualTo(Levels.START.plusDays(1));
    }

    @Test
    void a_fan_leaves_out_what_the_history_does_not_reach() {
        assertThat(SpreadPercentiles.fan(levels, Levels.START.plusDays(5)))
                .extracting(SpreadPercentile::lookback)
                .containsExactly(Lookback.expanding());
        assertThat(SpreadPercentiles.fan(
                        levels,
                        Levels.START.plusDays(5),
                        PercentileRank.MID,
                        List.of(Lookback.slots(3), Lookback.observations(9), Lookback.since(Levels.START.plusDays(4)))))
                .extracting(SpreadPercentile::fraction)
                .containsExactly(1 / 2.0 / 3 + 1 / 6.0, 0.25);
    }

    @Test
    void weights_know_three_definitions() {
        assertThatThrownBy(() -> SpreadPercentiles.at(
                        levels, Levels.START.plusDays(5), Lookback.weighted(0.9), PercentileRank.HAZEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be MID, STRICT or WEAK")
                .hasMessageContaining("HAZEN");
    }

    @Test
    void scores_against_the_past() {
        TimeSeries past = Levels.basisPoints(50, 60, 70, 60, 80);
        assertThat(SpreadScores.zScore(past, Levels.START.plusDays(2), Lookback.expanding())
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(SpreadScores.robustZScore(past, Levels.START.plusDays(4), Lookback.expanding())
                        .orElseThrow())
                .isCloseTo(20 / (1.482602218505602 * 10), within(1e-12));
        TimeSeries doubling = Levels.basisPoints(50, 100, 200);
        assertThat(SpreadScores.logZScore(doubling, Levels.START.plusDays(2), Lookback.expanding())
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(SpreadScores.zScore(Levels.basisPoints(5, 5, 5), Levels.START.plusDays(2), Lookback.expanding()))
                .isEmpty();
        assertThatThrownBy(() -> SpreadScores.logZScore(
                        Levels.basisPoints(5, -5, 5), Levels.START.plusDays(2), Lookback.expanding()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SpreadScores.logZScore(
                        Levels.basisPoints(5, 0, 5), Levels.START.plusDays(2), Lookback.expanding()))
                .hasMessage("level must be above 0 for its logarithm but was 0.0");
    }

    private double fraction(PercentileRank definition) {
        return at(definition).fraction();
    }

    private SpreadPercentile at(PercentileRank definition) {
        return SpreadPercentiles.at(levels, Levels.START.plusDays(5), Lookback.expanding(), definition)
                .orElseThrow();
    }

    /** Of five days in the month two are fewer than half, of three they are more. */
    @Test
    void aRollingRankOfAMonthWantsHalfOfItsDays() {
        Lookback month = new Lookback.Calendar(1, Lookback.Start.EXCLUDED);
        TimeSeries few = Levels.basisPoints(50, Double.NaN, Double.NaN, Double.NaN, 60);
        assertThat(SpreadPercentiles.rolling(few, month).value(4)).isNaN();
        TimeSeries enough = Levels.basisPoints(50, Double.NaN, 60);
        assertThat(SpreadPercentiles.rolling(enough, month).value(2)).isEqualTo(0.75);
    }

    @Test
    void aPercentileFitsItsSample() {
        Observation current = new Observation(Levels.START, 0.005);
        assertThat(percentile(1, Levels.START, 3, 3, 3, current).count()).isEqualTo(3);
        assertThat(percentile(-1, Levels.START, 3, 1, 1, current).effectiveCount())
                .isEqualTo(1);
        for (double fraction : new double[] {1.01, -1.01, Double.NaN}) {
            assertThatThrownBy(() -> percentile(fraction, Levels.START, 3, 1, 1, current))
                    .hasMessage("fraction must lie in [-1, 1] but was " + fraction);
        }
        for (int ties : new int[] {0, 4}) {
            assertThatThrownBy(() -> percentile(0.5, Levels.START, 3, ties, 1, current))
                    .hasMessage("ties must lie in [1, 3] but were " + ties);
        }
        for (double effective : new double[] {0.99, 3.01, Double.NaN}) {
            assertThatThrownBy(() -> percentile(0.5, Levels.START, 3, 1, effective, current))
                    .hasMessage("effectiveCount must lie in [1, 3] but was " + effective);
        }
        assertThatThrownBy(() -> percentile(0.5, Levels.START.plusDays(1), 3, 1, 1, current))
                .hasMessage("from must not lie after 2025-01-01 but was 2025-01-02");
        assertThat(new SpreadRange(current, current, current).drawup()).isEqualTo(Rate.ZERO);
        Observation wide = new Observation(Levels.START, 0.006);
        for (Observation[] wrong : new Observation[][] {{wide, current, current}, {current, wide, wide}}) {
            assertThatThrownBy(() -> new SpreadRange(wrong[0], wrong[1], wrong[2]))
                    .hasMessage("current must lie in [" + wrong[2].value() + ", " + wrong[1].value() + "] but was "
                            + wrong[0].value());
        }
    }

    private static SpreadPercentile percentile(
            double fraction, LocalDate from, int count, int ties, double effective, Observation current) {
        return new SpreadPercentile(
                fraction, PercentileRank.MID, Lookback.expanding(), current, from, count, ties, effective);
    }
}
