package io.github.macroregime.core.law;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Values for the arguments of a kernel that are not series, by their type.
 *
 * <p>Every value of one type is tried in turn with the first values of the others, so that each option is met at least
 * once without trying all combinations.
 */
public final class Bindings {

    /** A value that depends on the length of the series, such as dates. */
    @FunctionalInterface
    public interface PerLength {
        /** The value for a series of that many positions. */
        Object of(int length);
    }

    private final Map<Class<?>, List<Object>> values = new HashMap<>();

    /** These values for arguments of a type. */
    public Bindings with(Class<?> type, Object... options) {
        values.put(type, Arrays.asList(options));
        return this;
    }

    /** A value made for the length of the series. */
    public Bindings withPerLength(Class<?> type, IntFunction<Object> value) {
        PerLength perLength = value::apply;
        values.put(type, List.of(perLength));
        return this;
    }

    /** The function with each option bound in turn. */
    public List<Kernel> kernels(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] first = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            first[i] = isSeries(types[i]) ? "series" : options(method, types[i]).get(0);
        }
        List<Kernel> kernels = new ArrayList<>();
        kernels.add(kernel(method, first));
        for (int i = 0; i < types.length; i++) {
            if (!isSeries(types[i])) {
                List<Object> options = options(method, types[i]);
                for (Object option : options.subList(1, options.size())) {
                    Object[] bound = first.clone();
                    bound[i] = option;
                    kernels.add(kernel(method, bound));
                }
            }
        }
        return kernels;
    }

    private static boolean isSeries(Class<?> type) {
        return type == double[].class || type == double[][].class;
    }

    private List<Object> options(Method method, Class<?> type) {
        List<Object> options = values.get(type);
        if (options == null) {
            throw new AssertionError("no value for the " + type.getSimpleName() + " of " + Kernel.signature(method));
        }
        return options;
    }

    private static Kernel kernel(Method method, Object[] bound) {
        return new Kernel(method, bound, Kernel.signature(method) + Arrays.toString(bound));
    }
}
