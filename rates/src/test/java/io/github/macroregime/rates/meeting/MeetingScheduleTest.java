package io.github.macroregime.rates.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.rates.meeting.MeetingSchedule.Confidence;
import io.github.macroregime.rates.meeting.MeetingSchedule.Kind;
import io.github.macroregime.rates.meeting.MeetingSchedule.ScheduledMeeting;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What could be known of the meetings on a day, on dates that the Federal Reserve's own pages give. */
class MeetingScheduleTest {

    private static final MeetingSchedule FED = MeetingSchedule.shipped(CentralBank.FED);

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static LocalDate next(String asOf) {
        return FED.next(day(asOf), 1).orElseThrow().get(0).decision();
    }

    private static List<String> decisions(MeetingSchedule schedule, int year) {
        return schedule.calendar().meetings().stream()
                .filter(meeting -> meeting.decision().getYear() == year)
                .map(meeting -> meeting.decision().toString())
                .toList();
    }

    @Test
    void theNextMeetingIsTheOneThatWasKnown() {
        assertThat(next("2020-02-28")).isEqualTo(day("2020-03-18"));
        assertThat(next("2020-03-02")).isEqualTo(day("2020-03-18"));
        assertThat(next("2020-03-14")).isEqualTo(day("2020-03-18"));
        assertThat(next("2020-03-15")).isEqualTo(day("2020-04-29"));
        assertThat(next("2008-09-15")).isEqualTo(day("2008-09-16"));
        assertThat(next("2008-09-16")).isEqualTo(day("2008-10-29"));
        assertThat(next("2008-10-07")).isEqualTo(day("2008-10-29"));
        assertThat(next("2023-03-10")).isEqualTo(day("2023-03-22"));
        assertThat(next("1994-02-04")).isEqualTo(day("1994-03-22"));
        assertThat(next("2025-07-22")).isEqualTo(day("2025-07-30"));
    }

    @Test
    void allMeetingsOf2023AreThereOnTenMarch() {
        String[] dates = {
            "2023-02-01",
            "2023-03-22",
            "2023-05-03",
            "2023-06-14",
            "2023-07-26",
            "2023-09-20",
            "2023-11-01",
            "2023-12-13"
        };
        MeetingSchedule known = FED.knownOn(day("2023-03-10"));
        assertThat(decisions(known, 2023)).containsExactly(dates);
        assertThat(FED.through(day("2023-03-10"), day("2024-03-31")))
                .isInstanceOfSatisfying(
                        MeetingSchedule.Known.class,
                        answer -> assertThat(answer.meetings()).hasSize(7 + 2));
        assertThat(known.lastKnown()).isEqualTo(day("2024-12-18"));
    }

    @Test
    void anUnscheduledMeetingIsKnownFromTheHourOfItsDecision() {
        LocalDate day = day("2020-03-03");
        assertThat(FED.known(day, TimeOfDay.BEFORE_DECISION).calendar().on(day)).isEmpty();
        assertThat(FED.knownOn(day.minusDays(1)).calendar().on(day)).isEmpty();
        assertThat(FED.knownOn(day).calendar().on(day)).contains(new Meeting(day, day("2020-03-04")));
    }

    @Test
    void theCancelledMeetingStaysUntilItWasReplaced() {
        LocalDate eighteenth = day("2020-03-18");
        assertThat(FED.knownOn(day("2020-03-14")).calendar().on(eighteenth)).isPresent();
        assertThat(FED.knownOn(day("2020-03-15")).calendar().on(eighteenth)).isEmpty();
        assertThat(FED.calendar().on(eighteenth)).as("it was not held").isEmpty();
        assertThat(FED.meetings().stream()
                        .filter(one -> one.kind() == Kind.CANCELLED)
                        .map(one -> one.meeting().decision()))
                .containsExactly(eighteenth);
        assertThat(decisions(FED, 2020))
                .containsExactly(
                        "2020-01-29",
                        "2020-03-03",
                        "2020-03-15",
                        "2020-04-29",
                        "2020-06-10",
                        "2020-07-29",
                        "2020-09-16",
                        "2020-11-05",
                        "2020-12-16");
    }

    /** The record has 271 scheduled and 9 unscheduled decisions to 2027, and one tentative date of 2028. */
    @Test
    void theCommitteesRecordIsWhole() {
        assertThat(FED.meetings().stream().filter(one -> one.kind() == Kind.SCHEDULED))
                .hasSize(271 + 1);
        assertThat(FED.meetings().stream()
                        .filter(one -> one.kind() == Kind.UNSCHEDULED)
                        .map(one -> one.meeting().decision().toString()))
                .containsExactly(
                        "1994-04-18",
                        "1998-10-15",
                        "2001-01-03",
                        "2001-04-18",
                        "2001-09-17",
                        "2008-01-22",
                        "2008-10-08",
                        "2020-03-03",
                        "2020-03-15");
        for (int year = 1995; year <= 2027; year++) {
            int all = decisions(FED, year).size();
            assertThat(all).as("%d", year).isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void announcedChangesAreKnownFromTheirDecisionOn() {
        LocalDate june = day("2022-06-15");
        assertThat(FED.knownOn(june).change(june).orElseThrow().basisPoints()).isEqualTo(75);
        assertThat(FED.known(june, TimeOfDay.BEFORE_DECISION).change(june)).isEmpty();
        assertThat(FED.change(day("2022-07-27")).orElseThrow().basisPoints()).isEqualTo(75);
        assertThat(FED.change(day("2023-02-01")).orElseThrow().basisPoints()).isEqualTo(25);
        assertThat(FED.change(day("2023-06-14")).orElseThrow().basisPoints()).isZero();
        assertThat(FED.change(day("2027-03-17"))).isEmpty();
        assertThat(MeetingSchedule.shipped(CentralBank.ECB)
                        .change(day("2022-07-21"))
                        .orElseThrow()
                        .basisPoints())
                .isEqualTo(50);
    }

    @Test
    void beforeTheFirstMeetingAndBeyondTheLastTheAnswerSaysSo() {
        assertThat(FED.through(day("1993-12-31"), day("1994-12-31")))
                .isInstanceOfSatisfying(
                        MeetingSchedule.BeforeKnown.class,
                        answer -> assertThat(answer.firstKnown()).isEqualTo(day("1994-02-04")));
        assertThat(FED.next(day("2027-12-08"), 2))
                .isInstanceOfSatisfying(
                        MeetingSchedule.BeyondKnown.class,
                        answer -> assertThat(answer.meetings()).hasSize(1));
        assertThat(FED.through(day("2022-12-30"), day("2024-03-31")))
                .as("the dates of 2024 are not known in 2022")
                .isInstanceOfSatisfying(
                        MeetingSchedule.BeyondKnown.class,
                        answer -> assertThat(answer.lastKnown()).isEqualTo(day("2023-12-13")));
        assertThat(MeetingSchedule.shipped(CentralBank.RIKSBANK).next(day("2023-07-01"), 1))
                .isInstanceOf(MeetingSchedule.BeyondKnown.class);
        assertThat(MeetingSchedule.shipped(CentralBank.BOC).next(day("2007-01-01"), 1))
                .isInstanceOf(MeetingSchedule.BeforeKnown.class);
        assertThatThrownBy(() -> FED.next(day("1990-01-01"), 1).orElseThrow()).hasMessageContaining("1994-02-04");
        assertThat(MeetingCalendar.fomc(day("1990-01-01")).meetings()).isEmpty();
        assertThatThrownBy(() -> FED.knownOn(day("1990-01-01"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FED.next(day("2025-01-01"), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMeetingIsPastOnceTheFixingOfItsFirstDayIsOut() {
        LocalDate decision = day("2022-06-15");
        LocalDate effective = day("2022-06-16");
        Meeting june = new Meeting(decision, effective);
        MeetingCalendar fomc = MeetingCalendar.fomc(effective);
        assertThat(fomc.upcoming(effective)).startsWith(june);
        assertThat(fomc.upcoming(effective, TimeOfDay.AFTER_DECISION)).startsWith(june);
        assertThat(fomc.upcoming(effective, TimeOfDay.AFTER_FIXING)).doesNotContain(june);
        assertThat(fomc.undecided(decision, TimeOfDay.BEFORE_DECISION)).startsWith(june);
        assertThat(fomc.undecided(decision, TimeOfDay.AFTER_DECISION).get(0).decision())
                .isEqualTo(day("2022-07-27"));
    }

    @Test
    void aTableMaySayWhatWasCancelledAndWhatWasDecided() {
        CsvTable table = CsvTable.parse(
                "meetings.csv",
                "bank,decision_date,effective_date,withdrawn_on,change_bp,confidence,source\n"
                        + "FED,2030-01-30,2030-01-31,,-25,A,x\nFED,2030-03-20,2030-03-21,2030-03-10,,A,x\n");
        MeetingSchedule schedule = MeetingSchedule.from(table, CentralBank.FED);
        assertThat(schedule.calendar().meetings()).hasSize(1);
        assertThat(schedule.knownOn(day("2030-03-09")).calendar().meetings()).hasSize(2);
        assertThat(schedule.change(day("2030-01-30")).orElseThrow().basisPoints())
                .isEqualTo(-25);
    }

    @Test
    void meetingsStandInTheOrderInWhichTheyTakeEffect() {
        ScheduledMeeting july = new ScheduledMeeting(
                new Meeting(day("2025-07-30"), day("2025-07-31")), Confidence.OFFICIAL, "the bank");
        ScheduledMeeting june = new ScheduledMeeting(
                new Meeting(day("2025-06-18"), day("2025-06-19")), Confidence.OFFICIAL, "the bank");
        assertThat(new MeetingSchedule(CentralBank.FED, List.of(june, july)).lastKnown())
                .isEqualTo(day("2025-07-30"));
        assertThatThrownBy(() -> new MeetingSchedule(CentralBank.FED, List.of(july, june)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("meetings[1] must be effective after 2025-07-31 but was ");
        assertThatThrownBy(() -> new MeetingSchedule(CentralBank.FED, List.of()))
                .hasMessage("meetings must not be empty");
    }

    private static MeetingSchedule fed(String... rows) {
        String text = "bank,decision_date,effective_date,confidence,source\n" + String.join("\n", rows) + "\n";
        return MeetingSchedule.from(CsvTable.parse("meetings.csv", text), CentralBank.FED);
    }

    @Test
    void aTableOfSeveralBanksIsReadForOne() {
        MeetingSchedule schedule = fed(
                "FED,2030-01-30,2030-01-31,A,the bank",
                "ECB,2030-01-31,2030-02-06,A,the bank",
                "FED-UNSCHEDULED,2030-02-15,2030-02-16,C,a list",
                "FED,2030-03-20,2030-03-21,B,two lists");
        assertThat(schedule)
                .hasToString("Federal Reserve, 3 meetings\n"
                        + "decision 2030-01-30, effective 2030-01-31, OFFICIAL: the bank\n"
                        + "decision 2030-02-15, effective 2030-02-16, UNSCHEDULED, UNVERIFIED: a list\n"
                        + "decision 2030-03-20, effective 2030-03-21, CORROBORATED: two lists");
        assertThat(schedule.next(day("2030-01-30"), 1).orElseThrow())
                .as("as many as are known")
                .hasSize(1);
        assertThat(schedule.next(day("2030-02-15"), 1).orElseThrow())
                .extracting(Meeting::decision)
                .containsExactly(day("2030-03-20"));
        assertThatThrownBy(() -> fed("FED,2030-01-30,2030-01-31,D,the bank"))
                .hasMessageContaining("the confidence must be A, B or C but was D");
        assertThatThrownBy(() -> fed("FED,2030-01-30,2030-01-29,A,the bank"))
                .hasMessageContaining("the meeting of 2030-01-30 must not take effect before it, on 2030-01-29");
        assertThat(fed("FED,2030-01-30,2030-01-30,A,the bank").meetings()).hasSize(1);
        assertThatThrownBy(() -> fed("ECB,2030-01-31,2030-02-06,A,the bank"))
                .hasMessageContaining("the table has no meeting of Federal Reserve");
    }

    /** In any order of rows: what takes effect later was decided later. */
    @Test
    void decisionsOvertakeOneAnotherInNoRow() {
        String january = "FED,2030-01-30,2030-02-01,A,the bank";
        String overtaking = "FED,2030-01-29,2030-02-05,A,the bank";
        for (List<String> rows : List.of(List.of(january, overtaking), List.of(overtaking, january))) {
            assertThatThrownBy(() -> fed(rows.toArray(String[]::new)))
                    .hasMessageStartingWith("meetings.csv:3: ")
                    .hasMessageContaining("stands in the way of " + rows.get(1).substring(4, 14));
        }
        assertThat(fed("FED,2030-03-20,2030-03-21,A,x", january).meetings()).hasSize(2);
    }

    /** 364 days after 30 January and 20 March lie 29 January and 19 March, and a year of weeks later 28 and 18. */
    @Test
    void meetingsComeAgainAfterFiftyTwoWeeks() {
        MeetingSchedule two = fed("FED,2030-01-30,2030-01-31,A,x", "FED,2030-03-20,2030-03-21,A,x");
        BusinessDays days = BusinessDays.newYorkFed();
        assertThat(two.projectedThrough(day("2032-03-16"), days).meetings())
                .extracting(each -> each.meeting().decision() + " " + each.confidence())
                .containsExactly(
                        "2030-01-30 OFFICIAL",
                        "2030-03-20 OFFICIAL",
                        "2031-01-29 PROJECTED",
                        "2031-03-19 PROJECTED",
                        "2032-01-28 PROJECTED");
        assertThat(two.projectedThrough(day("2031-03-19"), days).lastKnown()).isEqualTo(day("2031-03-19"));
        assertThat(two.projectedThrough(day("2031-03-18"), days).lastKnown()).isEqualTo(day("2031-01-29"));
        assertThat(two.projectedThrough(day("2031-03-19"), days).meetings().get(3))
                .hasToString("decision 2031-03-19, effective 2031-03-20, PROJECTED: 52 weeks after 2030-03-20");
    }

    @Test
    void banksChangedTheirRules() {
        assertThat(CentralBank.FED.rule(day("2008-12-31"))).isEqualTo(EffectiveRule.SAME_DAY);
        assertThat(CentralBank.FED.rule(day("2009-01-01"))).isEqualTo(EffectiveRule.NEXT_BUSINESS_DAY);
        assertThat(CentralBank.ECB.rule(day("2004-03-09"))).isEqualTo(EffectiveRule.NEXT_BUSINESS_DAY);
        assertThat(CentralBank.ECB.rule(day("2004-03-10"))).isEqualTo(EffectiveRule.NEXT_WEDNESDAY);
        assertThat(CentralBank.BOE.rule(LocalDate.MIN)).isEqualTo(EffectiveRule.SAME_DAY);
    }

    @Test
    void theShippedTableIsReadForEachBank() {
        for (CentralBank bank : CentralBank.values()) {
            assertThat(MeetingSchedule.shipped(bank).bank()).isEqualTo(bank);
        }
    }
}
