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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped dates against the collected ones, and the rules against the effective dates. Exact. */
class MeetingScheduleGolden {

    /** Strata's calendar, which lacks Matariki and is not shipped for that. */
    private static final BusinessDays WELLINGTON = BusinessDays.of(
            "NZWE",
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2029, 12, 31),
            Set.of(),
            LocalDate.of(2020, 1, 1)
                    .datesUntil(LocalDate.of(2030, 1, 1))
                    .filter(ReferenceData.standard().getValue(HolidayCalendarId.of("NZWE"))::isHoliday)
                    .toList());

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
            assertThat(shipped).hasSameSizeAs(collected);
            rows += collected.size();
        }
        assertThat(rows).isEqualTo(golden().rows().size());
    }

    @Test
    void effectiveDatesFollowFromTheRuleOfTheBank() {
        for (CentralBank bank : CentralBank.values()) {
            assertThat(MeetingSchedule.shipped(bank).meetings())
                    .as(bank.label())
                    .allSatisfy(one -> assertThat(Meeting.of(one.meeting().decision(), bank.rule(), days(bank)))
                            .isEqualTo(one.meeting()));
        }
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
        MeetingSchedule projected = MeetingSchedule.shipped(CentralBank.ECB)
                .projectedThrough(LocalDate.of(2028, 12, 31), days(CentralBank.ECB));
        assertThat(projected.meetings()).hasSize(24 + 16);
        assertThat(projected.meetings().get(24).confidence()).isEqualTo(Confidence.PROJECTED);
        assertThat(projected.meetings().get(24).meeting())
                .isEqualTo(new Meeting(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 2, 10)));
        assertThat(projected.lastKnown()).isEqualTo(LocalDate.of(2028, 12, 14));
    }
}
