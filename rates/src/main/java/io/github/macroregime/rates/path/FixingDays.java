package io.github.macroregime.rates.path;

import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The business days of one index from the first to the last that a set of instruments needs, as numbers.
 *
 * <p>The calendar is read once; after that a date is a place in an increasing array. How many fixings are in force for
 * how many days is counted from the first place to each: five counts in one number, of which differences are taken, so
 * that the days between two places need not be looked at.
 */
final class FixingDays {

    /** Fixings in force for longer, or more of them than a count holds, are looked at one by one. */
    static final int LONGEST = 5;

    private static final int COUNT_BITS = 12;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int PADDING = 21;

    private final int[] days;
    private final int[] periodStart;
    private final int firstOpen;

    /** By place, the counts of all fixings before it; empty if they cannot be counted so. */
    private final long[] counted;

    private FixingDays(int[] days, int[] periodStart, int firstOpen) {
        this.days = days;
        this.periodStart = periodStart;
        this.firstOpen = firstOpen;
        this.counted = counted(days);
    }

    private static long[] counted(int[] days) {
        long[] counted = new long[days.length];
        if (days.length > COUNT_MASK) {
            return new long[0];
        }
        for (int i = 1; i < days.length; i++) {
            int length = days[i] - days[i - 1];
            if (length > LONGEST) {
                return new long[0];
            }
            counted[i] = counted[i - 1] + (1L << ((length - 1) * COUNT_BITS));
        }
        return counted;
    }

    /**
     * Reads the calendar.
     *
     * @param calendar the business days of the index
     * @param start the first day needed
     * @param end the last day needed
     * @param lag business days needed beyond the end
     * @param firstOpen the first day whose fixing is not out
     * @param meetings the meetings, whose effective dates begin the periods
     */
    static FixingDays of(
            BusinessDays calendar,
            LocalDate start,
            LocalDate end,
            int lag,
            LocalDate firstOpen,
            List<Meeting> meetings) {
        LocalDate first = calendar.previousOrSame(start);
        int padding = PADDING;
        int[] days = calendar.epochDays(first, end.plusDays(padding));
        while (days.length < 2 + lag || days[days.length - 2 - lag] <= end.toEpochDay()) {
            padding *= 2;
            days = calendar.epochDays(first, end.plusDays(padding));
        }
        int[] starts = new int[meetings.size() + 2];
        for (int j = 0; j < meetings.size(); j++) {
            int from = firstFrom(days, meetings.get(j).effective().toEpochDay());
            starts[j + 1] = Math.min(from, days.length - 1);
        }
        starts[meetings.size() + 1] = days.length - 1;
        return new FixingDays(days, starts, firstFrom(days, firstOpen.toEpochDay()));
    }

    /** The place of the first business day on or after a date. */
    private static int firstFrom(int[] days, long date) {
        int at = Arrays.binarySearch(days, Math.toIntExact(date));
        return at >= 0 ? at : -at - 1;
    }

    /** The place of the last business day on or before a date. */
    int lastUntil(long date) {
        int at = Arrays.binarySearch(days, Math.toIntExact(date));
        return at >= 0 ? at : -at - 2;
    }

    /** The date at a place as an epoch day. */
    int day(int place) {
        return days[place];
    }

    /** The first place whose fixing cannot be known. */
    int firstOpen() {
        return firstOpen;
    }

    /** The place at which a period begins; one more than there are periods is the end of all days. */
    int periodStart(int period) {
        return periodStart[period];
    }

    int periods() {
        return periodStart.length - 1;
    }

    /** Whether fixings can be counted between two places. */
    boolean isCounted() {
        return counted.length > 0;
    }

    /** How many fixings from one place to before another are in force for so many days. */
    int count(int from, int to, int length) {
        long between = counted[to] - counted[from];
        return (int) (between >>> ((length - 1) * COUNT_BITS)) & COUNT_MASK;
    }
}
