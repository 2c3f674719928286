package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.io.QuotesCsv;
import io.github.macroregime.regime.tracker.TrackerInput.SourcedQuote;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads {@code quotes.csv}: the quotes as {@link QuotesCsv} reads them, each with where it comes from. */
final class QuoteFile {

    private QuoteFile() {}

    static List<SourcedQuote> read(Optional<CsvTable> table, LocalDate date, OvernightIndex index) {
        return table.map(each -> sourced(each.requiring("source"), date, index)).orElse(List.of());
    }

    private static List<SourcedQuote> sourced(CsvTable table, LocalDate date, OvernightIndex index) {
        List<Quote> quotes = QuotesCsv.from(table, date, index);
        return IntStream.range(0, quotes.size())
                .mapToObj(
                        i -> new SourcedQuote(quotes.get(i), table.rows().get(i).text("source")))
                .toList();
    }
}
