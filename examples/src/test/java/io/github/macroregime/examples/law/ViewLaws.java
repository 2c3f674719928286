package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.fixture.Bindings;
import io.github.macroregime.fixture.Kernel;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds what records of series say of each day, beside what they were made of, to depend on nothing after it. */
final class ViewLaws {

    /** What the numbers of records can be: the first with which something is said of the last day. */
    private static final List<String> INPUTS = List.of("prices", "returns", "yields", "weights");

    private static final int[] CUTS = {40, 159, 306, 318, 319};

    private final Bindings bindings;

    ViewLaws(Bindings bindings) {
        this.bindings = bindings;
    }

    /** The public methods without arguments that answer with a series and are no component of their record. */
    static List<Method> views(Collection<Class<?>> classes) {
        return classes.stream()
                .filter(PublicApi::isPublic)
                .filter(Class::isRecord)
                .filter(type -> !PublicApi.isSeries(type))
                .filter(type -> components(type).anyMatch(each -> PublicApi.isSeries(each.getGenericType())))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0
                        && PublicApi.isSeries(method.getGenericReturnType()))
                .filter(method -> components(method.getDeclaringClass())
                        .noneMatch(each -> each.getName().equals(method.getName())))
                .toList();
    }

    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents());
    }

    /** What is broken, a line for each view, but for those that answer about the whole or for something else than days. */
    List<String> failures(Collection<Class<?>> classes, Set<String> besides) {
        return views(classes).stream()
                .filter(view -> !besides.contains(PublicApi.signature(view)))
                .flatMap(view -> failure(view).stream())
                .toList();
    }

    private Optional<String> failure(Method view) {
        for (String input : INPUTS) {
            Scene scene = Scene.of(List.of(input));
            Optional<Answer.Strip> whole = strip(view, scene);
            if (whole.isPresent() && isSaid(whole.get(), scene)) {
                return Stream.of(scene, scene.gapped(), scene.rough())
                        .flatMap(each -> Arrays.stream(CUTS)
                                .mapToObj(end -> difference(view, each, end))
                                .flatMap(Optional::stream))
                        .findFirst();
            }
        }
        return Optional.of(PublicApi.signature(view) + " says nothing of any day that is tried");
    }

    private static boolean isSaid(Answer.Strip strip, Scene scene) {
        return strip.size() == scene.length() && !Double.isNaN(strip.values()[scene.length() - 1]);
    }

    private Optional<String> difference(Method view, Scene scene, int end) {
        Optional<Answer.Strip> whole = strip(view, scene);
        Optional<Answer.Strip> cut = strip(view, scene.cut(end));
        if (whole.isEmpty() || cut.isEmpty()) {
            return Optional.empty();
        }
        double[] longer = Arrays.copyOf(whole.get().values(), cut.get().size());
        return Arrays.equals(longer, cut.get().values())
                ? Optional.empty()
                : Optional.of(PublicApi.signature(view) + " looks ahead at one of " + end);
    }

    /** What a view says, nothing if its record refuses the numbers. */
    private Optional<Answer.Strip> strip(Method view, Scene scene) {
        try {
            return record(view.getDeclaringClass(), scene)
                    .map(of -> Answer.of(Kernel.invoke(view, of, new Object[0]))
                            .strips()
                            .values()
                            .iterator()
                            .next());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private Optional<Object> record(Class<?> type, Scene scene) {
        List<Object> arguments = new ArrayList<>();
        int next = 0;
        for (RecordComponent each : type.getRecordComponents()) {
            Type of = each.getGenericType();
            if (PublicApi.isSeries(of)) {
                arguments.add(scene.series(of, next));
                next += Scene.width(of);
            } else if (of == DateIndex.class) {
                arguments.add(scene.dates());
            } else {
                arguments.add(
                        of.getTypeName().equals("java.util.List<java.lang.String>")
                                ? Scene.NAMES
                                : bindings.options(of).get(0));
            }
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    components(type).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return Optional.of(canonical.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }
}
