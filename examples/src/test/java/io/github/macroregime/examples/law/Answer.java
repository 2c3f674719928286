package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a function answered, taken apart.
 *
 * @param strips the series in it by where they stand there
 * @param text all of it, numbers by their bits
 * @param numbers how many of its numbers were not missing
 */
record Answer(Map<String, Strip> strips, String text, long numbers) {

    /**
     * One series in an answer.
     *
     * @param days the epoch days of a dated series, or the positions
     * @param dated whether it has dates
     * @param values its values, and the hash of those that are no numbers
     */
    record Strip(long[] days, boolean dated, double[] values) {

        int size() {
            return values.length;
        }
    }

    static Answer of(Object result) {
        Reader reader = new Reader();
        reader.read(result);
        return new Answer(reader.strips, reader.text.toString(), reader.numbers);
    }

    private static final class Reader {

        private static final int DEEPEST = 12;

        private final Map<String, Strip> strips = new LinkedHashMap<>();
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private long numbers;

        private void read(String place, Object value) {
            path.addLast(place);
            read(value);
            path.removeLast();
        }

        private void read(Object value) {
            if (path.size() > DEEPEST) {
                throw new AssertionError("an answer that holds itself");
            }
            if (value instanceof double[] plain) {
                strip(positions(plain.length), false, plain);
            } else if (value instanceof Doubles plain) {
                strip(positions(plain.size()), false, plain.toArray());
            } else if (value instanceof DateIndex dates) {
                read("epochDays", dates.toEpochDays());
            } else if (value instanceof TimeSeries series) {
                strip(days(series), true, series.values().toArray());
                text.append(series.unit());
            } else if (value instanceof Panel panel) {
                panel.columns().forEach(name -> read(name, panel.series(name)));
            } else if (value instanceof int[] whole) {
                strip(
                        positions(whole.length),
                        false,
                        Arrays.stream(whole).asDoubleStream().toArray());
            } else {
                readOther(value);
            }
        }

        private void readOther(Object value) {
            if (value == null) {
                text.append("null;");
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresentOrElse(this::read, () -> text.append("empty;"));
            } else if (value instanceof OptionalDouble optional) {
                read(optional.isPresent() ? optional.getAsDouble() : Double.NaN);
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> {
                    text.append(key).append('=');
                    read(key.toString(), each);
                });
            } else if (value instanceof Collection<?> many) {
                readMany(many);
            } else if (value.getClass().isArray()) {
                IntStream.range(0, Array.getLength(value)).forEach(i -> read("[" + i + "]", Array.get(value, i)));
            } else if (value instanceof Double number) {
                numbers += number.isNaN() ? 0 : 1;
                text.append(Double.doubleToLongBits(number + 0.0)).append(';');
            } else if (isOurs(value)) {
                readFields(value);
            } else {
                numbers++;
                text.append(value).append(';');
            }
        }

        private void readMany(Collection<?> many) {
            int before = strips.size();
            int next = 0;
            for (Object each : many) {
                read("[" + next++ + "]", each);
            }
            if (strips.size() == before && !many.isEmpty()) {
                double[] each = many.stream()
                        .mapToDouble(element -> Answer.of(element).text.hashCode())
                        .toArray();
                strips.put(path.toString(), new Strip(positions(each.length), false, each));
            }
        }

        private static boolean isOurs(Object value) {
            return value.getClass().getName().startsWith("io.github.macroregime.")
                    && !(value instanceof Enum)
                    && !value.getClass().isHidden();
        }

        private void readFields(Object value) {
            for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                        text.append(field.getName()).append('=');
                        read(field.getName(), content(field, value));
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

        private void strip(long[] days, boolean dated, double[] values) {
            strips.put(path.toString(), new Strip(days, dated, values));
            text.append(dated ? Arrays.toString(days) : "");
            for (double value : values) {
                readOther(value);
            }
        }

        private static long[] positions(int size) {
            return IntStream.range(0, size).asLongStream().toArray();
        }

        private static long[] days(TimeSeries series) {
            return IntStream.range(0, series.size())
                    .mapToLong(t -> series.dates().get(t).toEpochDay())
                    .toArray();
        }
    }
}
