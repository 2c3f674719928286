package io.github.macroregime.rates.io;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.CompoundedFuture;
import io.github.macroregime.rates.instrument.DatedOis;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.instrument.QuoteWeight;
import io.github.macroregime.rates.instrument.RateFuture;
import io.github.macroregime.rates.instrument.TenorOis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Reads quotes of every instrument from a table.
 *
 * <p>Columns: {@code instrument} is one of {@code CURRENT}, {@code ZQ}, {@code SR1}, {@code SR3}, {@code DATED_OIS} and
 * {@code TENOR_OIS}; {@code term} is empty for {@code CURRENT}, a month like {@code 2025-09} for futures (for SR3 the
 * one in which the quarter begins), two dates like {@code 2025-09-18/2025-10-30} for a dated swap and a tenor like
 * {@code 18M} for a tenor swap; {@code quote} is a price for futures and a rate in percent otherwise.
 *
 * <p>An optional column {@code index} names the overnight rate that a current rate or a swap is written on; where it is
 * empty that is the path's own. ZQ is written on EFFR, SR1 and SR3 on SOFR; another name beside them is refused. An
 * optional column {@code error_bp} gives the standard error of the rate in basis points, 0 for an equality; where it is
 * empty the usual one holds.
 */
public final class QuotesCsv {

    private QuotesCsv() {}

    /**
     * The quotes of a table.
     *
     * @param table the rows
     * @param asOf the trade date of tenor swaps
     * @param index the overnight rate of the path, on which current rates and swaps are written that name no other
     * @return one quote for each row, in order
     * @throws io.github.macroregime.core.io.FileFormatException if a column is absent or a row cannot be read; the
     *     message names the line
     */
    public static List<Quote> from(CsvTable table, LocalDate asOf, OvernightIndex index) {
        return table.requiring("instrument", "term", "quote").rows().stream()
                .map(row -> quote(row, asOf, index))
                .toList();
    }

    private static Quote quote(CsvRow row, LocalDate asOf, OvernightIndex index) {
        try {
            return weighted(row, unweighted(row, asOf, index));
        } catch (FileFormatException e) {
            throw e;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw row.problem(row.text("instrument") + " \""
                    + row.optionalText("term").orElse("") + "\" cannot be read: " + e.getMessage());
        }
    }

    private static Quote unweighted(CsvRow row, LocalDate asOf, OvernightIndex index) {
        return switch (row.text("instrument")) {
            case "CURRENT" -> Quote.current(index(row, index), row.rate("quote", Unit.PERCENT));
            case "ZQ" -> future(row, AverageFuture.zq(month(row)));
            case "SR1" -> future(row, AverageFuture.sr1(month(row)));
            case "SR3" -> future(row, CompoundedFuture.sr3(month(row)));
            case "DATED_OIS" -> Quote.of(dated(row, index(row, index)), row.rate("quote", Unit.PERCENT));
            case "TENOR_OIS" ->
                Quote.of(TenorOis.of(index(row, index), asOf, row.text("term")), row.rate("quote", Unit.PERCENT));
            default ->
                throw row.problem("the instrument must be CURRENT, ZQ, SR1, SR3, DATED_OIS or TENOR_OIS but was "
                        + row.text("instrument"));
        };
    }

    private static OvernightIndex index(CsvRow row, OvernightIndex own) {
        return row.optionalText("index")
                .filter(name -> !name.equals(own.name()))
                .map(name -> row.parsed("index", OvernightIndex::parse))
                .orElse(own);
    }

    private static Quote future(CsvRow row, RateFuture future) {
        String written = future.index().name();
        row.optionalText("index").filter(name -> !name.equals(written)).ifPresent(name -> {
            throw row.problem(row.text("instrument") + " is written on " + written + " but the index is " + name);
        });
        return Quote.ofPrice(future, row.number("quote", Unit.PRICE));
    }

    private static YearMonth month(CsvRow row) {
        return YearMonth.parse(row.text("term"));
    }

    private static DatedOis dated(CsvRow row, OvernightIndex index) {
        String[] ends = row.text("term").split("/", 2);
        if (ends.length != 2) {
            throw row.problem("the term must be two dates with a slash between but was \"" + row.text("term") + "\"");
        }
        return new DatedOis(index, LocalDate.parse(ends[0].strip()), LocalDate.parse(ends[1].strip()));
    }

    private static Quote weighted(CsvRow row, Quote quote) {
        return row.optionalRate("error_bp", Unit.BASIS_POINTS)
                .map(error -> quote.withWeight(weight(error)))
                .orElse(quote);
    }

    private static QuoteWeight weight(Rate error) {
        return error.equals(Rate.ZERO) ? QuoteWeight.equality() : QuoteWeight.standardError(error);
    }
}
