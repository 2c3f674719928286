package io.github.macroregime.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.law.Bindings;
import io.github.macroregime.core.law.Kernel;
import io.github.macroregime.core.law.Law;
import io.github.macroregime.core.law.SeriesArbitraries;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.stats.Ranks;
import io.github.macroregime.core.unit.Probability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Every public function of the package that takes an array, found by reflection, and the laws of its kind. */
class KernelLaws {

    /** What a function is, which decides the laws it must keep. */
    private enum Kind {
        /** One value for each position from one series, with a running form and a window that forgets. */
        WINDOWED,
        /** The same from two series. */
        WINDOWED_PAIR,
        /** One value for each position that remembers everything before, with a running form. */
        CUMULATIVE,
        /** The same from two series. */
        CUMULATIVE_PAIR,
        /** One value for each position without a running form. */
        CAUSAL,
        /** One answer about whole arrays. */
        WHOLE
    }

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

    private static final LookBack[] LOOK_BACKS = {
        LookBack.days(9),
        LookBack.days(1),
        LookBack.months(1).withMinimumCount(3).withMissing(Missing.SKIP),
        LookBack.days(20).withMissing(Missing.carry(2)),
    };

    private static final Bindings BINDINGS = new Bindings()
            .with(int.class, WINDOW, 1)
            .with(Window.class, (Object[]) WINDOWS)
            .with(Decay.class, (Object[]) DECAYS)
            .with(LookBack.class, (Object[]) LOOK_BACKS)
            .with(Probability.class, Probability.percent(7), Probability.ZERO, Probability.ONE, Probability.of(1, 3))
            .with(QuantileType.class, (Object[]) QuantileType.values())
            .with(Ranks.Ties.class, (Object[]) Ranks.Ties.values())
            .with(double.class, 0.5)
            .withPerLength(DateIndex.class, KernelLaws::businessLikeDates);

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        classify(Kind.CAUSAL, "Rolling.count", "RollingByDate.", "Correlations.rolling");
        classify(Kind.WINDOWED_PAIR, "Rolling.sampleCovariance(", "Rolling.populationCovariance(");
        classify(Kind.WINDOWED_PAIR, "Rolling.correlation(", "Rolling.beta(");
        classify(Kind.WINDOWED, "Rolling.sum(", "Rolling.mean(", "Rolling.sampleVariance(");
        classify(Kind.WINDOWED, "Rolling.populationVariance(", "Rolling.sampleDeviation(");
        classify(Kind.WINDOWED, "Rolling.populationDeviation(", "Rolling.zScore(", "Rolling.populationZScore(");
        classify(Kind.WINDOWED, "Rolling.min(", "Rolling.max(", "Rolling.argMin(", "Rolling.argMax(");
        classify(Kind.WINDOWED, "Rolling.median(", "Rolling.quantile(", "Rolling.percentileRank(");
        classify(Kind.WINDOWED, "Rolling.positionInRange(", "Rolling.medianAbsoluteDeviation(");
        classify(Kind.WINDOWED, "Rolling.robustZScore(", "Rolling.slope(", "Rolling.slopeTStatistic(");
        classify(Kind.WINDOWED, "Rolling.sampleSkewness(", "Rolling.populationSkewness(");
        classify(Kind.WINDOWED, "Rolling.sampleExcessKurtosis(", "Rolling.populationExcessKurtosis(");
        classify(Kind.WINDOWED, "Rolling.realisedVariance(", "Rolling.realisedSkewness(");
        classify(Kind.WINDOWED, "Rolling.realisedKurtosis(", "Rolling.realisedVarianceSkew(");
        classify(Kind.WINDOWED, "Rolling.upsideRealisedVariance(", "Rolling.downsideRealisedVariance(");
        classify(Kind.CUMULATIVE_PAIR, "ExponentiallyWeighted.sampleCovariance(");
        classify(Kind.CUMULATIVE_PAIR, "ExponentiallyWeighted.populationCovariance(");
        classify(Kind.CUMULATIVE_PAIR, "ExponentiallyWeighted.correlation(");
        classify(Kind.CUMULATIVE, "ExponentiallyWeighted.mean(", "ExponentiallyWeighted.percentileRank(");
        classify(Kind.CUMULATIVE, "ExponentiallyWeighted.sampleVariance(", "ExponentiallyWeighted.sampleDeviation(");
        classify(Kind.CUMULATIVE, "ExponentiallyWeighted.populationVariance(");
        classify(Kind.CUMULATIVE, "ExponentiallyWeighted.populationDeviation(");
        classify(Kind.CUMULATIVE, "Expanding.");
        classify(Kind.WHOLE, "Moments.", "Quantiles.", "Autocorrelation.", "Ranks.", "LeastSquares.");
        classify(Kind.WHOLE, "RankedSeries.of(", "DistanceCorrelation.", "MutualInformation.");
        classify(Kind.WHOLE, "Correlations.matrix(", "Correlations.sampleCovarianceMatrix(", "InterpolatedRank.");
    }

    private static void classify(Kind kind, String... prefixes) {
        for (String prefix : prefixes) {
            KINDS.put(prefix, kind);
        }
    }

    private static DateIndex businessLikeDates(int length) {
        return DateIndex.ofEpochDays(
                IntStream.range(0, length).map(i -> 19000 + i + 2 * (i / 5)).toArray());
    }

    private static Kind kind(Method method) {
        String signature = Kernel.signature(method);
        List<Kind> kinds = KINDS.entrySet().stream()
                .filter(entry -> signature.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(kinds)
                .as("classify %s in KernelLaws, so that its laws are checked", signature)
                .hasSize(1);
        return kinds.get(0);
    }

    private static Bindings bindings(Method method) {
        boolean weighted = method.getDeclaringClass() == ExponentiallyWeighted.class;
        Object[] definitions = weighted
                ? new Object[] {PercentileRank.MID, PercentileRank.STRICT, PercentileRank.WEAK}
                : PercentileRank.values();
        return BINDINGS.with(PercentileRank.class, definitions);
    }

    private static List<Method> functions() {
        return Kernel.functions(publicClasses());
    }

    private static List<Kernel> kernels(Kind... kinds) {
        List<Kernel> kernels = new ArrayList<>();
        for (Method method : functions()) {
            if (Arrays.asList(kinds).contains(kind(method))) {
                kernels.addAll(bindings(method).kernels(method));
            }
        }
        assertThat(kernels).isNotEmpty();
        return kernels;
    }

    private static Class<?>[] publicClasses() {
        return Stream.of(Moments.class, Rolling.class)
                .flatMap(beside -> publicClasses(beside).stream())
                .toArray(Class<?>[]::new);
    }

    private static List<Class<?>> publicClasses(Class<?> beside) {
        try {
            Path folder = Path.of(Objects.requireNonNull(beside.getResource(beside.getSimpleName() + ".class"))
                            .toURI())
                    .getParent();
            try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
                return files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.startsWith("package"))
                        .sorted()
                        .<Class<?>>map(file -> load(beside.getPackageName(), file))
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .filter(type -> !type.getSimpleName().matches(".*(Test|Laws|Golden)"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String packageName, String file) {
        try {
            return Class.forName(packageName + "." + file.substring(0, file.length() - 6));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
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
    void everyFunctionIsClassified() {
        for (Method method : functions()) {
            assertThat(kind(method)).isNotNull();
            assertThat(bindings(method).kernels(method)).isNotEmpty();
        }
        for (String prefix : KINDS.keySet()) {
            assertThat(functions())
                    .as("%s classifies nothing", prefix)
                    .anyMatch(method -> Kernel.signature(method).startsWith(prefix));
        }
    }

    @Example
    void everyWindowedFunctionHasARunningForm() {
        TreeSet<String> missing = new TreeSet<>();
        for (Kernel kernel : kernels(Kind.WINDOWED, Kind.WINDOWED_PAIR, Kind.CUMULATIVE, Kind.CUMULATIVE_PAIR)) {
            if (RunningForms.of(kernel).isEmpty()) {
                missing.add(kernel.toString());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Property(seed = "20250722", tries = 60)
    void noLookAheadOfOneSeries(@ForAll("gapped") double[] x) {
        for (Kernel kernel : kernels(Kind.WINDOWED, Kind.CUMULATIVE, Kind.CAUSAL)) {
            if (kernel.arrays() == 1) {
                Law.keepsLength(kernel, x);
                Law.prefixInvariance(kernel, x);
                Law.finiteOrMissing(kernel, x);
            }
        }
    }

    @Property(seed = "20250722", tries = 60)
    void noLookAheadOfTwoSeries(@ForAll("pairs") Tuple.Tuple2<double[], double[]> xy) {
        for (Kernel kernel : kernels(Kind.WINDOWED_PAIR, Kind.CUMULATIVE_PAIR, Kind.CAUSAL)) {
            if (kernel.arrays() == 2) {
                Law.keepsLength(kernel, xy.get1(), xy.get2());
                Law.prefixInvariance(kernel, xy.get1(), xy.get2());
                Law.finiteOrMissing(kernel, xy.get1(), xy.get2());
            }
        }
    }

    @Property(seed = "20250722", tries = 100)
    void streamingEqualsBatch(@ForAll("gapped") double[] x) {
        for (Kernel kernel : kernels(Kind.WINDOWED, Kind.CUMULATIVE)) {
            Law.streamingEqualsBatch(
                    kernel,
                    () -> new Unary((RunningStatistic) RunningForms.of(kernel).orElseThrow()),
                    x);
        }
    }

    // A complete series takes the fast path of the batch function, which the gapped ones rarely do.
    @Property(seed = "20250722", tries = 100)
    void streamingEqualsTheFastPath(@ForAll("complete") double[] x) {
        for (Kernel kernel : kernels(Kind.WINDOWED, Kind.CUMULATIVE)) {
            Law.streamingEqualsBatch(
                    kernel,
                    () -> new Unary((RunningStatistic) RunningForms.of(kernel).orElseThrow()),
                    x);
        }
    }

    @Property(seed = "20250722", tries = 100)
    void streamingEqualsBatchForPairs(@ForAll("pairs") Tuple.Tuple2<double[], double[]> xy) {
        for (Kernel kernel : kernels(Kind.WINDOWED_PAIR, Kind.CUMULATIVE_PAIR)) {
            Law.streamingEqualsBatch(
                    kernel,
                    () -> new Binary((RunningPair) RunningForms.of(kernel).orElseThrow()),
                    xy.get1(),
                    xy.get2());
        }
    }

    private record Unary(RunningStatistic state) implements Law.DoubleUnaryState {
        @Override
        public DoubleUnaryOperator push() {
            return state::push;
        }

        @Override
        public DoubleUnaryOperator peek() {
            return state::peek;
        }

        @Override
        public Law.DoubleUnaryState copy() {
            return new Unary(state.copy());
        }
    }

    private record Binary(RunningPair state) implements Law.DoubleBinaryState {
        @Override
        public DoubleBinaryOperator push() {
            return state::push;
        }

        @Override
        public DoubleBinaryOperator peek() {
            return state::peek;
        }

        @Override
        public Law.DoubleBinaryState copy() {
            return new Binary(state.copy());
        }
    }

    @Property(seed = "20250722", tries = 20)
    void everyFunctionIsDeterministicAndLeavesItsInput(@ForAll("complete") double[] x) {
        for (Kernel kernel : kernels(Kind.values())) {
            double[][] series = copies(kernel, x);
            Law.inputUnchanged(kernel, series);
            Law.determinism(kernel, series);
        }
    }

    @Example
    void everyFunctionRefusesInfinities() {
        for (Kernel kernel : kernels(Kind.values())) {
            Law.infinitiesRefused(kernel, copies(kernel, wave(20)));
        }
    }

    @Example
    void everyFunctionMeetsExtremeLengths() {
        for (Kernel kernel : kernels(Kind.values())) {
            Law.extremeLengths(kernel, kernel.arrays());
        }
    }

    @Example
    void everyFunctionOfTwoSeriesWantsThemAlike() {
        for (Kernel kernel : kernels(Kind.values())) {
            if (kernel.arrays() == 2) {
                Law.unlikeLengthsRefused(kernel, wave(20));
            }
        }
    }

    @Example
    void windowsRecoverFromAGap() {
        for (Kernel kernel : kernels(Kind.WINDOWED, Kind.WINDOWED_PAIR, Kind.CAUSAL)) {
            Law.recoversFromGap(kernel, 30, copies(kernel, wave(90)));
        }
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

    @Property(seed = "20250722", tries = 50)
    void scoresAndRanksDoNotDependOnTheUnit(@ForAll("gapped") double[] x) {
        for (Kernel kernel : kernels(Kind.WINDOWED, Kind.CUMULATIVE)) {
            String name = kernel.toString();
            if (kernel.arrays() == 1 && degree(name) >= 0) {
                Law.scales(kernel, degree(name), x);
            }
        }
    }

    /** The power of a factor on the series that the result is multiplied by, −1 where none applies. */
    private static int degree(String name) {
        if (name.contains("realised") || name.contains("Realised")) {
            return -1;
        }
        if (name.contains("Variance")) {
            return 2;
        }
        boolean free = name.contains("core(")
                || name.contains("Rank(")
                || name.contains("arg")
                || name.contains("Skewness")
                || name.contains("Kurtosis")
                || name.contains("TStatistic")
                || name.contains("InRange");
        return free ? 0 : 1;
    }

    @Property(seed = "20250722", tries = 50)
    void deviationsDoNotDependOnTheLevel(@ForAll("complete") double[] x) {
        double[] bounded = Arrays.stream(x).map(value -> value % 1000).toArray();
        for (Kernel kernel : kernels(Kind.WINDOWED)) {
            String name = kernel.toString();
            if (name.contains("Deviation(") || name.contains("Rolling.mean(") || name.contains("Rolling.median(")) {
                Law.shifts(kernel, name.contains("Deviation(") ? 0 : 1, 1 << 20, 1e-8, bounded);
            }
        }
    }

    @Example
    void theShortestWindowIsTheSeriesItself() {
        double[] x = wave(SHORT);
        assertThat(Rolling.mean(x, 1)).containsExactly(x);
        assertThat(Rolling.sum(x, 1)).containsExactly(x);
        assertThat(Rolling.median(x, 1)).containsExactly(x);
        assertThat(Rolling.min(x, 1)).containsExactly(x);
    }
}
