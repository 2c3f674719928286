package io.github.macroregime.regime.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.stats.SignificanceTest;
import io.github.macroregime.fixture.ContractOf;
import io.github.macroregime.regime.signal.TrendStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** What the tests of sliding windows keep, on levels with gaps, flat runs, jumps and drifts. */
@ContractOf(RunningTest.class)
class RunningTestLaws {

    /** One test in its three forms; the length of a window counts levels. */
    private record Form(
            int window,
            Supplier<RunningTest<?>> running,
            Function<double[], double[]> batch,
            Function<double[], Optional<?>> once) {}

    private static final List<Form> FORMS = List.of(
            new Form(9, () -> MeanReversion.running(9), x -> MeanReversion.over(x, 9), MeanReversion::of),
            new Form(
                    12,
                    () -> UnitRoot.running(12, 2, UnitRoot.Terms.CONSTANT),
                    x -> UnitRoot.over(x, 12, 2, UnitRoot.Terms.CONSTANT),
                    x -> UnitRoot.of(x, 2, UnitRoot.Terms.CONSTANT)),
            new Form(
                    8,
                    () -> Stationarity.running(8, 2, Stationarity.About.MEAN),
                    x -> Stationarity.over(x, 8, 2, Stationarity.About.MEAN),
                    x -> Stationarity.of(x, 2, Stationarity.About.MEAN)),
            new Form(
                    8,
                    () -> Stationarity.running(8, 1, Stationarity.About.LINE),
                    x -> Stationarity.over(x, 8, 1, Stationarity.About.LINE),
                    x -> Stationarity.of(x, 1, Stationarity.About.LINE)),
            scaling(HurstExponent.Method.RESCALED_RANGE),
            scaling(HurstExponent.Method.DETRENDED_FLUCTUATION),
            scaling(HurstExponent.Method.DETRENDED_FLUCTUATION_SIDE_BY_SIDE));

    private static Form scaling(HurstExponent.Method method) {
        return new Form(
                16,
                () -> HurstExponent.running(method, 16, 4, 8),
                x -> HurstExponent.over(method, x, 16, 4, 8),
                x -> switch (method) {
                    case RESCALED_RANGE -> HurstExponent.rescaledRange(x, 4, 8);
                    case DETRENDED_FLUCTUATION -> HurstExponent.detrendedFluctuation(x, 4, 8);
                    case DETRENDED_FLUCTUATION_SIDE_BY_SIDE -> HurstExponent.detrendedFluctuationSideBySide(x, 4, 8);
                });
    }

    @Provide
    Arbitrary<double[]> levels() {
        Arbitrary<Integer> steps = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(-30, 30)),
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.of(-4000, 4000)),
                Tuple.of(1, Arbitraries.just(Integer.MIN_VALUE)));
        Arbitrary<Walk> walks =
                Arbitraries.of(new Walk(0, 1e-3), new Walk(0, 1e-10), new Walk(0.01, 1e-3), new Walk(-0.05, 1e-6));
        return Combinators.combine(walks, steps.list().ofMaxSize(70)).as(Walk::levels);
    }

    private record Walk(double drift, double size) {

        double[] levels(List<Integer> steps) {
            double[] x = new double[steps.size()];
            double level = 8;
            for (int t = 0; t < x.length; t++) {
                boolean gap = steps.get(t) == Integer.MIN_VALUE;
                level += gap ? 0 : drift + size * steps.get(t);
                x[t] = gap ? Double.NaN : level;
            }
            return x;
        }
    }

    @Property(seed = "20250722", tries = 60)
    void eachAnswerIsThatOfItsOwnWindow(@ForAll("levels") double[] x) {
        for (Form form : FORMS) {
            RunningTest<?> state = form.running.get();
            for (int t = 0; t < x.length; t++) {
                state.push(x[t]);
                double[] window = Arrays.copyOfRange(x, Math.max(0, t + 1 - form.window), t + 1);
                boolean full =
                        window.length == form.window && Arrays.stream(window).noneMatch(Double::isNaN);
                assertThat(state.latest()).isEqualTo(full ? form.once.apply(window) : Optional.empty());
                assertThat(state.isReady()).isEqualTo(full);
                assertThat(state.count()).isLessThanOrEqualTo(form.window);
            }
        }
    }

    @Property(seed = "20250722", tries = 60)
    void theRunningFormIsTheBatch(@ForAll("levels") double[] x) {
        for (Form form : FORMS) {
            twins(form.running.get(), form.batch.apply(x), x);
        }
        twins(VarianceRatio.running(12, 3), VarianceRatio.over(x, 12, 3), x);
        twins(VarianceRatio.running(4, 2), VarianceRatio.over(x, 4, 2), x);
    }

    @Property(seed = "20250722", tries = 60)
    void theLastVarianceRatioIsThatOfTheBatch(@ForAll("levels") double[] x) {
        for (int end = 1; end <= x.length; end++) {
            double[] cut = Arrays.copyOf(x, end);
            assertThat(new double[] {VarianceRatio.last(cut, 12, 3), VarianceRatio.last(cut, 4, 2)})
                    .isEqualTo(new double[] {
                        VarianceRatio.over(cut, 12, 3)[end - 1], VarianceRatio.over(cut, 4, 2)[end - 1]
                    });
        }
    }

    private static void twins(RunningTest<?> state, double[] batch, double[] x) {
        assertThat(batch).hasSameSizeAs(x);
        for (int t = 0; t < x.length; t++) {
            RunningTest<?> copy = state.copy();
            double peeked = state.peek(x[t]);
            copy.push(123.0);
            double pushed = state.push(x[t]);
            assertThat(new double[] {pushed, peeked}).isEqualTo(new double[] {batch[t], batch[t]});
        }
    }

    @Property(seed = "20250722", tries = 60)
    void noAnswerDependsOnALaterLevel(@ForAll("levels") double[] x) {
        for (int end = 0; end <= x.length; end += 9) {
            double[] cut = Arrays.copyOf(x, end);
            for (Form form : FORMS) {
                assertThat(form.batch.apply(cut)).isEqualTo(Arrays.copyOf(form.batch.apply(x), end));
            }
            assertThat(VarianceRatio.over(cut, 12, 3)).isEqualTo(Arrays.copyOf(VarianceRatio.over(x, 12, 3), end));
        }
    }

    // The sliding sums are taken in another order than those of one window; weights agree to eleven digits.
    @Property(seed = "20250722", tries = 200)
    void theSlidingVarianceRatioIsThatOfTheWindow(@ForAll("levels") double[] x) {
        for (int q : new int[] {2, 3, 6}) {
            RunningTest<VarianceRatio> state = VarianceRatio.running(12, q);
            for (int t = 0; t < x.length; t++) {
                state.push(x[t]);
                double[] window = Arrays.copyOfRange(x, Math.max(0, t - 12), t + 1);
                if (window.length < 13 || Arrays.stream(window).anyMatch(Double::isNaN)) {
                    assertThat(state.latest()).isEmpty();
                    continue;
                }
                Optional<VarianceRatio> once = VarianceRatio.of(window, q);
                assertThat(state.latest().isPresent()).isEqualTo(once.isPresent());
                once.ifPresent(test -> {
                    VarianceRatio sliding = state.latest().orElseThrow();
                    assertThat(sliding.momentumWeight()).isCloseTo(test.momentumWeight(), within(1e-11));
                    assertThat(sliding.ratio()).isCloseTo(test.ratio(), within(1e-11 * (1 + test.ratio())));
                    assertThat(sliding.returns()).isEqualTo(12);
                });
            }
        }
    }

    /** Walks, walks that are drawn back, a flat run, a line, and levels that jump away and back. */
    private static double[] jumping(double level, double size) {
        SplittableRandom random = new SplittableRandom(22);
        double[] x = new double[1400];
        double away = 0;
        for (int t = 0; t < x.length; t++) {
            double step = t < 600 || t > 700 ? size * (random.nextDouble() - 0.5) : t < 650 ? 0 : size;
            away = (t < 300 ? 1 : 0.9) * away + step;
            x[t] = level + away + (t % 211 == 100 ? 1e5 * size : 0);
        }
        return x;
    }

    // To ten digits, or as many as the direct form has of the levels themselves.
    @Test
    void theNumberPushedOutIsThatOfTheWholeTest() {
        for (int window : new int[] {63, 250}) {
            double[] flat = jumping(0, 0.02);
            numbers(
                    HurstExponent.running(HurstExponent.Method.RESCALED_RANGE, window, 8, 12, 16),
                    flat,
                    HurstExponent::exponent);
            numbers(
                    HurstExponent.running(HurstExponent.Method.DETRENDED_FLUCTUATION, window, 8, 13),
                    flat,
                    HurstExponent::exponent);
            numbers(
                    HurstExponent.running(HurstExponent.Method.DETRENDED_FLUCTUATION_SIDE_BY_SIDE, window, 8, 16),
                    flat,
                    HurstExponent::exponent);
            for (double level : new double[] {0, 8, 1e9}) {
                double[] x = jumping(level, level == 1e9 ? 1 : 0.02);
                numbers(
                        MeanReversion.running(window),
                        x,
                        test -> test.halfLife() instanceof HalfLife.Periods p ? p.value() : Double.NaN);
                for (UnitRoot.Terms terms : UnitRoot.Terms.values()) {
                    numbers(UnitRoot.running(window, 3, terms), x, SignificanceTest::statistic);
                }
                for (Stationarity.About about : Stationarity.About.values()) {
                    numbers(Stationarity.running(window, 5, about), x, SignificanceTest::statistic);
                }
            }
        }
    }

    private static <T> void numbers(RunningTest<T> state, double[] x, ToDoubleFunction<T> reading) {
        for (double level : x) {
            double pushed = state.push(level);
            double expected = state.latest().map(reading::applyAsDouble).orElse(Double.NaN);
            if (Double.isNaN(expected)) {
                assertThat(pushed).isNaN();
            } else {
                assertThat(pushed).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Property(seed = "20250722", tries = 100)
    void theTrendIsThatOfTheRegression(@ForAll("levels") double[] logs) {
        double[] close = Arrays.stream(logs).map(StrictMath::exp).toArray();
        double[] statistics = new TrendStatistic(12, 3).over(close);
        for (int t = 11; t < close.length; t++) {
            double[] window =
                    Arrays.stream(close, t - 11, t + 1).map(StrictMath::log).toArray();
            if (Arrays.stream(window).noneMatch(Double::isNaN)) {
                Regression fit = TrendStatistic.fit(window);
                // A line that is followed to the last digits has an error made of rounding.
                if (fit.residualDeviation() > 1e-9) {
                    double expected = fit.neweyWestTStatistics(3).get(1);
                    assertThat(statistics[t]).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
                }
            }
        }
    }

    @Property(seed = "20250722", tries = 1)
    void settingsAndLevelsOutOfRangeAreRefused() {
        for (Form form : FORMS) {
            RunningTest<?> state = form.running.get();
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(Double.POSITIVE_INFINITY));
            assertThat(state.count()).isZero();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> form.batch.apply(new double[] {1, Double.NEGATIVE_INFINITY}))
                    .withMessageContaining("[1] must be finite or NaN but was -Infinity");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> MeanReversion.running(3));
        assertThatIllegalArgumentException().isThrownBy(() -> UnitRoot.running(7, 1, UnitRoot.Terms.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceRatio.running(8, 5))
                .withMessage("q must lie in [2, 4] for 8 returns but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HurstExponent.running(HurstExponent.Method.RESCALED_RANGE, 16, 8, 16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stationarity.running(8, 8, Stationarity.About.MEAN))
                .withMessage("lags must lie in [0, 8) but was 8");
    }
}
