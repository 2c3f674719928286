package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.meeting.CentralBank;
import io.github.macroregime.rates.meeting.MeetingSchedule;
import io.github.macroregime.rates.meeting.MeetingSchedule.ScheduledMeeting;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events with known dates: those of {@code events.csv}, and besides them the decisions of the Federal Open Market
 * Committee from {@code fomc_meetings*.csv} and from the schedule that the library carries, each from the day on which
 * it was known.
 */
final class EventFiles {

    private static final String COMMITTEE = "FOMC";
    private static final Columns COLUMNS =
            Columns.required("date", "kind", "importance").optional("known_on");

    private EventFiles() {}

    static EconomyInput.Events read(FolderFiles files, String asset) {
        List<Catalyst> events = new ArrayList<>();
        files.table("events.csv", COLUMNS)
                .ifPresent(table -> Columns.distinct(table, "kind", "date").forEach(row -> events.add(event(row))));
        Map<LocalDate, Catalyst> decisions = decisions(files);
        events.stream()
                .filter(event -> event.kind().equals(COMMITTEE))
                .forEach(event -> decisions.remove(event.date()));
        events.addAll(decisions.values());
        return new EconomyInput.Events(new CatalystCalendar(events), asset, Source.observed("published calendars"));
    }

    private static Catalyst event(CsvRow row) {
        double importance = row.number("importance", Unit.FRACTION);
        if (importance <= 0) {
            throw row.problem("the importance must be positive but was " + row.text("importance"));
        }
        Catalyst scheduled = Catalyst.scheduled(row.date("date"), row.text("kind"), importance);
        return row.optionalText("known_on").isEmpty()
                ? scheduled
                : new Catalyst(
                        scheduled.date(), scheduled.kind(), importance, row.date("known_on"), scheduled.withdrawnOn());
    }

    private static Map<LocalDate, Catalyst> decisions(FolderFiles files) {
        Map<LocalDate, Catalyst> decisions = new TreeMap<>();
        for (Path file : files.matching("fomc_meetings", ".csv")) {
            for (CsvRow row :
                    files.table(file).requiring("end_date", "meeting_type").rows()) {
                if (row.text("meeting_type").equals("regular")) {
                    LocalDate day = row.date("end_date");
                    decisions.put(day, Catalyst.scheduled(day, COMMITTEE, 1));
                }
            }
        }
        for (ScheduledMeeting each : MeetingSchedule.shipped(CentralBank.FED).meetings()) {
            LocalDate day = each.meeting().decision();
            decisions.put(day, new Catalyst(day, COMMITTEE, 1, each.knownFrom(), each.knownUntil()));
        }
        return decisions;
    }
}
