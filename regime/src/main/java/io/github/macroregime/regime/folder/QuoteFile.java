package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.RateInstrument;
import io.github.macroregime.rates.io.QuotesCsv;
import io.github.macroregime.regime.folder.TrackerInput.EditionFigures;
import io.github.macroregime.regime.folder.TrackerInput.SourcedQuote;
import io.github.macroregime.regime.input.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code quotes.csv}: the quotes of the latest day as {@link QuotesCsv} reads them, each with where it comes
 * from, and besides them the path that {@code implied_rates.csv} prints.
 */
final class QuoteFile {

    private static final Columns COLUMNS =
            Columns.required("instrument", "term", "quote", "source").optional("index", "error_bp", "date");
    private static final int LONGEST_YEARS = 60;

    private QuoteFile() {}

    static List<SourcedQuote> read(FolderDay folder, EditionFigures figures) {
        List<SourcedQuote> quotes = new ArrayList<>();
        folder.files()
                .table("quotes.csv", COLUMNS)
                .ifPresent(table -> DayRows.of(table, folder, folder.limits().age("quotes_age"))
                        .ifPresent(day -> quotes.addAll(sourced(table, day, folder, figures))));
        return quotes.isEmpty() ? ImpliedRates.read(folder, figures) : List.copyOf(quotes);
    }

    private static List<SourcedQuote> sourced(CsvTable table, DayRows day, FolderDay folder, EditionFigures figures) {
        List<CsvRow> rows = Columns.distinct(day.rows(), "instrument", "term", "index");
        List<Quote> quotes = QuotesCsv.from(table.withRows(rows), day.day(), figures.overnightIndex());
        List<SourcedQuote> sourced = new ArrayList<>();
        Map<RateInstrument, CsvRow> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            CsvRow first = seen.putIfAbsent(quotes.get(i).instrument(), rows.get(i));
            if (first != null) {
                throw rows.get(i)
                        .problem("the quote of " + quotes.get(i).instrument().label()
                                + " stands in the file twice, first in line " + first.line());
            }
            SourcedQuote quote = new SourcedQuote(quotes.get(i), rows.get(i).text("source"));
            if (isUsable(quote.quote(), rows.get(i), folder)) {
                sourced.add(quote);
            }
        }
        return sourced;
    }

    /** A price or a rate that cannot be is refused; a term that no calendar reaches is named and left out. */
    private static boolean isUsable(Quote quote, CsvRow row, FolderDay folder) {
        boolean future = quote.instrument() instanceof RateFuture;
        String kind = future ? "quoted_price" : "quoted_rate";
        double value = future ? 100 - quote.rate().percent() : quote.rate().decimal();
        if (!folder.limits().allow(kind, value)) {
            throw row.problem("the quote " + folder.limits().refusal(kind, row.text("quote")));
        }
        if (row.optionalText("error_bp").isPresent()) {
            folder.limits().require(row, "error_bp", Unit.BASIS_POINTS, "quote_error");
        }
        LocalDate last = folder.date().plusYears(LONGEST_YEARS);
        if (quote.instrument().end().isAfter(last)) {
            folder.files()
                    .add(new Gap(
                            "a calendar up to " + quote.instrument().end(),
                            "line " + row.line() + ": the quote of "
                                    + quote.instrument().label() + " is left out"));
            return false;
        }
        return true;
    }
}
