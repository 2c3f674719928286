package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.report.MacroInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a folder says of its assets: the baskets of {@code baskets.csv} and the drivers of {@code drivers.csv}, besides
 * the built-in ones. Assets are named by the ids of their series.
 */
final class AssetFiles {

    private static final Set<SeriesRole> PRICES = Set.of(SeriesRole.ASSET, SeriesRole.SECTOR);
    private static final String BASKET = "basket";
    private static final String ASSET = "asset";
    private static final String DRIVER = "driver";

    private AssetFiles() {}

    static List<MacroInput> read(FolderFiles files, List<SourcedSeries> series) {
        Map<String, SourcedSeries> known = new LinkedHashMap<>();
        series.forEach(each -> known.put(each.id(), each));
        Map<String, SourcedSeries> prices = new LinkedHashMap<>(known);
        prices.values().removeIf(each -> !PRICES.contains(each.role()));
        List<MacroInput> items = new ArrayList<>(baskets(files, prices));
        files.table("drivers.csv", Columns.required(ASSET, DRIVER, "change"))
                .ifPresent(table ->
                        Columns.distinct(table, ASSET, DRIVER).forEach(row -> items.add(driver(row, prices, known))));
        return items;
    }

    private static List<MacroInput> baskets(FolderFiles files, Map<String, SourcedSeries> prices) {
        Map<String, List<String>> baskets = new LinkedHashMap<>();
        Map<String, CsvRow> first = new LinkedHashMap<>();
        files.table("baskets.csv", Columns.required(BASKET, ASSET))
                .ifPresent(table -> Columns.distinct(table, BASKET, ASSET).forEach(row -> {
                    first.putIfAbsent(row.text(BASKET), row);
                    baskets.computeIfAbsent(row.text(BASKET), name -> new ArrayList<>())
                            .add(MacroFiles.shown(Words.choice(row, ASSET, prices)));
                }));
        List<MacroInput> items = new ArrayList<>();
        baskets.forEach((name, members) -> {
            if (members.size() < 2) {
                throw Objects.requireNonNull(first.get(name), name)
                        .problem("the basket " + Words.quoted(name) + " must hold two assets or more");
            }
            items.add(new MacroInput.AssetBasket(name, members));
        });
        return items;
    }

    private static MacroInput driver(CsvRow row, Map<String, SourcedSeries> prices, Map<String, SourcedSeries> known) {
        return new MacroInput.Driver(
                MacroFiles.shown(Words.choice(row, ASSET, prices)),
                MacroFiles.published(Words.choice(row, DRIVER, known)),
                Words.choice(row, "change", Change.values()));
    }
}
