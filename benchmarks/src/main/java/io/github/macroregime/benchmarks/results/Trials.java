package io.github.macroregime.benchmarks.results;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Collects what JMH measured, round after round. Mutable. */
public final class Trials {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<List<String>, Rounds> rounds = new LinkedHashMap<>();

    private record Rounds(
            Class<?> comparison,
            Candidate candidate,
            SortedMap<String, String> parameters,
            List<Double> times,
            List<Double> bytes) {}

    /**
     * Adds one round of a class.
     *
     * @param comparison the benchmark class
     * @param results what its candidates measured, in nanoseconds
     */
    public void add(Class<?> comparison, Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            SortedMap<String, String> parameters = new TreeMap<>();
            params.getParamsKeys().forEach(key -> parameters.put(key, params.getParam(key)));
            String method =
                    params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            Rounds own = rounds.computeIfAbsent(
                    List.of(params.getBenchmark(), parameters.toString()),
                    key -> new Rounds(
                            comparison,
                            candidate(comparison, method),
                            parameters,
                            new ArrayList<>(),
                            new ArrayList<>()));
            own.times.add(Trial.median(iterations(result)));
            allocated(result).ifPresent(own.bytes::add);
        }
    }

    /**
     * All that was measured, in the order of the first round.
     *
     * @return one trial for each candidate and setting
     */
    public List<Trial> measured() {
        return rounds.values().stream()
                .flatMap(own -> Arrays.stream(own.candidate.question())
                        .map(question -> new Trial(
                                own.comparison,
                                question,
                                own.candidate.role(),
                                own.candidate.by(),
                                own.candidate.note(),
                                own.parameters,
                                own.times,
                                own.bytes.isEmpty() ? Double.NaN : Trial.median(own.bytes))))
                .toList();
    }

    private static Candidate candidate(Class<?> comparison, String name) {
        return Arrays.stream(comparison.getMethods())
                .filter(method -> method.getName().equals(name))
                .map((Method method) -> Optional.ofNullable(method.getAnnotation(Candidate.class))
                        .orElseThrow(() -> new IllegalArgumentException(method + " must say whose answer it is")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(comparison + " must have a method " + name));
    }

    private static List<Double> iterations(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
    }

    private static OptionalDouble allocated(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            Result<?> found = result.getSecondaryResults().get(name);
            if (found != null && name.endsWith(ALLOCATED)) {
                return OptionalDouble.of(found.getScore());
            }
        }
        return OptionalDouble.empty();
    }
}
