package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.series.Change;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.drivers.DriverModel;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.input.MacroInput;
import io.github.macroregime.regime.input.MacroQuestion;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The groups of drivers of {@code driver_groups.csv}, and the built-in ones of the assets that it does not name. A driver
 * whose series is not there is missing in the model, which names it.
 */
final class DriverGroupFile {

    private static final Columns COLUMNS =
            Columns.required("asset", "group", "name", "driver", "change").optional("less", "days");
    private static final String REALISED = "realised ";
    private static final int MONTH = 21;
    private static final int YEAR = 252;
    private static final int SLOWEST_DAYS = 62;
    private static final Set<SeriesRole> PRICES = Set.of(SeriesRole.ASSET, SeriesRole.SECTOR);

    private final Histories histories;
    private final LocalDate date;
    private final MacroSeries macro;
    private final VintageFiles vintages;
    private final Map<String, String> yields;
    private final Map<String, SourcedSeries> series = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private DriverGroupFile(
            FolderDay folder,
            MacroSeries macro,
            VintageFiles vintages,
            List<SourcedSeries> all,
            Map<String, String> yields) {
        this.histories = folder.files().histories();
        this.date = folder.date();
        this.macro = macro;
        this.vintages = vintages;
        this.yields = yields;
        all.forEach(each -> series.put(each.id(), each));
        known.addAll(series.keySet());
        SeriesList.builtIn("known-macro.csv").rows().forEach(row -> known.add(row.text("id")));
    }

    /** The yields are those that can be a target, by their ids, with the names of the report. */
    static List<MacroInput> read(
            FolderDay folder,
            MacroSeries macro,
            VintageFiles vintages,
            List<SourcedSeries> series,
            Map<String, String> yields) {
        DriverGroupFile groups = new DriverGroupFile(folder, macro, vintages, series, yields);
        groups.known.addAll(SeriesList.ids(folder.files()));
        Map<String, List<CsvRow>> assets = new LinkedHashMap<>();
        folder.files()
                .table("driver_groups.csv", COLUMNS)
                .ifPresent(table -> Columns.distinct(table, "asset", "name").forEach(row -> {
                    groups.check(row);
                    assets.computeIfAbsent(row.text("asset"), asset -> new ArrayList<>())
                            .add(row);
                }));
        Set<String> stated = Set.copyOf(assets.keySet());
        for (CsvRow row : SeriesList.builtIn("known-driver-groups.csv").rows()) {
            Arrays.stream(row.text("asset").split(" ", -1))
                    .filter(groups::isTarget)
                    .findFirst()
                    .filter(asset -> !stated.contains(asset))
                    .ifPresent(asset -> assets.computeIfAbsent(asset, each -> new ArrayList<>())
                            .add(row));
        }
        return assets.entrySet().stream()
                .filter(each -> groups.isTarget(each.getKey()))
                .flatMap(each -> groups.question(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private boolean isTarget(String id) {
        return yields.containsKey(id)
                ? macro.published(id).isPresent()
                : Optional.ofNullable(series.get(id))
                        .filter(each -> PRICES.contains(each.role()))
                        .isPresent();
    }

    private void check(CsvRow row) {
        Words.choice(row, "change", changes());
        for (String column : List.of("asset", "driver", "less")) {
            String id = id(row.optionalText(column).orElse(""));
            if (!id.isEmpty() && !known.contains(id)) {
                throw row.problem(
                        "the " + column + " " + Words.quoted(id) + " is not known" + Words.suggestion(id, known));
            }
        }
        days(row);
    }

    private static String id(String written) {
        return written.startsWith("1/")
                ? written.substring(2)
                : written.startsWith(REALISED) ? written.substring(REALISED.length()) : written;
    }

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("level", Change.DIFFERENCE);
        changes.put("difference", Change.DIFFERENCE);
        changes.put("logarithmic", Change.LOGARITHMIC);
        return changes;
    }

    private static int days(CsvRow row) {
        if (row.text("change").equals("level")) {
            return 0;
        }
        double days = row.number("days", Unit.COUNT);
        if (!(days >= 1 && days <= YEAR && days == Math.rint(days))) {
            throw row.problem("the days must be a whole number from 1 to " + YEAR + " but were " + row.text("days"));
        }
        return (int) days;
    }

    /** The question, nothing if none of the drivers is there. */
    private Optional<MacroInput> question(String asset, List<CsvRow> rows) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<PublishedSeries> drivers = new ArrayList<>();
        for (CsvRow row : rows) {
            groups.computeIfAbsent(row.text("group"), name -> new ArrayList<>()).add(row.text("name"));
            driver(row).map(each -> each.named(row.text("name"))).ifPresent(drivers::add);
        }
        if (drivers.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> yield = Optional.ofNullable(yields.get(asset));
        DriverModel model = DriverModel.of(
                yield.isPresent() ? Change.DIFFERENCE : Change.LOGARITHMIC,
                groups.entrySet().stream()
                        .map(each -> new DriverModel.Group(each.getKey(), each.getValue()))
                        .toArray(DriverModel.Group[]::new));
        return Optional.of(new MacroQuestion.Drivers(
                yield.or(() -> Optional.ofNullable(series.get(asset)).map(SourcedSeries::shown))
                        .orElse(asset),
                model,
                drivers));
    }

    /** A driver as it was known on each day; before its first vintage, and without vintages, final data by their lag. */
    private Optional<PublishedSeries> driver(CsvRow row) {
        String driver = row.optionalText("driver").orElse("");
        String less = row.optionalText("less").orElse("");
        Optional<PublishedSeries> first = published(driver);
        Optional<PublishedSeries> all =
                less.isEmpty() ? first : first.flatMap(one -> published(less).map(other -> difference(one, other)));
        Optional<PublishedSeries> last = all.map(each -> each.with(shared(
                List.of("change", driver, less, row.text("change"), days(row)), each, past -> changed(past, row))));
        Optional<PublishedSeries> known = less.isEmpty()
                ? vintages.newest(
                        driver, row.text("change") + " " + days(row), levels -> changed(levels.dropMissing(), row))
                : Optional.empty();
        return known.map(each -> last.map(before -> spliced(before, each)).orElse(each))
                .or(() -> last);
    }

    private static PublishedSeries spliced(PublishedSeries last, PublishedSeries known) {
        LocalDate begin = known.series().dates().first();
        TimeSeries before = last.lag().byPublication(last.series());
        TimeSeries early = before.slice(0, before.dates().insertion(begin));
        DateIndex dates = early.dates().union(known.series().dates());
        double[] values = Stream.of(early, known.series())
                .flatMapToDouble(each -> each.values().stream())
                .toArray();
        return early.isEmpty()
                ? known
                : new PublishedSeries(
                        known.name(),
                        TimeSeries.of(dates, values, known.series().unit()),
                        Source.observed(known.source().name() + " from " + begin + ", final data before"),
                        known.lag(),
                        known.maxAge());
    }

    private static TimeSeries changed(TimeSeries levels, CsvRow row) {
        Change change = Objects.requireNonNull(changes().get(row.text("change")), "change");
        int days = days(row);
        if (days == 0) {
            return levels;
        }
        return (change == Change.LOGARITHMIC ? positive(levels) : levels).change(change, days);
    }

    /** Oil was once below zero, where there is no logarithm. */
    private static TimeSeries positive(TimeSeries levels) {
        return levels.through(
                values -> Arrays.stream(values).map(x -> x > 0 ? x : Double.NaN).toArray(), levels.unit());
    }

    private Optional<PublishedSeries> published(String written) {
        Optional<PublishedSeries> found = macro.published(id(written))
                .or(() -> Optional.ofNullable(series.get(id(written))).map(SourcedSeries::published));
        return found.filter(each -> !each.series().dropMissing().isEmpty())
                .map(each -> written.startsWith("1/")
                        ? each.with(shared(List.of(written), each, DriverGroupFile::inverse))
                        : written.startsWith(REALISED)
                                ? each.with(shared(
                                        List.of(written), each, past -> VolatilityPremium.realised(past, MONTH, YEAR)))
                                : each);
    }

    private static TimeSeries inverse(TimeSeries levels) {
        return levels.through(values -> Arrays.stream(values).map(x -> 1 / x).toArray(), Unit.PERCENT);
    }

    /** A value for each observation, made once over the longest past. */
    private TimeSeries shared(List<?> made, PublishedSeries levels, UnaryOperator<TimeSeries> values) {
        TimeSeries past = levels.series().dropMissing();
        return histories.of(List.of(DriverGroupFile.class, made), past, values).slice(0, past.size());
    }

    /**
     * One less the other as both were known, on the days of the one that is published more often, made once over the longest
     * past.
     */
    private PublishedSeries difference(PublishedSeries one, PublishedSeries other) {
        TimeSeries first = one.lag().byPublication(one.series().dropMissing());
        TimeSeries second = other.lag().byPublication(other.series().dropMissing());
        boolean isOften = first.size() >= second.size();
        List<TimeSeries> known = List.of(first.until(date), second.until(date));
        TimeSeries often = known.get(isOften ? 0 : 1);
        String name = one.name() + " less " + other.name();
        TimeSeries values = often.isEmpty()
                ? difference(known, isOften)
                : histories
                        .of(List.of(DriverGroupFile.class, name, isOften), known, past -> difference(past, isOften))
                        .until(often.dates().last());
        return new PublishedSeries(name, values, one.source(), PublicationLag.days(0), MaxAge.DAILY);
    }

    private static TimeSeries difference(List<TimeSeries> known, boolean isOften) {
        TimeSeries often = known.get(isOften ? 0 : 1);
        return inside(known.get(0), often).minus(inside(known.get(1), often));
    }

    private static TimeSeries inside(TimeSeries series, TimeSeries often) {
        TimeSeries on = series.asOf(often.dates(), SLOWEST_DAYS);
        return on.through(values -> values.clone(), Unit.FRACTION);
    }
}
