package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.macro.Quadrant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a folder says of its assets: the baskets of {@code baskets.csv} and the drivers of {@code drivers.csv}, besides
 * the built-in ones. Assets are named by the ids of their series.
 */
final class AssetFiles {

    private static final Set<SeriesRole> PRICES = Set.of(SeriesRole.ASSET, SeriesRole.SECTOR);
    private static final String BASKET = "basket";
    private static final String ASSET = "asset";
    private static final String CLASS = "class";
    private static final String DRIVER = "driver";

    private AssetFiles() {}

    static List<MacroInput> read(FolderFiles files, List<SourcedSeries> series) {
        Map<String, SourcedSeries> known = new LinkedHashMap<>();
        series.forEach(each -> known.put(each.id(), each));
        Map<String, SourcedSeries> prices = new LinkedHashMap<>(known);
        prices.values().removeIf(each -> !PRICES.contains(each.role()));
        List<MacroInput> items = new ArrayList<>(baskets(files, prices, known));
        files.table("drivers.csv", Columns.required(ASSET, DRIVER, "change"))
                .ifPresent(table -> Columns.distinct(table, ASSET, DRIVER).stream()
                        .filter(row -> isRead(files, row, ASSET, known) && isRead(files, row, DRIVER, known))
                        .forEach(row -> items.add(driver(row, prices, known))));
        return items;
    }

    /** The quadrants in which each asset class does well: those of {@code quadrants.csv}, else the given ones. */
    static Map<String, Set<Quadrant>> quadrants(
            FolderFiles files, List<SourcedSeries> series, Map<String, Set<Quadrant>> usual) {
        Map<String, Set<Quadrant>> stated = new TreeMap<>();
        Map<String, String> classes = new TreeMap<>();
        usual.keySet().forEach(name -> classes.put(name, name));
        series.forEach(each -> classes.put(each.assetClass(), each.assetClass()));
        classes.remove("");
        files.table("quadrants.csv", Columns.required(CLASS, "quadrant"))
                .ifPresent(table -> Columns.distinct(table, CLASS, "quadrant").forEach(row -> {
                    Set<Quadrant> quadrants =
                            stated.computeIfAbsent(Words.choice(row, CLASS, classes), name -> new TreeSet<>());
                    if (row.optionalText("quadrant").isPresent()) {
                        quadrants.add(Words.choice(row, "quadrant", Quadrant.values()));
                    }
                }));
        Map<String, Set<Quadrant>> all = new TreeMap<>(usual);
        all.putAll(stated);
        return all;
    }

    /** Whether the folder holds the series of a column; one that is listed and could not be read is named. */
    private static boolean isRead(FolderFiles files, CsvRow row, String column, Map<String, SourcedSeries> known) {
        String id = row.text(column);
        boolean lost = !known.containsKey(id) && SeriesList.ids(files).contains(id);
        if (lost) {
            files.add(new Gap("the series " + id, "the basket or driver on line " + row.line() + " is left out"));
        }
        return !lost;
    }

    private static List<MacroInput> baskets(
            FolderFiles files, Map<String, SourcedSeries> prices, Map<String, SourcedSeries> known) {
        Map<String, List<CsvRow>> stated = new LinkedHashMap<>();
        files.table("baskets.csv", Columns.required(BASKET, ASSET))
                .ifPresent(table -> Columns.distinct(table, BASKET, ASSET)
                        .forEach(row -> stated.computeIfAbsent(row.text(BASKET), name -> new ArrayList<>())
                                .add(row)));
        List<MacroInput> items = new ArrayList<>();
        stated.forEach((name, rows) -> {
            List<String> members = rows.stream()
                    .filter(row -> isRead(files, row, ASSET, known))
                    .map(row -> Words.choice(row, ASSET, prices).shown())
                    .toList();
            if (MacroFiles.BASKETS.contains(name)) {
                throw rows.get(0).problem("the basket " + Words.quoted(name) + " is built in: choose another name");
            }
            if (rows.size() < 2) {
                throw rows.get(0).problem("the basket " + Words.quoted(name) + " must hold two assets or more");
            }
            if (members.size() < 2) {
                files.add(new Gap("two assets of the basket " + name, "it is left out"));
            } else {
                items.add(new MacroQuestion.AssetBasket(name, members));
            }
        });
        return items;
    }

    private static MacroInput driver(CsvRow row, Map<String, SourcedSeries> prices, Map<String, SourcedSeries> known) {
        return new MacroQuestion.Driver(
                Words.choice(row, ASSET, prices).shown(),
                Words.choice(row, DRIVER, known).published(),
                Words.choice(row, "change", Change.values()));
    }
}
