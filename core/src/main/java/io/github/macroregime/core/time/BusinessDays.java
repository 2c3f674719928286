package io.github.macroregime.core.time;

import com.opengamma.strata.basics.date.HolidayCalendar;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which days a market is open, and how to step from one open day to another.
 *
 * <p>The calendars themselves come from the Strata library, which keeps them from 1950 to 2099, with the few days
 * mended at which they are known to be wrong; an own market is brought as one of its {@link HolidayCalendar}s.
 * Immutable.
 */
public final class BusinessDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 150;
    private static final int DAYS_OF_A_YEAR = 366;

    // The calendars of the library can be serialised although their interface does not promise it.
    @SuppressWarnings("serial")
    private final HolidayCalendar calendar;

    /** The open days of a year as a bit set, filled when a year is first asked for: a copy of what the calendar says. */
    private final transient AtomicReferenceArray<long[]> years = new AtomicReferenceArray<>(YEARS);

    private BusinessDays(HolidayCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The business days of an own market.
     *
     * @param calendar a calendar of the Strata library
     * @return business days as that calendar has them
     */
    public static BusinessDays of(HolidayCalendar calendar) {
        return new BusinessDays(Objects.requireNonNull(calendar, "calendar"));
    }

    /**
     * The days on which the Federal Reserve Bank of New York is open and federal funds are fixed.
     *
     * @return the calendar that the library calls NYFD with the mended days
     */
    public static BusinessDays newYorkFed() {
        return MarketClosures.NEW_YORK_FED;
    }

    /**
     * The days on which the United States government bond market is open and SOFR is fixed.
     *
     * <p>Good Friday is closed in every year. When it is also the day of the employment report, the market trades
     * until noon and the Treasury publishes yields (3 April 2026, for example), but SOFR is not fixed.
     *
     * @return the calendar that the library calls USGS with the mended days
     */
    public static BusinessDays usGovernmentSecurities() {
        return MarketClosures.US_GOVERNMENT_SECURITIES;
    }

    /**
     * The days on which the New York Stock Exchange trades.
     *
     * @return the calendar that the library calls NYSE with the mended days
     */
    public static BusinessDays newYorkStockExchange() {
        return MarketClosures.NEW_YORK_STOCK_EXCHANGE;
    }

    /**
     * Whether a day is a business day.
     *
     * @param date any date
     * @return true when the market is open
     */
    public boolean isOpen(LocalDate date) {
        return calendar.isBusinessDay(date);
    }

    /**
     * The first business day after a date.
     *
     * @param date any date
     * @return a later business day
     */
    public LocalDate next(LocalDate date) {
        return calendar.next(date);
    }

    /**
     * The first business day on or after a date.
     *
     * @param date any date
     * @return the date itself if it is a business day
     */
    public LocalDate nextOrSame(LocalDate date) {
        return calendar.nextOrSame(date);
    }

    /**
     * The last business day on or before a date.
     *
     * @param date any date
     * @return the date itself if it is a business day
     */
    public LocalDate previousOrSame(LocalDate date) {
        return calendar.previousOrSame(date);
    }

    /**
     * How many business days there are in a half-open range of dates.
     *
     * @param fromInclusive the first date counted
     * @param toExclusive the first date no longer counted, not before the other
     * @return the count, from 0
     * @throws IllegalArgumentException if the range ends before it starts
     */
    public int count(LocalDate fromInclusive, LocalDate toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must not lie before " + fromInclusive + " but was " + toExclusive);
        }
        return calendar.daysBetween(fromInclusive, toExclusive);
    }

    /**
     * The business days in a half-open range of dates as numbers.
     *
     * <p><b>Unit</b>: days since 1 January 1970. <b>Cost</b>: a few nanoseconds for each day from the second time on
     * that a year between 1950 and 2099 is asked for.
     *
     * @param fromInclusive the first date looked at
     * @param toExclusive the first date no longer looked at, not before the other
     * @return the epoch days in order
     * @throws IllegalArgumentException if the range ends before it starts
     */
    public int[] epochDays(LocalDate fromInclusive, LocalDate toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must not lie before " + fromInclusive + " but was " + toExclusive);
        }
        int[] days = new int[Math.toIntExact((toExclusive.toEpochDay() - fromInclusive.toEpochDay()) * 3 / 4 + 8)];
        int size = 0;
        LocalDate from = fromInclusive;
        while (from.isBefore(toExclusive)) {
            LocalDate nextYear = LocalDate.of(from.getYear() + 1, 1, 1);
            LocalDate to = nextYear.isBefore(toExclusive) ? nextYear : toExclusive;
            long[] open = openDays(from.getYear());
            int start = Math.toIntExact(from.toEpochDay());
            int first = from.getDayOfYear() - 1;
            int count = Math.toIntExact(to.toEpochDay() - start);
            if (size + count > days.length) {
                days = Arrays.copyOf(days, Math.max(2 * size, size + count));
            }
            for (int i = 0; i < count; i++) {
                int day = first + i;
                if (((open[day >> 6] >>> day) & 1) != 0) {
                    days[size++] = start + i;
                }
            }
            from = to;
        }
        return Arrays.copyOf(days, size);
    }

    private long[] openDays(int year) {
        int place = year - FIRST_YEAR;
        if (place < 0 || place >= YEARS) {
            return lookedUp(year);
        }
        long[] open = years.get(place);
        if (open == null) {
            open = lookedUp(year);
            years.set(place, open);
        }
        return open;
    }

    private long[] lookedUp(int year) {
        long[] open = new long[(DAYS_OF_A_YEAR + Long.SIZE - 1) / Long.SIZE];
        LocalDate day = LocalDate.of(year, 1, 1);
        for (int i = 0; day.getYear() == year; i++, day = day.plusDays(1)) {
            if (calendar.isBusinessDay(day)) {
                open[i >> 6] |= 1L << i;
            }
        }
        return open;
    }

    /**
     * The business day a number of business days away.
     *
     * @param date any date
     * @param days how many business days forward, or backward if negative
     * @return a business day, or the date itself for zero
     */
    public LocalDate plus(LocalDate date, int days) {
        return calendar.shift(date, days);
    }

    // The filled years do not travel.
    private Object readResolve() {
        return new BusinessDays(calendar);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof BusinessDays other && calendar.equals(other.calendar);
    }

    @Override
    public int hashCode() {
        return calendar.hashCode();
    }

    /** The name of the calendar. */
    @Override
    public String toString() {
        return calendar.getName();
    }
}
