package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.Layouts;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MarketInput;
import io.github.macroregime.regime.outlook.Positioning;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the commission's yearly files of traders in financial futures, known by their header.
 *
 * <p>A report is published when the release calendar says: on the Friday after a Tuesday, later where a holiday lies
 * between or the government was closed. Where the calendar has no date, ten days are assumed.
 */
final class PositionFiles {

    private static final String CODE = "CFTC_Contract_Market_Code";
    private static final String OPEN = "Open_Interest_All";
    private static final List<String> DATES = List.of("Report_Date_as_YYYY-MM-DD", "Report_Date_as_MM_DD_YYYY");
    private static final Source SOURCE = Source.observed("CFTC, traders in financial futures");
    private static final int LATEST_DAYS = 10;
    private static final PublicationLag LAG =
            PublicationLag.release(ReleaseCalendar.shipped(), "cot", PublicationLag.days(LATEST_DAYS));

    private static final Map<String, String> MARKETS = markets();
    private static final Map<String, String> TRADERS =
            Map.of("leveraged funds", "Lev_Money", "asset managers", "Asset_Mgr");

    private PositionFiles() {}

    private static Map<String, String> markets() {
        Map<String, String> markets = new LinkedHashMap<>();
        markets.put("E-mini S&P 500", "13874A");
        markets.put("10-year note", "043602");
        markets.put("2-year note", "042601");
        markets.put("Dollar index", "098662");
        markets.put("Bitcoin", "133741");
        markets.put("VIX", "1170E1");
        return markets;
    }

    static List<MacroInput> read(FolderFiles files, LocalDate date) {
        List<Year> years = files.withHeader(CODE).stream()
                .flatMap(file -> year(files, file).stream())
                .toList();
        List<MacroInput> items = new ArrayList<>();
        MARKETS.forEach((market, code) -> new TreeMap<>(TRADERS).forEach((traders, column) -> {
            List<Positioning.Report> reports = years.stream()
                    .flatMap(year -> year.reports().getOrDefault(code + column, List.of()).stream())
                    .filter(report -> !report.released().isAfter(date))
                    .sorted(Comparator.comparing(Positioning.Report::snapshot))
                    .toList();
            if (!reports.isEmpty()) {
                items.add(new MarketInput.Traders(market, traders, reports, SOURCE));
            }
        }));
        return items;
    }

    /** The reports of a file by market and traders. */
    private record Year(Map<String, List<Positioning.Report>> reports) {}

    /** What a file holds, empty if it cannot be read. */
    private static Optional<Year> year(FolderFiles files, Path file) {
        try {
            return Optional.of(files.once(file, Year.class, each -> read(files.peek(each))));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            files.leaveOut(file, "it cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Year read(TableFile file) {
        Map<String, List<Positioning.Report>> reports = new HashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (CsvRow row : file.table(Layouts.CFTC).requiring(CODE, OPEN).rows()) {
            String code = row.text(CODE);
            if (!MARKETS.containsValue(code)) {
                continue;
            }
            LocalDate snapshot = row.date(row.optionalText(DATES.get(0)).isPresent() ? DATES.get(0) : DATES.get(1));
            if (!seen.add(List.of(code, snapshot.toString()))) {
                throw row.problem("the positions of " + code + " on " + snapshot + " stand in the file twice");
            }
            LAG.known(snapshot)
                    .ifPresent(known -> TRADERS.values()
                            .forEach(column -> report(row, column, snapshot, known)
                                    .ifPresent(
                                            report -> reports.computeIfAbsent(code + column, name -> new ArrayList<>())
                                                    .add(report))));
        }
        return new Year(reports);
    }

    private static Optional<Positioning.Report> report(
            CsvRow row, String traders, LocalDate snapshot, PublicationLag.Known known) {
        double longs = count(row, traders + "_Positions_Long_All");
        double shorts = count(row, traders + "_Positions_Short_All");
        double open = count(row, OPEN);
        return Double.isNaN(longs + shorts + open)
                ? Optional.empty()
                : Optional.of(new Positioning.Report(
                        snapshot, known.at().toLocalDate(), known.releaseDate().isEmpty(), longs, shorts, open));
    }

    private static double count(CsvRow row, String column) {
        return row.text(column).equals(".") ? Double.NaN : row.number(column, Unit.COUNT);
    }
}
