package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.stats.BrierScore.Bin;
import io.github.macroregime.core.stats.BrierScore.Forecast;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BrierScoreTest {

    private static final double[] PROBABILITIES = {
        0.05, 0.12, 0.29, 0.31, 0.35, 0.48, 0.52, 0.61, 0.7, 0.7, 0.77, 0.83, 0.9, 0.98, 1.0, 0.0, 0.1, 0.29
    };
    private static final int[] HAPPENED = {0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0};

    private static List<Forecast> forecasts() {
        return IntStream.range(0, HAPPENED.length)
                .mapToObj(i -> new Forecast(PROBABILITIES[i], HAPPENED[i] == 1))
                .toList();
    }

    /** Three forecasts: (0.8 - 1)^2, (0.8 - 0)^2 and (0.2 - 0)^2 are 0.04, 0.64 and 0.04. */
    @Test
    void threeForecastsByHand() {
        BrierScore score =
                BrierScore.of(List.of(new Forecast(0.8, true), new Forecast(0.8, false), new Forecast(0.2, false)), 10);
        assertThat(score.score()).isCloseTo(0.24, offset(1e-15));
        assertThat(score.baseRate()).isCloseTo(1 / 3.0, offset(1e-15));
        assertThat(score.reliability()).isCloseTo((2 * 0.09 + 0.04) / 3, offset(1e-15));
        assertThat(score.resolution()).isCloseTo((2 / 36.0 + 1 / 9.0) / 3, offset(1e-15));
        assertThat(score.uncertainty()).isCloseTo(2 / 9.0, offset(1e-15));
        assertThat(score.withinBins()).isCloseTo(0, offset(1e-15));
        assertThat(score.skill()).isCloseTo(1 - 0.24 * 4.5, offset(1e-15));
        assertThat(score.bins()).containsExactly(new Bin(0.2, 0.3, 1, 0.2, 0), new Bin(0.8, 0.9, 2, 0.8, 0.5));
    }

    /** numpy 2: the parts from sums over {@code digitize}d bins, the part within bins from its own two sums. */
    @Test
    void eighteenForecastsAsNumpyHasThem() {
        BrierScore tenths = BrierScore.of(forecasts(), 10);
        assertThat(tenths.score()).isCloseTo(0.12215555555555555, offset(1e-15));
        assertThat(tenths.reliability()).isCloseTo(0.059315740740740738, offset(1e-15));
        assertThat(tenths.resolution()).isCloseTo(0.1851851851851852, offset(1e-15));
        assertThat(tenths.uncertainty()).isCloseTo(0.25, offset(1e-15));
        assertThat(tenths.withinBins()).isCloseTo(-0.0019750000000000024, offset(1e-15));
        assertThat(tenths.bins()).extracting(Bin::observations).containsExactly(2, 2, 2, 2, 1, 1, 1, 3, 1, 3);
        assertThat(tenths.bins().get(7).frequency()).isCloseTo(2 / 3.0, offset(1e-15));
        BrierScore quarters = BrierScore.of(forecasts(), 4);
        assertThat(quarters.reliability()).isCloseTo(0.0087894444444444365, offset(1e-15));
        assertThat(quarters.resolution()).isCloseTo(0.12777777777777777, offset(1e-15));
        assertThat(quarters.withinBins()).isCloseTo(-0.0088561111111111115, offset(1e-15));
        BrierScore hundredths = BrierScore.of(forecasts(), 100);
        assertThat(hundredths.reliability()).isCloseTo(0.0666, offset(1e-15));
        assertThat(hundredths.resolution()).isCloseTo(0.19444444444444445, offset(1e-15));
        assertThat(hundredths.withinBins()).isCloseTo(0, offset(1e-15));
        assertThat(hundredths.bins().get(4)).isEqualTo(new Bin(0.29, 0.30, 2, 0.29, 0.5));
    }

    @Property(seed = "20250722")
    void partsAddUpAndEveryEdgeBeginsItsBin(
            @ForAll @IntRange(min = 1, max = 200) int bins,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 200) Integer> places) {
        List<Forecast> forecasts = places.stream()
                .map(place -> new Forecast(Math.min(place, bins) / (double) bins, place % 3 == 0))
                .toList();
        BrierScore score = BrierScore.of(forecasts, bins);
        assertThat(score.reliability() - score.resolution() + score.uncertainty() + score.withinBins())
                .isCloseTo(score.score(), offset(1e-14));
        assertThat(score.observations()).isEqualTo(places.size());
        assertThat(score.bins()).allSatisfy(bin -> {
            assertThat(bin.meanProbability()).isBetween(bin.from() - 1e-15, bin.to() + 1e-15);
            assertThat(bin.meanProbability() < bin.to() - 1e-12 || bin.to() == 1)
                    .isTrue();
        });
    }

    @Test
    void certainForecastsThatComeTrueScoreZero() {
        BrierScore score = BrierScore.of(List.of(new Forecast(1, true), new Forecast(0, false)), 5);
        assertThat(score.score()).isZero();
        assertThat(score.skill()).isEqualTo(1);
        assertThat(BrierScore.of(List.of(new Forecast(1, true)), 5).skill()).isNaN();
        assertThat(score).asString().contains("Brier score 0.0000", "n = 2", "0.800 - 1.000");
    }

    @Test
    void whatIsNoForecastIsRefused() {
        assertThatThrownBy(() -> new Forecast(1.01, true)).hasMessageContaining("probability must lie in [0, 1]");
        assertThatThrownBy(() -> new Forecast(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BrierScore.of(List.of(), 10)).hasMessage("forecasts must be at least 1 but was 0");
        assertThatThrownBy(() -> BrierScore.of(forecasts(), 0)).hasMessage("bins must be at least 1 but was 0");
    }
}
