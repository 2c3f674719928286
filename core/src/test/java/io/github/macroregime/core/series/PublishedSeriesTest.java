package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.PublishedSeries.MaxAge.Counting;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.unit.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices of Thursday and Friday, the Wednesday after and what one knows of them. */
class PublishedSeriesTest {

    private static final LocalDate THURSDAY = LocalDate.of(2025, 7, 17);
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = THURSDAY.plusDays(6);
    private static final TimeSeries PRICES =
            TimeSeries.of(DateIndex.of(THURSDAY, FRIDAY, WEDNESDAY), new double[] {10, 11, 12}, Unit.PRICE);
    private static final PublishedSeries DAILY = PublishedSeries.daily("one", PRICES, Source.observed("by hand"));

    private static PublishedSeries aged(int count, Counting counting) {
        return new PublishedSeries("one", PRICES, DAILY.source(), PublicationLag.days(3), new MaxAge(count, counting));
    }

    @Test
    void aDailySeriesIsKnownAtItsClose() {
        assertThat(DAILY.lag().knownAt(FRIDAY)).hasValue(FRIDAY.atTime(16, 0));
        assertThat(DAILY.maxAge()).isEqualTo(MaxAge.DAILY).hasToString("5 business days");
        assertThat(DAILY.until(FRIDAY.atTime(15, 59)).series()).isEqualTo(PRICES.slice(0, 1));
        assertThat(DAILY.until(FRIDAY.atTime(16, 0)).series()).isEqualTo(PRICES.slice(0, 2));
        assertThat(DAILY.lastKnownOn()).hasValue(WEDNESDAY);
        assertThat(aged(9, Counting.DAYS).lastKnownOn())
                .as("three days later is a Saturday, a lag taken to Monday")
                .hasValue(WEDNESDAY.plusDays(5));
        assertThat(DAILY.with(PRICES.slice(0, 0)).lastKnownOn()).isEmpty();
    }

    @Test
    void whatIsChangedLeavesTheRest() {
        PublishedSeries half = DAILY.with(PRICES.slice(0, 1)).named("other");
        assertThat(half)
                .isEqualTo(
                        new PublishedSeries("other", PRICES.slice(0, 1), DAILY.source(), DAILY.lag(), DAILY.maxAge()));
        assertThat(DAILY).hasToString("one: 2025-07-17 to 2025-07-23, n 3, known on their date at 16:00, from by hand");
        assertThat(DAILY.with(PRICES.slice(0, 0)))
                .hasToString("one: no observation, known on their date at 16:00, from by hand");
        assertThatIllegalArgumentException().isThrownBy(() -> DAILY.named(" ")).withMessage("name must not be blank");
    }

    @Test
    void businessDaysPassOverWeekendsAndHolidays() {
        PublishedSeries two = aged(2, Counting.BUSINESS_DAYS);
        assertThat(two.isRecent(FRIDAY, FRIDAY.plusDays(4))).as("Tuesday").isTrue();
        assertThat(two.isRecent(FRIDAY, FRIDAY.plusDays(5))).as("Wednesday").isFalse();
        assertThat(two.isRecent(FRIDAY, FRIDAY)).isTrue();
        assertThat(two.isRecent(FRIDAY, THURSDAY)).as("a date before it").isTrue();
        LocalDate beforeLabourDay = LocalDate.of(2025, 8, 29);
        assertThat(two.isRecent(beforeLabourDay, beforeLabourDay.plusDays(5))).isTrue();
        assertThat(two.isRecent(beforeLabourDay, beforeLabourDay.plusDays(6))).isFalse();
    }

    /** Where no calendar reaches, five days in seven are business days: seven days are five, eight are more. */
    @Test
    void beyondTheCalendarAWeekHasFiveBusinessDays() {
        PublishedSeries five = aged(5, Counting.BUSINESS_DAYS);
        LocalDate old = LocalDate.of(1871, 1, 1);
        assertThat(five.isRecent(old, old.plusDays(7))).isTrue();
        assertThat(five.isRecent(old, old.plusDays(8))).isFalse();
    }

    @Test
    void daysAreCountedFromTheDateOrFromTheRelease() {
        PublishedSeries days = aged(4, Counting.DAYS);
        assertThat(days.isRecent(FRIDAY, FRIDAY.plusDays(4))).isTrue();
        assertThat(days.isRecent(FRIDAY, FRIDAY.plusDays(5))).isFalse();
        PublishedSeries released = aged(4, Counting.DAYS_AFTER_RELEASE);
        assertThat(released.isRecent(FRIDAY, FRIDAY.plusDays(7))).isTrue();
        assertThat(released.isRecent(FRIDAY, FRIDAY.plusDays(8))).isFalse();
        assertThat(MaxAge.days(4)).isEqualTo(days.maxAge()).hasToString("4 days");
        assertThat(released.maxAge()).hasToString("4 days after release");
        assertThat(new MaxAge(1, Counting.DAYS).count()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxAge.days(0))
                .withMessage("count must be at least 1 but was 0");
    }

    @Test
    void theNewestKnownIsReadWhileItIsRecent() {
        PublishedSeries days = aged(6, Counting.DAYS);
        assertThat(days.asOf(FRIDAY.plusDays(2)))
                .as("Friday's is out on Monday")
                .isEmpty();
        assertThat(days.asOf(FRIDAY.plusDays(3))).hasValue(new Observation(FRIDAY, 11));
        assertThat(days.asOf(FRIDAY.plusDays(6))).hasValue(new Observation(FRIDAY, 11));
        assertThat(days.asOf(FRIDAY.plusDays(7))).as("a week old").isEmpty();
        assertThat(DAILY.asOf(THURSDAY.minusDays(1))).isEmpty();
    }

    @Test
    void aSourceSaysWhatItDidNotObserve() {
        assertThat(List.of(Source.observed("A"), Source.reconstructed("A"), Source.synthetic("A")))
                .extracting(Source::provenance)
                .containsExactly(
                        Source.Provenance.OBSERVED, Source.Provenance.RECONSTRUCTED, Source.Provenance.SYNTHETIC);
        assertThat(Source.observed("A")).hasToString("A");
        assertThat(Source.synthetic("A")).hasToString("A (" + Source.Provenance.SYNTHETIC + ")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.observed(" "))
                .withMessage("name must not be blank");
        assertThat(PublicationLag.sameDay(LocalTime.NOON)).hasToString("on their date at 12:00");
    }

    /** The last of August 2025 is a Sunday; the last of May a Saturday. */
    @Test
    void weekendsThatEndAMonthAreLeftOutOfDailySeriesOnly() {
        LocalDate friday = LocalDate.of(2025, 8, 29);
        DateIndex dates = DateIndex.of(
                friday, friday.plusDays(1), friday.plusDays(2), friday.plusDays(3), LocalDate.of(2025, 9, 30));
        TimeSeries daily = TimeSeries.of(dates, new double[] {1, 2, 3, 4, 5}, Unit.PRICE);
        assertThat(daily.withoutMonthEndWeekends().dates())
                .as("the Saturday is not the last day of its month, the 30th no weekend")
                .isEqualTo(DateIndex.of(dates.get(0), dates.get(1), dates.get(3), dates.get(4)));
        LocalDate sunday = friday.plusDays(2);
        assertKept(true, sunday);
        assertKept(false, sunday.minusDays(4), sunday);
        assertKept(true, sunday.minusDays(5), sunday);
        assertKept(false, LocalDate.of(2025, 5, 30), LocalDate.of(2025, 5, 31));
        assertKept(true, LocalDate.of(2025, 6, 27), LocalDate.of(2025, 6, 30));
    }

    private static void assertKept(boolean kept, LocalDate... dates) {
        TimeSeries series = TimeSeries.of(DateIndex.of(dates), new double[dates.length], Unit.PRICE);
        assertThat(series.withoutMonthEndWeekends().dates().last().equals(dates[dates.length - 1]))
                .isEqualTo(kept);
    }
}
