package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Price bars as Yahoo served them and as the yfinance package saves them.
 *
 * <p>Read are the classic download ({@code Date,Open,High,Low,Close,Adj Close,Volume}), tables of other vendors with
 * the date in front, and frames of yfinance with their three header lines (Price, Ticker, Date), also when they were
 * saved more than once and repeat header lines. The columns keep their names; where a frame holds several tickers a
 * column is called {@code AAPL Close}. A time of day behind the date is dropped. An empty field and {@code null} are
 * missing. Classic closes are not adjusted, those of yfinance are unless the caller of yfinance said otherwise:
 * adjusted prices change with every download.
 */
public final class YahooCsv {

    private static final String TICKER = "Ticker";
    private static final Set<String> HEADER_WORDS = Set.of("Price", TICKER, "Date", "Datetime");
    private static final int DATE_LENGTH = 10;

    private YahooCsv() {}

    /**
     * The bars of a file.
     *
     * @param file a file with the date in front
     * @param unit the unit of the prices; volumes are counts
     * @return one column for each behind the date
     * @throws FileFormatException if a field cannot be read or a date is repeated
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, Unit unit) {
        return read(file, unit, Problems.refusing());
    }

    /**
     * The bars of a file, malformed lines passed over.
     *
     * @param file a file with the date in front
     * @param unit the unit of the prices; volumes are counts
     * @param problems collects the lines that cannot be read
     * @return one column for each behind the date
     * @throws FileFormatException if two columns have one name
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, Unit unit, Problems problems) {
        List<CsvRow> lines = CsvTable.lines(file);
        List<String> columns = columns(lines);
        List<Unit> units = columns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT).endsWith("volume") ? Unit.COUNT : unit)
                .toList();
        DatedRows rows = new DatedRows(file.toString(), columns, units, problems);
        List<CsvRow> bars = lines.stream()
                .skip(1)
                .filter(line -> !HEADER_WORDS.contains(line.text(0)))
                .toList();
        problems.over(bars, line -> {
            line.requireSize(columns.size() + 1);
            rows.add(
                    line.line(),
                    line.dateOf(day(line.text(0)), "Date", DateStyle.ISO),
                    line.numbers(1, columns, units));
        });
        return rows.toPanel();
    }

    private static String day(String text) {
        boolean timed = text.length() > DATE_LENGTH && " T".indexOf(text.charAt(DATE_LENGTH)) >= 0;
        return timed ? text.substring(0, DATE_LENGTH) : text;
    }

    private static List<String> columns(List<CsvRow> lines) {
        CsvRow header = lines.get(0);
        List<String> names = new ArrayList<>(header.texts().subList(1, header.size()));
        List<String> tickers = lines.stream()
                .filter(line -> line.text(0).equals(TICKER))
                .findFirst()
                .map(line -> IntStream.rangeClosed(1, names.size())
                        .mapToObj(line::text)
                        .toList())
                .orElse(List.of());
        if (tickers.stream().distinct().count() > 1) {
            for (int i = 0; i < names.size(); i++) {
                names.set(i, tickers.get(i) + " " + names.get(i));
            }
        }
        requireDistinct(header, names);
        return List.copyOf(names);
    }

    private static void requireDistinct(CsvRow header, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty() || names.indexOf(names.get(i)) < i) {
                throw header.problem("the header repeats or leaves out the column \"" + names.get(i) + "\"");
            }
        }
    }
}
