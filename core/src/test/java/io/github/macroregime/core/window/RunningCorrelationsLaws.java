package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.stats.Correlations;
import io.github.macroregime.core.stats.Spectrum;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RunningCorrelationsLaws {

    private static final int LENGTH = 50;
    private static final double PUBLISHED = 1e-12;

    @Property(seed = "20250722", tries = 300)
    void everyWindowHasItsOwnMatrix(
            @ForAll("series") double[][] series,
            @ForAll @IntRange(min = 2, max = 20) int length,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double level) {
        double[][] lifted = Arrays.stream(series)
                .map(x -> Arrays.stream(x).map(v -> v + level).toArray())
                .toArray(double[][]::new);
        RunningCorrelations state = RunningCorrelations.of(series.length, Window.of(length));
        for (int t = 0; t < LENGTH; t++) {
            boolean defined = state.push(row(lifted, t));
            if (t + 1 >= length) {
                assertLike(Correlations.matrix(window(lifted, t, length)), state);
            } else {
                assertThat(defined).isFalse();
            }
        }
    }

    private static void assertLike(Optional<Matrix> afresh, RunningCorrelations state) {
        assertThat(state.matrix().isPresent()).isEqualTo(afresh.isPresent());
        if (afresh.isEmpty()) {
            return;
        }
        Matrix expected = afresh.get();
        Matrix actual = state.matrix().orElseThrow();
        int n = expected.rows();
        for (int i = 0; i < n; i++) {
            assertThat(actual.row(i).toArray()).containsExactly(expected.row(i).toArray(), within(PUBLISHED));
            assertThat(actual.get(i, i)).isEqualTo(1);
        }
        assertThat(state.leadingShare())
                .isEqualTo(Spectrum.of(expected).share(1), within(PUBLISHED))
                .isBetween(1.0 / n, 1.0);
        if (n > 1) {
            assertThat(state.averagePairwise()).isEqualTo(Correlations.averagePairwise(expected), within(PUBLISHED));
        }
    }

    @Property(seed = "20250722", tries = 300)
    void streamingEqualsBatchHoweverOftenOneAsks(
            @ForAll("gapped") double[][] series,
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll("policies") Missing policy) {
        Window window = Window.of(length).withMinimumCount(Math.min(length, 3)).withMissing(policy);
        double[] share = RunningCorrelations.rollingLeadingShare(window, series);
        double[] mean = series.length > 1 ? RunningCorrelations.rollingAveragePairwise(window, series) : share;
        RunningCorrelations seldom = RunningCorrelations.of(series.length, window);
        RunningCorrelations often = RunningCorrelations.of(series.length, window);
        for (int t = 0; t < LENGTH; t++) {
            RunningCorrelations peeked = often.peek(row(series, t));
            RunningCorrelations copy = often.copy();
            often.push(row(series, t));
            copy.push(row(series, t));
            seldom.push(row(series, t));
            assertThat(bits(often.leadingShare())).isEqualTo(bits(share[t])).isEqualTo(bits(peeked.leadingShare()));
            assertThat(copy.matrix()).isEqualTo(often.matrix());
            if (t % 7 == 3) {
                assertThat(bits(seldom.leadingShare())).isEqualTo(bits(share[t]));
                assertThat(series.length == 1 || bits(seldom.averagePairwise()) == bits(mean[t]))
                        .isTrue();
            }
        }
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    @Property(seed = "20250722", tries = 300)
    void pairsAreThoseOfTheRollingCorrelation(
            @ForAll("gapped") double[][] series,
            @ForAll @IntRange(min = 2, max = 20) int length,
            @ForAll("policies") Missing policy) {
        Window window = Window.of(length).withMinimumCount(2).withMissing(policy);
        RunningCorrelations state = RunningCorrelations.of(series.length, window);
        double[][] first = new double[series.length][];
        Arrays.setAll(first, i -> window.correlation().over(series[0], series[i]));
        for (int t = 0; t < LENGTH; t++) {
            if (state.push(row(series, t))) {
                for (int i = 1; i < series.length; i++) {
                    assertThat(state.matrix().orElseThrow().get(0, i)).isEqualTo(first[i][t], within(PUBLISHED));
                }
            }
        }
    }

    @Property(seed = "20250722", tries = 200)
    void whatHasLeftTheWindowIsForgotten(
            @ForAll("series") double[][] series,
            @ForAll @IntRange(min = 2, max = 15) int length,
            @ForAll @IntRange(max = 20) int at) {
        series[0][at] = 1e12;
        RunningCorrelations state = RunningCorrelations.of(series.length, Window.of(length));
        for (int t = 0; t < LENGTH; t++) {
            state.push(row(series, t));
            if (t >= at + length) {
                assertLike(Correlations.matrix(window(series, t, length)), state);
            }
        }
    }

    private static double[] row(double[][] series, int t) {
        return Arrays.stream(series).mapToDouble(x -> x[t]).toArray();
    }

    private static double[][] window(double[][] series, int t, int length) {
        return Arrays.stream(series)
                .map(x -> Arrays.copyOfRange(x, t - length + 1, t + 1))
                .toArray(double[][]::new);
    }

    @Provide
    Arbitrary<double[][]> series() {
        return Arbitraries.doubles()
                .between(-3, 3)
                .withoutEdgeCases()
                .array(double[].class)
                .ofSize(LENGTH)
                .array(double[][].class)
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<double[][]> gapped() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(30, Arbitraries.doubles().between(-3, 3)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(Double.NaN)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(1.5)))
                .array(Double[].class)
                .ofSize(LENGTH)
                .map(x -> Arrays.stream(x).mapToDouble(Double::doubleValue).toArray())
                .array(double[][].class)
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Missing> policies() {
        return Arbitraries.of(Missing.STRICT, Missing.SKIP, Missing.carry(2));
    }
}
