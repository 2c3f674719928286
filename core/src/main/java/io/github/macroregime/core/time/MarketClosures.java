package io.github.macroregime.core.time;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.Predicate;

/**
 * The calendars of the Strata library with the days mended at which they are known to be wrong.
 *
 * <p>Federal Reserve Banks are open on the Friday before a holiday that falls on a Saturday (Federal Reserve Bank of
 * Richmond, Holiday Schedule); Strata 2.12 keeps that rule for every holiday but Juneteenth, so that 18 June 2027
 * would be closed. The stock exchange was shut by hurricane Sandy on 29 as well as on 30 October 2012. The
 * bond market was shut on the days of mourning for two presidents and on 11 and 12 September 2001, on which no
 * Treasury yields were published (H.15).
 */
final class MarketClosures {

    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
    private static final LocalDate DAY_AFTER_LAST = LocalDate.of(2100, 1, 1);
    private static final int EVE_OF_JUNETEENTH = 18;

    static final BusinessDays NEW_YORK_FED =
            mended(HolidayCalendarIds.NYFD, MarketClosures::isFridayBeforeJuneteenth, List.of());

    static final BusinessDays US_GOVERNMENT_SECURITIES = mended(
            HolidayCalendarIds.USGS,
            date -> false,
            List.of(
                    LocalDate.of(1994, 4, 27),
                    LocalDate.of(2001, 9, 11),
                    LocalDate.of(2001, 9, 12),
                    LocalDate.of(2004, 6, 11)));

    static final BusinessDays NEW_YORK_STOCK_EXCHANGE =
            mended(HolidayCalendarIds.NYSE, date -> false, List.of(LocalDate.of(2012, 10, 29)));

    private MarketClosures() {}

    private static BusinessDays mended(HolidayCalendarId id, Predicate<LocalDate> open, List<LocalDate> closed) {
        HolidayCalendar calendar = ReferenceData.standard().getValue(id);
        List<LocalDate> holidays = FIRST_DAY
                .datesUntil(DAY_AFTER_LAST)
                .filter(date -> closed.contains(date) || (calendar.isHoliday(date) && !open.test(date)))
                .toList();
        return BusinessDays.of(ImmutableHolidayCalendar.of(id, holidays, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    private static boolean isFridayBeforeJuneteenth(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY
                && date.getMonth() == Month.JUNE
                && date.getDayOfMonth() == EVE_OF_JUNETEENTH;
    }
}
