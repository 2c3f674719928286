package io.github.macroregime.core.law;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One public static function that takes arrays, found by reflection, with the rest of its arguments bound.
 *
 * <p>The arrays are those of the law; every other argument comes from a {@link Bindings}.
 */
public final class Kernel {

    private final Method method;
    private final Object[] bound;
    private final String label;

    Kernel(Method method, Object[] bound, String label) {
        this.method = method;
        this.bound = bound;
        this.label = label;
    }

    /** All public static functions of some classes that take at least one array of numbers and return something. */
    public static List<Method> functions(Class<?>... classes) {
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

    /** How many of the arguments are series: arrays of numbers, or one variable list of such arrays. */
    public static int arrays(Method method) {
        int arrays = 0;
        for (Class<?> parameter : method.getParameterTypes()) {
            if (parameter == double[].class) {
                arrays++;
            } else if (parameter == double[][].class) {
                arrays += 2;
            }
        }
        return arrays;
    }

    /** The name with its class and the types of its arguments, by which a function is classified. */
    public static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** The name of the function. */
    public String name() {
        return method.getName();
    }

    /** The class that declares it. */
    public Class<?> declaringClass() {
        return method.getDeclaringClass();
    }

    /** The types of all its arguments. */
    public Class<?>[] parameterTypes() {
        return method.getParameterTypes();
    }

    /** What an argument that is not a series is bound to. */
    public Object argument(int index) {
        return bound[index];
    }

    /** How many of the arguments are series. */
    public int arrays() {
        return arrays(method);
    }

    /** The result for the given series; what the function throws is thrown on. */
    public Object apply(double[]... series) {
        Object[] arguments = new Object[bound.length];
        int next = 0;
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type == double[].class) {
                arguments[i] = series[next++];
            } else if (type == double[][].class) {
                arguments[i] = new double[][] {series[next], series[next + 1]};
                next += 2;
            } else {
                arguments[i] =
                        bound[i] instanceof Bindings.PerLength perLength ? perLength.of(series[0].length) : bound[i];
            }
        }
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(label, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(label, e);
        }
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
