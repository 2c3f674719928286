package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.credit.DateSpan;
import io.github.macroregime.credit.Landmark;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ways in are alike: the date stands in one place, and a type has one name for its defaults. */
class DoorsTest {

    /** Read aloud, the number comes first. */
    private static final Set<String> IN_ENGLISH_ORDER = Set.of("DateSpan.yearsTo");

    /** The date at which one looks stands behind the data and before the settings. */
    @Test
    void no_setting_stands_before_a_date() {
        assertThat(methods().filter(DoorsTest::hasSettingBeforeItsDate).map(DoorsTest::named))
                .containsExactlyInAnyOrderElementsOf(IN_ENGLISH_ORDER);
    }

    @Test
    void no_type_has_two_names_for_its_defaults() {
        assertThat(types().filter(type -> hasMethod(type, "withDefaults") && hasField(type, "DEFAULT")))
                .isEmpty();
    }

    /** Called through a value, such a function would pass over what the value is set to. */
    @Test
    void no_static_function_stands_in_for_a_method_of_its_settings() {
        assertThat(types().flatMap(DoorsTest::standIns)).isEmpty();
        assertThat(standIns(Procedure.class)).containsExactly("Procedure.of");
    }

    record Procedure(int days) {

        public static Procedure of(int days) {
            return new Procedure(days);
        }

        public static String of(LocalDate day) {
            return of(1).on(day);
        }

        public String on(LocalDate day) {
            return day.plusDays(days).toString();
        }
    }

    @Test
    void a_setting_before_a_date_is_noticed() throws NoSuchMethodException {
        assertThat(hasSettingBeforeItsDate(DateSpan.class.getMethod("yearsTo", int.class, LocalDate.class)))
                .isTrue();
        assertThat(hasSettingBeforeItsDate(
                        Landmark.class.getMethod("ofYears", TimeSeries.class, LocalDate.class, int.class)))
                .isFalse();
    }

    private static Stream<Class<?>> types() {
        return ApiTest.MODULES.entrySet().stream()
                .flatMap(module ->
                        PublicApi.classes(module.getValue(), "io.github.macroregime." + module.getKey()).stream())
                .filter(PublicApi::isPublic);
    }

    private static Stream<Method> methods() {
        return types().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static Stream<String> standIns(Class<?> type) {
        List<Method> declared = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && method.getParameterCount() > 0
                        && !method.getReturnType().isPrimitive())
                .toList();
        return declared.stream()
                .filter(method ->
                        type.isRecord() && Modifier.isStatic(method.getModifiers()) && method.getReturnType() != type)
                .filter(method -> declared.stream()
                        .anyMatch(other -> !Modifier.isStatic(other.getModifiers())
                                && other.getGenericReturnType().equals(method.getGenericReturnType())
                                && other.getParameterTypes()[0] == method.getParameterTypes()[0]))
                .map(DoorsTest::named);
    }

    private static boolean hasSettingBeforeItsDate(Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        return parameters.stream()
                .limit(Math.max(0, parameters.indexOf(LocalDate.class)))
                .anyMatch(DoorsTest::isSetting);
    }

    private static boolean isSetting(Class<?> type) {
        return type == int.class
                || type == double.class
                || type == boolean.class
                || type == Period.class
                || type.getSimpleName().endsWith("Options")
                || type.getSimpleName().equals("Weights");
    }

    private static boolean hasMethod(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(name));
    }

    private static boolean hasField(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name));
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
