package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Quantiles;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.fixture.SeriesArbitraries;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A ranked series answers as its windows do, each sorted by itself, and as the running forms do under every policy. */
class RankedSeriesLaws {

    @Provide
    Arbitrary<double[]> complete() {
        return SeriesArbitraries.complete(1, 700);
    }

    @Provide
    Arbitrary<double[]> gapped() {
        return SeriesArbitraries.gapped(0, 700);
    }

    @Provide
    Arbitrary<Probability> probabilities() {
        return Arbitraries.integers()
                .between(1, 200)
                .flatMap(b -> Arbitraries.integers().between(0, b).map(a -> Probability.of(a, b)));
    }

    @Provide
    Arbitrary<Window> windows() {
        Arbitrary<Missing> policies =
                Arbitraries.of(Missing.STRICT, Missing.SKIP, Missing.carry(0), Missing.carry(1), Missing.carry(4));
        return Arbitraries.integers()
                .between(1, 130)
                .flatMap(length -> Combinators.combine(Arbitraries.integers().between(1, length), policies)
                        .as((minimum, policy) -> new Window(length, minimum, policy)));
    }

    @Property(seed = "20250722", tries = 150)
    void quantilesAreThoseOfEachWindowSorted(
            @ForAll("complete") double[] x, @ForAll("probabilities") Probability p, @ForAll QuantileType type) {
        int window = 1 + x.length / 3;
        assertSameBits(
                RankedSeries.of(x).quantile(Window.of(window), p, type),
                eachWindow(x, window, held -> Quantiles.quantile(held, p, type)));
    }

    @Property(seed = "20250722", tries = 150)
    void quantilesOfAscendingNumbersAreThoseOfAnyOrder(
            @ForAll("complete") double[] x, @ForAll("probabilities") Probability p) {
        double[] ascending = x.clone();
        Arrays.sort(ascending);
        assertThat(Quantiles.ofAscending(ascending, p)).isEqualTo(Quantiles.quantile(x, p));
    }

    @Property(seed = "20250722", tries = 150)
    void ranksAreThoseCountedInEachWindow(@ForAll("complete") double[] x, @ForAll PercentileRank definition) {
        int window = 1 + x.length / 3;
        assertSameBits(
                RankedSeries.of(x).percentileRank(Window.of(window), definition),
                eachWindow(x, window, held -> definition.ofLast(held).fraction()));
    }

    @Property(seed = "20250722", tries = 300)
    void quantilesAreThoseOfTheRunningForm(
            @ForAll("gapped") double[] x,
            @ForAll("windows") Window window,
            @ForAll("probabilities") Probability p,
            @ForAll QuantileType type) {
        RankedSeries ranked = RankedSeries.of(x);
        assertSameBits(
                ranked.quantile(window, p, type),
                pushed(window.quantile(p, type).start(), x));
        int count = window.minimumCount();
        assertSameBits(
                ranked.expandingQuantile(count, p, type),
                pushed(Expanding.from(count).quantile(p, type).start(), x));
    }

    @Property(seed = "20250722", tries = 300)
    void ranksAreThoseOfTheRunningForm(
            @ForAll("gapped") double[] x, @ForAll("windows") Window window, @ForAll PercentileRank definition) {
        RankedSeries ranked = RankedSeries.of(x);
        assertSameBits(
                ranked.percentileRank(window, definition),
                pushed(window.percentileRank(definition).start(), x));
        int count = window.minimumCount();
        assertSameBits(
                ranked.expandingPercentileRank(count, definition),
                pushed(Expanding.from(count).percentileRank(definition).start(), x));
    }

    /** Longer than every level of the structures, and with what the leading bits of the order cannot tell apart. */
    @Example
    void longSeriesOfEveryKind() {
        SplittableRandom random = new SplittableRandom(20250722);
        double[] cluster = new double[9000];
        Arrays.setAll(cluster, t -> t % 1000 == 0 ? -1e300 : 1 + random.nextInt(5000) * Math.ulp(1.0));
        double[] noise = new double[9000];
        Arrays.setAll(noise, t -> random.nextDouble() - 0.5);
        double[] ticks = new double[9000];
        Arrays.setAll(ticks, t -> t % 7 == 3 ? Double.NaN : random.nextInt(9) / 4.0 - 1);
        Probability p = Probability.percent(95);
        for (double[] x : new double[][] {cluster, noise, ticks}) {
            RankedSeries ranked = RankedSeries.of(x);
            for (Window window :
                    new Window[] {Window.of(2), Window.of(300).withMissing(Missing.SKIP), Window.of(8500)}) {
                Window lenient = window.withMinimumCount(1);
                assertSameBits(
                        ranked.quantile(lenient, p, QuantileType.LINEAR),
                        pushed(lenient.quantile(p).start(), x));
                assertSameBits(
                        ranked.percentileRank(lenient, PercentileRank.MID),
                        pushed(lenient.percentileRank(PercentileRank.MID).start(), x));
            }
        }
    }

    private static double[] eachWindow(double[] x, int window, ToDoubleFunction<double[]> statistic) {
        double[] result = new double[x.length];
        Arrays.setAll(
                result,
                t -> t + 1 < window
                        ? Double.NaN
                        : statistic.applyAsDouble(Arrays.copyOfRange(x, t + 1 - window, t + 1)));
        return result;
    }

    private static double[] pushed(RunningStatistic state, double[] x) {
        return Arrays.stream(x).map(state::push).toArray();
    }

    private static void assertSameBits(double[] actual, double[] expected) {
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    // Adding zero makes the two zeros one value.
    private static long[] bits(double[] values) {
        return Arrays.stream(values)
                .mapToLong(value -> Double.doubleToLongBits(value + 0.0))
                .toArray();
    }
}
