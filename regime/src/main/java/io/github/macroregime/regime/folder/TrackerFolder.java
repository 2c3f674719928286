package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.equities.print.PrintedDay;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.regime.folder.TrackerInput.CreditFigures;
import io.github.macroregime.regime.folder.TrackerInput.EditionFigures;
import io.github.macroregime.regime.folder.TrackerInput.SourcedQuote;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.folder.TrackerInput.Statement;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroInputs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Reads a folder of small files: {@code edition.csv}, {@code sectors.csv}, {@code credit.csv}, {@code bands.csv},
 * {@code meetings.csv}, {@code quotes.csv}, {@code fixings.csv}, {@code overlays.csv}, {@code statements.csv}, {@code
 * series.csv} and the series of vendors under their own names.
 *
 * <p>Every file is optional; what is absent is named in the report, and so is every file that was not read. What is
 * written for the folder must be right: an unknown column, word or item, a repeated line or a field that cannot be read
 * is an error with file and line. What a vendor wrote and cannot be read, and what is right but cannot be used, is
 * left out and named. Rows of a day are used for that day; nothing dated after the day of the report is kept.
 *
 * <p>An opened folder reads each table once, however many days are asked for. Several threads may ask for days: one day
 * is read after the other.
 */
public final class TrackerFolder {

    private static final Set<String> ITEMS =
            new TreeSet<>(Set.of("date", "title", "index", "index_return", "overnight_index", "overnight_rate"));

    private final FolderFiles files;

    private TrackerFolder(FolderFiles files) {
        this.files = files;
    }

    /**
     * Opens a folder. Names and links that lead out of it are refused.
     *
     * @param folder the folder
     * @return the folder, of which nothing is read yet
     * @throws IllegalArgumentException if the folder is absent
     */
    public static TrackerFolder open(Path folder) {
        return new TrackerFolder(FolderFiles.of(folder, false));
    }

    /**
     * Opens a folder of which files may lie elsewhere, by links or by names such as {@code ../prices/SPY.csv}.
     *
     * @param folder the folder
     * @return the folder, of which nothing is read yet
     * @throws IllegalArgumentException if the folder is absent
     */
    public static TrackerFolder openWithFilesOutside(Path folder) {
        return new TrackerFolder(FolderFiles.of(folder, true));
    }

    /**
     * The same folder, of which several threads read the files; what is read does not depend on it.
     *
     * @param executor reads files beside the calling thread; it is neither started nor stopped here
     * @return the folder, which shares with this one all that either reads
     */
    public TrackerFolder on(Executor executor) {
        return new TrackerFolder(files.on(executor));
    }

    /**
     * What the days of this folder share.
     *
     * @return the histories, for the reports of its days
     */
    public Histories histories() {
        return files.histories();
    }

    /**
     * Reads a folder for a day.
     *
     * @param folder the folder
     * @param date the day of the report, or empty to take the date that {@code edition.csv} states
     * @return what the folder holds
     * @throws IllegalArgumentException if the folder is absent, no day is given, a file cannot be read, or nothing in
     *     the folder is known; the message names the file and the line
     */
    public static TrackerInput read(Path folder, Optional<LocalDate> date) {
        return open(folder).read(date, file -> {});
    }

    /**
     * The date that {@code edition.csv} states.
     *
     * @return the date, empty without such a file or such a line
     * @throws IllegalArgumentException as for {@link #read(Path, Optional)}
     */
    public Optional<LocalDate> edition() {
        return files.alone(() -> edition(items(files.forDay(file -> {}))));
    }

    private static Optional<LocalDate> edition(Map<String, CsvRow> items) {
        return Optional.ofNullable(items.get("date")).map(row -> row.date("value"));
    }

    private static Map<String, CsvRow> items(FolderFiles day) {
        return day.table("edition.csv", Columns.required("item", "value", "unit"))
                .map(TrackerFolder::items)
                .orElse(Map.of());
    }

    /**
     * Reads the folder for a day and tells of every file.
     *
     * @param date the day of the report, or empty to take the date that {@code edition.csv} states
     * @param progress told the name of each file before it is read
     * @return what the folder holds
     * @throws IllegalArgumentException as for {@link #read(Path, Optional)}
     */
    public TrackerInput read(Optional<LocalDate> date, Consumer<String> progress) {
        return files.alone(() -> read(date, files.forDay(progress)));
    }

    private static TrackerInput read(Optional<LocalDate> date, FolderFiles day) {
        Map<String, CsvRow> items = items(day);
        Optional<LocalDate> edition = edition(items);
        LocalDate asked = date.or(() -> edition)
                .orElseThrow(() -> new IllegalArgumentException(
                        "date must be given, since " + day.folder() + " has no edition.csv that states one"));
        Limits limits = Limits.read(day.find("limits.csv").map(day::table));
        FolderDay folder = new FolderDay(day, asked, edition, limits);
        return read(folder, items, figures(folder, items));
    }

    private static TrackerInput read(FolderDay folder, Map<String, CsvRow> items, EditionFigures stated) {
        List<SourcedSeries> series = SeriesList.read(folder);
        EditionFigures figures = FixingFile.withOvernight(stated, series);
        List<CreditFigures> credit = CreditFiles.read(folder);
        List<SourcedQuote> quotes = QuoteFile.read(folder, figures);
        FolderFiles files = folder.files();
        List<PrintedDay.Line> sectors = sectors(folder, items);
        var members = WeightsFile.read(folder, figures.index(), figures.indexReturn());
        List<Statement> statements = statements(folder);
        MacroInputs macro = MacroFiles.read(folder, series)
                .with(AssetFiles.read(files, series).toArray(MacroInput[]::new));
        var fixings = FixingFile.read(folder, series, figures);
        var overlays = OverlayFile.read(files.table("overlays.csv", OverlayFile.COLUMNS), folder.limits());
        var meetings = MeetingFile.read(folder, figures.overnightIndex());
        files.finder().nameUnused();
        TrackerInput input = new TrackerInput(
                figures,
                sectors,
                members,
                credit,
                meetings,
                quotes,
                List.of(),
                fixings,
                overlays,
                series,
                statements,
                macro,
                files.gaps());
        return withQuotesOf(
                input.monthBefore(),
                "the policy path of a month before is not shown",
                folder,
                withQuotesOf(input.dayBefore(), "how the policy path moved since then is not shown", folder, input));
    }

    /** What was quoted on a day before; rows of that day that cannot be read are as none. */
    private static TrackerInput withQuotesOf(LocalDate day, String without, FolderDay folder, TrackerInput input) {
        EditionFigures figures = FixingFile.withOvernight(
                new EditionFigures(
                        day,
                        input.figures().title(),
                        input.figures().index(),
                        Optional.empty(),
                        input.figures().overnightIndex(),
                        Optional.empty()),
                input.series());
        FolderFiles files = folder.files().forDay(file -> {});
        FolderDay before = new FolderDay(files, figures.date(), folder.edition(), folder.limits());
        try {
            var fixings = FixingFile.read(before, input.series(), figures);
            EditionFigures known = FixingFile.withLastFixing(figures, fixings);
            return QuotesBefore.with(input, QuoteFile.read(before, known), known, fixings, without);
        } catch (IllegalArgumentException e) {
            return QuotesBefore.with(input, List.of(), figures, List.of(), without);
        }
    }

    private static EditionFigures figures(FolderDay folder, Map<String, CsvRow> items) {
        LocalDate date = folder.date();
        boolean ofTheDay = folder.edition().map(date::equals).orElse(true);
        if (!ofTheDay) {
            folder.files()
                    .add(new Gap(
                            "edition.csv of " + date,
                            "its figures are of " + folder.edition().orElseThrow() + ": not used for " + date));
        }
        Map<String, CsvRow> stated = ofTheDay ? items : Map.of();
        return new EditionFigures(
                date,
                text(stated, "title").orElse("Macro Regime Tracker of " + date),
                text(items, "index").orElse("the index"),
                rate(folder, stated, "index_return"),
                Optional.ofNullable(items.get("overnight_index"))
                        .map(row -> row.parsed("value", OvernightIndex::parse))
                        .orElseGet(OvernightIndex::effr),
                rate(folder, stated, "overnight_rate"));
    }

    private static Map<String, CsvRow> items(CsvTable table) {
        Map<String, CsvRow> items = new LinkedHashMap<>();
        for (CsvRow row : Columns.distinct(table, "item")) {
            String item = row.text("item");
            if (!ITEMS.contains(item)) {
                throw row.problem("the item " + Words.quoted(item) + " is not known" + Words.suggestion(item, ITEMS));
            }
            items.put(item, row);
        }
        return items;
    }

    private static Optional<String> text(Map<String, CsvRow> items, String item) {
        return Optional.ofNullable(items.get(item)).map(row -> row.text("value"));
    }

    private static Optional<Rate> rate(FolderDay folder, Map<String, CsvRow> items, String item) {
        return Optional.ofNullable(items.get(item)).map(row -> folder.limits().rate(row, "value", rateUnit(row), item));
    }

    static Unit rateUnit(CsvRow row) {
        return switch (row.text("unit")) {
            case "%" -> Unit.PERCENT;
            case "pp" -> Unit.PERCENTAGE_POINTS;
            case "bp" -> Unit.BASIS_POINTS;
            default ->
                throw row.problem(Words.quoted(row.text("unit")) + " in column \"unit\" must be one of %, pp, bp");
        };
    }

    private static List<PrintedDay.Line> sectors(FolderDay folder, Map<String, CsvRow> items) {
        Limits limits = folder.limits();
        List<PrintedDay.Line> lines = new ArrayList<>();
        folder.files()
                .table(
                        "sectors.csv",
                        Columns.required("sector", "contribution_pp", "return_pct")
                                .optional("date"))
                .flatMap(table -> DayRows.of(table, folder, limits.age("sectors_age")))
                .ifPresent(day -> Columns.distinct(day.rows(), "sector")
                        .forEach(row -> lines.add(new PrintedDay.Line(
                                row.text("sector"),
                                printed(row, "contribution_pp", Unit.PERCENTAGE_POINTS, limits, "contribution"),
                                printed(row, "return_pct", Unit.PERCENT, limits, "sector_return")))));
        if (!lines.isEmpty() && items.containsKey("index_return")) {
            CsvRow row = items.get("index_return");
            printed(row, "value", rateUnit(row), limits, "index_return");
        }
        return lines;
    }

    /** A rate as it was printed: whole basis points, since what rounding explains rests on them. */
    private static Rate printed(CsvRow row, String column, Unit unit, Limits limits, String kind) {
        Rate printed = limits.rate(row, column, unit, kind);
        if (printed.exactBasisPoints().stripTrailingZeros().scale() > 0) {
            throw row.problem("the " + column + " must be printed with at most two decimals of a percent but was "
                    + row.text(column));
        }
        return printed;
    }

    private static List<Statement> statements(FolderDay folder) {
        Optional<CsvTable> table = folder.files().table("statements.csv", StatementFile.COLUMNS);
        Optional<LocalDate> other = folder.edition().filter(day -> !day.equals(folder.date()));
        if (table.isPresent() && other.isPresent()) {
            folder.files()
                    .add(new Gap(
                            "statements.csv of " + folder.date(),
                            "the sentences are of " + other.get() + ": not used for " + folder.date()));
            return List.of();
        }
        return StatementFile.read(table);
    }
}
