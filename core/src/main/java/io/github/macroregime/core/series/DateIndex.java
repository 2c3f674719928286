package io.github.macroregime.core.series;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Strictly increasing dates: the rows of a series, a panel or a report.
 *
 * <p>Immutable. Series on one calendar share one index object. Unsorted or repeated dates are refused with
 * their position, never repaired in silence.
 */
public final class DateIndex implements Iterable<LocalDate>, Serializable {

    private static final long serialVersionUID = 1L;

    /** No dates. */
    public static final DateIndex EMPTY = new DateIndex(new int[0]);

    private static final int A_WEEK = 7;
    private static final int LONG_WEEKEND = 4;
    // Up to so many dates are passed one by one, and more at a leap.
    private static final int A_FEW = 8;
    // Calendars that had so many dates in common one after the other mostly have the next ones too.
    private static final int IN_STEP = 16;
    private static final List<Integer> PERIODS = List.of(1, 3, 12);

    private final int[] epochDays;
    // Where a slice lies in dates that it shares; what is written holds its own alone.
    private final transient int from;
    private final transient int size;
    // The dates of which these are a slice, themselves where they are none.
    private final transient DateIndex whole;
    // When what is of the whole became known by the rule last asked for; any thread finds the same.
    private transient @Nullable Evenings evenings;
    // The places of weekends that end a month in the whole; any thread finds the same.
    private transient int @Nullable [] weekends;

    private DateIndex(int[] checked) {
        this.epochDays = checked;
        this.from = 0;
        this.size = checked.length;
        this.whole = this;
    }

    private DateIndex(DateIndex whole, int from, int size) {
        this.epochDays = whole.epochDays;
        this.from = from;
        this.size = size;
        this.whole = whole;
    }

    /**
     * The given dates.
     *
     * @param dates strictly increasing
     * @return the index
     * @throws IllegalArgumentException if a date does not lie after the one before it
     */
    public static DateIndex of(LocalDate... dates) {
        return copyOf(Arrays.asList(dates));
    }

    /**
     * The dates of a collection in its own order.
     *
     * @param dates strictly increasing
     * @return the index
     * @throws IllegalArgumentException if a date does not lie after the one before it
     */
    public static DateIndex copyOf(Collection<LocalDate> dates) {
        return ofEpochDays(
                dates.stream().mapToInt(date -> epochDay(date, "dates")).toArray());
    }

    /**
     * Dates given as days since 1970-01-01.
     *
     * @param epochDays strictly increasing
     * @return the index
     * @throws IllegalArgumentException if a day does not lie after the one before it
     */
    public static DateIndex ofEpochDays(int... epochDays) {
        int[] copy = epochDays.clone();
        for (int i = 1; i < copy.length; i++) {
            if (copy[i] <= copy[i - 1]) {
                throw new IllegalArgumentException(
                        "dates[" + i + "] must lie after " + date(copy[i - 1]) + " but was " + date(copy[i]));
            }
        }
        return new DateIndex(copy);
    }

    /**
     * The same day a span ago, from which every look-back by the calendar counts.
     *
     * <p>Where that day does not exist, the last day of its month stands for it: a month before 30 March is the last of
     * February. The last day of a month looks back to the last day of a month if the span is one of whole months: a month
     * before 30 April is 31 March.
     *
     * @param date any date
     * @param span how far back
     * @return the earlier date
     */
    public static LocalDate before(LocalDate date, Period span) {
        LocalDate same = less(date, span);
        boolean monthEnd = date.getDayOfMonth() == date.lengthOfMonth();
        return monthEnd && span.get(ChronoUnit.DAYS) == 0 ? same.withDayOfMonth(same.lengthOfMonth()) : same;
    }

    private static LocalDate less(LocalDate date, Period span) {
        try {
            return date.minus(span);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("span must lead from " + date + " to a date but was " + span, e);
        }
    }

    /**
     * The same day a span before one of these dates, or the same period.
     *
     * <p>Where the dates are those of months, quarters or years, as resampling to the last date of a period makes them, a
     * period looks back to a period: 29 August 2025 to 31 July and not to 29 July, before which June would stand. That is so
     * for a span of whole months if every period from the one before the earlier has one date, or if no month has two and
     * the earlier date lies within a week behind the day. Otherwise the day is that of {@link #before(LocalDate, Period)}.
     * Later dates do not matter.
     *
     * @param index the position of the date
     * @param span how far back
     * @return the earlier day, that of the earlier period if it lies behind the same day
     */
    public LocalDate before(int index, Period span) {
        LocalDate same = before(get(index), span);
        if (span.get(ChronoUnit.DAYS) != 0) {
            return same;
        }
        for (int months : PERIODS) {
            long earlier = index - span.toTotalMonths() / months;
            if (span.toTotalMonths() % months == 0 && earlier > 0 && isRegular((int) earlier, index, months)) {
                LocalDate period = get((int) earlier);
                return period.isAfter(same) ? period : same;
            }
        }
        int behind = insertionAfter(same);
        return behind < index
                        && month(get(behind)) == month(same)
                        && get(behind).toEpochDay() - same.toEpochDay() <= A_WEEK
                        && isSparse(behind, index)
                ? get(behind)
                : same;
    }

    private boolean isRegular(int from, int to, int months) {
        for (int i = from; i <= to; i++) {
            if (month(get(i)) / months != month(get(i - 1)) / months + 1) {
                return false;
            }
        }
        return true;
    }

    private boolean isSparse(int from, int to) {
        for (int i = Math.max(1, from); i <= to; i++) {
            if (month(get(i)) == month(get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static long month(LocalDate date) {
        return date.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /**
     * How many dates there are.
     *
     * @return the length
     */
    public int size() {
        return size;
    }

    /**
     * Whether there is no date at all.
     *
     * @return true at length zero
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The date at a position.
     *
     * @param index from 0 to size − 1
     * @return the date
     * @throws IndexOutOfBoundsException outside that range
     */
    public LocalDate get(int index) {
        return date(epochDays[from + Objects.checkIndex(index, size)]);
    }

    /**
     * The first date.
     *
     * @return the earliest
     * @throws IndexOutOfBoundsException if there is none
     */
    public LocalDate first() {
        return get(0);
    }

    /**
     * The last date.
     *
     * @return the latest
     * @throws IndexOutOfBoundsException if there is none
     */
    public LocalDate last() {
        return get(size - 1);
    }

    /**
     * The position of a date.
     *
     * @param date any date
     * @return its position, empty if it is not among the dates
     */
    public OptionalInt indexOf(LocalDate date) {
        int found = search(date);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /**
     * The position of the last date on or before a given one.
     *
     * @param date any date
     * @return its position, empty if all dates lie after it
     */
    public OptionalInt floor(LocalDate date) {
        int found = search(date);
        int below = found < 0 ? -found - 2 : found;
        return below < 0 ? OptionalInt.empty() : OptionalInt.of(below);
    }

    /**
     * How many dates lie before a given one, which is the position of the first date on or after it.
     *
     * @param date any date
     * @return from 0 to size
     */
    public int insertion(LocalDate date) {
        int found = search(date);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * How many dates lie on or before a given one, which is the position of the first date after it.
     *
     * @param date any date, {@link LocalDate#MAX} included
     * @return from 0 to size
     */
    public int insertionAfter(LocalDate date) {
        int found = search(date);
        return found < 0 ? -found - 1 : found + 1;
    }

    /**
     * Whether a date is among these.
     *
     * @param date any date
     * @return true if it has a position
     */
    public boolean contains(LocalDate date) {
        return search(date) >= 0;
    }

    // LocalDate.MIN and MAX, the usual words for "no limit", lie outside the range of an int.
    private int search(LocalDate date) {
        long day = Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
        int found = Arrays.binarySearch(epochDays, from, from + size, (int) day);
        return found < 0 ? found + from : found - from;
    }

    /**
     * The dates in a half-open range of positions.
     *
     * <p><b>Cost</b>: half of these or more are shared, fewer are copied.
     *
     * @param fromInclusive first position, from 0
     * @param toExclusive the position behind the last, at most size
     * @return the dates in between
     * @throws IndexOutOfBoundsException if the range does not lie inside
     */
    public DateIndex slice(int fromInclusive, int toExclusive) {
        Objects.checkFromToIndex(fromInclusive, toExclusive, size);
        if (fromInclusive == 0 && toExclusive == size) {
            return this;
        }
        int length = toExclusive - fromInclusive;
        return length > 0 && length >= epochDays.length / 2
                ? new DateIndex(whole, from + fromInclusive, length)
                : new DateIndex(Arrays.copyOfRange(epochDays, from + fromInclusive, from + toExclusive));
    }

    /**
     * The dates that both indices have.
     *
     * @param other another index
     * @return the common dates
     */
    public DateIndex intersect(DateIndex other) {
        if (equals(other)) {
            return this;
        }
        if (size > A_FEW * (long) other.size) {
            return other.among(this);
        }
        if (other.size > A_FEW * (long) size) {
            return among(other);
        }
        int[] common = new int[Math.min(size, other.size)];
        int count = 0;
        int end = from + size;
        int otherEnd = other.from + other.size;
        int i = isEmpty() || other.isEmpty() ? end : from + insertion(other.first());
        int j = i == end ? otherEnd : other.from + other.insertion(first());
        int inStep = 0;
        // Without a branch: which of two calendars has a date of its own would be guessed wrong.
        while (i < end && j < otherEnd) {
            int day = epochDays[i];
            int otherDay = other.epochDays[j];
            common[count] = day;
            inStep = day == otherDay ? inStep + 1 : 0;
            count += day == otherDay ? 1 : 0;
            i += day <= otherDay ? 1 : 0;
            j += otherDay <= day ? 1 : 0;
            if (inStep == IN_STEP) {
                int differs = Arrays.mismatch(epochDays, i, end, other.epochDays, j, otherEnd);
                int run = differs < 0 ? end - i : differs;
                System.arraycopy(epochDays, i, common, count, run);
                count += run;
                i += run;
                j += run;
                inStep = 0;
            }
        }
        return new DateIndex(Arrays.copyOf(common, count));
    }

    /**
     * The last of the dates that both indices have.
     *
     * <p><b>Cost</b>: that of a few times as many dates where the calendars are alike, whatever their length.
     *
     * @param other another index
     * @param most how many dates, from 0
     * @return that many of the common dates, or all if there are fewer
     * @throws IllegalArgumentException if the number is negative
     */
    public DateIndex intersectLast(DateIndex other, int most) {
        var unused = Require.atLeast(most, 0, "most");
        int longest = Math.max(size, other.size);
        DateIndex common;
        long reach = most;
        do {
            reach = 2 * Math.max(1, reach);
            common = last(reach).intersect(other.last(reach));
        } while (common.size < most && reach < longest);
        return common.last(most);
    }

    private DateIndex last(long most) {
        return slice((int) Math.max(0, size - most), size);
    }

    /** Which of these few dates are among many others. */
    private DateIndex among(DateIndex others) {
        int[] positions = others.positionsOf(this);
        int[] common = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            common[count] = epochDay(i);
            count += positions[i] < 0 ? 0 : 1;
        }
        return new DateIndex(Arrays.copyOf(common, count));
    }

    /**
     * The dates that at least one of two indices has.
     *
     * @param other another index
     * @return all dates, each once
     */
    public DateIndex union(DateIndex other) {
        if (equals(other)) {
            return this;
        }
        return new DateIndex(
                IntStream.concat(days(), other.days()).sorted().distinct().toArray());
    }

    /**
     * The dates in order.
     *
     * @return a stream
     */
    public Stream<LocalDate> stream() {
        return days().mapToObj(DateIndex::date);
    }

    @Override
    public Iterator<LocalDate> iterator() {
        return stream().iterator();
    }

    private IntStream days() {
        return Arrays.stream(epochDays, from, from + size);
    }

    /**
     * The dates as days since 1970-01-01.
     *
     * @return a copy that may be changed freely
     */
    public int[] toEpochDays() {
        return Arrays.copyOfRange(epochDays, from, from + size);
    }

    @Override
    public boolean equals(Object object) {
        return this == object || (object instanceof DateIndex other && isSame(other));
    }

    private boolean isSame(DateIndex other) {
        return size == other.size && beginsWith(other);
    }

    /** Whether others are the first of these dates. */
    boolean beginsWith(DateIndex other) {
        return size >= other.size
                && ((epochDays == other.epochDays && from == other.from)
                        || Arrays.equals(
                                epochDays,
                                from,
                                from + other.size,
                                other.epochDays,
                                other.from,
                                other.from + other.size));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(size == epochDays.length ? epochDays : toEpochDays());
    }

    /**
     * The positions of other dates among these.
     *
     * @param dates the dates looked for
     * @return for each of them its position here, or −1 where it is not among these
     */
    int[] positionsOf(DateIndex dates) {
        int[] positions = new int[dates.size()];
        int end = from + size;
        int at = dates.isEmpty() ? end : from + insertion(dates.first());
        for (int i = 0; i < positions.length; i++) {
            int day = dates.epochDay(i);
            int near = Math.min(end, at + A_FEW);
            while (at < near && epochDays[at] < day) {
                at++;
            }
            if (at == near && at < end) {
                int found = Arrays.binarySearch(epochDays, at, end, day);
                at = found < 0 ? -found - 1 : found;
            }
            positions[i] = at < end && epochDays[at] == day ? at - from : -1;
        }
        return positions;
    }

    int epochDay(int index) {
        return epochDays[from + index];
    }

    /** The dates at rising places. */
    DateIndex at(int[] places) {
        int[] days = new int[places.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = epochDay(places[i]);
        }
        return new DateIndex(days);
    }

    /** Whether these are a slice of that many dates from a position on, or these dates themselves. */
    boolean isSliceOf(int count, int position) {
        return epochDays.length == count && from == position;
    }

    /** Whether both lie in the same days of memory. */
    boolean isSharedWith(DateIndex other) {
        return epochDays == other.epochDays;
    }

    /** The dates of which these are a slice, themselves where they are none. */
    DateIndex whole() {
        return whole;
    }

    /** For each position the first day in the evening of which its observation is known, MAX_VALUE for never. */
    IntUnaryOperator knownOn(PublicationLag lag) {
        Evenings known = whole.evenings;
        if (known == null || !known.isOf(lag)) {
            known = new Evenings(lag, whole);
            whole.evenings = known;
        }
        Evenings days = known;
        return index -> days.on(from + index);
    }

    /** The places of Saturdays and Sundays that end a month, up to four days after the date before. */
    int[] monthEndWeekends() {
        int[] known = whole.weekends;
        if (known == null) {
            known = IntStream.range(1, whole.size)
                    .filter(whole::isMonthEndWeekend)
                    .toArray();
            whole.weekends = known;
        }
        return known.length == 0
                ? known
                : Arrays.stream(known)
                        .map(place -> place - from)
                        .filter(place -> place > 0 && place < size)
                        .toArray();
    }

    /** The dates at all other places, among which there is no such weekend left. */
    DateIndex withoutMonthEndWeekends(int[] places) {
        DateIndex left = at(places);
        left.weekends = new int[0];
        return left;
    }

    /** The first of 1970 was a Thursday. */
    private boolean isMonthEndWeekend(int index) {
        return Math.floorMod(epochDay(index) - 2, A_WEEK) < 2
                && epochDay(index) - epochDay(index - 1) <= LONG_WEEKEND
                && get(index).getDayOfMonth() == get(index).lengthOfMonth();
    }

    /** The first and the last date and the count. */
    @Override
    public String toString() {
        return isEmpty() ? "no dates" : first() + " to " + last() + " (" + size() + " dates)";
    }

    private Object writeReplace() {
        return size == epochDays.length ? this : new DateIndex(toEpochDays());
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() {
        return ofEpochDays(epochDays);
    }

    private static LocalDate date(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }

    /** The day since 1970-01-01, of which an int holds some millions of years. */
    static int epochDay(LocalDate date, String name) {
        long day = date.toEpochDay();
        if (day != (int) day) {
            throw new IllegalArgumentException(name + " must lie from " + date(Integer.MIN_VALUE) + " to "
                    + date(Integer.MAX_VALUE) + " but was " + date);
        }
        return (int) day;
    }
}
