package io.github.macroregime.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
    void everyCentreIsItsOwn() {
        assertThat(List.of(
                        BusinessDays.newYorkFed(),
                        BusinessDays.usGovernmentSecurities(),
                        BusinessDays.newYorkStockExchange(),
                        BusinessDays.target(),
                        BusinessDays.london(),
                        BusinessDays.tokyo(),
                        BusinessDays.toronto(),
                        BusinessDays.sydney(),
                        BusinessDays.reserveBankOfAustralia(),
                        BusinessDays.zurich()))
                .isEqualTo(BusinessDays.shipped())
                .extracting(BusinessDays::name)
                .containsExactly("NYFD", "USGS", "NYSE", "EUTA", "GBLO", "JPTO", "CATO", "AUSY", "AURB", "CHZU");
    }

    /** All weeks but the last end with a Saturday: of 64 and of 65 days from a Sunday nine are Saturdays. */
    @Test
    void calendarsOfAWholeWordOfDaysAndOfOneMore() {
        LocalDate sunday = LocalDate.of(2025, 6, 1);
        for (int days : new int[] {64, 65}) {
            BusinessDays own = BusinessDays.of(
                    "own", sunday, sunday.plusDays(days - 1), Set.of(DayOfWeek.SATURDAY), List.of(sunday.plusDays(3)));
            assertThat(own.count(sunday, sunday.plusDays(days))).isEqualTo(days - 9 - 1);
            assertThat(own.last()).isEqualTo(sunday.plusDays(days - 1));
            assertThatThrownBy(() -> own.plus(own.last(), 1)).hasMessageEndingWith("but was " + sunday.plusDays(days));
        }
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
    void anOwnMarketIsAListOfHolidays() {
        LocalDate christmas = LocalDate.of(2025, 12, 25);
        BusinessDays own = own(christmas);
        assertThat(own.isOpen(christmas)).isFalse();
        assertThat(own.isOpen(christmas.plusDays(1))).isTrue();
        assertThat(own.isOpen(LocalDate.of(2025, 12, 27))).isFalse();
        assertThat(own)
                .isEqualTo(own(christmas))
                .hasSameHashCodeAs(own(christmas))
                .hasToString("own");
        assertThat(own).isNotEqualTo(own(christmas.plusDays(1)));
        assertThat(BusinessDays.newYorkFed()).hasToString("NYFD").isNotEqualTo(own);
        assertThatThrownBy(() -> own(LocalDate.of(2026, 1, 1)))
                .hasMessage("date must lie from 2025-12-01 to 2025-12-31, which own covers, but was 2026-01-01");
        assertThatThrownBy(() -> BusinessDays.of("own", christmas, christmas.minusDays(1), Set.of(), List.of()))
                .hasMessage("last must not lie before 2025-12-25 but was 2025-12-24");
    }

    private static BusinessDays own(LocalDate holiday) {
        return BusinessDays.of(
                "own", LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31), HolidayFile.WEEKEND, List.of(holiday));
    }

    @Test
    void datesThatAreNotCoveredAreRefused() {
        BusinessDays bonds = BusinessDays.usGovernmentSecurities();
        assertThat(bonds.first()).isEqualTo("1986-01-01");
        assertThat(bonds.last()).isEqualTo("2099-12-31");
        assertThat(bonds.covers(bonds.first()) && bonds.covers(bonds.last())).isTrue();
        assertThat(bonds.covers(bonds.first().minusDays(1))).isFalse();
        assertThat(bonds.covers(bonds.last().plusDays(1))).isFalse();
        assertThat(bonds.nextOrSame(bonds.first())).isEqualTo("1986-01-02");
        assertThat(bonds.count(bonds.last(), bonds.last().plusDays(1))).isOne();
        String message = "date must lie from 1986-01-01 to 2099-12-31, which USGS covers, but was ";
        assertThatThrownBy(() -> bonds.isOpen(LocalDate.of(1985, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "1985-12-31");
        assertThatThrownBy(() -> bonds.next(bonds.last())).hasMessage(message + "2100-01-01");
        assertThatThrownBy(() -> bonds.plus(bonds.last(), 1)).hasMessage(message + "2100-01-01");
        assertThatThrownBy(() -> bonds.plus(bonds.first(), -1)).hasMessage(message + "1985-12-31");
        assertThatThrownBy(() -> bonds.previousOrSame(bonds.first())).hasMessage(message + "1985-12-31");
        assertThatThrownBy(() -> bonds.count(bonds.last(), LocalDate.of(2100, 1, 2)))
                .hasMessage(message + "2100-01-01");
    }
}
