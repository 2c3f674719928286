package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.folder.TrackerInput.EditionFigures;
import io.github.macroregime.regime.folder.TrackerInput.SourcedQuote;
import io.github.macroregime.regime.input.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code implied_rates.csv}: a printed table of the overnight rate after each meeting, of the steps or of the
 * cumulative moves. It becomes the par rates of the swaps from one meeting to the next on that very path, which the
 * calibration gives back.
 */
final class ImpliedRates {

    private static final String NAME = "implied_rates.csv";
    private static final List<String> FIGURES = List.of("rate_pct", "step_bp", "cumulative_bp");
    private static final Columns COLUMNS =
            Columns.required("meeting", "source").optional("date", "effective", "rate_pct", "step_bp", "cumulative_bp");

    private final FolderDay folder;
    private final EditionFigures figures;
    private final String column;

    private ImpliedRates(FolderDay folder, EditionFigures figures, String column) {
        this.folder = folder;
        this.figures = figures;
        this.column = column;
    }

    static List<SourcedQuote> read(FolderDay folder, EditionFigures figures) {
        Optional<CsvTable> table = folder.files().table(NAME, COLUMNS);
        Optional<DayRows> day =
                table.flatMap(each -> DayRows.of(each, folder, folder.limits().age("quotes_age")));
        return day.map(rows -> new ImpliedRates(folder, figures, column(table.orElseThrow())).quotes(rows))
                .orElse(List.of());
    }

    private static String column(CsvTable table) {
        List<String> there = FIGURES.stream().filter(table::has).toList();
        if (there.size() != 1) {
            throw new FileFormatException(
                    table.source(), 1, "there must be one of the columns " + FIGURES + " but there were " + there);
        }
        return there.get(0);
    }

    private List<SourcedQuote> quotes(DayRows day) {
        List<CsvRow> rows = Columns.distinct(day.rows(), "meeting").stream()
                .filter(row -> !effective(row).isBefore(folder.date()))
                .sorted(Comparator.comparing(row -> row.date("meeting")))
                .toList();
        boolean startNeeded = !column.equals("rate_pct");
        if (rows.isEmpty() || (startNeeded && figures.overnightRate().isEmpty())) {
            folder.files()
                    .add(new Gap(
                            rows.isEmpty() ? NAME + " with a meeting ahead" : "the overnight rate",
                            "the printed path of " + NAME + " is left out"));
            return List.of();
        }
        return quotes(rows);
    }

    private List<SourcedQuote> quotes(List<CsvRow> rows) {
        OvernightIndex index = figures.overnightIndex();
        List<Meeting> meetings = rows.stream()
                .map(row -> new Meeting(row.date("meeting"), effective(row)))
                .toList();
        List<Rate> rates = rates(rows);
        Rate start = figures.overnightRate().orElse(rates.get(0));
        PolicyPath path = PolicyPath.ofCumulative(
                PathFrame.of(folder.date(), index, meetings),
                start,
                rates.stream().map(rate -> rate.minus(start)).toList());
        List<SourcedQuote> quotes = new ArrayList<>();
        for (int i = 0; i < meetings.size(); i++) {
            LocalDate from = meetings.get(i).effective();
            LocalDate to = i + 1 < meetings.size() ? meetings.get(i + 1).effective() : from.plusMonths(1);
            DatedOis swap = new DatedOis(index, from, to);
            quotes.add(new SourcedQuote(
                    Quote.of(swap, path.parRate(swap).orElseThrow()),
                    rows.get(i).text("source")));
        }
        return quotes;
    }

    /** The rate after each meeting, whatever the table prints. */
    private List<Rate> rates(List<CsvRow> rows) {
        List<Rate> rates = new ArrayList<>();
        Rate before = figures.overnightRate().orElse(Rate.ZERO);
        for (CsvRow row : rows) {
            Rate printed =
                    column.equals("rate_pct") ? row.rate(column, Unit.PERCENT) : row.rate(column, Unit.BASIS_POINTS);
            Rate rate = switch (column) {
                case "step_bp" -> before.plus(printed);
                case "cumulative_bp" ->
                    figures.overnightRate().orElse(Rate.ZERO).plus(printed);
                default -> printed;
            };
            if (!folder.limits().allow("quoted_rate", rate.decimal())) {
                throw row.problem(
                        "the rate after the meeting " + folder.limits().refusal("quoted_rate", rate.toString()));
            }
            rates.add(rate);
            before = rate;
        }
        return rates;
    }

    /** The day from which a decision holds: as stated, else by the habit of the bank. */
    private LocalDate effective(CsvRow row) {
        LocalDate decision = row.date("meeting");
        if (row.optionalText("effective").isPresent()) {
            return row.date("effective");
        }
        OvernightIndex index = figures.overnightIndex();
        return MeetingFile.bank(index)
                .map(bank -> Meeting.of(decision, bank.rule(decision), index.fixingDays())
                        .effective())
                .orElse(decision);
    }
}
