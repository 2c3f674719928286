package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Shiller's monthly table of the stock market in the layout of the open "s-and-p-500" data package.
 *
 * <p>A zero means that nothing was observed: the ratio PE10 needs ten years of earnings, and the last months of
 * earnings and dividends are not known yet. Dates are the first of the month.
 */
public final class ShillerCsv {

    private static final String LONG_RATE = "Long Interest Rate";
    private static final List<String> PURE_NUMBERS = List.of("Consumer Price Index", "PE10");

    private ShillerCsv() {}

    /**
     * All columns of the table.
     *
     * @param file a file with the columns Date, SP500, Dividend, Earnings and so on
     * @return one column for each behind the date: the long rate in percent, the price index and PE10 as pure numbers,
     *     all others as prices
     * @throws FileFormatException if a field cannot be read or a date is repeated
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file) {
        return read(file, Problems.refusing());
    }

    /**
     * All columns of the table, malformed lines passed over.
     *
     * @param file a file with the columns Date, SP500, Dividend, Earnings and so on
     * @param problems collects the lines that cannot be read
     * @return as {@link #read(Path)}
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, Problems problems) {
        return SeriesColumns.scan(file, ShillerCsv::layouts, problems).toPanel();
    }

    private static List<SeriesCsv.Layout> layouts(CsvRow header) {
        if (header.size() < 2) {
            throw header.problem("\"" + String.join(",", header.texts()) + "\" has no column behind the date");
        }
        return header.texts().stream()
                .skip(1)
                .map(column -> SeriesCsv.Layout.of(header.text(0), column, unit(column))
                        .withMissing("0", "0.0", "0.00"))
                .toList();
    }

    private static Unit unit(String column) {
        if (column.equals(LONG_RATE)) {
            return Unit.PERCENT;
        }
        return PURE_NUMBERS.contains(column) ? Unit.FRACTION : Unit.PRICE;
    }
}
