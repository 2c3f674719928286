package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.unit.Probability;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** What a state knows that was started anew after a restart and given the last observations of its window alone. */
class ReplayLaws {

    private static final int LENGTH = 7;
    private static final int CARRIED = 2;

    private static final List<Window> WINDOWS = List.of(
            Window.of(LENGTH),
            Window.of(LENGTH).withMinimumCount(2).withMissing(Missing.SKIP),
            Window.of(LENGTH).withMinimumCount(2).withMissing(Missing.carry(CARRIED)));

    private static List<Statistic> exact(Window window) {
        return List.of(
                window.median(),
                window.quantile(Probability.percent(7)),
                window.percentileRank(),
                window.max(),
                window.min());
    }

    /** One in five is missing. */
    private static double[] observed(List<Double> values) {
        return values.stream()
                .mapToDouble(value -> value > 60 ? Double.NaN : value)
                .toArray();
    }

    private static RunningStatistic after(Statistic statistic, double[] x, int from) {
        RunningStatistic state = statistic.start();
        for (int i = Math.max(0, from); i < x.length; i++) {
            state.push(x[i]);
        }
        return state;
    }

    @Property(seed = "20250722", tries = 300)
    void quantiles_ranks_and_extremes_have_the_same_bits(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -100, max = 100) Double> values,
            @ForAll @DoubleRange(min = -100, max = 100) double next) {
        double[] x = observed(values);
        for (Window window : WINDOWS) {
            for (Statistic statistic : exact(window)) {
                RunningStatistic whole = after(statistic, x, 0);
                RunningStatistic replayed = after(statistic, x, x.length - LENGTH - CARRIED);
                assertThat(Double.doubleToLongBits(replayed.push(next)))
                        .as(statistic.toString())
                        .isEqualTo(Double.doubleToLongBits(whole.push(next)));
            }
        }
    }

    @Property(seed = "20250722", tries = 300)
    void means_and_deviations_agree_to_their_accuracy(
            @ForAll @Size(min = 10, max = 60) List<@DoubleRange(min = -100, max = 100) Double> values) {
        double[] x = observed(values);
        for (Window window : WINDOWS) {
            for (Statistic statistic : List.of(window.mean(), window.sampleDeviation())) {
                double whole = after(statistic, x, 0).push(1);
                double replayed =
                        after(statistic, x, x.length - LENGTH - CARRIED).push(1);
                assertThat(Double.isNaN(replayed)).isEqualTo(Double.isNaN(whole));
                if (!Double.isNaN(whole)) {
                    assertThat(replayed).isEqualTo(whole, within(1e-12 * Math.abs(whole) + 1e-12));
                }
            }
        }
    }
}
