package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.date.HolidayCalendars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

    @ParameterizedTest
    @CsvSource({
        // Juneteenth on a Saturday: Reserve Banks stay open on the Friday, exchanges do not
        "2027-06-18, true, false, false",
        "2032-06-18, true, false, false",
        "2022-06-20, false, false, false",
        "2024-06-19, false, false, false",
        // Independence Day and Christmas on a Saturday
        "2026-07-03, true, false, false",
        "2027-12-24, true, false, false",
        // Good Friday is no holiday of the Federal Reserve
        "2025-04-18, true, false, false",
        // Columbus and Veterans Day are none of the stock exchange
        "2024-10-14, false, false, true",
        "2024-11-11, false, false, true",
        // days of mourning
        "2025-01-09, true, true, false",
        "2018-12-05, true, false, false",
        "2004-06-11, true, false, false",
        "1994-04-27, true, false, false",
        // hurricane Sandy
        "2012-10-29, true, true, false",
        "2012-10-30, true, false, false",
        "2012-10-31, true, true, true",
        "2001-09-11, true, false, false",
        "2025-07-22, true, true, true",
        "2025-07-19, false, false, false"
    })
    void knownTrapsAreKept(LocalDate date, boolean fed, boolean bonds, boolean stocks) {
        assertThat(BusinessDays.newYorkFed().isOpen(date)).isEqualTo(fed);
        assertThat(BusinessDays.usGovernmentSecurities().isOpen(date)).isEqualTo(bonds);
        assertThat(BusinessDays.newYorkStockExchange().isOpen(date)).isEqualTo(stocks);
    }

    @Test
    void stepsGoFromOneOpenDayToAnother() {
        BusinessDays fed = BusinessDays.newYorkFed();
        LocalDate friday = LocalDate.of(2025, 7, 18);
        assertThat(fed.next(friday)).isEqualTo("2025-07-21");
        assertThat(fed.nextOrSame(friday)).isEqualTo(friday);
        assertThat(fed.nextOrSame(friday.plusDays(1))).isEqualTo("2025-07-21");
        assertThat(fed.previousOrSame(friday.plusDays(2))).isEqualTo(friday);
        assertThat(fed.plus(friday, 2)).isEqualTo("2025-07-22");
        assertThat(fed.plus(friday, -1)).isEqualTo("2025-07-17");
        assertThat(fed.plus(friday.plusDays(1), 0)).isEqualTo(friday.plusDays(1));
    }

    @Test
    void daysAreCountedInHalfOpenRanges() {
        BusinessDays fed = BusinessDays.newYorkFed();
        LocalDate friday = LocalDate.of(2025, 7, 18);
        assertThat(fed.count(friday, friday.plusDays(4))).isEqualTo(2);
        assertThat(fed.count(friday, friday)).isZero();
        assertThatThrownBy(() -> fed.count(friday, friday.minusDays(1)))
                .hasMessage("toExclusive must not lie before 2025-07-18 but was 2025-07-17");
    }

    @Test
    void anOwnMarketIsBroughtAsACalendar() {
        BusinessDays weekdays = BusinessDays.of(HolidayCalendars.SAT_SUN);
        assertThat(weekdays.isOpen(LocalDate.of(2025, 12, 25))).isTrue();
        assertThat(weekdays)
                .isEqualTo(BusinessDays.of(HolidayCalendars.SAT_SUN))
                .hasToString("Sat/Sun");
        assertThat(BusinessDays.newYorkFed()).hasToString("NYFD").isNotEqualTo(weekdays);
    }
}
