package io.github.macroregime.rates.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.time.BusinessDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingCalendarTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 17);
    private static final MeetingCalendar TWO =
            MeetingCalendar.of(EffectiveRule.NEXT_BUSINESS_DAY, BusinessDays.newYorkFed(), SEPTEMBER, JULY);

    @Test
    void decisions_in_any_order_take_effect_on_the_next_business_day() {
        assertThat(TWO.meetings())
                .containsExactly(
                        new Meeting(JULY, LocalDate.of(2025, 7, 31)),
                        new Meeting(SEPTEMBER, LocalDate.of(2025, 9, 18)));
        assertThat(TWO.toString().lines()).hasSize(3).first().isEqualTo("2 meetings");
    }

    /** On the day on which it takes effect a meeting is still to come. */
    @Test
    void the_effective_day_parts_what_is_past_from_what_is_to_come() {
        LocalDate effective = LocalDate.of(2025, 7, 31);
        assertThat(TWO.latest(effective)).isEmpty();
        assertThat(TWO.latest(effective.plusDays(1)).orElseThrow().decision()).isEqualTo(JULY);
        assertThat(TWO.latest(LocalDate.of(2026, 1, 1)).orElseThrow().decision())
                .as("the last of several")
                .isEqualTo(SEPTEMBER);
        assertThat(TWO.upcoming(effective)).hasSize(2);
        assertThat(TWO.upcoming(effective, 2)).isPresent();
        assertThat(TWO.upcoming(effective, 3)).isEmpty();
        assertThat(TWO.upcoming(effective, 1).orElseThrow())
                .extracting(Meeting::decision)
                .containsExactly(JULY);
        assertThatThrownBy(() -> TWO.upcoming(effective, 0)).hasMessage("count must be at least 1 but was 0");
    }

    @Test
    void a_meeting_is_put_where_it_belongs() {
        Meeting august = new Meeting(LocalDate.of(2025, 8, 20), LocalDate.of(2025, 8, 21));
        assertThat(TWO.plus(august).meetings())
                .extracting(Meeting::decision)
                .containsExactly(JULY, august.decision(), SEPTEMBER);
        assertThat(TWO.plus(august).without(august.decision())).isEqualTo(TWO);
    }

    @Test
    void decisionsAreBroughtIntoOrderAndMeetingsMustStandInIt() {
        Meeting july = new Meeting(JULY, LocalDate.of(2025, 7, 31));
        Meeting september = new Meeting(SEPTEMBER, LocalDate.of(2025, 9, 18));
        assertThat(MeetingCalendar.of(EffectiveRule.NEXT_BUSINESS_DAY, BusinessDays.newYorkFed(), SEPTEMBER, JULY)
                        .meetings())
                .containsExactly(july, september);
        assertThatThrownBy(() -> new MeetingCalendar(List.of(september, july)))
                .hasMessageStartingWith("meetings[1] must be effective after 2025-09-18 but was ");
    }

    @Test
    void anEffectiveDateMayBeOverridden() {
        LocalDate monday = LocalDate.of(2025, 8, 4);
        assertThat(TWO.withEffective(JULY, monday).meetings())
                .containsExactly(new Meeting(JULY, monday), TWO.meetings().get(1));
        assertThatThrownBy(() -> TWO.withEffective(JULY, LocalDate.of(2025, 9, 18)))
                .hasMessageStartingWith("meetings[1] must be effective after 2025-09-18");
        assertThatThrownBy(() -> TWO.withEffective(JULY.plusDays(1), monday))
                .hasMessage("decision must be the day of a meeting but was 2025-07-31; the calendar has 2 meetings");
    }

    @Test
    void banksAreCalledByTheirNames() {
        assertThat(CentralBank.values())
                .extracting(CentralBank::label)
                .containsExactly(
                        "Federal Reserve",
                        "European Central Bank",
                        "Bank of England",
                        "Bank of Japan",
                        "Bank of Canada",
                        "Reserve Bank of Australia",
                        "Swiss National Bank",
                        "Reserve Bank of New Zealand",
                        "Sveriges Riksbank",
                        "Norges Bank");
    }
}
