package io.github.macroregime.core.window;

import io.github.macroregime.core.law.Kernel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the running form of a batch function by its name and the arguments that are not series. */
final class RunningForms {

    private RunningForms() {}

    static Optional<Object> of(Kernel kernel) {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        boolean expanding = kernel.declaringClass() == Expanding.class;
        for (int i = 0; i < kernel.parameterTypes().length; i++) {
            Class<?> type = kernel.parameterTypes()[i];
            if (type == int.class && !expanding) {
                types.add(Window.class);
                values.add(Window.of((Integer) kernel.argument(i)));
            } else if (type != double[].class) {
                types.add(type);
                values.add(kernel.argument(i));
            }
        }
        String name = kernel.name();
        String running = expanding ? "expanding" + Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
        return Arrays.stream(Running.class.getMethods())
                .filter(method -> method.getName().equals(running))
                .filter(method -> Arrays.asList(method.getParameterTypes()).equals(types))
                .map(method -> invoke(method, values.toArray()))
                .findFirst();
    }

    private static Object invoke(Method method, Object[] arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new LinkageError(method.toString(), e);
        }
    }
}
