package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.Layouts;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.series.Panel;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.regime.outlook.Positioning;
import io.github.macroregime.regime.report.MacroInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the commission's yearly files of traders in financial futures, known by their header.
 *
 * <p>A report is published when the release calendar says: on the Friday after a Tuesday, later where a holiday lies
 * between or the government was closed. Where the calendar has no date, ten days are assumed.
 */
final class PositionFiles {

    private static final String CODE = "CFTC_Contract_Market_Code";
    private static final int LATEST_DAYS = 10;

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
        List<TableFile> found = files.withHeader(CODE).stream().map(files::text).toList();
        List<MacroInput> items = new ArrayList<>();
        MARKETS.forEach((market, code) -> {
            List<Panel> years = found.stream()
                    .filter(file -> markets(file).contains(code))
                    .map(file -> file.panel(Layouts.CFTC.where(CODE, code)))
                    .toList();
            if (!years.isEmpty()) {
                new TreeMap<>(TRADERS)
                        .forEach((traders, column) -> items.add(new MacroInput.Traders(
                                market,
                                traders,
                                years.stream()
                                        .flatMap(year -> reports(year, column))
                                        .filter(report -> !report.released().isAfter(date))
                                        .sorted(Comparator.comparing(Positioning.Report::snapshot))
                                        .toList(),
                                Source.observed("CFTC, traders in financial futures"))));
            }
        });
        return items;
    }

    private static Set<String> markets(TableFile file) {
        return file.table(Layouts.CFTC).requiring(CODE).rows().stream()
                .map(row -> row.text(CODE))
                .collect(Collectors.toSet());
    }

    private static Stream<Positioning.Report> reports(Panel year, String column) {
        PublicationLag lag = PublicationLag.release(ReleaseCalendar.shipped(), "cot", PublicationLag.days(LATEST_DAYS));
        return year.dates().stream().flatMap(snapshot -> {
            double longs =
                    year.series(column + "_Positions_Long_All").on(snapshot).orElse(Double.NaN);
            double shorts =
                    year.series(column + "_Positions_Short_All").on(snapshot).orElse(Double.NaN);
            double open = year.series("Open_Interest_All").on(snapshot).orElse(Double.NaN);
            return Double.isNaN(longs + shorts + open)
                    ? Stream.empty()
                    : lag.known(snapshot).stream()
                            .map(known -> new Positioning.Report(
                                    snapshot,
                                    known.at().toLocalDate(),
                                    known.releaseDate().isEmpty(),
                                    longs,
                                    shorts,
                                    open));
        });
    }
}
