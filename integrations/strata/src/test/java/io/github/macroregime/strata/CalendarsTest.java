package io.github.macroregime.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.date.HolidayCalendars;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import io.github.macroregime.core.time.BusinessDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarsTest {

    @Test
    void shippedCalendarsSurviveTheWayToStrataAndBack() {
        for (BusinessDays days : BusinessDays.shipped()) {
            ImmutableHolidayCalendar calendar = Calendars.holidayCalendar(days);
            assertThat(calendar.getName()).isEqualTo(days.name());
            assertThat(calendar.isHoliday(LocalDate.of(2100, 1, 2))).isTrue();
            assertThat(calendar.isHoliday(LocalDate.of(2100, 1, 4))).isFalse();
            assertThat(Calendars.businessDays(calendar, days.first(), days.last()))
                    .isEqualTo(days);
        }
    }

    @Test
    void anOwnMarketIsBroughtAsACalendar() {
        LocalDate first = LocalDate.of(2025, 1, 1);
        LocalDate last = LocalDate.of(2025, 12, 31);
        BusinessDays weekdays = Calendars.businessDays(HolidayCalendars.SAT_SUN, first, last);
        assertThat(weekdays).hasToString("Sat/Sun");
        assertThat(weekdays.isOpen(LocalDate.of(2025, 12, 25))).isTrue();
        assertThat(weekdays.isOpen(LocalDate.of(2025, 12, 27))).isFalse();
        assertThatThrownBy(() -> Calendars.businessDays(HolidayCalendars.SAT_SUN, last, first))
                .hasMessage("last must not lie before 2025-12-31 but was 2025-01-01");
    }
}
