package io.github.macroregime.regime.tracker;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.policy.AverageFuture;
import io.github.macroregime.rates.policy.CompoundedFuture;
import io.github.macroregime.rates.policy.DatedOis;
import io.github.macroregime.rates.policy.OvernightIndex;
import io.github.macroregime.rates.policy.Quote;
import io.github.macroregime.rates.policy.RateFuture;
import io.github.macroregime.rates.policy.TenorOis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code quotes.csv}: meeting-dated and tenor swaps in percent or basis points, futures as prices.
 *
 * <p>{@code DATED_OIS} has an index, a start and an end; {@code OIS} an index and a tenor as its contract;
 * {@code ZQ}, {@code SR1} and {@code SR3} a contract month such as {@code 2025-09}.
 */
final class QuoteFile {

    private QuoteFile() {}

    static List<SourcedQuote> read(Optional<CsvTable> table, LocalDate date) {
        return TrackerFolder.rows(table, "instrument", "value", "unit", "source").stream()
                .map(row -> new SourcedQuote(quote(row, date), row.text("source")))
                .toList();
    }

    private static Quote quote(CsvRow row, LocalDate date) {
        return switch (row.text("instrument")) {
            case "DATED_OIS" -> Quote.of(datedOis(row), row.rate("value", TrackerFolder.rateUnit(row)));
            case "OIS" ->
                Quote.of(
                        TenorOis.of(index(row), date, row.text("contract")),
                        row.rate("value", TrackerFolder.rateUnit(row)));
            case "ZQ" -> price(row, AverageFuture.zq(month(row)));
            case "SR1" -> price(row, AverageFuture.sr1(month(row)));
            case "SR3" -> price(row, CompoundedFuture.sr3(month(row)));
            default ->
                throw row.problem("\"" + row.text("instrument")
                        + "\" in column \"instrument\" must be one of DATED_OIS, OIS, ZQ, SR1, SR3");
        };
    }

    private static DatedOis datedOis(CsvRow row) {
        LocalDate start = row.date("start");
        LocalDate end = row.date("end");
        if (!start.isBefore(end)) {
            throw row.problem("the end must lie after " + start + " but was " + end);
        }
        return new DatedOis(index(row), start, end);
    }

    private static Quote price(CsvRow row, RateFuture future) {
        if (!row.text("unit").equals("price")) {
            throw row.problem("a future is quoted as a price but the unit was \"" + row.text("unit") + "\"");
        }
        return Quote.ofPrice(future, row.number("value", Unit.PRICE));
    }

    private static YearMonth month(CsvRow row) {
        try {
            return YearMonth.parse(row.text("contract"));
        } catch (DateTimeException e) {
            throw row.problem("\"" + row.text("contract") + "\" in column \"contract\" is not a month like 2025-09");
        }
    }

    static OvernightIndex index(CsvRow row) {
        return index(row.text("index"))
                .orElseThrow(() -> row.problem("\"" + row.text("index")
                        + "\" in column \"index\" must be one of EFFR, SOFR, ESTR, SONIA, TONA, CORRA, AONIA, SARON"));
    }

    static Optional<OvernightIndex> index(String name) {
        return switch (name) {
            case "EFFR" -> Optional.of(OvernightIndex.effr());
            case "SOFR" -> Optional.of(OvernightIndex.sofr());
            case "ESTR" -> Optional.of(OvernightIndex.estr());
            case "SONIA" -> Optional.of(OvernightIndex.sonia());
            case "TONA" -> Optional.of(OvernightIndex.tona());
            case "CORRA" -> Optional.of(OvernightIndex.corra());
            case "AONIA" -> Optional.of(OvernightIndex.aonia());
            case "SARON" -> Optional.of(OvernightIndex.saron());
            default -> Optional.empty();
        };
    }
}
