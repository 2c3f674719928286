package io.github.macroregime.core.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of the columns of a file.
 *
 * @param line where they stand
 * @param names in order, no two alike and none blank
 */
record Header(CsvRow line, List<String> names) {

    private static final Set<String> HEADER_WORDS = Set.of("Price", "Ticker", "Date", "Datetime");
    private static final Set<String> BARS = Set.of(
            "Price",
            "Open",
            "High",
            "Low",
            "Close",
            "Adj Close",
            "Volume",
            "Dividends",
            "Stock Splits",
            "Capital Gains");

    static Header of(CsvRow line, TableLayout layout) {
        List<String> names = new ArrayList<>(line.texts());
        while (layout.trailingSeparator()
                && names.size() > 1
                && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return of(line, names);
    }

    static Header of(CsvRow line, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw line.problem("the header leaves out the name of column " + (i + 1));
            }
            if (!seen.add(names.get(i))) {
                throw line.problem("the header repeats the column " + FileFormatException.shown(names.get(i)));
            }
        }
        return new Header(line, List.copyOf(names));
    }

    /** Whether a line belongs to a header of several lines; of those without names all but the last begin blank. */
    static boolean continues(CsvRow first, CsvRow line) {
        return HEADER_WORDS.contains(line.text(0))
                || (first.text(0).isEmpty() && line.text(0).isEmpty());
    }

    /** The header of yfinance: which line holds prices and which tickers depends on how it was asked. */
    static Header ofTickers(List<CsvRow> lines) {
        CsvRow first = lines.get(0);
        if (lines.size() == 1) {
            List<String> names = new ArrayList<>(first.texts());
            names.set(0, names.get(0).isEmpty() ? "Date" : names.get(0));
            return of(first, names);
        }
        CsvRow prices = lines.stream().filter(Header::namesBars).findFirst().orElse(first);
        CsvRow tickers = lines.stream()
                .filter(line -> line != prices && !behindFirst(line).allMatch(String::isEmpty))
                .findFirst()
                .orElse(prices);
        boolean several =
                tickers != prices && new TreeSet<>(behindFirst(tickers).toList()).size() > 1;
        List<String> names = new ArrayList<>(List.of("Date"));
        for (int i = 1; i < prices.size(); i++) {
            boolean whole =
                    !several || (!tickers.text(i).isEmpty() && !prices.text(i).isEmpty());
            String ticker = several ? tickers.text(i) + " " : "";
            names.add(whole ? ticker + prices.text(i) : "");
        }
        lines.forEach(line -> line.requireSize(prices.size()));
        return of(first, names);
    }

    private static boolean namesBars(CsvRow line) {
        return line.size() > 1 && behindFirst(line).allMatch(BARS::contains);
    }

    private static Stream<String> behindFirst(CsvRow line) {
        return line.texts().stream().skip(1);
    }

    /** A line that has as many fields as the header, and behind them nothing but what the layout allows. */
    CsvRow whole(CsvRow row, TableLayout layout) {
        int width = names.size();
        if (!layout.trailingSeparator() || row.size() <= width) {
            return row.requireSize(width);
        }
        for (int i = width; i < row.size(); i++) {
            if (!row.text(i).isEmpty()) {
                throw row.problem(FileFormatException.shown(row.text(i)) + " stands behind the last column");
            }
        }
        return row;
    }

    int at(String column) {
        int at = names.indexOf(column);
        if (at < 0) {
            throw absent(column);
        }
        return at;
    }

    FileFormatException absent(String column) {
        return line.problem("the column \"" + column + "\" is absent; the header has " + names + line.separatorHint());
    }
}
