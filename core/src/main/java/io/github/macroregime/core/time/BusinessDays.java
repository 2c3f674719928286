package io.github.macroregime.core.time;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Which days a market is open, and how to step from one open day to another.
 *
 * <p>The calendars themselves come from the Strata library, which keeps them; an own market is brought as one of
 * its {@link HolidayCalendar}s. Immutable.
 */
public final class BusinessDays implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HolidayCalendar calendar;

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
     * @return the calendar that the library calls NYFD
     */
    public static BusinessDays newYorkFed() {
        return of(HolidayCalendarIds.NYFD);
    }

    /**
     * The days on which the United States government bond market is open and SOFR is fixed.
     *
     * @return the calendar that the library calls USGS
     */
    public static BusinessDays usGovernmentSecurities() {
        return of(HolidayCalendarIds.USGS);
    }

    /**
     * The days on which the New York Stock Exchange trades.
     *
     * @return the calendar that the library calls NYSE
     */
    public static BusinessDays newYorkStockExchange() {
        return of(HolidayCalendarIds.NYSE);
    }

    private static BusinessDays of(HolidayCalendarId id) {
        return new BusinessDays(ReferenceData.standard().getValue(id));
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
     * The business day a number of business days away.
     *
     * @param date any date
     * @param days how many business days forward, or backward if negative
     * @return a business day, or the date itself for zero
     */
    public LocalDate plus(LocalDate date, int days) {
        return calendar.shift(date, days);
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
