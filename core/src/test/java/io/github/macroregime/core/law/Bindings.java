package io.github.macroregime.core.law;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values for the arguments of a kernel that are not series, by their type.
 *
 * <p>Every value of one type is tried in turn with the first values of the others, so that each option is met at least
 * once without trying all combinations.
 */
public final class Bindings {

    private final Map<Class<?>, List<Object>> values = new HashMap<>();

    /** These bindings with values for arguments of a type. */
    public Bindings with(Class<?> type, Object... options) {
        Bindings changed = new Bindings();
        changed.values.putAll(values);
        changed.values.put(type, List.of(options));
        return changed;
    }

    /** The arguments of a method with each option bound in turn; the place of a series is left open. */
    public List<Object[]> arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] first = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            first[i] = options(types[i]).get(0);
        }
        List<Object[]> arguments = new ArrayList<>();
        arguments.add(first);
        for (int i = 0; i < types.length; i++) {
            List<Object> options = options(types[i]);
            for (Object option : options.subList(1, options.size())) {
                Object[] bound = first.clone();
                bound[i] = option;
                arguments.add(bound);
            }
        }
        return arguments;
    }

    /** The values for arguments of a type. */
    public List<Object> options(Class<?> type) {
        if (type == double[].class || type == double[][].class) {
            return List.of("series");
        }
        List<Object> options = values.get(type);
        if (options == null) {
            throw new AssertionError("bind values of " + type.getSimpleName() + ", so that its laws are checked");
        }
        return options;
    }
}
