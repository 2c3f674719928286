package io.github.macroregime.strata;

import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import io.github.macroregime.core.time.BusinessDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Business days as calendars of the Strata library, and back. */
public final class Calendars {

    private Calendars() {}

    /**
     * The business days of a calendar of Strata.
     *
     * @param calendar the calendar, shipped by Strata or of the caller's own
     * @param first the first day for which it is to be asked
     * @param last the last day for which it is to be asked, not before the first
     * @return the days that it holds open, under its name
     * @throws IllegalArgumentException if the time ends before it starts
     */
    public static BusinessDays businessDays(HolidayCalendar calendar, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not lie before " + first + " but was " + last);
        }
        List<LocalDate> closed =
                first.datesUntil(last.plusDays(1)).filter(calendar::isHoliday).toList();
        return BusinessDays.of(calendar.getName(), first, last, Set.of(), closed);
    }

    /**
     * A calendar of Strata with the same open days.
     *
     * @param days the business days
     * @return the calendar under the same name; outside the days covered Strata closes only the days of the week that
     *     are never open
     */
    public static ImmutableHolidayCalendar holidayCalendar(BusinessDays days) {
        List<LocalDate> closed = days.first()
                .datesUntil(days.last().plusDays(1))
                .filter(day -> !days.isOpen(day))
                .toList();
        List<DayOfWeek> weekend = Arrays.stream(DayOfWeek.values())
                .filter(weekday -> days.first()
                        .datesUntil(days.last().plusDays(1))
                        .noneMatch(day -> day.getDayOfWeek() == weekday && days.isOpen(day)))
                .toList();
        return ImmutableHolidayCalendar.of(HolidayCalendarId.of(days.name()), closed, weekend);
    }
}
