package io.github.macroregime.core.window;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.PairStatistic.RunningPair;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.fixture.Kernel;
import io.github.macroregime.fixture.Law;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds, by reflection, every statistic that public types make, with the arguments that a {@link Bindings} gives. */
final class Statistics {

    private Statistics() {}

    /** The public methods of a type that answer with a statistic of one series or of two. */
    static List<Method> factories(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .filter(method -> DatedStatistic.class.isAssignableFrom(method.getReturnType())
                        || PairStatistic.class.isAssignableFrom(method.getReturnType()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** Everything that the factories of a type make for each of its values among the bindings. */
    static List<Object> of(Class<?> type, Bindings bindings) {
        List<Object> statistics = new ArrayList<>();
        for (Method factory : factories(type)) {
            boolean first = true;
            for (Object target : bindings.options(type)) {
                List<Object[]> arguments = bindings.arguments(factory);
                for (Object[] bound : first ? arguments : arguments.subList(0, 1)) {
                    statistics.add(Kernel.invoke(factory, target, bound));
                }
                first = false;
            }
        }
        return statistics;
    }

    /** The batch form of a statistic; one by date sees days with weekends between them. */
    static Kernel kernel(DatedStatistic statistic) {
        return statistic instanceof Statistic plain
                ? new Kernel(statistic.toString(), 1, x -> plain.over(x[0]))
                : new Kernel(
                        statistic.toString(),
                        1,
                        x -> statistic
                                .over(TimeSeries.of(weekdays(x[0].length), x[0], Unit.FRACTION))
                                .values()
                                .toArray());
    }

    /** The batch form of a statistic of two series. */
    static Kernel kernel(PairStatistic statistic) {
        return new Kernel(statistic.toString(), 2, x -> statistic.over(x[0], x[1]));
    }

    private static DateIndex weekdays(int length) {
        return DateIndex.ofEpochDays(
                IntStream.range(0, length).map(i -> 19000 + i + 2 * (i / 5)).toArray());
    }

    static void streamingEqualsBatch(Statistic statistic, double[] x) {
        Law.streamingEqualsBatch(
                statistic,
                statistic.over(x),
                new Law.Running<>(
                        statistic.start(),
                        RunningStatistic::copy,
                        (s, t) -> s.push(x[t]),
                        (s, t) -> s.peek(x[t]),
                        s -> s.push(1e9)));
    }

    static void streamingEqualsBatch(PairStatistic statistic, double[] x, double[] y) {
        Law.streamingEqualsBatch(
                statistic,
                statistic.over(x, y),
                new Law.Running<>(
                        statistic.start(),
                        RunningPair::copy,
                        (s, t) -> s.push(x[t], y[t]),
                        (s, t) -> s.peek(x[t], y[t]),
                        s -> s.push(1e9, -1e9)));
    }
}
