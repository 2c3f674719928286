package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateIndexTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);
    private static final LocalDate TUESDAY = LocalDate.of(2025, 7, 22);
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 7, 23);
    private static final DateIndex INDEX = DateIndex.of(MONDAY, WEDNESDAY);

    @Test
    void unsortedAndRepeatedDatesAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> DateIndex.of(TUESDAY, MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates[1] must lie after 2025-07-22 but was 2025-07-21");
        assertThatThrownBy(() -> DateIndex.copyOf(List.of(MONDAY, TUESDAY, TUESDAY)))
                .hasMessage("dates[2] must lie after 2025-07-22 but was 2025-07-22");
    }

    @Test
    void positionsAreThoseOfDates() {
        assertThat(INDEX.indexOf(WEDNESDAY)).hasValue(1);
        assertThat(INDEX.indexOf(TUESDAY)).isEmpty();
        assertThat(INDEX.contains(MONDAY)).isTrue();
        assertThat(INDEX.contains(TUESDAY)).isFalse();
        assertThat(INDEX.floor(TUESDAY)).hasValue(0);
        assertThat(INDEX.floor(WEDNESDAY)).hasValue(1);
        assertThat(INDEX.floor(MONDAY.minusDays(1))).isEmpty();
        assertThat(INDEX.insertion(TUESDAY)).isEqualTo(1);
        assertThat(INDEX.insertion(WEDNESDAY)).isEqualTo(1);
        assertThat(INDEX.insertionAfter(WEDNESDAY)).isEqualTo(2);
    }

    @Test
    void theEndsOfTimeArePlacesToo() {
        assertThat(INDEX.floor(LocalDate.MAX)).hasValue(1);
        assertThat(INDEX.floor(LocalDate.MIN)).isEmpty();
        assertThat(INDEX.insertion(LocalDate.MAX)).isEqualTo(2);
        assertThat(INDEX.insertionAfter(LocalDate.MIN)).isZero();
        assertThat(INDEX.indexOf(LocalDate.MAX)).isEmpty();
    }

    @Test
    void endsOfMonthsLookBackToEndsOfMonths() {
        assertThat(DateIndex.before(LocalDate.of(2025, 2, 28), Period.ofYears(1)))
                .isEqualTo("2024-02-29");
        assertThat(DateIndex.before(LocalDate.of(2025, 4, 30), Period.ofMonths(1)))
                .isEqualTo("2025-03-31");
        assertThat(DateIndex.before(LocalDate.of(2025, 3, 30), Period.ofMonths(1)))
                .isEqualTo("2025-02-28");
        assertThat(DateIndex.before(LocalDate.of(2025, 4, 30), Period.ofDays(30)))
                .isEqualTo("2025-03-31");
        assertThat(DateIndex.before(LocalDate.of(2025, 4, 30), Period.of(0, 1, 1)))
                .isEqualTo("2025-03-29");
    }

    @Test
    void rangesAreHalfOpen() {
        assertThat(INDEX.slice(0, 1)).isEqualTo(DateIndex.of(MONDAY));
        assertThat(INDEX.slice(0, 2)).isSameAs(INDEX);
        assertThatThrownBy(() -> INDEX.slice(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> INDEX.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theOtherIndexIsMetByDate() {
        DateIndex other = DateIndex.of(TUESDAY, WEDNESDAY);
        assertThat(INDEX.intersect(other)).isEqualTo(DateIndex.of(WEDNESDAY));
        assertThat(INDEX.union(other)).isEqualTo(DateIndex.of(MONDAY, TUESDAY, WEDNESDAY));
        assertThat(INDEX.intersect(DateIndex.of(MONDAY, WEDNESDAY))).isSameAs(INDEX);
        assertThat(INDEX.intersectLast(INDEX, 1)).isEqualTo(DateIndex.of(WEDNESDAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDEX.intersectLast(other, -1))
                .withMessageContaining("most");
    }

    @Test
    void textShowsTheEndsAndTheCount() {
        assertThat(INDEX).hasToString("2025-07-21 to 2025-07-23 (2 dates)");
        assertThat(DateIndex.EMPTY).hasToString("no dates");
        assertThatThrownBy(DateIndex.EMPTY::first).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void arraysAreCopiedAtTheDoorBothWays() {
        int[] days = {1, 2};
        DateIndex index = DateIndex.ofEpochDays(days);
        days[0] = 5;
        index.toEpochDays()[1] = 5;
        assertThat(index).isEqualTo(DateIndex.ofEpochDays(1, 2));
        assertThat(index.stream()).containsExactly(LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH.plusDays(2));
    }

    /** Months that end with their last trading day look back to months, wherever those ended. */
    @Test
    void aPeriodLooksBackToAPeriod() {
        DateIndex months = DateIndex.of(
                LocalDate.of(2025, 5, 30),
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2025, 7, 31),
                LocalDate.of(2025, 8, 29),
                LocalDate.of(2025, 9, 12));

        assertThat(months.before(3, Period.ofMonths(1))).isEqualTo(LocalDate.of(2025, 7, 31));
        assertThat(months.before(3, Period.ofMonths(3))).isEqualTo(LocalDate.of(2025, 5, 30));
        // The running month is compared with the whole one before it.
        assertThat(months.before(4, Period.ofMonths(1))).isEqualTo(LocalDate.of(2025, 8, 29));
        assertThat(months.before(4, Period.ofMonths(2))).isEqualTo(LocalDate.of(2025, 7, 31));
        // The first date has none before it that would show the rhythm.
        assertThat(months.before(4, Period.ofMonths(4))).isEqualTo(LocalDate.of(2025, 5, 12));
        assertThat(months.before(3, Period.ofDays(30))).isEqualTo(LocalDate.of(2025, 7, 30));
        assertThat(months.before(3, Period.ofYears(1))).isEqualTo(LocalDate.of(2024, 8, 29));
        // Of two dates of a month neither is the month.
        DateIndex days = DateIndex.of(
                LocalDate.of(2025, 7, 30),
                LocalDate.of(2025, 7, 31),
                LocalDate.of(2025, 8, 29),
                LocalDate.of(2025, 9, 12));
        assertThat(days.before(2, Period.ofMonths(1))).isEqualTo(LocalDate.of(2025, 7, 29));
        assertThat(days.before(3, Period.ofMonths(2))).isEqualTo(LocalDate.of(2025, 7, 12));
        DateIndex quarters = DateIndex.of(
                LocalDate.of(2024, 9, 30),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 3, 31),
                LocalDate.of(2025, 5, 9));
        assertThat(quarters.before(3, Period.ofMonths(3))).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(quarters.before(3, Period.ofMonths(1))).isEqualTo(LocalDate.of(2025, 4, 9));
    }
}
