package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Ranks;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.PairStatistic.RunningPair;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.fixture.ContractOf;
import io.github.macroregime.fixture.Kernel;
import io.github.macroregime.fixture.Law;
import io.github.macroregime.fixture.PublicTypes;
import io.github.macroregime.fixture.SeriesArbitraries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Every statistic and every static function on arrays, found by reflection, and the laws that they keep. */
@ContractOf({DatedStatistic.class, Statistic.class, PairStatistic.class, RunningStatistic.class, RunningPair.class})
class KernelLaws {

    private static final int SHORT = 3;
    private static final int WINDOW = 5;
    private static final int LONG = 12;

    private static final Window[] WINDOWS = {
        Window.of(WINDOW),
        Window.of(1),
        Window.of(2),
        Window.of(LONG),
        Window.of(LONG + 1),
        Window.of(WINDOW).withMinimumCount(1),
        Window.of(WINDOW).withMinimumCount(2).withMissing(Missing.SKIP),
        Window.of(LONG).withMinimumCount(1).withMissing(Missing.SKIP),
        Window.of(WINDOW).withMinimumCount(2).withMissing(Missing.carry(2)),
    };

    private static final Decay[] DECAYS = {
        Decay.halfLife(3),
        Decay.alpha(1),
        Decay.span(4).recursive(),
        Decay.centreOfMass(2).withGap(Decay.Gap.AGED).withMinimumCount(2),
        Decay.halfLife(2).recursive().withGap(Decay.Gap.AGED).withMissing(Missing.SKIP),
        Decay.halfLife(5).withMissing(Missing.carry(1)),
    };

    private static final CalendarWindow[] CALENDAR_WINDOWS = {
        CalendarWindow.days(9),
        CalendarWindow.days(1),
        CalendarWindow.months(1).withMinimumCount(3).withMissing(Missing.SKIP),
        CalendarWindow.days(20).withMissing(Missing.carry(2)),
    };

    private static final Bindings BINDINGS = new Bindings()
            .with(int.class, WINDOW, 1)
            .with(Window.class, (Object[]) WINDOWS)
            .with(Decay.class, (Object[]) DECAYS)
            .with(CalendarWindow.class, (Object[]) CALENDAR_WINDOWS)
            .with(Probability.class, Probability.percent(7), Probability.ZERO, Probability.ONE, Probability.of(1, 3))
            .with(QuantileType.class, (Object[]) QuantileType.values())
            .with(Ranks.Ties.class, (Object[]) Ranks.Ties.values())
            .with(double.class, 0.5)
            .with(Expanding.class, Expanding.from(2), Expanding.from(1), Expanding.from(LONG))
            .with(PercentileRank.class, (Object[]) PercentileRank.values());

    private static final Bindings WEIGHTED =
            BINDINGS.with(PercentileRank.class, PercentileRank.MID, PercentileRank.STRICT, PercentileRank.WEAK);

    private static final List<Object> FORGETTING = Stream.of(Window.class, CalendarWindow.class)
            .flatMap(type -> Statistics.of(type, BINDINGS).stream())
            .toList();

    private static final List<Object> ALL = Stream.of(
                    FORGETTING.stream(),
                    Statistics.of(Expanding.class, BINDINGS).stream(),
                    Statistics.of(Decay.class, WEIGHTED).stream())
            .flatMap(statistics -> statistics)
            .toList();

    /** The static functions. */
    private static final List<Kernel> FUNCTIONS = Kernel.functions(publicTypes()).stream()
            .flatMap(function -> Kernel.of(function, BINDINGS).stream())
            .toList();

    private static List<Class<?>> publicTypes() {
        return Stream.of(Moments.class, Window.class)
                .flatMap(beside -> PublicTypes.beside(beside).stream())
                .toList();
    }

    private static <T> List<T> each(List<Object> statistics, Class<T> type) {
        return statistics.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Kernel> kernels(List<Object> statistics) {
        return Stream.concat(
                        each(statistics, DatedStatistic.class).stream().map(Statistics::kernel),
                        each(statistics, PairStatistic.class).stream().map(Statistics::kernel))
                .toList();
    }

    private static List<Kernel> everything() {
        return Stream.concat(kernels(ALL).stream(), FUNCTIONS.stream()).toList();
    }

    /** What answers for each position: these statistics, and the correlations of many series in a window. */
    private static List<Kernel> causal(List<Object> statistics) {
        return Stream.concat(
                        kernels(statistics).stream(),
                        FUNCTIONS.stream().filter(each -> each.label().startsWith("RunningCorrelations.")))
                .toList();
    }

    @Provide
    Arbitrary<double[]> complete() {
        return SeriesArbitraries.complete(LONG, 40);
    }

    @Provide
    Arbitrary<double[]> gapped() {
        return SeriesArbitraries.gapped(0, 40);
    }

    @Provide
    Arbitrary<Tuple.Tuple2<double[], double[]>> pairs() {
        return SeriesArbitraries.pairs(1, 40);
    }

    @Example
    void noStatisticEscapes() {
        assertThat(publicTypes().stream()
                        .filter(type -> !Statistics.factories(type).isEmpty()))
                .containsExactlyInAnyOrder(Window.class, Decay.class, Expanding.class, CalendarWindow.class);
        assertThat(each(ALL, Statistic.class)).hasSizeGreaterThan(300);
        assertThat(each(ALL, PairStatistic.class)).hasSizeGreaterThan(30);
    }

    @Example
    void everyStatisticIsAValue() {
        ALL.forEach(Law::isAValue);
        assertThat(Statistics.of(Window.class, BINDINGS)).isEqualTo(Statistics.of(Window.class, BINDINGS));
    }

    @Property(seed = "20250722", tries = 60)
    void noLookAheadOfOneSeries(@ForAll("gapped") double[] x) {
        for (Kernel kernel : causal(ALL)) {
            if (kernel.arrays() == 1) {
                Law.keepsLength(kernel, x);
                Law.prefixInvariance(kernel, x);
                Law.finiteOrMissing(kernel, x);
            }
        }
    }

    @Property(seed = "20250722", tries = 60)
    void noLookAheadOfTwoSeries(@ForAll("pairs") Tuple.Tuple2<double[], double[]> xy) {
        for (Kernel kernel : causal(ALL)) {
            if (kernel.arrays() == 2) {
                Law.keepsLength(kernel, xy.get1(), xy.get2());
                Law.prefixInvariance(kernel, xy.get1(), xy.get2());
                Law.finiteOrMissing(kernel, xy.get1(), xy.get2());
            }
        }
    }

    @Property(seed = "20250722", tries = 100)
    void streamingEqualsBatch(@ForAll("gapped") double[] x) {
        each(ALL, Statistic.class).forEach(statistic -> Statistics.streamingEqualsBatch(statistic, x));
    }

    // A complete series takes the fast path of the batch form, which the gapped ones rarely do.
    @Property(seed = "20250722", tries = 100)
    void streamingEqualsTheFastPath(@ForAll("complete") double[] x) {
        each(ALL, Statistic.class).forEach(statistic -> Statistics.streamingEqualsBatch(statistic, x));
    }

    @Property(seed = "20250722", tries = 100)
    void streamingEqualsBatchForPairs(@ForAll("pairs") Tuple.Tuple2<double[], double[]> xy) {
        each(ALL, PairStatistic.class)
                .forEach(statistic -> Statistics.streamingEqualsBatch(statistic, xy.get1(), xy.get2()));
    }

    @Property(seed = "20250722", tries = 50)
    void aStateIsReadyWhereItAnswersAndRefusesInfinities(@ForAll("pairs") Tuple.Tuple2<double[], double[]> xy) {
        for (Statistic statistic : each(ALL, Statistic.class)) {
            RunningStatistic state = statistic.start();
            for (int t = 0; t < xy.get1().length; t++) {
                double answer = state.push(xy.get1()[t]);
                assertState(statistic, t, answer, state.isReady(), state.count());
            }
            int count = state.count();
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(Double.NEGATIVE_INFINITY));
            assertThat(state.count()).isEqualTo(count);
        }
        for (PairStatistic statistic : each(ALL, PairStatistic.class)) {
            RunningPair state = statistic.start();
            for (int t = 0; t < xy.get1().length; t++) {
                double answer = state.push(xy.get1()[t], xy.get2()[t]);
                assertState(statistic, t, answer, state.isReady(), state.count());
            }
            int count = state.count();
            assertThatIllegalArgumentException().isThrownBy(() -> state.push(0, Double.POSITIVE_INFINITY));
            assertThat(state.count()).isEqualTo(count);
        }
    }

    private static void assertState(Object statistic, int t, double answer, boolean ready, int count) {
        if (!(ready || Double.isNaN(answer)) || count < 0 || count > t + 1) {
            throw new AssertionError(statistic + " at " + t + ": " + answer + ", ready " + ready + ", count " + count);
        }
    }

    @Example
    void streamingEqualsBatchForZerosOfEitherSign() {
        double[] zeros = {-0.0, 0.0, -0.0, -0.0, 0.0, 1, -0.0, -1, -0.0};
        each(ALL, Statistic.class).forEach(statistic -> Statistics.streamingEqualsBatch(statistic, zeros));
    }

    @Property(seed = "20250722", tries = 20)
    void everyFunctionIsDeterministicAndLeavesItsInput(@ForAll("complete") double[] x) {
        for (Kernel kernel : everything()) {
            double[][] series = copies(kernel, x);
            Law.inputUnchanged(kernel, series);
            Law.determinism(kernel, series);
        }
    }

    @Example
    void everyFunctionRefusesInfinities() {
        everything().forEach(kernel -> Law.infinitiesRefused(kernel, copies(kernel, wave(20))));
    }

    @Example
    void everyFunctionMeetsExtremeLengths() {
        everything().forEach(kernel -> Law.extremeLengths(kernel, kernel.arrays()));
    }

    @Example
    void everyFunctionOfTwoSeriesWantsThemAlike() {
        everything().stream()
                .filter(kernel -> kernel.arrays() == 2)
                .forEach(kernel -> Law.unlikeLengthsRefused(kernel, wave(20)));
    }

    @Example
    void windowsRecoverFromAGap() {
        causal(FORGETTING).forEach(kernel -> Law.recoversFromGap(kernel, 30, copies(kernel, wave(90))));
    }

    // The second series is not a multiple of the first, so that a plane can be fitted through both.
    private static double[][] copies(Kernel kernel, double[] x) {
        double[][] series = new double[kernel.arrays()][];
        for (int i = 0; i < series.length; i++) {
            int bend = i;
            series[i] = IntStream.range(0, x.length)
                    .mapToDouble(t -> x[t] + bend * (t * t % 7))
                    .toArray();
        }
        return series;
    }

    private static double[] wave(int length) {
        return IntStream.range(0, length)
                .mapToDouble(t -> Math.sin(1.3 * t) + (t % 4) * 0.25 + 0.01 * t)
                .toArray();
    }

    /** The power of a factor on the series that the result is multiplied by, as its unit says. */
    private static int degree(DatedStatistic statistic) {
        return statistic.unitOf(Unit.PERCENT).exponent() / Unit.PERCENT.exponent();
    }

    @Property(seed = "20250722", tries = 50)
    void statisticsScaleAsTheirUnitsSay(@ForAll("gapped") double[] x) {
        each(ALL, DatedStatistic.class)
                .forEach(statistic -> Law.scales(Statistics.kernel(statistic), degree(statistic), x));
    }

    @Property(seed = "20250722", tries = 50)
    void deviationsDoNotDependOnTheLevel(@ForAll("complete") double[] x) {
        double[] bounded = Arrays.stream(x).map(value -> value % 1000).toArray();
        for (Kernel kernel : kernels(FORGETTING)) {
            boolean deviation = kernel.label().contains("deviation");
            if (deviation || kernel.label().matches("(mean|quantile).*")) {
                Law.shifts(kernel, deviation ? 0 : 1, 1 << 20, 1e-8, bounded);
            }
        }
    }

    @Example
    void theShortestWindowIsTheSeriesItself() {
        double[] x = wave(SHORT);
        Window one = Window.of(1);
        for (Statistic statistic : List.of(one.mean(), one.sum(), one.median(), one.min())) {
            assertThat(statistic.over(x)).containsExactly(x);
        }
    }
}
