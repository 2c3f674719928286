package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.regime.tracker.TrackerInput.CreditFigures;
import io.github.macroregime.regime.tracker.TrackerInput.EditionFigures;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedFixings;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedSeries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a folder of small files: {@code edition.csv}, {@code sectors.csv}, {@code credit.csv}, {@code bands.csv},
 * {@code meetings.csv}, {@code quotes.csv}, {@code fixings.csv}, {@code overlays.csv}, {@code statements.csv}, {@code series.csv} and the series it lists.
 *
 * <p>Every file is optional; what is absent is named in the report. A file that is there must be right: an unknown
 * item, a repeated one or a field that cannot be read is an error with file and line. Nothing dated after the day of
 * the report is kept.
 */
public final class TrackerFolder {

    private static final Set<String> ITEMS =
            Set.of("date", "title", "index", "index_return", "overnight_index", "overnight_rate");

    private TrackerFolder() {}

    /**
     * Reads a folder for a day.
     *
     * @param folder the folder
     * @param date the day of the report, or empty to take the date that {@code edition.csv} states
     * @return what the folder holds
     * @throws IllegalArgumentException if the folder is absent, no day is given, or a file cannot be read; the message
     *     names the file and the line
     */
    public static TrackerInput read(Path folder, Optional<LocalDate> date) {
        return read(folder, date, file -> {});
    }

    /**
     * Reads a folder for a day and tells of every file.
     *
     * @param folder the folder
     * @param date the day of the report, or empty to take the date that {@code edition.csv} states
     * @param progress told the name of each file before it is read
     * @return what the folder holds
     * @throws IllegalArgumentException as for {@link #read(Path, Optional)}
     */
    public static TrackerInput read(Path folder, Optional<LocalDate> date, Consumer<String> progress) {
        FolderFiles files = FolderFiles.of(folder);
        Optional<CsvTable> edition = table(files, "edition.csv", progress);
        EditionFigures figures = figures(files, edition, date);
        boolean ofTheDay = edition.isEmpty()
                || statedDate(items(edition.get())).map(figures.date()::equals).orElse(true);
        List<SourcedSeries> series = SeriesList.read(files, figures.date(), progress);
        List<SourcedFixings> fixings = FixingFile.read(table(files, "fixings.csv", progress), series, figures);
        List<CreditFigures> credit = ofTheDay ? CreditFiles.read(files, progress) : List.of();
        return new TrackerInput(
                FixingFile.withOvernight(figures, series),
                ofTheDay ? sectors(table(files, "sectors.csv", progress)) : List.of(),
                credit,
                meetings(table(files, "meetings.csv", progress)),
                QuoteFile.read(table(files, "quotes.csv", progress), figures.date(), figures.overnightIndex()),
                fixings,
                OverlayFile.read(table(files, "overlays.csv", progress)),
                series,
                ofTheDay ? StatementFile.read(table(files, "statements.csv", progress)) : List.of(),
                MacroFiles.read(files, figures.date(), series, credit, progress));
    }

    static Optional<CsvTable> table(FolderFiles files, String name, Consumer<String> progress) {
        return files.find(name).map(file -> {
            progress.accept(name);
            return CsvTable.read(file);
        });
    }

    private static EditionFigures figures(FolderFiles files, Optional<CsvTable> table, Optional<LocalDate> asked) {
        Map<String, CsvRow> items = table.map(TrackerFolder::items).orElse(Map.of());
        LocalDate date = asked.or(() -> statedDate(items))
                .orElseThrow(() -> new IllegalArgumentException(
                        "date must be given, since " + files.folder() + " has no edition.csv that states one"));
        boolean ofTheDay = statedDate(items).map(date::equals).orElse(true);
        Map<String, CsvRow> stated = ofTheDay ? items : Map.of();
        return new EditionFigures(
                date,
                text(stated, "title").orElse("Macro Regime Tracker of " + date),
                text(stated, "index").orElse("the index"),
                rate(stated, "index_return"),
                Optional.ofNullable(stated.get("overnight_index"))
                        .map(row -> row.parsed("value", OvernightIndex::parse))
                        .orElseGet(OvernightIndex::effr),
                rate(stated, "overnight_rate"));
    }

    private static Map<String, CsvRow> items(CsvTable table) {
        Map<String, CsvRow> items = new HashMap<>();
        for (CsvRow row : table.requiring("item", "value", "unit").rows()) {
            String item = row.text("item");
            if (!ITEMS.contains(item)) {
                throw row.problem("the item \"" + item + "\" is not known");
            }
            if (items.put(item, row) != null) {
                throw row.problem("the item \"" + item + "\" stands in the file twice");
            }
        }
        return items;
    }

    private static Optional<LocalDate> statedDate(Map<String, CsvRow> items) {
        return Optional.ofNullable(items.get("date")).map(row -> row.date("value"));
    }

    private static Optional<String> text(Map<String, CsvRow> items, String item) {
        return Optional.ofNullable(items.get(item)).map(row -> row.text("value"));
    }

    private static Optional<Rate> rate(Map<String, CsvRow> items, String item) {
        return Optional.ofNullable(items.get(item)).map(row -> row.rate("value", rateUnit(row)));
    }

    static Unit rateUnit(CsvRow row) {
        return switch (row.text("unit")) {
            case "%" -> Unit.PERCENT;
            case "pp" -> Unit.PERCENTAGE_POINTS;
            case "bp" -> Unit.BASIS_POINTS;
            default -> throw row.problem("\"" + row.text("unit") + "\" in column \"unit\" must be one of %, pp, bp");
        };
    }

    private static List<PrintedDay.Line> sectors(Optional<CsvTable> table) {
        List<PrintedDay.Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvRow row : rows(table, "sector", "contribution_pp", "return_pct")) {
            if (!seen.add(row.text("sector"))) {
                throw row.problem("the sector \"" + row.text("sector") + "\" stands in the file twice");
            }
            lines.add(new PrintedDay.Line(
                    row.text("sector"),
                    row.rate("contribution_pp", Unit.PERCENTAGE_POINTS),
                    row.rate("return_pct", Unit.PERCENT)));
        }
        return lines;
    }

    private static Optional<MeetingCalendar> meetings(Optional<CsvTable> table) {
        List<Meeting> meetings = new ArrayList<>();
        for (CsvRow row : rows(table, "bank", "decision", "effective")) {
            Meeting meeting = meeting(row);
            boolean ordered = meetings.isEmpty()
                    || meetings.get(meetings.size() - 1).effective().isBefore(meeting.effective());
            if (!ordered) {
                throw row.problem("the meeting of " + meeting.decision() + " must take effect after the one before it");
            }
            meetings.add(meeting);
        }
        return meetings.isEmpty() ? Optional.empty() : Optional.of(new MeetingCalendar(meetings));
    }

    private static Meeting meeting(CsvRow row) {
        LocalDate decision = row.date("decision");
        LocalDate effective = row.date("effective");
        if (effective.isBefore(decision)) {
            throw row.problem("the meeting of " + decision + " must not take effect before it, on " + effective);
        }
        return new Meeting(decision, effective);
    }

    static List<CsvRow> rows(Optional<CsvTable> table, String... columns) {
        return table.map(each -> each.requiring(columns).rows()).orElse(List.of());
    }
}
