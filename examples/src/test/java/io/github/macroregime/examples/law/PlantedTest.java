package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.examples.law.planted.PlantedMoments;
import io.github.macroregime.examples.law.planted.hidden.HiddenFunctions;
import io.github.macroregime.examples.law.planted.odd.OddFunctions;
import io.github.macroregime.regime.bar.Bars;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Look-ahead that is planted on purpose is found, whatever its author says that it is. */
class PlantedTest {

    private static final String PACKAGE = PlantedMoments.class.getPackageName();
    private static final List<Class<?>> CLASSES = PublicApi.classes(PlantedMoments.class, PACKAGE);
    private static final List<Method> FUNCTIONS = PublicApi.functions(CLASSES).stream()
            .filter(function -> function.getDeclaringClass().getPackageName().equals(PACKAGE))
            .toList();

    private static final List<Class<?>> HIDDEN = PublicApi.classes(HiddenFunctions.class, PACKAGE + ".hidden");

    private static final List<Class<?>> ODD = PublicApi.classes(OddFunctions.class, PACKAGE + ".odd");

    private static List<String> failures(String table) {
        return failures(table, FUNCTIONS);
    }

    private static List<String> failures(String table, List<Method> functions) {
        return new FunctionLaws(Classification.parse(table), Samples.all()).failures(functions);
    }

    @Test
    void functions_that_no_table_names_are_found() {
        assertThat(failures("")).hasSameSizeAs(FUNCTIONS).allMatch(each -> each.endsWith("is not classified"));
        assertThat(FUNCTIONS)
                .extracting(function -> function.getDeclaringClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "PlantedChanges",
                        "PlantedMoments",
                        "PlantedMoments",
                        "PlantedMoments",
                        "PlantedScores",
                        "PlantedSensitivities",
                        "Nested");
    }

    @ParameterizedTest
    @EnumSource
    void functions_are_found_under_every_kind(Kind kind) {
        assertThat(failures("examples. | " + kind)).hasSameSizeAs(FUNCTIONS);
    }

    @Test
    void each_is_found_for_what_it_does() {
        assertThat(failures("examples. | CAUSAL\nexamples.law.planted.PlantedScores | DATED"))
                .hasSameSizeAs(FUNCTIONS)
                .allMatch(each -> each.contains("looks ahead") || each.contains("looks behind its date"));
    }

    @Test
    void signals_are_found_in_a_class_and_in_another_package() {
        List<Class<?>> shown = CLASSES.stream()
                .filter(type -> !HIDDEN.contains(type) && !ODD.contains(type))
                .toList();
        assertThat(new StatisticLaws(Samples.all()).failures(shown))
                .hasSize(2)
                .anyMatch(each -> each.startsWith("Nested[window=5]"))
                .anyMatch(each -> each.startsWith("PlantedSignal[window=5]"));
    }

    @Test
    void what_looks_ahead_only_now_and_then_is_found() {
        List<Method> functions = PublicApi.functions(HIDDEN).stream()
                .filter(function -> function.getDeclaringClass().getSimpleName().matches("HiddenFunctions|Makers"))
                .toList();
        assertThat(failures(
                        "examples. | CAUSAL\nexamples.law.planted.hidden.HiddenFunctions.latest | DATED"
                                + "\nexamples.law.planted.hidden.HiddenFunctions.weekend | DATED",
                        functions))
                .hasSize(11)
                .allMatch(each -> each.contains("looks ahead") || each.contains("looks behind its date"));
    }

    @Test
    void a_function_in_a_field_is_found() {
        assertThat(PublicApi.functionsInFields(HIDDEN))
                .extracting(Field::getName)
                .containsExactly("SMOOTHER");
    }

    @Test
    void statistics_that_look_ahead_only_now_and_then_are_found() {
        assertThat(new StatisticLaws(Samples.all()).failures(HIDDEN))
                .hasSize(3)
                .anyMatch(each -> each.startsWith("MonthEnds[]"))
                .anyMatch(each -> each.startsWith("Remembering[window=5]"))
                .anyMatch(each -> each.startsWith("LateSignal[window=5]"));
    }

    @Test
    void functions_of_odd_shapes_are_found_whatever_they_are_called() {
        List<Method> functions = PublicApi.functions(ODD).stream()
                .filter(function -> function.getDeclaringClass() == OddFunctions.class)
                .toList();
        assertThat(functions).extracting(Method::getName).containsExactly("at", "known", "quarterly");
        for (Kind kind : Kind.values()) {
            assertThat(failures("examples. | " + kind, functions)).hasSameSizeAs(functions);
        }
    }

    @Test
    void series_in_shapes_that_no_law_tries_are_found() {
        assertThat(PublicApi.untried(ODD, Set.of(Bars.class)))
                .extracting(Executable::getName)
                .containsExactlyInAnyOrder("closes", "over", "sorted", "streamed", "wildcard");
    }

    @Test
    void views_of_records_that_look_ahead_are_found() {
        assertThat(new ViewLaws(Samples.all()).failures(ODD, Set.of()))
                .singleElement()
                .asString()
                .contains("OddFunctions.Held.early() looks ahead");
    }

    @Test
    void statistics_that_look_ahead_at_ties_are_found() {
        assertThat(new StatisticLaws(Samples.all()).failures(ODD))
                .hasSize(2)
                .anyMatch(each -> each.startsWith("TiedBars[window=5]: tied at"))
                .anyMatch(each -> each.startsWith("TiedSignal[window=5]: TiedSignal[window=5] at"));
    }
}
