package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Unit;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Argument checks: each names the argument, the place and the value.
 *
 * <p>{@code Require.finite(x, "x")} on an array refuses an infinity and says whether anything is missing.
 */
public final class Require {

    /** How far the sum of a distribution may lie from 1. */
    public static final double SUM_TOLERANCE = 1e-9;

    private static final int RATE_EXPONENT = -2;
    private static final int MOST_ROOM = 10_000_000;
    private static final int LAST_YEAR = 999_999;
    /** One date in so many of the rarest series may be missing from the others. */
    private static final int LOST_ONE_IN = 5;

    private static final String RATES = "in percent, percentage points or basis points";
    private static final List<Unit> COUNTS = List.of(Unit.COUNT, Unit.THOUSANDS);

    private Require() {}

    /**
     * Refuses a record of which a component, or what a list among them holds, is null.
     *
     * @param type the record
     * @param components all its components that are objects, in order
     * @throws NullPointerException if one is null; the message names it
     */
    public static void components(Class<? extends Record> type, @Nullable Object... components) {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == null) {
                throw new NullPointerException(name(type, i) + " must not be null");
            }
            if (components[i] instanceof Collection<?> many) {
                for (Object each : many) {
                    if (each == null) {
                        throw new NullPointerException(name(type, i) + " must not hold null");
                    }
                }
            }
        }
    }

    private static String name(Class<? extends Record> type, int place) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getType().isPrimitive())
                .map(RecordComponent::getName)
                .toList()
                .get(place);
    }

    /**
     * Refuses a map with a key or a value that is null.
     *
     * @param <K> what its keys are
     * @param <V> what its values are
     * @param own a copy that nobody else holds, so that what is looked at is what is kept
     * @param name the name of the argument
     * @return the same entries, which cannot be changed
     * @throws NullPointerException if there is such a key or value
     */
    public static <K, V> Map<K, V> entries(Map<K, V> own, String name) {
        own.forEach((key, value) -> {
            if (key == null || value == null) {
                throw new NullPointerException(name + " must not hold null but held " + key + " = " + value);
            }
        });
        return Collections.unmodifiableMap(own);
    }

    /**
     * Refuses negative counts.
     *
     * @param counts how many there are of each
     * @param name the name of the argument
     * @return their sum
     * @throws IllegalArgumentException if one is negative
     */
    public static long counts(Collection<Integer> counts, String name) {
        return counts.stream().mapToLong(count -> atLeast(count, 0, name)).sum();
    }

    /**
     * Refuses infinities.
     *
     * @param x numbers, NaN where not observed
     * @param name the name of the argument
     * @throws IllegalArgumentException if a number is infinite
     */
    public static void finite(Collection<Double> x, String name) {
        x.forEach(each -> finite(each, name));
    }

    /**
     * Refuses infinities, in one pass over the array.
     *
     * @param x numbers, NaN where not observed
     * @param name the name of the argument
     * @return true if every number was observed
     * @throws IllegalArgumentException if a number is infinite; the message names its place
     */
    public static boolean finite(double[] x, String name) {
        double zero = 0;
        double other = 0;
        int even = x.length & ~1;
        for (int i = 0; i < even; i += 2) {
            zero += x[i] * 0;
            other += x[i + 1] * 0;
        }
        if (even < x.length) {
            zero += x[even] * 0;
        }
        // A product with zero is NaN for NaN and for an infinity, and zero otherwise.
        return zero + other == 0 || finiteOrMissing(x, name);
    }

    private static boolean finiteOrMissing(double[] x, String name) {
        for (int i = 0; i < x.length; i++) {
            if (Double.isInfinite(x[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite or NaN but was " + x[i]);
            }
        }
        return false;
    }

    /**
     * Refuses an infinity.
     *
     * @param x a number, or NaN
     * @param name the name of the argument
     * @return the number
     * @throws IllegalArgumentException if it is infinite
     */
    public static double finite(double x, String name) {
        if (Double.isInfinite(x)) {
            throw new IllegalArgumentException(name + " must be finite or NaN but was " + x);
        }
        return x;
    }

    /**
     * Refuses an array that is too short.
     *
     * @param x numbers
     * @param minimum how many there must be
     * @param name the name of the argument
     * @throws IllegalArgumentException if there are fewer
     */
    public static void atLeast(double[] x, int minimum, String name) {
        if (x.length < minimum) {
            throw new IllegalArgumentException(
                    name + " must have at least " + minimum + " numbers but had " + x.length);
        }
    }

    /**
     * Refuses a date that has no room for a calendar around it, such as {@link LocalDate#MAX}.
     *
     * @param date a date
     * @param name the name of the argument
     * @return the date
     * @throws IllegalArgumentException if it lies a million years away
     */
    public static LocalDate calendar(LocalDate date, String name) {
        if (Math.abs((long) date.getYear()) > LAST_YEAR) {
            throw new IllegalArgumentException(
                    name + " must lie in the years -" + LAST_YEAR + " to " + LAST_YEAR + " but was " + date);
        }
        return date;
    }

    /**
     * Refuses an index outside its range.
     *
     * @param index a place
     * @param size how many places there are
     * @param name the name of the argument
     * @return the index
     * @throws IndexOutOfBoundsException if it is negative or not below the size
     */
    public static int index(int index, int size, String name) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(name + " must lie in [0, " + size + ") but was " + index);
        }
        return index;
    }

    /**
     * Refuses two arrays of unlike lengths.
     *
     * @param x numbers
     * @param y one number for each of x
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void sameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("y must have " + x.length + " numbers like x but had " + y.length);
        }
    }

    /**
     * Refuses no series at all, series of unlike lengths and infinite numbers.
     *
     * @param series one array each, NaN where not observed
     * @throws IllegalArgumentException naming the first series that does not fit
     */
    public static void alike(double[][] series) {
        if (series.length == 0) {
            throw new IllegalArgumentException("series must be at least 1 but were 0");
        }
        for (int i = 0; i < series.length; i++) {
            if (series[i].length != series[0].length) {
                throw new IllegalArgumentException("series[" + i + "] must have " + series[0].length
                        + " numbers like the first but had " + series[i].length);
            }
            finite(series[i], "series[" + i + "]");
        }
    }

    /**
     * Refuses a count that is too small.
     *
     * @param count a count or a length
     * @param minimum the least it may be
     * @param name the name of the argument
     * @return the count
     * @throws IllegalArgumentException if it is smaller
     */
    public static int atLeast(int count, int minimum, String name) {
        if (count < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + " but was " + count);
        }
        return count;
    }

    /**
     * Refuses a count that is too small, or so large that the room for it would take the memory.
     *
     * @param count a count or a length
     * @param minimum the least it may be
     * @param name the name of the argument
     * @return the count
     * @throws IllegalArgumentException if it is smaller, or above ten million
     */
    public static int room(int count, int minimum, String name) {
        if (atLeast(count, minimum, name) > MOST_ROOM) {
            throw new IllegalArgumentException(name + " must be at most " + MOST_ROOM + " but was " + count);
        }
        return count;
    }

    /**
     * Refuses a number that is missing or infinite.
     *
     * @param x a number
     * @param name the name of the argument
     * @return the number
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static double observed(double x, String name) {
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite but was " + x);
        }
        return x;
    }

    /**
     * Refuses what is missing or infinite.
     *
     * @param x numbers, none missing
     * @param name the name of the argument
     * @throws IllegalArgumentException if a number is NaN or infinite; the message names its place
     */
    public static void observed(double[] x, String name) {
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite but was " + x[i]);
            }
        }
    }

    /**
     * Refuses a number that is missing, infinite, zero or negative.
     *
     * @param x a number above zero
     * @param name the name of the argument
     * @return the number
     * @throws IllegalArgumentException if it is not above zero and finite
     */
    public static double positive(double x, String name) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be above zero and finite but was " + x);
        }
        return x;
    }

    /**
     * Refuses a price that is infinite, zero or negative.
     *
     * @param x a price, or NaN where not observed
     * @param name the name of the argument
     * @return the price
     * @throws IllegalArgumentException if it is not above zero and finite
     */
    public static double positiveOrMissing(double x, String name) {
        return Double.isNaN(x) ? x : positive(x, name);
    }

    /**
     * Refuses prices that are infinite, zero or negative.
     *
     * @param x prices, NaN where not observed
     * @param name the name of the argument
     * @throws IllegalArgumentException if a price is not above zero and finite; the message names its place
     */
    public static void positiveOrMissing(double[] x, String name) {
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] > 0 && x[i] <= Double.MAX_VALUE) && !Double.isNaN(x[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be above zero and finite but was " + x[i]);
            }
        }
    }

    /**
     * Refuses prices that are zero or negative.
     *
     * <p><b>Cost</b>: slices of the same numbers are looked at once.
     *
     * @param x prices, NaN where not observed
     * @param name the name of the argument
     * @throws IllegalArgumentException if a price is not above zero; the message names its place
     */
    public static void positiveOrMissing(Doubles x, String name) {
        if (!x.isSliceOfPositive()) {
            positiveOrMissing(x.toArray(), name);
        }
    }

    /**
     * Refuses a series that is not quoted as yields and spreads are: in percent, percentage points or basis points.
     *
     * @param series yields, spreads or fixings
     * @param name the name of the argument
     * @return the series
     * @throws IllegalArgumentException if its unit is another; the message names both
     */
    public static TimeSeries rates(TimeSeries series, String name) {
        return inUnit(series, series.unit().exponent() <= RATE_EXPONENT, name, RATES);
    }

    /**
     * Refuses a series that is not quoted as returns are: in percent, percentage points, basis points or as a fraction.
     *
     * @param series returns
     * @param name the name of the argument
     * @return the series
     * @throws IllegalArgumentException if its unit is another; the message names both
     */
    public static TimeSeries returns(TimeSeries series, String name) {
        return inUnit(series, isFraction(series.unit()), name, RATES + " or as a fraction");
    }

    /**
     * Refuses a series that is not quoted as prices, index levels and amounts are: yields, spreads, scores and days.
     *
     * @param series levels whose ratio is a growth
     * @param name the name of the argument
     * @return the series
     * @throws IllegalArgumentException if its unit is one of those; the message names it
     */
    public static TimeSeries prices(TimeSeries series, String name) {
        Unit unit = series.unit();
        boolean isPrice = unit.exponent() > RATE_EXPONENT && !unit.equals(Unit.SCORE) && !unit.equals(Unit.DAYS);
        return inUnit(series, isPrice, name, "as prices, index levels or amounts");
    }

    /**
     * Refuses prices of zero and below.
     *
     * @param series prices, NaN where not observed
     * @param name the name of the argument
     * @return the series
     * @throws IllegalArgumentException if a price is not above zero; the message names it and its date
     */
    public static TimeSeries aboveZero(TimeSeries series, String name) {
        for (int i = 0; i < series.size(); i++) {
            if (series.value(i) <= 0) {
                throw new IllegalArgumentException(
                        name + " must be above zero but was " + series.value(i) + " on " + series.date(i));
            }
        }
        return series;
    }

    /**
     * Refuses series that are compared on the dates of all of them although too many dates are lost by that, such as months
     * stamped each with their own last days: what is taken for the change of one month would be that of several.
     *
     * <p>Of the series with the fewest dates from the first to the last common date, or where there is none on the days that
     * all cover, at least four fifths must be dates of all; a single lost date never refuses.
     *
     * @param common the dates that are used
     * @param names the name of each argument
     * @param dates the observed dates of each, one for each name
     * @return the common dates
     * @throws IllegalArgumentException if more are lost; the message names the arguments, the counts and the dates
     */
    public static DateIndex shared(DateIndex common, List<String> names, DateIndex... dates) {
        if (Arrays.stream(dates).anyMatch(DateIndex::isEmpty)) {
            return common;
        }
        LocalDate first = common.isEmpty()
                ? Arrays.stream(dates)
                        .map(DateIndex::first)
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                : common.first();
        LocalDate last = common.isEmpty()
                ? Arrays.stream(dates)
                        .map(DateIndex::last)
                        .min(LocalDate::compareTo)
                        .orElseThrow()
                : common.last();
        List<DateIndex> within =
                Arrays.stream(dates).map(each -> between(each, first, last)).toList();
        int rarest = IntStream.range(0, dates.length)
                .boxed()
                .min(Comparator.comparingInt(i -> within.get(i).size()))
                .orElseThrow();
        DateIndex wanted = within.get(rarest);
        int lost = wanted.size() - common.size();
        if (lost > 1 && LOST_ONE_IN * lost > wanted.size()) {
            LocalDate alone = wanted.stream()
                    .filter(date -> common.indexOf(date).isEmpty())
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException(String.join(" and ", names) + " must share their dates but of the "
                    + wanted.size() + " of " + names.get(rarest) + " from " + first + " to " + last + " only "
                    + common.size() + " are dates of all, " + alone
                    + " is not; date all alike, months by Frequency.PeriodLabel.PERIOD_END");
        }
        return common;
    }

    private static DateIndex between(DateIndex dates, LocalDate first, LocalDate last) {
        int from = dates.insertion(first);
        return dates.slice(from, Math.max(from, dates.insertionAfter(last)));
    }

    private static TimeSeries inUnit(TimeSeries series, boolean fits, String name, String wanted) {
        if (!fits) {
            throw new IllegalArgumentException(name + " must be quoted " + wanted + " but was in " + series.unit());
        }
        return series;
    }

    private static boolean isFraction(Unit unit) {
        return unit.exponent() <= RATE_EXPONENT || unit.equals(Unit.FRACTION);
    }

    /** Refuses the sum of a price and a return, and of other units that have no sum. */
    static void addable(Unit mine, Unit theirs) {
        addable(mine, theirs, "other");
    }

    /** The same of an argument by its name. */
    static void addable(Unit mine, Unit theirs, String name) {
        boolean money = mine.symbol().startsWith("$") && theirs.symbol().startsWith("$");
        boolean counts = COUNTS.contains(mine) && COUNTS.contains(theirs);
        if (!mine.equals(theirs) && !(isFraction(mine) && isFraction(theirs)) && !money && !counts) {
            throw new IllegalArgumentException(
                    name + " must be in a unit that adds to " + mine + " but was in " + theirs);
        }
    }

    /**
     * Refuses what is no distribution: negative or missing probabilities, or a sum more than 1e-9 away from 1.
     *
     * @param probabilities one for each outcome
     * @param name the name of the argument
     * @throws IllegalArgumentException if they are no distribution; the message names the place or the sum
     */
    public static void distribution(Doubles probabilities, String name) {
        double sum = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            if (!(probabilities.get(i) >= 0)) {
                throw new IllegalArgumentException(
                        name + " must not be negative but was " + probabilities.get(i) + " at " + i);
            }
            sum += probabilities.get(i);
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(name + " must sum to 1 but summed to " + sum);
        }
    }
}
