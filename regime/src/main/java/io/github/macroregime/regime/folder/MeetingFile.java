package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decisions of the bank that sets the overnight rate of the path: those of {@code meetings.csv}, or else those that
 * the library carries, as far as the quotes reach.
 */
final class MeetingFile {

    private static final Map<String, CentralBank> BY_INDEX = Map.of(
            "EFFR", CentralBank.FED,
            "SOFR", CentralBank.FED,
            "ESTR", CentralBank.ECB,
            "SONIA", CentralBank.BOE,
            "TONA", CentralBank.BOJ,
            "CORRA", CentralBank.BOC,
            "AONIA", CentralBank.RBA,
            "SARON", CentralBank.SNB);

    private MeetingFile() {}

    /** The bank of an index. */
    static Optional<CentralBank> bank(OvernightIndex index) {
        return Optional.ofNullable(BY_INDEX.get(index.name()));
    }

    static Optional<MeetingCalendar> read(FolderDay folder, OvernightIndex index) {
        Optional<CentralBank> bank = bank(index);
        List<Meeting> own = folder.files()
                .table("meetings.csv", Columns.required("bank", "decision", "effective"))
                .map(table -> meetings(table, bank))
                .orElse(List.of());
        return own.isEmpty() ? Optional.empty() : Optional.of(new MeetingCalendar(own));
    }

    /** The rows of one bank, which must be in order; those of other banks are no part of its path. */
    private static List<Meeting> meetings(CsvTable table, Optional<CentralBank> bank) {
        Map<String, CentralBank> banks = new LinkedHashMap<>();
        Arrays.stream(CentralBank.values()).forEach(each -> banks.put(each.name(), each));
        List<Meeting> meetings = new ArrayList<>();
        for (CsvRow row : Columns.distinct(table, "bank", "decision")) {
            CentralBank named = Words.choice(row, "bank", banks);
            Meeting meeting = meeting(row);
            if (bank.isPresent() && named != bank.get()) {
                continue;
            }
            boolean ordered = meetings.isEmpty()
                    || meetings.get(meetings.size() - 1).effective().isBefore(meeting.effective());
            if (!ordered) {
                throw row.problem("the meeting of " + meeting.decision() + " must take effect after the one before it");
            }
            meetings.add(meeting);
        }
        return meetings;
    }

    private static Meeting meeting(CsvRow row) {
        LocalDate decision = row.date("decision");
        LocalDate effective = row.date("effective");
        if (effective.isBefore(decision)) {
            throw row.problem("the meeting of " + decision + " must not take effect before it, on " + effective);
        }
        return new Meeting(decision, effective);
    }
}
