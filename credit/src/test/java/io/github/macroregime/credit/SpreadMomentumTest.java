package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.TimeSeries;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadMomentumTest {

    private final TimeSeries levels = Levels.basisPoints(50, 51, Double.NaN, 53, 52, 56);
    private final SpreadMomentum momentum = SpreadMomentum.of(levels, Levels.START.plusDays(5));

    @Test
    void spans_count_observations() {
        assertThat(momentum.change(1).orElseThrow().basisPoints()).isCloseTo(4, within(1e-12));
        assertThat(momentum.change(3).orElseThrow().basisPoints()).isCloseTo(5, within(1e-12));
        assertThat(momentum.change(5)).isEmpty();
    }

    /** The last three changes are 2, -1 and 4: mean 5/3, sample deviation sqrt(19/3). */
    @Test
    void score_of_the_newest_change() {
        assertThat(momentum.changeScore(1, 3).orElseThrow())
                .isCloseTo((4 - 5 / 3.0) / Math.sqrt(19 / 3.0), within(1e-12));
        assertThat(momentum.changeScore(1, 5)).isEmpty();
        assertThat(SpreadMomentum.of(Levels.basisPoints(5, 5, 5), Levels.START.plusDays(2))
                        .changeScore(1, 2))
                .isEmpty();
    }

    @Test
    void crossover_of_two_averages() {
        assertThat(momentum.crossover(2, 4).orElseThrow().basisPoints()).isCloseTo(54 - 53, within(1e-12));
        assertThat(momentum.crossover(2, 6)).isEmpty();
        assertThat(momentum.crossover(1, 5).orElseThrow().basisPoints())
                .as("all five observed levels are as many as the longer average takes")
                .isCloseTo(56 - 262 / 5.0, within(1e-12));
    }

    @Test
    void later_levels_are_not_seen() {
        assertThat(SpreadMomentum.of(levels, Levels.START.plusDays(1))
                        .change(1)
                        .orElseThrow()
                        .basisPoints())
                .isCloseTo(1, within(1e-12));
        assertThat(momentum.toString()).isEqualTo("change over 1 day +4.00 bp");
        // Of 1 to 70 bp the last twenty average 60.5, the last sixty 40.5.
        double[] rising = IntStream.rangeClosed(1, 70).asDoubleStream().toArray();
        assertThat(SpreadMomentum.of(Levels.basisPoints(rising), Levels.START.plusDays(69))
                        .toString())
                .isEqualTo("change over 1 day +1.00 bp, 5 days +5.00 bp, 20 days +20.00 bp, 60 days +60.00 bp,"
                        + " mean of 20 days less that of 60 days +20.00 bp");
        assertThat(SpreadMomentum.of(Levels.basisPoints(5), Levels.START).toString())
                .isEqualTo("no change yet");
    }

    @Test
    void mistakes_are_refused_with_their_value() {
        assertThatThrownBy(() -> momentum.change(0)).hasMessage("observations must be at least 1 but was 0");
        assertThatThrownBy(() -> momentum.changeScore(0, 3)).hasMessage("observations must be at least 1 but was 0");
        assertThatThrownBy(() -> momentum.changeScore(1, 1)).hasMessage("window must be at least 2 but was 1");
        assertThatThrownBy(() -> momentum.crossover(0, 3)).hasMessage("fast must be at least 1 but was 0");
        assertThatThrownBy(() -> momentum.crossover(3, 3)).hasMessage("slow must be above fast, 3, but was 3");
    }
}
