package io.github.macroregime.rates.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.rates.meeting.MeetingSchedule.Confidence;
import io.github.macroregime.rates.meeting.MeetingSchedule.ScheduledMeeting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped dates against the collected ones, and the rules against the effective dates. Exact. */
class MeetingScheduleGolden {

    /** Strata's, whose Wellington lacks Matariki and is not shipped for that. */
    private static final BusinessDays WELLINGTON = strata("NZWE");

    private static final BusinessDays STOCKHOLM = strata("SEST");
    private static final BusinessDays OSLO = strata("NOOS");

    /** Decisions whose effect was dated otherwise, as the rate itself shows. */
    private static final Map<LocalDate, LocalDate> EXCEPTIONS = Map.of(
            LocalDate.of(2016, 1, 29), LocalDate.of(2016, 2, 16),
            LocalDate.of(2005, 12, 1), LocalDate.of(2005, 12, 6),
            LocalDate.of(2006, 6, 8), LocalDate.of(2006, 6, 15),
            LocalDate.of(2008, 10, 8), LocalDate.of(2008, 10, 9),
            LocalDate.of(2020, 3, 13), LocalDate.of(2020, 3, 16));

    private static BusinessDays strata(String name) {
        return BusinessDays.of(
                name,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2029, 12, 31),
                Set.of(),
                LocalDate.of(2020, 1, 1)
                        .datesUntil(LocalDate.of(2030, 1, 1))
                        .filter(ReferenceData.standard().getValue(HolidayCalendarId.of(name))::isHoliday)
                        .toList());
    }

    private static CsvTable golden() {
        try (InputStream in =
                MeetingScheduleGolden.class.getResourceAsStream("/golden/rates/central_bank_meetings.csv")) {
            return CsvTable.parse(
                    "golden", new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BusinessDays days(CentralBank bank) {
        return switch (bank) {
            case FED -> BusinessDays.newYorkFed();
            case ECB -> BusinessDays.target();
            case BOE -> BusinessDays.london();
            case BOJ -> BusinessDays.tokyo();
            case BOC -> BusinessDays.toronto();
            case RBA -> BusinessDays.sydney();
            case SNB -> BusinessDays.zurich();
            case RBNZ -> WELLINGTON;
            case RIKSBANK -> STOCKHOLM;
            case NORGES_BANK -> OSLO;
        };
    }

    /**
     * The collected effective dates of the next-business-day banks skip weekends only. Where the next weekday is a
     * holiday of the bank, the shipped date is the day after the holiday.
     */
    private static Meeting corrected(CentralBank bank, CsvRow row) {
        LocalDate effective = row.date("effective_date");
        return new Meeting(row.date("decision_date"), days(bank).nextOrSame(effective));
    }

    @Test
    void theCollectedDatesMissSevenHolidaysOfTokyoAndNoOthers() {
        for (CentralBank bank : CentralBank.values()) {
            long missed = golden().rows().stream()
                    .filter(row -> row.text("bank").startsWith(bank.name()))
                    .filter(row -> !days(bank).isOpen(row.date("effective_date")))
                    .count();
            assertThat(missed).as(bank.label()).isEqualTo(bank == CentralBank.BOJ ? 7 : 0);
        }
    }

    @Test
    void everyCollectedDateIsShipped() {
        int rows = 0;
        for (CentralBank bank : CentralBank.values()) {
            List<ScheduledMeeting> shipped = MeetingSchedule.shipped(bank).meetings();
            List<CsvRow> collected = golden().rows().stream()
                    .filter(row -> row.text("bank").startsWith(bank.name()))
                    .toList();
            for (CsvRow row : collected) {
                assertThat(shipped)
                        .anyMatch(one -> one.meeting().equals(corrected(bank, row))
                                && one.source().equals(row.text("source")));
            }
            assertThat(shipped.stream().filter(one -> isCollected(one.meeting().decision())))
                    .hasSize((int) collected.stream()
                            .filter(row -> isCollected(row.date("decision_date")))
                            .count());
            rows += collected.size();
        }
        assertThat(rows).isEqualTo(golden().rows().size());
    }

    /** The collected list begins with 2024; two decisions of 2020 come before. */
    private static boolean isCollected(LocalDate decision) {
        return decision.getYear() >= 2024;
    }

    @Test
    void effectiveDatesFollowFromTheRuleOfTheBankButForFiveThatTheRateShows() {
        List<LocalDate> others = new ArrayList<>();
        for (CentralBank bank : CentralBank.values()) {
            for (ScheduledMeeting one : MeetingSchedule.shipped(bank).meetings()) {
                LocalDate decision = one.meeting().decision();
                LocalDate ruled = bank.rule(decision).effective(decision, days(bank));
                if (!ruled.equals(one.meeting().effective())) {
                    others.add(decision);
                    assertThat(one.meeting().effective()).isEqualTo(EXCEPTIONS.get(decision));
                }
            }
        }
        assertThat(others).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @Test
    void datesThatWrongListsPrintAreNotThere() {
        MeetingCalendar fed = MeetingSchedule.shipped(CentralBank.FED).calendar();
        assertThat(fed.on(LocalDate.of(2024, 6, 19))).isEmpty();
        assertThat(fed.on(LocalDate.of(2024, 11, 7))).isPresent();
        assertThat(fed.on(LocalDate.of(2027, 4, 28))).isPresent();
        assertThat(fed.on(LocalDate.of(2027, 5, 5))).isEmpty();
        assertThat(MeetingSchedule.shipped(CentralBank.BOC).calendar().on(LocalDate.of(2025, 9, 4)))
                .isEmpty();
    }

    @Test
    void beyondTheLastKnownMeetingTheAnswerSaysSo() {
        MeetingSchedule ecb = MeetingSchedule.shipped(CentralBank.ECB);
        LocalDate asOf = LocalDate.of(2026, 1, 2);
        assertThat(ecb.through(asOf, LocalDate.of(2026, 12, 1)).orElseThrow()).hasSize(7);
        MeetingSchedule.Coverage beyond = ecb.through(asOf, LocalDate.of(2027, 12, 1));
        assertThat(beyond).isInstanceOfSatisfying(MeetingSchedule.BeyondKnown.class, answer -> {
            assertThat(answer.meetings()).hasSize(8);
            assertThat(answer.lastKnown()).isEqualTo(LocalDate.of(2026, 12, 17));
        });
        assertThatThrownBy(beyond::orElseThrow).hasMessageContaining("2026-12-17");
    }

    @Test
    void projectionGoesOnInTheSameRhythmAndSaysSo() {
        int shipped = MeetingSchedule.shipped(CentralBank.ECB).meetings().size();
        MeetingSchedule projected = MeetingSchedule.shipped(CentralBank.ECB)
                .projectedThrough(LocalDate.of(2028, 12, 31), days(CentralBank.ECB));
        assertThat(projected.meetings()).hasSize(shipped + 16);
        assertThat(projected.meetings().get(shipped).confidence()).isEqualTo(Confidence.PROJECTED);
        assertThat(projected.meetings().get(shipped).meeting())
                .isEqualTo(new Meeting(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 2, 10)));
        assertThat(projected.lastKnown()).isEqualTo(LocalDate.of(2028, 12, 14));
        assertThat(projected
                        .through(LocalDate.of(2026, 1, 2), LocalDate.of(2028, 12, 1))
                        .orElseThrow())
                .hasSize(8 + 15);
    }
}
