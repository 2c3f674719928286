package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Rate;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every public record says of numbers at the ends of their range: it refuses them or has a text of them, and answers. */
class RecordTextLaws {

    private static final List<Class<? extends RuntimeException>> REFUSALS =
            List.of(IllegalArgumentException.class, IllegalStateException.class, NoSuchElementException.class);
    private static final Pattern NEGATIVE_ZERO = Pattern.compile("(?<![\\w.-])-0(?:\\.0+)?(?![\\w-]|\\.\\w)");

    /** What is wrong with a record, nothing if it is in order. */
    private interface Judgement {
        String of(Object record);
    }

    /** What is wrong with all records of which one component holds a number alone. */
    private static List<String> faults(double number, int depth, Judgement judgement) {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : RecordLaws.RECORDS) {
            for (Object instance : RecordLaws.INSTANCES.of(type)) {
                for (int i = 0; i < type.getRecordComponents().length; i++) {
                    Object made = with(instance, i, number, depth);
                    String fault = made == null ? "" : judgement.of(made);
                    if (!fault.isEmpty()) {
                        faults.add(RecordLaws.name(type) + " " + type.getRecordComponents()[i].getName() + " " + number
                                + ": " + fault);
                    }
                }
            }
        }
        return faults.stream().distinct().toList();
    }

    private static String textFault(Object made, Predicate<String> isWrong) {
        try {
            String text = made.toString();
            // The text that the JDK gives a record shows its components as they were put in.
            return text.startsWith(made.getClass().getSimpleName() + "[") || !isWrong.test(text) ? "" : text;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** Which questions end in anything but an answer or a refusal. */
    private static String questionFault(Object made) {
        return Arrays.stream(made.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class)
                .map(question -> questionFault(made, question))
                .filter(fault -> !fault.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String questionFault(Object made, Method question) {
        try {
            var unused = question.invoke(made);
            return "";
        } catch (InvocationTargetException e) {
            return REFUSALS.stream().anyMatch(type -> type.isInstance(e.getCause()))
                    ? ""
                    : question.getName() + " " + e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The record with one component filled with a number; null if nothing can be filled or the record refuses it. */
    private static @Nullable Object with(Object record, int place, double number, int depth) {
        Object[] components = Instances.components(record);
        Object filled = filled(components[place], number, depth);
        if (filled == null) {
            return null;
        }
        components[place] = filled;
        try {
            return Instances.made(record.getClass(), components);
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause())
                    .as("%s", record.getClass())
                    .isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
            return null;
        }
    }

    private static @Nullable Object filled(Object value, double number, int depth) {
        try {
            return filledOrRefused(value, number, depth);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    private static @Nullable Object filledOrRefused(Object value, double number, int depth) {
        if (value instanceof Double) {
            return number;
        } else if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? OptionalDouble.of(number) : null;
        } else if (value instanceof Rate) {
            return Rate.ofDecimal(number);
        } else if (value instanceof Doubles doubles) {
            return Doubles.copyOf(numbers(doubles.size(), number));
        } else if (value instanceof Matrix matrix) {
            double[][] rows = new double[matrix.rows()][];
            Arrays.setAll(rows, i -> numbers(matrix.columns(), number));
            return Matrix.copyOf(rows);
        } else if (value instanceof TimeSeries series) {
            return new TimeSeries(series.dates(), Doubles.copyOf(numbers(series.size(), number)), series.unit());
        } else if (value instanceof Optional<?> optional) {
            return optional.map(inside -> filled(inside, number, depth))
                    .map(Optional::of)
                    .orElse(null);
        } else if (depth > 0 && value instanceof List<?> list) {
            List<@Nullable Object> all =
                    list.stream().map(inside -> filled(inside, number, depth)).collect(Collectors.toList());
            return all.isEmpty() || all.contains(null) ? null : all;
        } else if (depth > 0 && value instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(key -> filled(map.get(key), number, depth) != null) && !map.isEmpty()
                    ? map.keySet().stream()
                            .collect(Collectors.toMap(key -> key, key -> filled(map.get(key), number, depth)))
                    : null;
        }
        return depth > 0 && value instanceof Record ? filledRecord(value, number, depth - 1) : null;
    }

    private static @Nullable Object filledRecord(Object record, double number, int depth) {
        Object[] components = Instances.components(record);
        boolean any = false;
        for (int i = 0; i < components.length; i++) {
            Object filled = filled(components[i], number, depth);
            any |= filled != null;
            components[i] = filled == null ? components[i] : filled;
        }
        try {
            return any ? Instances.made(record.getClass(), components) : null;
        } catch (InvocationTargetException refused) {
            return null;
        }
    }

    private static double[] numbers(int count, double number) {
        double[] numbers = new double[count];
        Arrays.fill(numbers, number);
        return numbers;
    }

    @Test
    void theLargestAndSmallestNumbersHaveATextOrAreRefused() {
        List<String> faults = new ArrayList<>();
        for (double number : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE}) {
            faults.addAll(faults(number, 0, made -> textFault(made, text -> false)));
        }
        assertThat(faults).isEmpty();
    }

    /** Their text is one of the questions; a sum or a product that leaves the range is refused. */
    @Test
    void everyQuestionOfTheLargestAndSmallestNumbersIsAnsweredOrRefused() {
        List<String> faults = new ArrayList<>();
        for (double number : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE}) {
            faults.addAll(faults(number, 2, RecordTextLaws::questionFault));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingThatRoundsToZeroIsShownWithAMinus() {
        List<String> faults = new ArrayList<>();
        for (double number : new double[] {-1e-12, -1e-7, -0.0}) {
            faults.addAll(faults(number, 2, made -> textFault(made, NEGATIVE_ZERO.asPredicate())));
        }
        assertThat(faults).isEmpty();
    }

    /** The law above sees records; the texts of all other classes are rounded by the same hand. */
    @Test
    void noSourceRoundsANumberByItself() throws IOException {
        Pattern rounding = Pattern.compile("String\\.format\\([^;]*%[-+, 0-9.#(]*[feg]\\b");
        List<Path> faults = new ArrayList<>();
        for (String module : List.of("core", "rates", "credit", "equities", "regime")) {
            Path sources = Path.of(System.getProperty("macroregime.root", ".."), module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (rounding.matcher(Files.readString(file)).find()) {
                        faults.add(file);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
