package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar;
import io.github.macroregime.regime.outlook.CatalystCalendar.Catalyst;
import io.github.macroregime.regime.report.MacroInput;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Events with known dates: those of {@code events.csv}, and the decisions of the Federal Open Market Committee from
 * {@code fomc_meetings*.csv} and from the schedule that the library carries, as it was known on the day.
 */
final class EventFiles {

    private static final String COMMITTEE = "FOMC";

    private EventFiles() {}

    static MacroInput.Events read(FolderFiles files, String asset, LocalDate date, Consumer<String> progress) {
        List<Catalyst> events = new ArrayList<>();
        for (CsvRow row :
                TrackerFolder.rows(TrackerFolder.table(files, "events.csv", progress), "date", "kind", "importance")) {
            events.add(Catalyst.scheduled(row.date("date"), row.text("kind"), row.number("importance", Unit.FRACTION)));
        }
        if (events.stream().noneMatch(event -> event.kind().equals(COMMITTEE))) {
            decisions(files, date, progress).forEach(day -> events.add(Catalyst.scheduled(day, COMMITTEE, 1)));
        }
        return new MacroInput.Events(new CatalystCalendar(events), asset, Source.observed("published calendars"));
    }

    private static Set<LocalDate> decisions(FolderFiles files, LocalDate date, Consumer<String> progress) {
        Set<LocalDate> days = new TreeSet<>();
        MeetingCalendar.fomc(date).meetings().forEach(each -> days.add(each.decision()));
        for (Path file : files.matching("fomc_meetings", ".csv")) {
            progress.accept(String.valueOf(file.getFileName()));
            for (CsvRow row :
                    CsvTable.read(file).requiring("end_date", "meeting_type").rows()) {
                if (row.text("meeting_type").equals("regular")) {
                    days.add(row.date("end_date"));
                }
            }
        }
        return days;
    }
}
