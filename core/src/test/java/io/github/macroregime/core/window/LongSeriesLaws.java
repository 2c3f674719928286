package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Batch equals stream bit for bit on series longer than what is read together, complete and with gaps. */
class LongSeriesLaws {

    private static final List<Function<Window, Statistic>> STATISTICS = List.of(
            Window::sum,
            Window::mean,
            Window::sampleVariance,
            Window::populationVariance,
            Window::sampleDeviation,
            Window::populationDeviation,
            Window::zScore,
            Window::populationZScore,
            Window::min,
            Window::max,
            Window::positionInRange,
            window -> Expanding.from(window.minimumCount()).mean(),
            window -> Expanding.from(window.minimumCount()).populationVariance(),
            window -> Expanding.from(window.minimumCount()).sampleDeviation(),
            window -> Expanding.from(window.minimumCount()).zScore());

    @Property(seed = "20250722", tries = 60)
    void batchIsTheRunningForm(
            @ForAll @IntRange(min = 900, max = 3500) int length,
            @ForAll @IntRange(min = 1, max = 1500) int window,
            @ForAll boolean complete,
            @ForAll Random random) {
        double[] x = walk(length, complete ? 0 : 40, random);
        Missing missing = random.nextBoolean() ? Missing.SKIP : Missing.carry(3);
        Window rule = new Window(window, 1 + random.nextInt(window), random.nextInt(3) == 0 ? Missing.STRICT : missing);
        for (Function<Window, Statistic> each : STATISTICS) {
            Statistic statistic = each.apply(rule);
            RunningStatistic state = statistic.start();
            double[] pushed = Arrays.stream(x).map(state::push).toArray();
            assertThat(bits(statistic.over(x))).as(statistic.toString()).isEqualTo(bits(pushed));
        }
    }

    private static double[] walk(int length, int gaps, Random random) {
        double[] x = new double[length];
        double level = 1e6 * random.nextInt(3);
        for (int t = 0; t < length; t++) {
            level += random.nextGaussian();
            x[t] = level;
        }
        for (int gap = 0; gap < gaps; gap++) {
            int from = random.nextInt(length);
            Arrays.fill(x, from, Math.min(length, from + 1 + random.nextInt(5)), Double.NaN);
        }
        return x;
    }

    // Adding zero makes the two zeros one value.
    private static long[] bits(double[] values) {
        return Arrays.stream(values)
                .mapToLong(value -> Double.doubleToLongBits(value + 0.0))
                .toArray();
    }
}
