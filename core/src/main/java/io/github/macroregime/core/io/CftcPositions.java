package io.github.macroregime.core.io;

import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Positions of the CFTC's {@index "Commitments of Traders"} ({@index COT}) report "Traders in Financial Futures".
 *
 * <p>The columns keep the names of the file, such as {@code Open_Interest_All} or {@code Lev_Money_Positions_Long_All}.
 * Positions and traders are counts, shares of open interest and concentrations are in percent. A row is dated with
 * the Tuesday it refers to and published on Friday as a rule; see
 * {@link io.github.macroregime.core.series.PublicationLag}. Padding blanks are taken off and {@code .} is missing.
 */
public final class CftcPositions {

    private static final String MARKET = "Market_and_Exchange_Names";
    private static final String DATE = "Report_Date_as_YYYY-MM-DD";
    private static final String CODE = "CFTC_Contract_Market_Code";
    private static final String FIRST_NUMBER = "Open_Interest_All";
    private static final String BEHIND_LAST_NUMBER = "Contract_Units";

    private CftcPositions() {}

    /**
     * The markets of a file.
     *
     * @param file a file of the report with its header line
     * @return the name of each market by its contract code, sorted by code
     * @throws FileFormatException if a line has too many or too few fields
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Map<String, String> markets(Path file) {
        List<CsvRow> lines = CsvTable.lines(file);
        Columns columns = new Columns(lines.get(0));
        Map<String, String> markets = new TreeMap<>();
        for (CsvRow line : lines.subList(1, lines.size())) {
            line.requireSize(columns.names().size());
            markets.put(line.text(columns.at(CODE)), line.text(columns.at(MARKET)));
        }
        return markets;
    }

    /**
     * The positions in one market.
     *
     * @param file a file of the report with its header line
     * @param code the contract code, such as {@code 043602} for ten-year notes
     * @return every column of numbers by report date
     * @throws FileFormatException if a field cannot be read, a date is repeated, or the market is absent
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, String code) {
        return read(file, code, Problems.refusing());
    }

    /**
     * The positions in one market, malformed lines passed over.
     *
     * @param file a file of the report with its header line
     * @param code the contract code, such as {@code 043602} for ten-year notes
     * @param problems collects the lines that cannot be read
     * @return every column of numbers by report date
     * @throws FileFormatException if the market is absent
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Panel read(Path file, String code, Problems problems) {
        List<CsvRow> lines = CsvTable.lines(file);
        Columns columns = new Columns(lines.get(0));
        int from = columns.at(FIRST_NUMBER);
        List<String> names = columns.names().subList(from, columns.at(BEHIND_LAST_NUMBER));
        List<Unit> units = names.stream().map(CftcPositions::unit).toList();
        DatedRows rows = new DatedRows(file.toString(), names, units, problems);
        List<CsvRow> market = lines.subList(1, lines.size()).stream()
                .filter(line -> line.text(columns.at(CODE)).equals(code))
                .toList();
        if (market.isEmpty()) {
            throw new FileFormatException(file.toString(), 1, "the contract code \"" + code + "\" is absent");
        }
        problems.over(market, line -> {
            line.requireSize(columns.names().size());
            rows.add(line.line(), line.date(columns.at(DATE), DATE, DateStyle.ISO), line.numbers(from, names, units));
        });
        return rows.toPanel();
    }

    private static Unit unit(String column) {
        return column.startsWith("Pct_") || column.startsWith("Conc_") ? Unit.PERCENT : Unit.COUNT;
    }

    private record Columns(CsvRow header, List<String> names) {

        Columns(CsvRow header) {
            this(header, new ArrayList<>(CsvTable.header(header)));
        }

        int at(String name) {
            int at = names.indexOf(name);
            if (at < 0) {
                throw header.problem("the column \"" + name + "\" is absent; the header has " + names);
            }
            return at;
        }
    }
}
