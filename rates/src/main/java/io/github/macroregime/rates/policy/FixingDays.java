package io.github.macroregime.rates.policy;

import io.github.macroregime.core.time.BusinessDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The business days of one index from the first to the last that a set of instruments needs, as numbers.
 *
 * <p>The calendar is walked once; after that a date is a place in an increasing array. Of each regime it is counted how
 * many fixings are in force for how many days, so that a period that covers a regime need not look at its days.
 */
final class FixingDays {

    /** No calendar closes for longer; a longer gap is counted day by day. */
    static final int LONGEST = 16;

    private final int[] days;
    private final int[] regimeStart;
    private final int firstOpen;
    private final int[][] counts;

    private FixingDays(int[] days, int[] regimeStart, int firstOpen) {
        this.days = days;
        this.regimeStart = regimeStart;
        this.firstOpen = firstOpen;
        this.counts = new int[regimeStart.length - 1][];
    }

    /**
     * Walks the calendar.
     *
     * @param calendar the business days of the index
     * @param start the first day needed
     * @param end the last day needed
     * @param lag business days needed beyond the end
     * @param asOf fixings before the last business day before it are out
     * @param meetings the meetings, whose effective dates begin the regimes
     */
    static FixingDays of(
            BusinessDays calendar, LocalDate start, LocalDate end, int lag, LocalDate asOf, List<Meeting> meetings) {
        LocalDate day = calendar.previousOrSame(start);
        long last = end.toEpochDay();
        int[] days = new int[(int) Math.max(8, (last - day.toEpochDay()) * 3 / 4 + 8 + lag)];
        int size = 0;
        int beyond = 0;
        while (beyond <= lag + 1) {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
            }
            long number = day.toEpochDay();
            days[size++] = Math.toIntExact(number);
            beyond += number > last ? 1 : 0;
            day = calendar.next(day);
        }
        days = Arrays.copyOf(days, size);
        int[] starts = new int[meetings.size() + 2];
        for (int j = 0; j < meetings.size(); j++) {
            starts[j + 1] = firstFrom(days, meetings.get(j).effective().toEpochDay());
        }
        starts[meetings.size() + 1] = size - 1;
        // A fixing is out on the next business day: on a business day that of the day before is the last one known.
        int open = Math.max(0, firstFrom(days, calendar.previousOrSame(asOf).toEpochDay()));
        return new FixingDays(days, starts, open);
    }

    /** The place of the first business day on or after a date. */
    private static int firstFrom(int[] days, long date) {
        int at = Arrays.binarySearch(days, Math.toIntExact(date));
        return at >= 0 ? at : -at - 1;
    }

    /** The place of the last business day on or before a date. */
    int lastUntil(LocalDate date) {
        int at = Arrays.binarySearch(days, Math.toIntExact(date.toEpochDay()));
        return at >= 0 ? at : -at - 2;
    }

    /** The date at a place as an epoch day. */
    int day(int place) {
        return days[place];
    }

    /** How long the fixing of a place is in force. */
    int length(int place) {
        return days[place + 1] - days[place];
    }

    /** The first place whose fixing cannot be known. */
    int firstOpen() {
        return firstOpen;
    }

    /** The place at which a regime begins; one more than there are regimes is the end of all days. */
    int regimeStart(int regime) {
        return Math.min(regimeStart[regime], days.length - 1);
    }

    int regimes() {
        return counts.length;
    }

    /** Whether every fixing of a regime is in force for a number of days that is counted. */
    boolean hasCounts(int regime) {
        return counts(regime)[LONGEST - 1] == 0;
    }

    /** How many fixings of a whole regime are in force for how many days, the last place for all longer ones. */
    int[] counts(int regime) {
        if (counts[regime] == null) {
            int[] made = new int[LONGEST];
            for (int i = regimeStart(regime); i < regimeStart(regime + 1); i++) {
                made[Math.min(length(i), LONGEST - 1)]++;
            }
            counts[regime] = made;
        }
        return counts[regime];
    }
}
