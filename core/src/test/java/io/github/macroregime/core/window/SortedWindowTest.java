package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SortedWindowTest {

    /** A walk with ties, rises, falls and a gap in which a window runs empty. */
    private static double[] walk(int length) {
        SplittableRandom random = new SplittableRandom(22);
        double[] x = new double[length];
        double level = 0;
        for (int t = 0; t < length; t++) {
            level += random.nextInt(-3, 4) + (t / 6000 % 2 == 0 ? 1 : -1);
            x[t] = level;
        }
        Arrays.fill(x, length / 2, length / 2 + 9000, Double.NaN);
        return x;
    }

    @Test
    void manyObservationsInBlocksAreReadAsTheWholeSeriesIs() {
        double[] x = walk(40_000);
        for (Statistic statistic : List.of(
                Expanding.from(1).quantile(Probability.percent(7)),
                Expanding.from(1).percentileRank(PercentileRank.MID),
                new Window(8500, 1, Missing.SKIP).median(),
                new Window(8500, 1, Missing.SKIP).percentileRank(PercentileRank.WEAK),
                new Window(8500, 1, Missing.SKIP).quantile(Probability.ONE))) {
            RunningStatistic state = statistic.start();
            RunningStatistic copied = statistic.start();
            double[] batch = statistic.over(x);
            for (int t = 0; t < x.length; t++) {
                if (t % 4999 == 0) {
                    copied = state.copy();
                }
                double peeked = t % 50 == 0 ? state.peek(x[t]) : batch[t];
                assertThat(new double[] {peeked, copied.push(x[t]), state.push(x[t])})
                        .as("%s at %d", statistic, t)
                        .isEqualTo(new double[] {batch[t], batch[t], batch[t]});
            }
        }
    }

    @Test
    void medianDeviationsOfManyAreThoseOfASortedWindow() {
        double[] x = walk(30_000);
        double[] actual =
                new Window(7000, 1, Missing.SKIP).medianAbsoluteDeviation().over(x);
        for (int t = 0; t < x.length; t += 500) {
            double[] held = Arrays.stream(x, Math.max(0, t - 6999), t + 1)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            assertThat(actual[t])
                    .isEqualTo(Double.valueOf(held.length == 0 ? Double.NaN : Quantiles.medianAbsoluteDeviation(held)));
        }
    }
}
