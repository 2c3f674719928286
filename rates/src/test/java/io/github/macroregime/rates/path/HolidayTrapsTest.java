package io.github.macroregime.rates.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days on which calendars of other libraries, or a rule of thumb, are known to go wrong. */
class HolidayTrapsTest {

    private static final OvernightIndex EFFR = OvernightIndex.effr();
    private static final OvernightIndex SOFR = OvernightIndex.sofr();

    private static boolean isOpen(OvernightIndex index, int year, int month, int day) {
        return index.fixingDays().isOpen(LocalDate.of(year, month, day));
    }

    /** Reserve Banks stay open on the Friday before a holiday on a Saturday; the bond market does not. */
    @Test
    void theFridayBeforeASaturdayHoliday() {
        assertThat(isOpen(EFFR, 2027, 6, 18)).isTrue();
        assertThat(isOpen(SOFR, 2027, 6, 18)).isFalse();
        assertThat(isOpen(EFFR, 2026, 7, 3)).isTrue();
        assertThat(isOpen(EFFR, 2021, 12, 24)).isTrue();
        assertThat(isOpen(SOFR, 2021, 12, 24)).isFalse();
        double[] shares = new double[2];
        Meeting meeting =
                new Meeting(LocalDate.of(2027, 6, 17), EFFR.fixingDays().next(LocalDate.of(2027, 6, 17)));
        PathFrame frame = PathFrame.of(LocalDate.of(2027, 6, 1), EFFR, List.of(meeting));
        CompiledRate.of(frame, AverageFuture.zq(YearMonth.of(2027, 6))).rate(new double[2], shares);
        assertThat(meeting.effective()).isEqualTo(LocalDate.of(2027, 6, 18));
        assertThat(shares[1]).isCloseTo(13 / 30.0, offset(1e-15));
    }

    @Test
    void holidaysOnASundayMoveToMonday() {
        for (OvernightIndex index : List.of(EFFR, SOFR)) {
            assertThat(isOpen(index, 2023, 1, 2)).isFalse();
            assertThat(isOpen(index, 2022, 6, 20)).isFalse();
            assertThat(isOpen(index, 2021, 7, 5)).isFalse();
        }
    }

    /** The first two days of January 2023 carry the fixing of Friday 30 December. */
    @Test
    void aMonthThatBeginsOnAHolidayCarriesTheFixingOfTheMonthBefore() {
        PublishedFixings fixings = new PublishedFixings(
                EFFR,
                TimeSeries.ofQuoted(
                        Map.of(LocalDate.of(2022, 12, 30), 4.33, LocalDate.of(2023, 1, 3), 4.0), Unit.PERCENT));
        PathFrame frame =
                PathFrame.of(LocalDate.of(2023, 1, 4), EFFR, List.of()).withFixings(fixings);
        PolicyPath path = PolicyPath.ofSteps(frame, Rate.ofPercent(5), List.of());
        assertThat(path.parRate(AverageFuture.zq(YearMonth.of(2023, 1)))
                        .orElseThrow()
                        .percent())
                .isCloseTo((2 * 4.33 + 4.0 + 28 * 5) / 31, offset(1e-12));
    }

    /** Good Friday: federal funds are fixed, SOFR is not, also when the employment report comes out. */
    @Test
    void goodFridayIsADayOfTheFundsRateOnly() {
        for (LocalDate day : List.of(LocalDate.of(2025, 4, 18), LocalDate.of(2026, 4, 3))) {
            assertThat(EFFR.fixingDays().isOpen(day)).isTrue();
            assertThat(SOFR.fixingDays().isOpen(day)).isFalse();
        }
    }

    /** Juneteenth is a holiday since 2021 and was one in no year before. */
    @Test
    void juneteenthHasAFirstYear() {
        assertThat(isOpen(EFFR, 2020, 6, 19)).isTrue();
        assertThat(isOpen(EFFR, 2024, 6, 19)).isFalse();
        assertThat(isOpen(SOFR, 2024, 6, 19)).isFalse();
        // The reference quarter that begins on it takes the fixing of the 18th from its first day.
        CompoundedFuture june = CompoundedFuture.sr3(YearMonth.of(2024, 6));
        assertThat(june.start()).isEqualTo(LocalDate.of(2024, 6, 19));
        assertThat(SOFR.fixingDays().previousOrSame(june.start())).isEqualTo(LocalDate.of(2024, 6, 18));
    }

    @Test
    void targetDaysKeepEasterAndTheFirstOfMayAndNothingElseOfSpring() {
        BusinessDays target = OvernightIndex.estr().fixingDays();
        assertThat(target.isOpen(LocalDate.of(2025, 4, 18))).isFalse();
        assertThat(target.isOpen(LocalDate.of(2025, 4, 21))).isFalse();
        assertThat(target.isOpen(LocalDate.of(2025, 5, 1))).isFalse();
        assertThat(target.isOpen(LocalDate.of(2025, 5, 29))).isTrue();
        assertThat(target.isOpen(LocalDate.of(2025, 12, 26))).isFalse();
        assertThat(target.isOpen(LocalDate.of(2026, 12, 28))).isTrue();
    }

    @Test
    void londonHadDaysOfItsOwn() {
        BusinessDays london = OvernightIndex.sonia().fixingDays();
        assertThat(london.isOpen(LocalDate.of(2022, 6, 3))).isFalse();
        assertThat(london.isOpen(LocalDate.of(2022, 9, 19))).isFalse();
        assertThat(london.isOpen(LocalDate.of(2023, 5, 8))).isFalse();
        assertThat(london.isOpen(LocalDate.of(2020, 5, 4))).isTrue();
        assertThat(london.isOpen(LocalDate.of(2020, 5, 8))).isFalse();
    }

    /**
     * July 2025 has eighteen days of one day, three weekends and the Thursday before Independence Day with four; a fixing
     * of n days stands at the simple rate of n daily ones.
     */
    @Test
    void inCurveLibrariesALongWeekendEarnsInterestOnInterest() {
        PolicyPath path = PolicyPath.ofSteps(
                PathFrame.of(LocalDate.of(2025, 6, 20), OvernightIndex.effr(), List.of())
                        .withInterpolation(PathFrame.Interpolation.LOG_LINEAR_DISCOUNT),
                Rate.ofPercent(4.33),
                List.of());
        AverageFuture july = AverageFuture.zq(YearMonth.of(2025, 7));
        double day = 0.0433 / 360;
        double weekends = (Math.pow(1 + day, 3) - 1) * 360;
        double independence = (Math.pow(1 + day, 4) - 1) * 360;
        assertThat(path.parRate(july).orElseThrow().decimal())
                .isCloseTo((18 * 0.0433 + 3 * weekends + independence) / 31, offset(1e-14));
        assertThat(path.gradient(july).orElseThrow().get(0))
                .isCloseTo((18 + 9 * Math.pow(1 + day, 2) + 4 * Math.pow(1 + day, 3)) / 31, offset(1e-13));
    }

    /** Closed from 1 to 8 October: the fixing of 30 September, a Tuesday, earns nine days of interest. */
    @Test
    void aWeekLongHolidayEarnsItsDays() {
        BusinessDays days = BusinessDays.of(
                "weekends and one week",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2026, 12, 31),
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                LocalDate.of(2025, 10, 1).datesUntil(LocalDate.of(2025, 10, 9)).toList());
        OvernightIndex own = new OvernightIndex("OWN", days, 365, 0, 0);
        PolicyPath path = PolicyPath.ofSteps(
                PathFrame.of(LocalDate.of(2025, 9, 22), own, List.of()), Rate.ofPercent(1.5), List.of());
        double day = 0.015 / 365;
        DatedOis swap = new DatedOis(own, LocalDate.of(2025, 9, 29), LocalDate.of(2025, 10, 13));
        double growth = (1 + day) * (1 + 9 * day) * (1 + day) * (1 + 3 * day);
        assertThat(path.parRate(swap).orElseThrow().decimal()).isCloseTo((growth - 1) * 365 / 14, offset(1e-14));
    }
}
