package io.github.macroregime.benchmarks;

import io.github.macroregime.benchmarks.growth.GrowthLaw;
import io.github.macroregime.benchmarks.results.Candidate;
import io.github.macroregime.benchmarks.results.Length;
import io.github.macroregime.benchmarks.results.Machine;
import io.github.macroregime.benchmarks.results.Report;
import io.github.macroregime.benchmarks.results.Trials;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the suite and writes the results file.
 *
 * <p>Each class is run in rounds, and a round runs all its candidates, each in a fresh JVM: ratios are formed inside a
 * round, so that what slows the machine for some minutes slows both sides of a ratio.
 *
 * <p>Started by {@code mvn -Pbench verify -DskipTests}; the properties {@code bench.length}, {@code bench.include} and
 * {@code bench.date} become the arguments.
 */
public final class BenchmarkRun {

    /** Every benchmark class, in the order of the results. */
    static final List<Class<?>> SUITE = List.of(
            PathCalibrationBenchmark.class,
            RollingMeanBenchmark.class,
            RollingDeviationBenchmark.class,
            RollingMomentsBenchmark.class,
            RollingExtremesBenchmark.class,
            EwmaBenchmark.class,
            RollingQuantileBenchmark.class,
            RollingRankBenchmark.class,
            ExpandingBenchmark.class,
            PanelBenchmark.class,
            IndicatorBenchmark.class,
            StrengthBoardBenchmark.class,
            CorrelationBenchmark.class,
            AttributionBenchmark.class,
            HmmBenchmark.class,
            CreditBandingBenchmark.class,
            CsvBenchmark.class,
            LengthGrowthBenchmark.class,
            WindowGrowthBenchmark.class,
            MeetingGrowthBenchmark.class);

    private static final String NAME = "io.github.macroregime.benchmarks.";

    private BenchmarkRun() {}

    /**
     * Runs and writes.
     *
     * @param arguments each {@code name=value}: {@code length} (once, quick or long), {@code include} (a regular
     *     expression that must be found in {@code Class.method}), {@code date} (empty for today in UTC), {@code folder},
     *     {@code peers}
     * @throws RunnerException if a benchmark fails, which it does where candidates disagree
     * @throws IllegalStateException if a cost grows beyond doubt by {@link GrowthLaw}
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Map<String, String> settings = settings(arguments);
        Length length = Length.parse(setting(settings, "length"));
        Pattern include = Pattern.compile(setting(settings, "include"));
        if (length == Length.ONCE) {
            // Measures nothing, so another run beside it does no harm.
            System.setProperty("jmh.ignoreLock", "true");
        }
        Trials trials = new Trials();
        for (Class<?> comparison : SUITE) {
            for (int round = 0; round < length.rounds(); round++) {
                run(comparison, include, length, false, trials);
                run(comparison, include, length, true, trials);
            }
            if (length != Length.ONCE && !trials.measured().isEmpty()) {
                // After each class, so that a later one that fails loses nothing.
                write(report(settings, length, include, trials), Path.of(setting(settings, "folder")));
            }
        }
        if (length != Length.ONCE) {
            System.out.println(report(settings, length, include, trials).summary());
            if (include.matcher(GrowthLaw.class.getSimpleName()).find()) {
                GrowthLaw.main(new String[0]);
            }
        }
    }

    private static Report report(Map<String, String> settings, Length length, Pattern include, Trials trials) {
        String date = setting(settings, "date");
        return new Report(
                date.isEmpty() ? LocalDate.now(ZoneOffset.UTC).toString() : date,
                length.toString(),
                "mvn -Pbench verify -DskipTests -Dbench.length=" + setting(settings, "length")
                        + (include.pattern().isEmpty() ? "" : " -Dbench.include=" + include),
                setting(settings, "peers"),
                Machine.here(),
                trials.measured());
    }

    private static void write(Report report, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(report.date() + ".md");
        Files.writeString(file, report.markdown());
        System.out.println("Written to " + file);
    }

    private static Map<String, String> settings(String[] arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("argument must look like name=value but was \"" + argument + "\"");
            }
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return settings;
    }

    private static String setting(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name))
                .orElseThrow(() -> new IllegalArgumentException("argument " + name + "=... must be given"));
    }

    private static void run(Class<?> comparison, Pattern include, Length length, boolean slowStarters, Trials trials)
            throws RunnerException {
        List<String> methods = Arrays.stream(comparison.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .filter(method -> candidate(method).slowStarter() == slowStarters)
                .map(Method::getName)
                .filter(method -> include.matcher(comparison.getSimpleName() + "." + method)
                        .find())
                .toList();
        if (methods.isEmpty()) {
            return;
        }
        ChainedOptionsBuilder options = length.over(new OptionsBuilder(), slowStarters)
                .include("^" + Pattern.quote(NAME + comparison.getSimpleName()) + "\\.("
                        + methods.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")$")
                .shouldFailOnError(true)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class);
        if (length == Length.ONCE) {
            Arrays.stream(comparison.getFields())
                    .filter(field -> field.isAnnotationPresent(Param.class))
                    .forEach(field -> options.param(
                            field.getName(), field.getAnnotation(Param.class).value()[0]));
        }
        trials.add(comparison, new Runner(options.build()).run());
    }

    static Candidate candidate(Method method) {
        return Optional.ofNullable(method.getAnnotation(Candidate.class))
                .orElseThrow(() -> new IllegalArgumentException(method + " must say whose answer it is"));
    }
}
