package io.github.macroregime.rates.policy;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/**
 * The days on which federal funds are fixed, with one mistake of the shipped calendar set right.
 *
 * <p>The Federal Reserve does not move a Saturday holiday to the Friday before. The calendar NYFD of the Strata
 * library keeps that rule except for Juneteenth, and closes 18 June 2027.
 */
record FederalReserveDays(HolidayCalendar shipped) implements HolidayCalendar, Serializable {

    private static final int EVE_OF_JUNETEENTH = 18;

    static BusinessDays corrected() {
        return BusinessDays.of(new FederalReserveDays(ReferenceData.standard().getValue(HolidayCalendarIds.NYFD)));
    }

    @Override
    public HolidayCalendarId getId() {
        return shipped.getId();
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return shipped.isHoliday(date) && !isEveOfSaturdayJuneteenth(date);
    }

    private static boolean isEveOfSaturdayJuneteenth(LocalDate date) {
        return date.getMonth() == Month.JUNE
                && date.getDayOfMonth() == EVE_OF_JUNETEENTH
                && date.getDayOfWeek() == DayOfWeek.FRIDAY;
    }
}
