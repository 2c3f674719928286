package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Numbers on common days from which all series of a call are made.
 *
 * @param columns the numbers of each series
 * @param dates their days
 * @param units the unit of each
 * @param isByRows whether series in one array stand in its columns
 * @param lag when the observations of published series are known
 */
record Scene(double[][] columns, DateIndex dates, List<Unit> units, boolean isByRows, PublicationLag lag) {

    static final List<String> NAMES = List.of("A", "B", "C");
    private static final int LENGTH = 320;
    private static final int COLUMNS = 8;
    private static final int NAMES_A_DAY = 5;
    private static final int SEED = 20250722;
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    /** Numbers of a kind, prices if none is named. */
    static Scene of(List<String> input) {
        return of(input, input.contains("long") ? 2 * LENGTH : LENGTH);
    }

    static Scene of(List<String> input, int length) {
        double[][] columns = new double[COLUMNS][length];
        SplittableRandom random = new SplittableRandom(SEED);
        boolean returns = input.contains("returns");
        boolean yields = input.contains("yields") || input.contains("spreads");
        for (int t = 0; t < length; t++) {
            for (int k = 0; k < COLUMNS; k++) {
                double step = random.nextDouble() - 0.5;
                columns[k][t] = returns ? 0.03 * step : (t == 0 ? 100 + 7 * k : columns[k][t - 1]) * (1 + 0.04 * step);
            }
        }
        if (yields) {
            columns = each(columns, value -> value / 4000);
        } else if (input.contains("bars")) {
            for (int t = 0; t < length; t++) {
                columns[1][t] = Math.max(columns[0][t], columns[3][t]) * 1.01;
                columns[2][t] = Math.min(columns[0][t], columns[3][t]) * 0.99;
            }
        } else if (input.contains("chances")) {
            double[] chances = new double[length];
            Arrays.setAll(chances, i -> i == 0 ? length < 2 ? 1 : 0.5 : 0.5 / (length - 1));
            Arrays.fill(columns, chances);
        } else if (input.contains("weights")) {
            for (double[] column : columns) {
                normalise(column);
            }
        } else if (input.contains("matrix")) {
            int size = (int) Math.sqrt(length);
            Arrays.setAll(columns[0], i -> i % (size + 1) == 0 ? 2 : 0);
        }
        return new Scene(
                columns, dates(input, length), units(input), input.contains("rows"), PublicationLag.sameDay(CLOSE));
    }

    /** Weights of five names, day after day. */
    private static void normalise(double[] column) {
        for (int start = 0; start + NAMES_A_DAY <= column.length; start += NAMES_A_DAY) {
            double sum = Arrays.stream(column, start, start + NAMES_A_DAY).sum();
            for (int i = start; i < start + NAMES_A_DAY; i++) {
                column[i] /= sum;
            }
        }
    }

    private static double[][] each(double[][] columns, DoubleUnaryOperator map) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column).map(map).toArray())
                .toArray(double[][]::new);
    }

    private static DateIndex dates(List<String> input, int length) {
        LocalDate start = LocalDate.of(2019, 1, 1);
        boolean monthly = input.contains("monthly");
        return DateIndex.ofEpochDays(IntStream.range(0, length)
                .map(t -> monthly
                        ? (int) start.plusMonths(t).toEpochDay()
                        : (int) start.toEpochDay() + 6 + t + 2 * (t / 5))
                .toArray());
    }

    private static List<Unit> units(List<String> input) {
        List<Unit> units = new ArrayList<>(Collections.nCopies(COLUMNS, unit(input)));
        if (input.contains("ratio")) {
            units.set(0, Unit.FRACTION);
        }
        return List.copyOf(units);
    }

    private static Unit unit(List<String> input) {
        if (input.contains("money")) {
            return Unit.MILLIONS_OF_DOLLARS;
        }
        return input.contains("yields")
                ? Unit.PERCENT
                : input.contains("spreads")
                        ? Unit.BASIS_POINTS
                        : input.contains("returns") ? Unit.FRACTION : Unit.PRICE;
    }

    int length() {
        return columns[0].length;
    }

    Scene cut(int end) {
        return new Scene(
                Arrays.stream(columns).map(column -> Arrays.copyOf(column, end)).toArray(double[][]::new),
                dates.slice(0, end),
                units,
                isByRows,
                lag);
    }

    /** The same up to a position, other numbers of the same kind from there on. */
    Scene scrambled(int from) {
        return mapped((column, t) -> t < from ? column[t] : column[length() - 1 - (t - from)] * 1.07);
    }

    /** The same with some numbers missing. */
    Scene gapped() {
        return mapped((column, t) -> t % 17 == 11 || t % 61 > 57 ? Double.NaN : column[t]);
    }

    /** The same with the first numbers missing. */
    Scene late() {
        return mapped((column, t) -> t < 9 ? Double.NaN : column[t]);
    }

    /** The same with some numbers like those before them, and some that jump far away and back. */
    Scene rough() {
        return mapped((column, t) -> t % 7 == 3 ? column[t - 1] : t % 32 == 31 ? 1.4 * column[t] : column[t]);
    }

    /** The same with published series that are known days later. */
    Scene lagged(int days) {
        return new Scene(columns, dates, units, isByRows, PublicationLag.days(days));
    }

    /** How many of the dates are known at the end of a day. */
    int known(LocalDate day) {
        return lag.lastKnown(dates, day).stream()
                .mapToInt(last -> dates.indexOf(last).orElseThrow() + 1)
                .findFirst()
                .orElse(0);
    }

    /** The first position from one on that days without a date follow. */
    int beforePause(int position) {
        int last = position;
        while (!dates.get(last).plusDays(1).isBefore(dates.get(last + 1))) {
            last++;
        }
        return last;
    }

    /** Where a month ends, about two thirds into it. */
    int monthEnd() {
        int end = length() * 2 / 3;
        while (end > 1 && dates.get(end).getMonth() == dates.get(end - 1).getMonth()) {
            end--;
        }
        return end;
    }

    /** The same in another order. */
    Scene permuted() {
        return mapped((column, t) -> column[permutation(t, length())]);
    }

    static int permutation(int position, int length) {
        return (length - 1 - position + length / 3) % length;
    }

    private interface Place {
        double at(double[] column, int position);
    }

    private Scene mapped(Place place) {
        return new Scene(
                Arrays.stream(columns)
                        .map(column -> IntStream.range(0, column.length)
                                .mapToDouble(t -> place.at(column, t))
                                .toArray())
                        .toArray(double[][]::new),
                dates,
                units,
                isByRows,
                lag);
    }

    /** The same with one number changed. */
    Scene with(int column, int position, double value) {
        double[][] changed = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        changed[column][position] = value;
        return new Scene(changed, dates, units, isByRows, lag);
    }

    /** How many columns a series of a type takes. */
    static int width(Type type) {
        return Set.of(double[].class, Doubles.class, TimeSeries.class, NamedSeries.class, PublishedSeries.class)
                        .contains(type)
                ? 1
                : NAMES.size();
    }

    /** A series of a type from the columns that start with one. */
    Object series(Type type, int first) {
        if (type == double[].class) {
            return columns[first];
        } else if (type == Doubles.class) {
            return Doubles.of(columns[first]);
        } else if (type == TimeSeries.class) {
            return TimeSeries.of(dates, columns[first], units.get(first));
        } else if (type == NamedSeries.class) {
            return TimeSeries.of(dates, columns[first], units.get(first)).named("column " + first);
        } else if (type == PublishedSeries.class) {
            return new PublishedSeries(
                    "column " + first,
                    TimeSeries.of(dates, columns[first], units.get(first)),
                    Source.synthetic("law"),
                    lag,
                    PublishedSeries.MaxAge.days(60));
        } else if (type == double[][].class) {
            double[][] series = Arrays.copyOfRange(columns, first, first + width(type));
            return isByRows ? transposed(series) : series;
        } else if (type == Panel.class) {
            return panel(first);
        } else if (type instanceof Class<?> array) {
            Object[] each = (Object[]) Array.newInstance(array.getComponentType(), NAMES.size());
            Arrays.setAll(each, i -> series(array.getComponentType(), first + i));
            return each;
        }
        return several((ParameterizedType) type, first);
    }

    private static double[][] transposed(double[][] series) {
        return IntStream.range(0, series[0].length)
                .mapToObj(
                        t -> Arrays.stream(series).mapToDouble(each -> each[t]).toArray())
                .toArray(double[][]::new);
    }

    private Panel panel(int first) {
        return new Panel(
                dates,
                NAMES,
                IntStream.range(0, NAMES.size())
                        .mapToObj(i -> Doubles.of(columns[first + i]))
                        .toList(),
                units.subList(first, first + NAMES.size()));
    }

    private Object several(ParameterizedType type, int first) {
        Type[] arguments = type.getActualTypeArguments();
        Type element = arguments[arguments.length - 1];
        if (type.getRawType() != Map.class) {
            return IntStream.range(0, NAMES.size())
                    .mapToObj(i -> series(element, first + i))
                    .toList();
        }
        Map<Object, Object> named = new TreeMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int end = Math.max(1, length() - NAMES.size() + 1 + i);
            named.put(
                    arguments[0] == LocalDate.class ? dates.get(end - 1) : NAMES.get(i),
                    arguments[0] == LocalDate.class ? cut(end).series(element, first + i) : series(element, first + i));
        }
        return named;
    }
}
