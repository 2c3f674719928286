package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.fixture.Bindings;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values of the public records, found in what public functions answer to one another.
 *
 * <p>Begun with the samples of the laws, every function whose arguments are at hand is called, and what it answers is
 * taken apart into the values inside, until nothing new is found.
 */
final class Instances {

    private static final int KEPT = 4;
    private static final int ROUNDS = 6;
    private static final List<List<String>> SCENES =
            List.of(List.of(), List.of("returns"), List.of("spreads"), List.of("yields"), List.of("bars"));

    private final Bindings bindings;
    private final List<Scene> scenes = SCENES.stream().map(Scene::of).toList();
    private final Map<Class<?>, List<Object>> found = new LinkedHashMap<>();
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();

    Instances(Bindings bindings) {
        this.bindings = bindings;
    }

    /** Takes the values inside a value. */
    Instances with(Object value) {
        take(value, 0);
        return this;
    }

    /** The values of a class, none if none is found. */
    List<Object> of(Class<?> type) {
        return found.getOrDefault(type, List.of());
    }

    /** Calls the functions of some classes until each of these has a value, or none is found any more. */
    Instances search(Collection<Class<?>> classes) {
        List<Executable> functions = PublicApi.executables(classes).stream()
                .filter(each -> !(each instanceof Method method) || method.getReturnType() != void.class)
                .filter(each -> !Arrays.asList(each.getParameterTypes()).contains(Path.class))
                .toList();
        int before = -1;
        for (int round = 0; round < ROUNDS && before != found.size(); round++) {
            before = found.size();
            functions.forEach(this::tryOut);
        }
        publicRecords(classes).stream().filter(type -> of(type).isEmpty()).forEach(this::takeBound);
        return this;
    }

    private void takeBound(Class<?> type) {
        try {
            take(bindings.options(type), 0);
        } catch (AssertionError | LinkageError unbound) {
            return;
        }
    }

    private void tryOut(Executable function) {
        if (!leadsSomewhere(function)) {
            return;
        }
        for (Scene scene : scenes) {
            List<Object> owners = PublicApi.isStatic(function)
                    ? Arrays.asList((Object) null)
                    : values(function.getDeclaringClass(), scene, 0);
            for (Object owner : owners.subList(0, Math.min(2, owners.size()))) {
                if (!leadsSomewhere(function)) {
                    return;
                }
                Type[] types = function.getGenericParameterTypes();
                for (int choice = 0; choice < 3; choice++) {
                    Object[] arguments = new Object[types.length];
                    boolean bound = true;
                    for (int i = 0; i < types.length && bound; i++) {
                        List<Object> options = values(types[i], scene, i);
                        bound = !options.isEmpty();
                        arguments[i] = bound ? options.get(choice % options.size()) : null;
                    }
                    if (bound) {
                        call(function, owner, arguments);
                    }
                }
            }
        }
    }

    /** Whether it may answer with a type of which nothing is found so far. */
    private boolean leadsSomewhere(Executable function) {
        Type answer = function instanceof Method method ? method.getGenericReturnType() : function.getDeclaringClass();
        return named(answer)
                .anyMatch(type -> type.getName().startsWith("io.github.macroregime.")
                        && !type.isEnum()
                        && found.keySet().stream().noneMatch(type::isAssignableFrom));
    }

    private static Stream<Class<?>> named(Type type) {
        return type instanceof ParameterizedType generic
                ? Stream.concat(
                        named(generic.getRawType()),
                        Arrays.stream(generic.getActualTypeArguments()).flatMap(Instances::named))
                : type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }

    private void call(Executable function, Object owner, Object... arguments) {
        try {
            take(PublicApi.call(function, owner, arguments), 0);
        } catch (InvocationTargetException | IllegalArgumentException refused) {
            // Other arguments may do.
            return;
        }
    }

    private void take(Object value, int depth) {
        if (value == null || depth > 9) {
            return;
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inside -> take(inside, depth));
        } else if (value instanceof Collection<?> many) {
            many.stream().limit(60).forEach(each -> take(each, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            take(map.keySet(), depth + 1);
            take(map.values(), depth + 1);
        } else if (value.getClass().getName().startsWith("io.github.macroregime.")
                && !value.getClass().isHidden()
                && !(value instanceof Enum)
                && seen.put(value, true) == null) {
            List<Object> same = found.computeIfAbsent(value.getClass(), type -> new ArrayList<>());
            if (same.size() < KEPT && !same.contains(value)) {
                same.add(value);
            }
            for (Class<?> type = value.getClass();
                    type.getName().startsWith("io.github");
                    type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                        take(content(field, value), depth + 1);
                    }
                }
            }
        }
    }

    private static Object content(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private List<Object> values(Type type, Scene scene, int place) {
        if (PublicApi.isSeries(type)) {
            return List.of(scene.series(type, Math.min(place, 4)));
        } else if (type instanceof ParameterizedType generic) {
            return several(generic, scene, place);
        }
        return type instanceof Class<?> plain ? plain(plain, scene, place) : List.of();
    }

    private List<Object> several(ParameterizedType generic, Scene scene, int place) {
        Type[] inside = generic.getActualTypeArguments();
        List<Object> elements = values(inside[inside.length - 1], scene, place);
        Type raw = generic.getRawType();
        if (raw == List.class || raw == Collection.class) {
            return elements.isEmpty() ? List.of(List.of()) : List.of(elements, elements.subList(0, 1));
        } else if (raw == Optional.class) {
            return elements.isEmpty()
                    ? List.of(Optional.empty())
                    : List.of(Optional.of(elements.get(0)), Optional.empty());
        } else if (raw == Set.class) {
            return List.of(Set.copyOf(elements));
        } else if (raw == Map.class) {
            List<Object> keys = values(inside[0], scene, place);
            return keys.isEmpty() || elements.isEmpty()
                    ? List.of(Map.of())
                    : List.of(Map.of(keys.get(0), elements.get(0)), Map.of());
        }
        return plain((Class<?>) raw, scene, place);
    }

    private List<Object> plain(Class<?> type, Scene scene, int place) {
        if (type == LocalDate.class) {
            LocalDate date = scene.dates().get(scene.length() * 3 / 4);
            return List.of(date.plusMonths(place), LocalDate.of(2025, 7, 22).plusMonths(place), date.minusYears(1));
        } else if (type == DateIndex.class) {
            return List.of(scene.dates());
        } else if (type == String.class) {
            return List.of("A", "B", "USNY");
        } else if (type == OptionalDouble.class) {
            return List.of(OptionalDouble.of(0.25), OptionalDouble.empty());
        } else if (type == OptionalInt.class) {
            return List.of(OptionalInt.of(2), OptionalInt.empty());
        } else if (type == int.class) {
            return List.of(5, 1, 20, 0);
        } else if (type == double.class) {
            return List.of(0.5, 1.0, 0.0, 25.0);
        } else if (type == boolean.class) {
            return List.of(true, false);
        }
        List<Object> options = new ArrayList<>(subtypes(type));
        try {
            options.addAll(bindings.options(type));
        } catch (AssertionError | LinkageError unbound) {
            return options;
        }
        return options;
    }

    private List<Object> subtypes(Class<?> type) {
        return List.copyOf(found.values()).stream()
                .filter(same -> type.isInstance(same.get(0)))
                .flatMap(same -> same.stream().limit(2))
                .limit(3L * KEPT)
                .toList();
    }

    /** The components of a record, in order. */
    static Object[] components(Object record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component(component, record))
                .toArray();
    }

    private static Object component(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A record with other components, by its canonical constructor. */
    static Object made(Class<?> type, Object... components) throws InvocationTargetException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return PublicApi.call(type.getDeclaredConstructor(types), null, components);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    static List<Class<?>> publicRecords(Collection<Class<?>> classes) {
        return classes.stream()
                .filter(Class::isRecord)
                .filter(PublicApi::isPublic)
                .toList();
    }
}
