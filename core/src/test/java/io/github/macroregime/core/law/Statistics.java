package io.github.macroregime.core.law;

import io.github.macroregime.core.window.DatedStatistic;
import io.github.macroregime.core.window.PairStatistic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds, by reflection, every statistic that public types make, with the arguments that a {@link Bindings} gives. */
public final class Statistics {

    private Statistics() {}

    /** The public top-level types beside a class, tests left out. */
    public static List<Class<?>> publicTypes(Class<?> beside) {
        try {
            Path folder = Path.of(beside.getResource(beside.getSimpleName() + ".class")
                            .toURI())
                    .getParent();
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.startsWith("package"))
                        .sorted()
                        .<Class<?>>map(file -> load(beside.getPackageName(), file))
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
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
            return Class.forName(packageName + "." + file.substring(0, file.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The public methods of a type that answer with a statistic of one series or of two. */
    public static List<Method> factories(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .filter(method -> DatedStatistic.class.isAssignableFrom(method.getReturnType())
                        || PairStatistic.class.isAssignableFrom(method.getReturnType()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** Everything that the factories of a type make for each of its values among the bindings. */
    public static List<Object> of(Class<?> type, Bindings bindings) {
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
}
