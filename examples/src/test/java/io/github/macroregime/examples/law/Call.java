package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.fixture.Kernel;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A function of the public interface with everything bound but its series.
 *
 * @param method the function
 * @param target what it belongs to, if that is no series
 * @param bound its arguments; those that are series are left open
 * @param scene where its dates come from, and the longest series
 */
record Call(Method method, Object target, Object[] bound, Scene scene) {

    private static final int EACH_DAYS = 5;
    private static final int LABEL = 60;
    private static final String DATES = "dates";

    /** A function with each option of each argument and of its owner in turn. */
    static List<Call> of(Method method, Classification.Row row, Bindings bindings) {
        Scene scene = Scene.of(row.input());
        List<List<Object>> options = new ArrayList<>();
        boolean owned = !Modifier.isStatic(method.getModifiers()) && !PublicApi.isOfSeries(method);
        options.add(owned ? bindings.options(method.getDeclaringClass()) : Arrays.asList((Object) null));
        Map<Class<?>, Integer> met = new HashMap<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            Type type = method.getGenericParameterTypes()[i];
            Class<?> plain = method.getParameterTypes()[i];
            int before = met.merge(plain, 1, Integer::sum) - 1;
            options.add(PublicApi.isSeries(type) ? List.of(type) : options(type, plain, before, row, scene, bindings));
        }
        return inTurn(options).stream()
                .map(each -> new Call(
                        method, each.get(0), each.subList(1, each.size()).toArray(), scene))
                .toList();
    }

    private static List<Object> options(
            Type type, Class<?> plain, int before, Classification.Row row, Scene scene, Bindings bindings) {
        for (String given : row.values()) {
            String[] values = given.substring(given.indexOf('=') + 1).split(",");
            if (given.startsWith(plain.getSimpleName() + "=") && before < values.length) {
                return List.of(parsed(plain, values, before));
            }
        }
        if (plain == LocalDate.class) {
            return List.of(scene.dates().get(before == 0 ? asOf(scene) : scene.length() - 2));
        } else if (row.input().contains(DATES)
                && (plain == DateIndex.class || type.getTypeName().contains("LocalDate"))) {
            return List.of(plain == DateIndex.class ? Dates.INDEX : Dates.LIST);
        } else if (type.getTypeName().equals("java.util.List<java.lang.String>")) {
            return List.of(row.input().contains("labels") ? labels(scene) : Scene.NAMES);
        } else if (plain == DateIndex.class) {
            return List.of(DateIndex.ofEpochDays(IntStream.range(0, scene.length() / EACH_DAYS)
                    .map(t -> (int) scene.dates().get(EACH_DAYS * t).toEpochDay())
                    .toArray()));
        } else if (plain == String.class) {
            return List.of(Scene.NAMES.get(before));
        } else if (plain == String[].class) {
            return List.of((Object) new String[] {Scene.NAMES.get(0)});
        }
        return bindings.options(type);
    }

    private enum Dates {
        INDEX,
        LIST
    }

    private static List<String> labels(Scene scene) {
        return IntStream.range(0, scene.length() / EACH_DAYS)
                .mapToObj(i -> Scene.NAMES.get(i / 9 % 2))
                .toList();
    }

    private static Object parsed(Class<?> type, String[] values, int place) {
        String value = values[place];
        if (type == int[].class) {
            return Arrays.stream(values).mapToInt(Integer::parseInt).toArray();
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(value))
                    .findFirst()
                    .orElseThrow();
        } else if (type == int.class) {
            return Integer.valueOf(value);
        } else if (type == long.class) {
            return Long.valueOf(value);
        }
        return type == double.class ? Double.valueOf(value) : value;
    }

    private static List<List<Object>> inTurn(List<List<Object>> options) {
        List<List<Object>> result = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            for (int j = i == 0 ? 0 : 1; j < options.get(i).size(); j++) {
                List<Object> each = new ArrayList<>();
                options.forEach(first -> each.add(first.get(0)));
                each.set(i, options.get(i).get(j));
                result.add(each);
            }
        }
        return result;
    }

    /** The position of the date that a dated function is asked for. */
    static int asOf(Scene scene) {
        return scene.length() * 3 / 4;
    }

    /** The same asked for another day. */
    Call asked(LocalDate day) {
        LocalDate before = scene.dates().get(asOf(scene));
        return new Call(
                method,
                target,
                Arrays.stream(bound)
                        .map(each -> before.equals(each) ? day : each)
                        .toArray(),
                scene);
    }

    /** Whether it has an argument of a type. */
    boolean takes(Class<?> type) {
        return Arrays.asList(method.getParameterTypes()).contains(type);
    }

    /** Whether it has an argument that is a date, a moment or a period of time. */
    boolean takesTime() {
        return Arrays.stream(method.getParameterTypes()).anyMatch(Temporal.class::isAssignableFrom);
    }

    /** How many columns of a scene its arguments take. */
    int columns() {
        return Stream.concat(Arrays.stream(bound), PublicApi.made(method).stream())
                .filter(each -> each instanceof Type type && PublicApi.isSeries(type))
                .mapToInt(each -> Scene.width((Type) each))
                .sum();
    }

    /** Its answer, or what it throws. */
    Object on(Scene series) {
        Object[] arguments = bound.clone();
        boolean ofSeries = PublicApi.isOfSeries(method);
        int next = ofSeries ? Scene.width(method.getDeclaringClass()) : 0;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Type type && PublicApi.isSeries(type)) {
                arguments[i] = series.series(type, next);
                next += Scene.width(type);
            } else if (arguments[i] instanceof Dates dates) {
                arguments[i] = dates == Dates.INDEX
                        ? series.dates()
                        : series.dates().stream().toList();
            }
        }
        Object answer =
                Kernel.invoke(method, ofSeries ? series.series(method.getDeclaringClass(), 0) : target, arguments);
        List<Type> made = PublicApi.made(method);
        return made.isEmpty()
                ? answer
                : PublicApi.applied(
                        answer,
                        IntStream.range(0, made.size())
                                .mapToObj(i -> series.series(made.get(i), i * Scene.width(made.get(i))))
                                .toArray());
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.ofNullable(target), Arrays.stream(bound))
                .map(value -> value instanceof Type ? "series" : label(value))
                .collect(Collectors.joining(", ", "with ", ""));
    }

    private static String label(Object value) {
        String line = Objects.toString(value).lines().findFirst().orElse("");
        return line.substring(0, Math.min(LABEL, line.length()));
    }
}
