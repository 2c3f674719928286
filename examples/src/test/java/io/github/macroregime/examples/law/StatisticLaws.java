package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.DatedStatistic;
import io.github.macroregime.core.window.PairStatistic;
import io.github.macroregime.core.window.PairStatistic.RunningPair;
import io.github.macroregime.core.window.RunningStatistic;
import io.github.macroregime.core.window.Statistic;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.fixture.Kernel;
import io.github.macroregime.fixture.Law;
import io.github.macroregime.regime.bar.BarStatistic;
import io.github.macroregime.regime.bar.Bars;
import io.github.macroregime.regime.bar.RunningBars;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Finds the statistics of modules, signals and statistics of bars among them, and tells which laws they break. */
final class StatisticLaws {

    private static final List<Class<?>> TYPES = List.of(DatedStatistic.class, PairStatistic.class, BarStatistic.class);
    private static final double ROUNDING = 1e-6;
    private static final int[] CUTS = {1, 2, 40, 159, 290, 317, 318, 319};

    private final Bindings bindings;

    StatisticLaws(Bindings bindings) {
        this.bindings = bindings;
    }

    /** What is broken by the statistics among some classes or made by them, and by those that none of them makes. */
    List<String> failures(Collection<Class<?>> classes) {
        List<String> failures = new ArrayList<>();
        List<Object> statistics = new ArrayList<>();
        classes.stream()
                .filter(StatisticLaws::isStatistic)
                .filter(Class::isRecord)
                .forEach(type -> {
                    if (PublicApi.isPublic(type)) {
                        noting(failures, type.getName(), () -> statistics.addAll(bindings.options(type)));
                    }
                });
        for (Method maker : PublicApi.makers(classes, TYPES)) {
            noting(failures, PublicApi.signature(maker), () -> statistics.addAll(made(maker)));
        }
        statistics.forEach(statistic -> noting(failures, statistic.toString(), () -> check(statistic)));
        classes.stream()
                .filter(StatisticLaws::isStatistic)
                .filter(type -> statistics.stream().noneMatch(type::isInstance))
                .forEach(type -> failures.add(type.getName() + " is a statistic of which no value is tried"));
        return failures;
    }

    private static boolean isStatistic(Class<?> type) {
        return TYPES.stream().anyMatch(statistic -> statistic.isAssignableFrom(type))
                && !Modifier.isAbstract(type.getModifiers());
    }

    private List<Object> made(Method maker) {
        boolean owned = !Modifier.isStatic(maker.getModifiers());
        List<Object> owners = owned ? bindings.options(maker.getDeclaringClass()) : Arrays.asList((Object) null);
        return owners.stream()
                .flatMap(owner ->
                        bindings.arguments(maker).stream().map(arguments -> Kernel.invoke(maker, owner, arguments)))
                .toList();
    }

    private static void noting(List<String> failures, String label, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            failures.add(label + ": " + (e instanceof AssertionError ? e.getMessage() : e));
        }
    }

    private static void check(Object statistic) {
        if (statistic instanceof BarStatistic ofBars) {
            checkBars(ofBars);
            return;
        }
        Kernel kernel = kernel(statistic);
        Scene scene = Scene.of(List.of());
        for (Scene each : List.of(scene, scene.gapped(), scene.late(), scene.rough())) {
            double[][] series = Arrays.copyOf(each.columns(), kernel.arrays());
            Law.keepsLength(kernel, series);
            Law.prefixInvariance(kernel, CUTS, series);
            Law.prefixInvariance(kernel, new int[] {each.monthEnd()}, series);
            forgetsTheFuture(kernel, each, series);
            Law.finiteOrMissing(kernel, series);
            streaming(statistic, kernel.applyToSeries(series), series);
        }
        double[][] series = Arrays.copyOf(scene.columns(), kernel.arrays());
        Law.determinism(kernel, series);
        Law.inputUnchanged(kernel, series);
        Law.infinitiesRefused(kernel, series);
        if (statistic instanceof DatedStatistic dated) {
            scales(kernel, dated.unitOf(Unit.PERCENT).exponent() / Unit.PERCENT.exponent(), series);
        }
        if (Answer.of(kernel.apply(series)).numbers() == 0) {
            throw new AssertionError("answers nothing, so bind other values");
        }
    }

    /** Answers to a cut series as to the whole, also when another future was shown in between. */
    private static void forgetsTheFuture(Kernel kernel, Scene scene, double[]... series) {
        int end = scene.monthEnd();
        double[] whole = kernel.applyToSeries(series);
        kernel.applyToSeries(Arrays.copyOf(scene.scrambled(end).columns(), series.length));
        double[] cut = kernel.applyToSeries(
                Arrays.stream(series).map(x -> Arrays.copyOf(x, end)).toArray(double[][]::new));
        if (Double.doubleToLongBits(whole[end - 1] + 0.0) != Double.doubleToLongBits(cut[end - 1] + 0.0)) {
            throw new AssertionError(kernel + " remembers a future: " + cut[end - 1] + " instead of " + whole[end - 1]);
        }
    }

    private static Kernel kernel(Object statistic) {
        if (statistic instanceof PairStatistic pair) {
            return new Kernel(statistic.toString(), 2, x -> pair.over(x[0], x[1]));
        } else if (statistic instanceof Statistic plain) {
            return new Kernel(statistic.toString(), 1, x -> plain.over(x[0]));
        }
        Scene days = Scene.of(List.of());
        return new Kernel(
                statistic.toString(),
                1,
                x -> ((DatedStatistic) statistic)
                        .over(TimeSeries.of(days.dates().slice(0, x[0].length), x[0], Unit.FRACTION))
                        .values()
                        .toArray());
    }

    private static void streaming(Object statistic, double[] batch, double[][] x) {
        if (statistic instanceof Statistic plain) {
            Law.streamingEqualsBatch(
                    statistic,
                    batch,
                    new Law.Running<>(
                            plain.start(),
                            RunningStatistic::copy,
                            (state, t) -> state.push(x[0][t]),
                            (state, t) -> state.peek(x[0][t]),
                            state -> state.push(1e9)));
        } else if (statistic instanceof PairStatistic pair) {
            Law.streamingEqualsBatch(
                    statistic,
                    batch,
                    new Law.Running<>(
                            pair.start(),
                            RunningPair::copy,
                            (state, t) -> state.push(x[0][t], x[1][t]),
                            (state, t) -> state.peek(x[0][t], x[1][t]),
                            state -> state.push(1e9, -1e9)));
        }
    }

    private static void scales(Kernel kernel, int degree, double[][] series) {
        double[] plain = kernel.applyToSeries(series);
        double[] scaled = kernel.applyToSeries(
                Arrays.stream(series[0]).map(value -> 8 * value).toArray());
        for (int t = 0; t < plain.length; t++) {
            double expected = plain[t] * Math.pow(8, degree);
            if (Math.abs(scaled[t] - expected) > ROUNDING * (1 + Math.abs(expected))) {
                throw new AssertionError("scaled at " + t + ": " + scaled[t] + " instead of " + expected);
            }
        }
    }

    private static void checkBars(BarStatistic statistic) {
        Kernel kernel = new Kernel(statistic.name(), 4, x -> statistic.over(Bars.of(x[0], x[1], x[2], x[3])));
        Scene scene = Scene.of(List.of("bars"));
        for (Scene each : List.of(scene, scene.rough())) {
            double[][] x = Arrays.copyOf(each.columns(), kernel.arrays());
            Law.keepsLength(kernel, x);
            Law.prefixInvariance(kernel, CUTS, x);
            forgetsTheFuture(kernel, each, x);
            Law.determinism(kernel, x);
            Law.streamingEqualsBatch(
                    statistic,
                    kernel.applyToSeries(x),
                    new Law.Running<>(
                            statistic.start(),
                            RunningBars::copy,
                            (state, t) -> state.push(x[0][t], x[1][t], x[2][t], x[3][t]),
                            (state, t) -> state.peek(x[0][t], x[1][t], x[2][t], x[3][t]),
                            state -> state.push(1, 7, 0.5, 3)));
        }
    }
}
