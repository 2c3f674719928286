package io.github.macroregime.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedDatesTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final List<String> NAMES = List.of("one", "other");

    private static DateIndex days(int... after) {
        return DateIndex.copyOf(IntStream.of(after).mapToObj(START::plusDays).toList());
    }

    private static DateIndex shared(DateIndex one, DateIndex other) {
        return Require.shared(one.intersect(other), NAMES, one, other);
    }

    @Test
    void one_lost_date_in_five_of_the_rarer_is_allowed() {
        DateIndex one = days(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(shared(one, days(0, 1, 2, 3, 4, 5, 6, 9, 10, 11)).size()).isEqualTo(8);
    }

    @Test
    void more_are_refused_with_names_counts_and_dates() {
        DateIndex one = days(0, 10, 20, 30, 40, 50, 60);
        DateIndex other = days(0, 1, 9, 20, 29, 30, 40, 51, 60, 61);
        assertThatThrownBy(() -> shared(one, other))
                .hasMessage(
                        "one and other must share their dates but of the 7 of one from 2025-01-01 to 2025-03-02 only"
                                + " 5 are dates of all, 2025-01-11 is not; date all alike, months by"
                                + " Frequency.PeriodLabel.PERIOD_END");
    }

    @Test
    void series_without_any_common_date_are_refused_where_both_have_dates() {
        assertThatThrownBy(() -> shared(days(0, 30, 60), days(29, 59, 89)))
                .hasMessageContaining("of the 2 of one from 2025-01-30 to 2025-03-02 only 0 are dates of all");
        assertThat(shared(days(0, 1, 2), days(50, 51, 52)).isEmpty()).isTrue();
        assertThat(shared(days(), days(50, 51, 52)).isEmpty()).isTrue();
    }

    /** A hole in one of them costs no date of it, and a week has its Fridays in a daily series. */
    @Test
    void the_rarer_series_counts() {
        DateIndex daily = days(IntStream.range(0, 100).toArray());
        assertThat(shared(daily, days(2, 9, 16, 23, 79, 86, 93)).size()).isEqualTo(7);
    }

    @Test
    void a_single_lost_date_never_refuses() {
        assertThat(shared(days(0, 1, 2), days(0, 2, 3)).size()).isEqualTo(2);
    }
}
