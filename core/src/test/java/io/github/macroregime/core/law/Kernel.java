package io.github.macroregime.core.law;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.DatedStatistic;
import io.github.macroregime.core.window.PairStatistic;
import io.github.macroregime.core.window.Statistic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something that answers about series of numbers, seen only as that: a static function with the rest of its arguments
 * bound, or a statistic.
 *
 * @param label what it is called in a failure
 * @param arrays how many series it takes
 * @param function the answer for that many series
 */
public record Kernel(String label, int arrays, Function<double[][], Object> function) {

    /** The batch form of a statistic; one by date sees days with weekends between them. */
    public static Kernel of(DatedStatistic statistic) {
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
    public static Kernel of(PairStatistic statistic) {
        return new Kernel(statistic.toString(), 2, x -> statistic.over(x[0], x[1]));
    }

    private static DateIndex weekdays(int length) {
        return DateIndex.ofEpochDays(
                IntStream.range(0, length).map(i -> 19000 + i + 2 * (i / 5)).toArray());
    }

    /** All public static functions of some classes that take at least one array of numbers and return something. */
    public static List<Method> functions(List<Class<?>> classes) {
        List<Method> functions = new ArrayList<>();
        for (Class<?> type : classes) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .filter(method -> Modifier.isStatic(method.getModifiers()))
                    .filter(method -> arrays(method) > 0)
                    .sorted(Comparator.comparing(Kernel::signature))
                    .forEach(functions::add);
        }
        return functions;
    }

    /** A static function with every argument that is not a series bound, each option in turn. */
    public static List<Kernel> of(Method function, Bindings bindings) {
        return bindings.arguments(function).stream()
                .map(bound -> new Kernel(
                        signature(function) + Arrays.toString(bound), arrays(function), x -> call(function, bound, x)))
                .toList();
    }

    // One variable list of series is called with two.
    private static int arrays(Method method) {
        int arrays = 0;
        for (Class<?> parameter : method.getParameterTypes()) {
            arrays += parameter == double[].class ? 1 : parameter == double[][].class ? 2 : 0;
        }
        return arrays;
    }

    private static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static Object call(Method method, Object[] bound, double[][] series) {
        Object[] arguments = bound.clone();
        int next = 0;
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type == double[].class) {
                arguments[i] = series[next++];
            } else if (type == double[][].class) {
                arguments[i] = new double[][] {series[next++], series[next++]};
            }
        }
        return invoke(method, null, arguments);
    }

    /** What the method answers or throws. */
    static Object invoke(Method method, Object target, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(signature(method), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(signature(method), e);
        }
    }

    /** The result for the given series; what the function throws is thrown on. */
    public Object apply(double[]... series) {
        return function.apply(series);
    }

    /** The result as one number for each position. */
    public double[] applyToSeries(double[]... series) {
        return (double[]) apply(series);
    }

    @Override
    public String toString() {
        return label;
    }
}
