package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the series of a folder: those of its {@code series.csv}, and besides them those of the built-in list that it
 * holds.
 *
 * <p>The built-in list names the well-known identifiers of FRED and of price vendors with their units, so that a
 * folder of plain downloads needs no description.
 */
final class SeriesList {

    private static final Columns COLUMNS =
            Columns.required("id", "name", "role", "unit", "source").optional("file", "column", "zone", "class");
    private static final Map<String, Unit> UNITS = units();
    private static final double LEAST_PRICE = 1e-9;
    private static final double LARGEST_PRICE = 1e12;
    private static final Map<String, CsvTable> BUILT_IN_TABLES = new ConcurrentHashMap<>();
    private static final String BUILT_IN = "known-series.csv";
    private static final String BUILT_IN_MACRO = "known-macro.csv";

    private final FolderDay folder;
    private final List<SourcedSeries> series = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private SeriesList(FolderDay folder) {
        this.folder = folder;
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        units.put("%", Unit.PERCENT);
        units.put("pp", Unit.PERCENTAGE_POINTS);
        units.put("bp", Unit.BASIS_POINTS);
        units.put("price", Unit.PRICE);
        return units;
    }

    /** What the series of all built-in lists are read in, by their names as they are compared. */
    static Map<String, VendorTable.Reading> known() {
        return Known.READINGS;
    }

    /** The built-in names, gathered when they are first needed. */
    private static final class Known {

        private static final Map<String, VendorTable.Reading> READINGS = readings();

        private static Map<String, VendorTable.Reading> readings() {
            Map<String, VendorTable.Reading> readings = new LinkedHashMap<>();
            for (CsvRow row : builtIn(BUILT_IN).rows()) {
                VendorTable.Reading reading = new VendorTable.Reading(Words.choice(row, "unit", UNITS), zone(row));
                for (String name : row.text("names").split(" ", -1)) {
                    readings.put(VendorTable.key(name), reading);
                }
            }
            SeriesCatalog catalog = SeriesCatalog.builtIn();
            for (CsvRow row : builtIn(BUILT_IN_MACRO).rows()) {
                catalog.find(row.text("id"))
                        .ifPresent(entry -> readings.putIfAbsent(
                                VendorTable.key(row.text("id")),
                                new VendorTable.Reading(entry.unit(), Optional.empty())));
            }
            return Collections.unmodifiableMap(readings);
        }
    }

    static List<SourcedSeries> read(FolderDay folder) {
        SeriesList list = new SeriesList(folder);
        folder.files().table("series.csv", COLUMNS).ifPresent(list::addOwn);
        builtIn(BUILT_IN).rows().forEach(list::addKnown);
        return List.copyOf(list.series);
    }

    /** The ids that the folder's own list or the built-in one names, whether the folder holds them or not. */
    static Set<String> ids(FolderFiles files) {
        Stream<CsvTable> tables =
                Stream.concat(files.find("series.csv").map(files::table).stream(), Stream.of(builtIn(BUILT_IN)));
        return tables.flatMap(table -> table.rows().stream())
                .map(row -> row.text("id"))
                .collect(Collectors.toSet());
    }

    private void addOwn(CsvTable table) {
        for (CsvRow row : Columns.distinct(table, "id")) {
            ids.add(row.text("id"));
            if (!names.add(row.text("name"))) {
                throw row.problem("the name " + Words.quoted(row.text("name")) + " stands in the file twice");
            }
            SeriesRole role = Words.choice(row, "role", SeriesRole.values());
            Unit unit = Words.choice(row, "unit", UNITS);
            Optional<ZoneId> zone = zone(row);
            try {
                values(row, unit, zone).ifPresent(values -> add(row, role, values));
            } catch (IllegalArgumentException | UncheckedIOException e) {
                folder.files().add(new Gap("the series " + row.text("name"), place(row, e) + ": it is left out"));
            }
        }
    }

    private static String place(CsvRow row, RuntimeException fault) {
        return fault instanceof FileFormatException
                ? String.valueOf(fault.getMessage())
                : String.valueOf(row.problem(String.valueOf(fault.getMessage())).getMessage());
    }

    /** The values of a row of the folder's own list, by its file or, without one, by its id. */
    private Optional<TimeSeries> values(CsvRow row, Unit unit, Optional<ZoneId> zone) {
        FolderFiles files = folder.files();
        Optional<String> named = row.optionalText("file");
        if (named.isEmpty()) {
            Optional<TimeSeries> found = files.finder().find(List.of(row.text("id")), unit, zone, folder.date());
            if (found.isEmpty()) {
                files.add(new Gap(
                        "the series " + row.text("name"),
                        "no file of the folder holds it, such as " + row.text("id") + ".csv from " + row.text("source")
                                + ": it is left out"));
            }
            return found;
        }
        Path file = files.find(named.get())
                .orElseThrow(() -> row.problem("the folder does not hold the file " + Words.quoted(named.get())
                        + Words.suggestion(named.get(), files.names())));
        return Optional.of(files.finder()
                .read(file, row.optionalText("column"), row.text("id"), unit, zone)
                .until(folder.date()));
    }

    /** A row of the built-in list, if the folder holds it and its own list does not. */
    private void addKnown(CsvRow row) {
        if (ids.contains(row.text("id"))) {
            return;
        }
        Optional<TimeSeries> found = folder.files()
                .finder()
                .find(
                        List.of(row.text("names").split(" ", -1)),
                        Words.choice(row, "unit", UNITS),
                        zone(row),
                        folder.date());
        if (found.isPresent() && !names.add(row.text("name"))) {
            folder.files()
                    .add(new Gap(
                            "a second series called " + row.text("name"),
                            "that of series.csv is used, not " + row.text("id")));
        } else {
            found.ifPresent(values -> add(row, Words.choice(row, "role", SeriesRole.values()), values));
        }
    }

    private void add(CsvRow row, SeriesRole role, TimeSeries values) {
        String assetClass = row.optionalText("class").orElse("");
        boolean builtIn = row.optionalText("names").isPresent();
        TimeSeries known = known(row.text("id"), role, values);
        boolean represented = series.stream().anyMatch(each -> each.assetClass().equals(assetClass));
        SourcedSeries read = new SourcedSeries(
                row.text("id"),
                row.text("name"),
                role,
                known.unit().equals(Unit.PRICE) ? positive(row.text("name"), known) : known,
                row.text("source"),
                builtIn && represented ? "" : assetClass);
        if (isPlausible(read)) {
            series.add(read);
        }
    }

    /** What was out by the evening of the day, where the library knows when the series is published. */
    private TimeSeries known(String id, SeriesRole role, TimeSeries values) {
        return SeriesCatalog.builtIn()
                .find(id)
                .filter(entry -> role != SeriesRole.OVERNIGHT)
                .map(entry -> values.until(entry.publication()
                        .lastKnown(values.dates(), folder.date())
                        .orElse(LocalDate.MIN)))
                .orElse(values);
    }

    private static boolean isPrice(double value) {
        return value >= LEAST_PRICE && value <= LARGEST_PRICE;
    }

    /** A price that is not positive, or that no price can be, has no return: it is taken as missing and named. */
    private TimeSeries positive(String name, TimeSeries prices) {
        List<TimeSeries.Observation> refused = folder
                .files()
                .histories()
                .of(
                        List.of("prices", name),
                        prices,
                        longer -> observations(longer, value -> !Double.isNaN(value) && !isPrice(value))
                                .toList())
                .stream()
                .filter(each -> prices.dates().contains(each.date()))
                .toList();
        if (refused.isEmpty()) {
            return prices;
        }
        folder.files()
                .add(new Gap(
                        "a " + (refused.get(0).value() <= 0 ? "positive" : "plausible") + " price of " + name + " on "
                                + refused.get(0).date(),
                        refused.get(0).value() + " has no return; " + refused.size()
                                + " such prices are taken as missing"));
        return prices.through(
                all -> Arrays.stream(all)
                        .map(each -> isPrice(each) ? each : Double.NaN)
                        .toArray(),
                prices.unit());
    }

    /** The observations of which the value is of a kind; no date is made of the others. */
    private static Stream<TimeSeries.Observation> observations(TimeSeries series, DoublePredicate kind) {
        return IntStream.range(0, series.size())
                .filter(i -> kind.test(series.value(i)))
                .mapToObj(i -> new TimeSeries.Observation(series.date(i), series.value(i)));
    }

    private boolean isPlausible(SourcedSeries read) {
        String kind = switch (read.role()) {
            case OVERNIGHT -> "overnight_rate";
            case YIELD -> "yield";
            case SPREAD -> "spread";
            case ASSET, SECTOR -> "";
        };
        Optional<TimeSeries.Observation> refused = kind.isEmpty()
                ? Optional.empty()
                : folder.files()
                        .histories()
                        .of(
                                List.of(kind, read.name(), folder.limits().shown(kind)),
                                read.series(),
                                longer -> observations(
                                                longer,
                                                value -> !folder.limits().allow(kind, value))
                                        .findFirst())
                        .filter(each -> read.series().dates().contains(each.date()));
        refused.ifPresent(each -> folder.files()
                .add(new Gap(
                        "a plausible " + read.name() + " on " + each.date(),
                        folder.limits().refusal(kind, read.series().unit().format(each.value()))
                                + ": the series is left out")));
        return refused.isEmpty()
                && (kind.isEmpty() || MacroSeries.isPossible(folder.files(), read.name(), read.series()));
    }

    static Optional<ZoneId> zone(CsvRow row) {
        return row.optionalText("zone").map(name -> {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                throw row.problem(
                        Words.quoted(name) + " in column \"zone\" must be a time zone such as America/New_York"
                                + Words.suggestion(name, ZoneId.getAvailableZoneIds()));
            }
        });
    }

    /** A list that comes with the library. */
    static CsvTable builtIn(String name) {
        return BUILT_IN_TABLES.computeIfAbsent(name, SeriesList::parsed);
    }

    private static CsvTable parsed(String name) {
        try (InputStream stream = Objects.requireNonNull(SeriesList.class.getResourceAsStream(name), name)) {
            return CsvTable.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
