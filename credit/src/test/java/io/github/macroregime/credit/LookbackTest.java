package io.github.macroregime.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.core.window.CalendarWindow;
import io.github.macroregime.credit.Lookback.Episode;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookbackTest {

    private static final double NONE = Double.NaN;
    private final TimeSeries levels = Levels.basisPoints(50, NONE, 52, 53, NONE, NONE, 56, 57);
    private final LocalDate last = Levels.START.plusDays(7);

    @Test
    void slots_count_dates_and_observations_count_what_was_observed() {
        assertThat(Lookback.slots(4).of(levels, last)).isEqualTo(levels.slice(4, 8));
        assertThat(Lookback.observations(4).of(levels, last).dates())
                .isEqualTo(DateIndex.of(day(2), day(3), day(6), day(7)));
    }

    @Test
    void nothing_after_the_date_is_seen() {
        assertThat(Lookback.slots(2).of(levels, day(3))).isEqualTo(levels.slice(2, 4));
        assertThat(Lookback.expanding().of(levels, day(3))).isEqualTo(levels.slice(0, 4));
        assertThat(Lookback.since(day(2)).of(levels, day(3))).isEqualTo(levels.slice(2, 4));
        assertThat(Lookback.since(day(5)).of(levels, day(3))).isEqualTo(levels.slice(4, 4));
        assertThat(Lookback.weighted(0.5).of(levels, day(3))).isEqualTo(levels.slice(0, 4));
    }

    @Test
    void a_calendar_look_back_is_open_at_its_start_unless_it_says_otherwise() {
        TimeSeries years = TimeSeries.of(
                DateIndex.of(LocalDate.of(2020, 7, 22), LocalDate.of(2020, 7, 23), LocalDate.of(2025, 7, 22)),
                new double[] {0.01, 0.02, 0.03},
                Unit.BASIS_POINTS);
        LocalDate asOf = LocalDate.of(2025, 7, 22);
        assertThat(Lookback.years(5).of(years, asOf).size()).isEqualTo(2);
        assertThat(new Lookback.Calendar(60, Lookback.Start.INCLUDED)
                        .of(years, asOf)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_year_of_month_ends_holds_twelve_and_a_quarter_three() {
        LocalDate first = LocalDate.of(1984, 1, 31);
        DateIndex ends = DateIndex.copyOf(IntStream.range(0, 500)
                .mapToObj(i ->
                        first.plusMonths(i).withDayOfMonth(first.plusMonths(i).lengthOfMonth()))
                .toList());
        TimeSeries monthly = TimeSeries.of(ends, new double[ends.size()], Unit.BASIS_POINTS);
        Lookback quarter = new Lookback.Calendar(3, Lookback.Start.EXCLUDED);
        ends.stream().skip(12).forEach(end -> {
            assertThat(Lookback.years(1).of(monthly, end).size()).isEqualTo(12);
            assertThat(quarter.of(monthly, end).size()).isEqualTo(3);
        });
        assertThat(CalendarWindow.months(3).count().over(monthly).values().toArray())
                .endsWith(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
    }

    @Test
    void too_little_past_does_not_carry_the_name_of_a_look_back() {
        assertThat(satisfied(Lookback.slots(8))).isTrue();
        assertThat(satisfied(Lookback.slots(11))).isFalse();
        assertThat(satisfied(Lookback.observations(5))).isTrue();
        assertThat(satisfied(Lookback.observations(6))).isFalse();
        assertThat(satisfied(Lookback.years(1))).isFalse();
        assertThat(satisfied(Lookback.expanding())).isTrue();
        assertThat(satisfied(Lookback.since(day(7)))).isFalse();
    }

    /** Of five dates three are more than half, of four two are enough; two are the least that have a rank. */
    @Test
    void a_calendar_look_back_wants_half_of_its_dates_observed() {
        Lookback month = new Lookback.Calendar(1, Lookback.Start.EXCLUDED);
        LocalDate first = last.minusMonths(1).plusDays(1);
        for (double[] enough : new double[][] {{1, NONE, 2, NONE, 3}, {1, NONE, NONE, 2}, {1, 2}}) {
            assertThat(month.isSatisfiedBy(from(first, enough), last)).isTrue();
        }
        for (double[] few : new double[][] {{1, NONE, NONE, NONE, 3}, {1, NONE, NONE, NONE}, {1}, {}}) {
            assertThat(month.isSatisfiedBy(from(first, few), last)).isFalse();
        }
        assertThat(month.isSatisfiedBy(from(last.minusDays(2), 1, 2), last))
                .as("a history may begin up to a month late")
                .isTrue();
        assertThat(Lookback.years(1).isSatisfiedBy(from(last.minusMonths(11), 1, 2), last))
                .isTrue();
        assertThat(Lookback.years(1).isSatisfiedBy(from(last.minusMonths(11).plusDays(1), 1, 2), last))
                .isFalse();
    }

    private static TimeSeries from(LocalDate first, double... basisPoints) {
        return TimeSeries.ofQuoted(
                IntStream.range(0, basisPoints.length).mapToObj(first::plusDays).toList(),
                basisPoints,
                Unit.BASIS_POINTS);
    }

    @Test
    void spans_of_years_and_days() {
        assertThat(DateSpan.ofYear(2024)).isEqualTo(new DateSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)));
        assertThat(DateSpan.ofDay(day(0))).isEqualTo(new DateSpan(day(0), day(1)));
        assertThat(DateSpan.yearsTo(1, LocalDate.of(2025, 7, 22)))
                .isEqualTo(new DateSpan(LocalDate.of(2024, 7, 23), LocalDate.of(2025, 7, 23)));
        assertThatThrownBy(() -> DateSpan.yearsTo(0, last)).hasMessage("years must be at least 1 but was 0");
    }

    @Test
    void an_episode_is_left_out_and_a_count_reaches_further_back() {
        Episode episode = new Episode("crisis", new DateSpan(day(3), day(7)));
        assertThat(Lookback.observations(3).excluding(episode).of(levels, last).dates())
                .isEqualTo(DateIndex.of(day(0), day(2), day(7)));
        assertThat(satisfied(Lookback.observations(3).excluding(episode))).isTrue();
        assertThat(satisfied(Lookback.observations(4).excluding(episode))).isFalse();
        assertThat(Lookback.since(day(2))).hasToString("since 2025-01-03");
        assertThat(Lookback.expanding().excluding(episode).toString()).isEqualTo("full history without crisis");
    }

    @Test
    void mistakes_are_refused_with_their_value() {
        assertThatThrownBy(() -> Lookback.slots(1)).hasMessage("length must be at least 2 but was 1");
        assertThatThrownBy(() -> Lookback.observations(1)).hasMessage("count must be at least 2 but was 1");
        assertThatThrownBy(() -> Lookback.years(0)).hasMessage("months must be at least 1 but was 0");
        assertThatThrownBy(() -> Lookback.weighted(0)).hasMessage("decay must lie in (0, 1] but was 0.0");
        assertThatThrownBy(() -> Lookback.expanding().excluding())
                .hasMessage("number of episodes must be at least 1 but was 0");
        assertThatThrownBy(() -> new DateSpan(last, last)).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean satisfied(Lookback lookback) {
        return lookback.isSatisfiedBy(lookback.of(levels, last), last);
    }

    private static LocalDate day(int i) {
        return Levels.START.plusDays(i);
    }
}
