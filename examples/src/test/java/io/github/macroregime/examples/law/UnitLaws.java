package io.github.macroregime.examples.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.NamedSeries;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.Bindings;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public function and constructor that takes a series with a unit refuses a foreign one by name, or is listed as
 * free of units.
 *
 * <p>Days are foreign to all of them, and none may take prices and yields alike.
 */
class UnitLaws {

    private static final List<Unit> UNITS = List.of(
            Unit.PERCENT,
            Unit.PRICE,
            Unit.DAYS,
            Unit.FRACTION,
            Unit.SCORE,
            Unit.BASIS_POINTS,
            Unit.MILLIONS_OF_DOLLARS);
    private static final Set<Type> WITH_UNIT = Set.of(TimeSeries.class, Panel.class, NamedSeries.class);

    private static final Bindings BINDINGS = Samples.all();

    private final Listed free = Listed.of("units.txt");

    @Test
    void aForeignUnitIsRefusedByName() {
        List<String> failures = new ArrayList<>();
        for (Executable each : PublicApi.executables(PublicApiLaws.allClasses())) {
            Type[] types = each.getGenericParameterTypes();
            for (int i = 0; i < types.length; i++) {
                if (hasUnit(types[i]) && !free.holds(PublicApi.signature(each), i)) {
                    broken(each, i).stream()
                            .map(fault -> PublicApi.signature(each) + " " + fault)
                            .forEach(failures::add);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(free.unused()).isEmpty();
    }

    private static List<String> broken(Executable function, int place) {
        List<String> faults = new ArrayList<>();
        Set<Unit> taken = new TreeSet<>((a, b) -> UNITS.indexOf(a) - UNITS.indexOf(b));
        for (Unit unit : UNITS) {
            for (Unit others : UNITS) {
                if (!refusal(function, place, unit, others).matches("(?s)\\S.* must be .* but was in .*")) {
                    taken.add(unit);
                }
            }
        }
        if (taken.contains(Unit.DAYS)) {
            faults.add("takes days in parameter " + place);
        }
        if (taken.contains(Unit.PRICE) && taken.contains(Unit.PERCENT)) {
            faults.add("takes prices and yields alike in parameter " + place);
        }
        if (taken.isEmpty()) {
            faults.add("takes no unit at all in parameter " + place);
        }
        return faults;
    }

    /** What it says of a series in a unit, all others being in another one. */
    private static String refusal(Executable function, int place, Unit unit, Unit others) {
        Type[] types = function.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = hasUnit(types[i])
                    ? series(types[i], i == place ? unit : others)
                    : plain(function.getParameterTypes()[i]);
        }
        try {
            PublicApi.call(function, target(function), arguments);
            return "";
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof IllegalArgumentException refused ? refused.getMessage() : "";
        }
    }

    private static Object target(Executable function) {
        return PublicApi.isStatic(function)
                ? null
                : BINDINGS.options(function.getDeclaringClass()).get(0);
    }

    private static boolean hasUnit(Type type) {
        return WITH_UNIT.contains(type)
                || type instanceof ParameterizedType of
                        && of.getRawType() instanceof Class<?> raw
                        && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw))
                        && Arrays.stream(of.getActualTypeArguments()).anyMatch(WITH_UNIT::contains);
    }

    private static Object series(Type type, Unit unit) {
        DateIndex dates = DateIndex.ofEpochDays(
                IntStream.range(0, 300).map(t -> 17_000 + t + 2 * (t / 5)).toArray());
        double[] values = IntStream.range(0, 300)
                .mapToDouble(t -> 0.04 + 0.001 * (t * t % 17))
                .toArray();
        TimeSeries one = TimeSeries.of(dates, values, unit);
        if (type == TimeSeries.class) {
            return one;
        } else if (type == NamedSeries.class) {
            return one.named("A");
        } else if (type == Panel.class) {
            return Panel.onCommonDates(one.named("A"), one.named("B"), one.named("C"));
        }
        ParameterizedType several = (ParameterizedType) type;
        Type element = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
        return several.getRawType() == Map.class
                ? Map.of("A", series(element, unit), "B", series(element, unit))
                : List.of(series(element, unit), series(element, unit));
    }

    /** Any value: the unit is refused before another argument is looked at. */
    private static Object plain(Class<?> type) {
        if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(17_300);
        } else if (type == String.class) {
            return "A";
        } else if (type == int.class) {
            return 20;
        } else if (type == double.class) {
            return 0.5;
        } else if (type == double[].class) {
            return new double[300];
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (List.class == type) {
            return Collections.emptyList();
        }
        try {
            return BINDINGS.options(type).get(0);
        } catch (AssertionError | LinkageError unbound) {
            return null;
        }
    }

    @Test
    void whatHasNoSumIsNotAdded() {
        TimeSeries price = (TimeSeries) series(TimeSeries.class, Unit.PRICE);
        TimeSeries yield = (TimeSeries) series(TimeSeries.class, Unit.PERCENT);
        TimeSeries spread = (TimeSeries) series(TimeSeries.class, Unit.BASIS_POINTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price.plus(yield))
                .withMessage("other must be in a unit that adds to price but was in %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yield.minus(price))
                .withMessage("other must be in a unit that adds to % but was in price");
        assertThat(yield.plus(spread).value(0)).isEqualTo(0.08);
        assertThat(yield.plus(spread).unit()).isEqualTo(Unit.PERCENT);
        List<Unit> money = List.of(Unit.MILLIONS_OF_DOLLARS, Unit.BILLIONS_OF_DOLLARS);
        assertThat(((TimeSeries) series(TimeSeries.class, money.get(0)))
                        .minus((TimeSeries) series(TimeSeries.class, money.get(1)))
                        .value(0))
                .isZero();
    }

    /** Lines of a list: the first letters of signatures, and the place of a parameter if it is but one. */
    private record Listed(Map<String, Set<Integer>> places, Set<String> used) {

        static Listed of(String resource) {
            Map<String, Set<Integer>> places = new LinkedHashMap<>();
            PublicApi.lines(UnitLaws.class, resource).forEach(line -> {
                String[] halves = line.split("\\s*\\|\\s*");
                places.put(
                        halves[0],
                        halves.length == 1
                                ? Set.of()
                                : new TreeSet<>(Stream.of(halves[1].split("\\s+"))
                                        .map(Integer::valueOf)
                                        .toList()));
            });
            return new Listed(places, new TreeSet<>());
        }

        boolean holds(String signature, int place) {
            boolean holds = false;
            for (String prefix : places.keySet()) {
                Set<Integer> only = places.getOrDefault(prefix, Set.of());
                if (signature.startsWith(prefix) && (only.isEmpty() || only.contains(place))) {
                    used.add(prefix);
                    holds = true;
                }
            }
            return holds;
        }

        List<String> unused() {
            return places.keySet().stream()
                    .filter(prefix -> !used.contains(prefix))
                    .toList();
        }
    }
}
