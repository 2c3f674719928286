package io.github.macroregime.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Comparison;
import io.github.macroregime.benchmarks.results.Role;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class SuiteTest {

    private static List<Method> benchmarks(Class<?> comparison) {
        return Arrays.stream(comparison.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .toList();
    }

    @Test
    void everyBenchmarkThatJmhKnowsIsInTheSuite() {
        TreeSet<String> known = new TreeSet<>();
        BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .forEach(entry -> known.add(entry.getUsername()));
        TreeSet<String> suite = new TreeSet<>();
        BenchmarkRun.SUITE.forEach(comparison ->
                benchmarks(comparison).forEach(method -> suite.add(comparison.getName() + "." + method.getName())));
        assertThat(known).isNotEmpty().isEqualTo(suite);
    }

    @Test
    void everyQuestionIsAnsweredByOursExactlyOnce() {
        for (Class<?> comparison : BenchmarkRun.SUITE) {
            List<String> asked = new ArrayList<>();
            List<String> answered = new ArrayList<>();
            for (Method method : benchmarks(comparison)) {
                Candidate candidate = BenchmarkRun.candidate(method);
                asked.addAll(List.of(candidate.question()));
                if (candidate.role() == Role.OURS) {
                    answered.addAll(List.of(candidate.question()));
                }
            }
            assertThat(answered)
                    .as(comparison.getSimpleName())
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(asked);
        }
    }

    @Test
    void everyClassSaysHowItIsShownAndGrowsInAParameterWithThreeValues() throws Exception {
        for (Class<?> comparison : BenchmarkRun.SUITE) {
            Comparison shown = comparison.getAnnotation(Comparison.class);
            assertThat(shown).as(comparison.getSimpleName()).isNotNull();
            if (!shown.grows().isEmpty()) {
                Field grows = comparison.getField(shown.grows());
                assertThat(grows.getAnnotation(Param.class).value().length)
                        .as(comparison.getSimpleName())
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void everySummaryNamesASettingThatExists() throws Exception {
        for (Class<?> comparison : BenchmarkRun.SUITE) {
            String summary = comparison.getAnnotation(Comparison.class).summary();
            if (summary.contains("=")) {
                String[] setting = summary.split("=", 2);
                assertThat(comparison
                                .getField(setting[0])
                                .getAnnotation(Param.class)
                                .value())
                        .as(comparison.getSimpleName())
                        .contains(setting[1]);
            }
        }
    }
}
