package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Batch equals stream bit for bit on series longer than what is read together, complete and with gaps. */
class LongSeriesLaws {

    private record Rule(BiFunction<double[], Window, double[]> batch, Function<Window, RunningStatistic> running) {}

    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        RULES.put("sum", new Rule(Rolling::sum, Running::sum));
        RULES.put("mean", new Rule(Rolling::mean, Running::mean));
        RULES.put("sample variance", new Rule(Rolling::sampleVariance, Running::sampleVariance));
        RULES.put("population variance", new Rule(Rolling::populationVariance, Running::populationVariance));
        RULES.put("sample deviation", new Rule(Rolling::sampleDeviation, Running::sampleDeviation));
        RULES.put("population deviation", new Rule(Rolling::populationDeviation, Running::populationDeviation));
        RULES.put("z-score", new Rule(Rolling::zScore, Running::zScore));
        RULES.put("population z-score", new Rule(Rolling::populationZScore, Running::populationZScore));
        RULES.put("min", new Rule(Rolling::min, Running::min));
        RULES.put("max", new Rule(Rolling::max, Running::max));
        RULES.put("position", new Rule(Rolling::positionInRange, Running::positionInRange));
        RULES.put(
                "expanding mean",
                new Rule(
                        (x, window) -> Expanding.mean(x, window.minimumCount()),
                        window -> Running.expandingMean(window.minimumCount())));
        RULES.put(
                "expanding variance",
                new Rule(
                        (x, window) -> Expanding.populationVariance(x, window.minimumCount()),
                        window -> Running.expandingPopulationVariance(window.minimumCount())));
        RULES.put(
                "expanding deviation",
                new Rule(
                        (x, window) -> Expanding.sampleDeviation(x, window.minimumCount()),
                        window -> Running.expandingSampleDeviation(window.minimumCount())));
        RULES.put(
                "expanding z-score",
                new Rule(
                        (x, window) -> Expanding.zScore(x, window.minimumCount()),
                        window -> Running.expandingZScore(window.minimumCount())));
    }

    @Property(seed = "20250722", tries = 60)
    void batchIsTheRunningForm(
            @ForAll @IntRange(min = 900, max = 3500) int length,
            @ForAll @IntRange(min = 1, max = 1500) int window,
            @ForAll boolean complete,
            @ForAll Random random) {
        double[] x = walk(length, complete ? 0 : 40, random);
        Missing missing = random.nextBoolean() ? Missing.SKIP : Missing.carry(3);
        Window rule = new Window(window, 1 + random.nextInt(window), random.nextInt(3) == 0 ? Missing.STRICT : missing);
        RULES.forEach((name, each) -> {
            RunningStatistic state = each.running().apply(rule);
            double[] pushed = Arrays.stream(x).map(state::push).toArray();
            assertThat(bits(each.batch().apply(x, rule)))
                    .as("%s of %s", name, rule)
                    .isEqualTo(bits(pushed));
        });
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
