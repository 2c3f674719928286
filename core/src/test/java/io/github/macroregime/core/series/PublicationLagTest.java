package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.series.PublicationLag.Known;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationLagTest {

    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);

    private static PublicationLag rule(String id) {
        return SeriesCatalog.builtIn().find(id).orElseThrow().publication();
    }

    @ParameterizedTest
    @CsvSource({
        "DFF, 2025-07-22, 2025-07-23T09:00, SCHEDULED",
        "DFF, 2025-07-03, 2025-07-07T09:00, SCHEDULED", // Independence Day and the weekend
        "SOFR, 2024-03-28, 2024-04-01T08:00, SCHEDULED", // Good Friday
        "DGS10, 2025-07-22, 2025-07-22T18:00, SCHEDULED",
        "VIXCLS, 2025-07-22, 2025-07-22T16:15, SCHEDULED",
        "WALCL, 2025-07-16, 2025-07-17T16:30, SCHEDULED",
        "WTREGEN, 2023-11-22, 2023-11-24T16:30, SCHEDULED", // Thanksgiving
        "WALCL, 2025-01-01, 2025-01-02T16:30, SCHEDULED",
        "NFCI, 2025-07-18, 2025-07-23T08:30, SCHEDULED",
        // Memorial Day, Veterans Day and New Year: on Thursday when a holiday falls on Wednesday or earlier in the
        // week.
        "NFCI, 2024-05-24, 2024-05-30T08:30, SCHEDULED",
        "ANFCI, 2025-11-07, 2025-11-13T08:30, SCHEDULED",
        "NFCI, 2019-12-27, 2020-01-02T08:30, SCHEDULED",
        "DTWEXBGS, 2025-07-18, 2025-07-21T16:15, SCHEDULED",
        "DTWEXBGS, 2025-07-21, 2025-07-28T16:15, SCHEDULED",
        "DCOILWTICO, 2025-07-21, 2025-07-23T13:00, SCHEDULED",
        "DCOILWTICO, 2025-07-22, 2025-07-30T13:00, SCHEDULED",
        "INDPRO, 2025-05-01, 2025-06-18T20:00, ASSUMED_LAG", // truly 17 June
        "INDPRO, 2025-10-01, 2025-12-23T09:15, RELEASED",
        "PAYEMS, 2025-09-01, 2025-11-20T08:30, RELEASED",
        "PAYEMS, 2026-10-01, 2026-11-06T08:30, SCHEDULED", // a plan of the calendar
        "CPIAUCSL, 2015-01-01, 2015-02-26T08:30, RELEASED",
        "GDPC1, 2025-07-01, 2025-12-23T08:30, RELEASED",
        "GDPC1, 2016-01-01, 2016-05-02T20:00, ASSUMED_LAG", // 31 days, a Sunday
        "ICSA, 2025-11-01, 2025-11-20T08:30, RELEASED",
        "ICSA, 2019-06-01, 2019-06-06T08:30, SCHEDULED",
    })
    void theMomentAndItsBasis(String id, LocalDate date, LocalDateTime at, Basis basis) {
        assertThat(rule(id).known(date)).hasValue(new Known(at, basis));
    }

    @Test
    void aLagIsNoReleaseDate() {
        assertThat(rule("INDPRO").known(MAY).orElseThrow().releaseDate()).isEmpty();
        assertThat(rule("PAYEMS").known(MAY).orElseThrow().releaseDate()).hasValue(LocalDate.of(2025, 6, 6));
    }

    @Test
    void whatNeverCameIsNeverKnown() {
        PublicationLag prices = rule("CPIAUCSL");
        LocalDate october = LocalDate.of(2025, 10, 1);
        assertThat(prices.known(october)).isEmpty();
        assertThat(prices.lastKnown(
                        DateIndex.of(october.minusMonths(1), october, october.plusMonths(1)),
                        LocalDate.of(2025, 12, 17)))
                .hasValue(october.minusMonths(1));
    }

    @Test
    void aLagTakesTheLaterSide() {
        LocalDate friday = LocalDate.of(2025, 7, 18);
        assertThat(PublicationLag.days(1).knownOn(friday)).hasValue(LocalDate.of(2025, 7, 21));
        assertThat(PublicationLag.days(45).knownOn(MAY)).hasValue(LocalDate.of(2025, 6, 16));
        assertThat(PublicationLag.days(0).knownOn(LocalDate.of(2025, 8, 30)))
                .as("a Saturday before Labor Day")
                .hasValue(LocalDate.of(2025, 9, 2));
        assertThat(PublicationLag.days(1).knownOn(LocalDate.of(1871, 1, 1))).hasValue(LocalDate.of(1871, 1, 2));
    }

    @Test
    void theHourOfTheReportCounts() {
        LocalDate day = LocalDate.of(2025, 7, 22);
        DateIndex dates = DateIndex.of(day.minusDays(1), day);
        PublicationLag yields = rule("DGS10");
        assertThat(yields.lastKnown(dates, day.atTime(17, 59))).hasValue(day.minusDays(1));
        assertThat(yields.lastKnown(dates, day.atTime(18, 0))).hasValue(day);
        assertThat(yields.lastKnown(dates, day)).hasValue(day);
        PublicationLag night = PublicationLag.sameDay(LocalTime.of(20, 1));
        assertThat(night.knownOn(day)).hasValue(day.plusDays(1));
        assertThat(night.lastKnown(dates, day)).hasValue(day.minusDays(1));
        assertThat(PublicationLag.sameDay(PublicationLag.EVENING).knownOn(day)).hasValue(day);
    }

    @Test
    void releasesOutOfOrderLeaveGaps() {
        LocalDate first = LocalDate.of(2025, 9, 20);
        DateIndex weeks = DateIndex.copyOf(
                LongStream.range(0, 9).mapToObj(first::plusWeeks).toList());
        TimeSeries claims = TimeSeries.of(weeks, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, Unit.COUNT);
        PublicationLag rule = rule("ICSA");
        LocalDate inBetween = LocalDate.of(2025, 11, 19);
        assertThat(rule.lastKnown(weeks, inBetween)).hasValue(LocalDate.of(2025, 10, 18));
        assertThat(rule.asKnownAt(claims, inBetween.atTime(20, 0)).values()).isEqualTo(Doubles.of(1, 5));
        assertThat(rule.asKnownAt(claims, inBetween.plusDays(1).atTime(8, 29)).values())
                .isEqualTo(Doubles.of(1, 5));
        assertThat(rule.asKnownAt(claims, inBetween.plusDays(1).atTime(8, 30))).isEqualTo(claims);
        assertThat(rule.byPublication(claims))
                .isEqualTo(TimeSeries.of(
                        DateIndex.of(LocalDate.of(2025, 9, 25), inBetween.minusDays(1), inBetween.plusDays(1)),
                        new double[] {1, 5, 9},
                        Unit.COUNT));
    }

    @Test
    void whatIsWrongIsRefused() {
        BusinessDays fed = BusinessDays.newYorkFed();
        assertThatThrownBy(() -> PublicationLag.release(ReleaseCalendar.shipped(), "tankan", PublicationLag.days(1)))
                .hasMessageContaining("but was \"tankan\"");
        for (ThrowingCallable negative : List.<ThrowingCallable>of(
                () -> PublicationLag.businessDays(-1, fed, LocalTime.NOON),
                () -> PublicationLag.days(-1),
                () -> PublicationLag.afterPeriod(Frequency.MONTH, -1))) {
            assertThatThrownBy(negative).hasMessage("days must not be negative but was -1");
        }
        for (ThrowingCallable negative : List.<ThrowingCallable>of(
                () -> PublicationLag.weekday(DayOfWeek.FRIDAY, -1, fed, LocalTime.NOON),
                () -> PublicationLag.releases(DateIndex.of(MAY), Frequency.MONTH, -1))) {
            assertThatThrownBy(negative).hasMessage("minimumDays must not be negative but was -1");
        }
    }

    /** A calendar is asked where it covers two weeks more than the business days need; elsewhere a lag stands in. */
    @Test
    void beyondTheCalendarALagStandsIn() {
        BusinessDays year = BusinessDays.of(
                "own",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of());
        PublicationLag second = PublicationLag.businessDays(2, year, LocalTime.NOON);
        assertKnown(second, "2025-12-20", "2025-12-23T12:00", Basis.SCHEDULED);
        assertKnown(second, "2025-12-21", "2025-12-24T20:00", Basis.ASSUMED_LAG);
        assertKnown(second, "2025-12-30", "2026-01-02T20:00", Basis.ASSUMED_LAG);
        assertKnown(second, "2024-12-31", "2025-01-03T20:00", Basis.ASSUMED_LAG);
        PublicationLag thursday = PublicationLag.weekday(DayOfWeek.THURSDAY, 1, year, LocalTime.NOON);
        assertKnown(thursday, "2025-12-17", "2025-12-18T12:00", Basis.SCHEDULED);
        assertKnown(thursday, "2025-12-18", "2025-12-26T20:00", Basis.ASSUMED_LAG);
        assertKnown(thursday, "2024-12-25", "2024-12-26T20:00", Basis.ASSUMED_LAG);
    }

    private static void assertKnown(PublicationLag rule, String date, String at, Basis basis) {
        assertThat(rule.known(LocalDate.parse(date))).hasValue(new Known(LocalDateTime.parse(at), basis));
    }

    @Test
    void rulesReadAsTheEndOfASentence() {
        assertThat(PublicationLag.days(3)).hasToString("3 days after their date");
        assertThat(PublicationLag.businessDays(2, BusinessDays.newYorkFed()))
                .hasToString("2 business days of NYFD after their date");
        assertThat(PublicationLag.releases(DateIndex.of(MAY), Frequency.MONTH, 4))
                .hasToString("on the first release from 4 days after the end of their period");
        assertThat(rule("DGS10")).hasToString("on their date at 18:00");
        assertThat(rule("WALCL")).hasToString("on the first THURSDAY from 1 days after their date, at 16:30");
        assertThat(rule("INDPRO"))
                .hasToString("on the dates of g17_industrial_production in the release calendar, version 1, observed "
                        + "until 2026-08-21, elsewhere 18 days after the end of their period");
    }
}
