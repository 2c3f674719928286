package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.FileFormatException;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Gap;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the series of a name in the files of a folder, by their headers and by their names.
 *
 * <p>Files that hold the same series are joined where they agree on every common day; where they do not, the one that
 * reaches further is used and the other named.
 */
final class SeriesFinder {

    private static final Pattern BESIDES = Pattern.compile(
            "(_fredgraph|_ohlcv?|_history|_close|_daily|"
                    + " ?\\(\\d+\\)|_to_\\d{4}(-\\d{2})?|_\\d{4}-\\d{2}-\\d{2}|_\\d{4}_\\d{4})+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN = Pattern.compile(
            "(edition|sectors|credit|bands|meetings|quotes|implied_rates|fixings|overlays|statements|series|macro|events"
                    + "|baskets|drivers|quadrants|weights|limits|cot_tff_.*|vintages_quarterly.*|fomc_meetings.*)\\.csv");
    private static final double SAME = 1e-4;
    private static final int SHOWN = 4;

    private final FolderFiles files;
    private final Holders holders;
    private final Map<Path, Set<String>> taken = new LinkedHashMap<>();
    private final Map<Path, Set<String>> claimed = new HashMap<>();

    SeriesFinder(FolderFiles files, Holders holders) {
        this.files = files;
        this.holders = holders;
    }

    /** The tables of a folder and which names they hold, filled when a series is first asked for. */
    static final class Holders {

        private final Map<Path, VendorTable> tables = new HashMap<>();
        private final Map<Path, String> unreadable = new HashMap<>();
        private final Map<String, List<Holder>> byName = new HashMap<>();
        private final Map<Path, Set<String>> byFile = new HashMap<>();
        private boolean scanned;

        private final Function<Path, TableFile> files;

        Holders(Function<Path, TableFile> files) {
            this.files = files;
        }

        private VendorTable table(Path file) {
            return tables.computeIfAbsent(file, each -> new VendorTable(files.apply(each)));
        }

        private void scan(FolderFiles folder) {
            if (scanned) {
                return;
            }
            Map<String, VendorTable.Reading> known = SeriesList.known();
            List<Supplier<Scan>> scans = folder.listed().stream()
                    .filter(file -> isTable(file) && !isOwn(FolderFiles.nameOf(file)))
                    .<Supplier<Scan>>map(file -> () -> scan(file, known))
                    .toList();
            folder.histories().all(scans).forEach(this::add);
            scanned = true;
        }

        /** What a file holds; changes nothing that another thread may read. */
        private Scan scan(Path file, Map<String, VendorTable.Reading> known) {
            try {
                List<List<String>> head = files.apply(file).firstLines(1, TableLayout.csv());
                if (!head.isEmpty() && VintageFiles.isVintages(head.get(0))) {
                    return new Scan(file, Optional.empty(), List.of(), Optional.empty());
                }
                VendorTable table =
                        Optional.ofNullable(tables.get(file)).orElseGet(() -> new VendorTable(files.apply(file)));
                List<Held> held = table.isDated() ? held(file, table, known.keySet()) : List.of();
                if (table.isDated()) {
                    table.load(known);
                }
                held.forEach(each -> Optional.ofNullable(known.get(each.name()))
                        .ifPresent(reading -> table.prepare(each.holder().name(), reading)));
                return new Scan(file, Optional.of(table), held, Optional.empty());
            } catch (IllegalArgumentException | UncheckedIOException e) {
                return new Scan(file, Optional.empty(), List.of(), Optional.of(String.valueOf(e.getMessage())));
            }
        }

        private static List<Held> held(Path file, VendorTable table, Set<String> known) {
            boolean hasFile = table.names().contains(VendorTable.FILE);
            boolean single = hasFile && table.header().size() == 1;
            List<String> names = table.names().stream()
                    .filter(name -> !name.equals(VendorTable.FILE))
                    .toList();
            List<Held> held = new ArrayList<>();
            names.forEach(name -> held.add(new Held(name, new Holder(file, single ? VendorTable.FILE : name))));
            if (hasFile && Collections.disjoint(names, known)) {
                held.add(new Held(nameOf(file), new Holder(file, VendorTable.FILE)));
            }
            return held;
        }

        private void add(Scan scan) {
            scan.table().ifPresent(table -> tables.put(scan.file(), table));
            scan.fault().ifPresent(fault -> unreadable.put(scan.file(), fault));
            for (Held held : scan.held()) {
                byName.computeIfAbsent(held.name(), each -> new ArrayList<>()).add(held.holder());
                byFile.computeIfAbsent(scan.file(), each -> new TreeSet<>()).add(held.name());
            }
        }

        /** The names under which a file is held. */
        private Set<String> names(Path file) {
            return byFile.getOrDefault(file, Set.of());
        }
    }

    /** What a file holds, or why it cannot be read. */
    private record Scan(Path file, Optional<VendorTable> table, List<Held> held, Optional<String> fault) {}

    /** A series by the name that is asked for. */
    private record Held(String name, Holder holder) {}

    /** A file and the name under which it holds a series. */
    private record Holder(Path file, String name) {}

    /** A series in a file, up to the day. */
    private record Found(Holder holder, TimeSeries series) {

        LocalDate last() {
            return series.latest().map(TimeSeries.Observation::date).orElse(LocalDate.MIN);
        }
    }

    private static boolean isTable(Path file) {
        return FolderFiles.nameOf(file).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** The name of the series that a file of one series holds, by the name of the file. */
    private static String nameOf(Path file) {
        String name = FolderFiles.nameOf(file);
        return VendorTable.key(BESIDES.matcher(name.substring(0, name.length() - ".csv".length()))
                .replaceFirst(""));
    }

    /** The series of one of the names up to a day; what cannot be read is named among the gaps. */
    Optional<TimeSeries> find(Collection<String> names, Unit unit, Optional<ZoneId> zone, LocalDate date) {
        holders.scan(files);
        List<Found> found = names.stream()
                .map(VendorTable::key)
                .distinct()
                .flatMap(name -> holders.byName.getOrDefault(name, List.of()).stream())
                .distinct()
                .filter(holder -> !claimed.getOrDefault(holder.file(), Set.of()).contains(holder.name()))
                .flatMap(holder -> read(holder, unit, zone, date).stream())
                .sorted(Comparator.comparing(Found::last)
                        .thenComparing(each -> each.series().size())
                        .reversed()
                        .thenComparing(each -> each.holder().file()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TimeSeries joined = found.get(0).series();
        take(found.get(0).holder());
        for (Found other : found.subList(1, found.size())) {
            joined = joined(joined, other, found.get(0).holder(), date);
        }
        return Optional.of(joined);
    }

    /** The opening prices beside closes that end as the given ones do; what is no price is missing. */
    Optional<TimeSeries> opens(Collection<String> names, Optional<ZoneId> zone, TimeSeries closes, LocalDate date) {
        return names.stream()
                .map(VendorTable::key)
                .distinct()
                .flatMap(name -> holders.byName.getOrDefault(name, List.of()).stream())
                .filter(holder -> holder.name().equals(VendorTable.FILE))
                .map(holder -> holders.table(holder.file()))
                .filter(table -> table.header().stream().anyMatch("open"::equalsIgnoreCase))
                .flatMap(table -> opens(table, new VendorTable.Reading(Unit.PRICE, zone), closes, date).stream())
                .findFirst();
    }

    /** Nothing where the closes end otherwise, or where a column cannot be read: the move from the open is left out. */
    private static Optional<TimeSeries> opens(
            VendorTable table, VendorTable.Reading reading, TimeSeries closes, LocalDate date) {
        try {
            return endsAs(table.series(VendorTable.FILE, reading).until(date), closes)
                    ? Optional.of(table.column("open", reading)
                            .until(date)
                            .through(
                                    all -> Arrays.stream(all)
                                            .map(open -> open > 0 ? open : Double.NaN)
                                            .toArray(),
                                    Unit.PRICE))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean endsAs(TimeSeries beside, TimeSeries closes) {
        return beside.latest().isPresent() && beside.latest().equals(closes.latest());
    }

    private Optional<Found> read(Holder holder, Unit unit, Optional<ZoneId> zone, LocalDate date) {
        try {
            TimeSeries series = holders.table(holder.file()).series(holder.name(), new VendorTable.Reading(unit, zone));
            return Optional.of(new Found(holder, series.until(date)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            files.leaveOut(holder.file(), "it cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private TimeSeries joined(TimeSeries series, Found other, Holder first, LocalDate date) {
        String shown = files.shown(first.file());
        TimeSeries added = other.series().dropMissing();
        Joint joint = files.histories()
                .of(
                        List.of(Joint.class, first, other.holder()),
                        List.of(series.dropMissing(), added),
                        past -> Joint.of(past.get(0), past.get(1)));
        int common = joint.common().insertionAfter(date);
        Optional<LocalDate> differing = common == 0 && added.unit().equals(Unit.PRICE) && !added.isEmpty()
                ? Optional.of(added.dates().first())
                : joint.differing().filter(day -> !day.isAfter(date));
        if (differing.isPresent()) {
            files.leaveOut(
                    other.holder().file(),
                    "it differs from " + shown + " on " + differing.get() + ", which reaches further: not read");
            return series;
        }
        if (common == added.size()) {
            files.leaveOut(other.holder().file(), shown + " holds the same days and reaches as far: not read");
            return series;
        }
        take(other.holder());
        return joint.all().until(date);
    }

    /**
     * Two series that may be the same.
     *
     * @param common the days that both have
     * @param differing the first of them on which they differ
     * @param all the first with what the second has besides
     */
    private record Joint(DateIndex common, Optional<LocalDate> differing, TimeSeries all) {

        static Joint of(TimeSeries one, TimeSeries other) {
            DateIndex common = one.dates().intersect(other.dates());
            TimeSeries first = one.on(common);
            TimeSeries second = other.on(common);
            return new Joint(
                    common,
                    IntStream.range(0, common.size())
                            .filter(i -> Math.abs(first.value(i) - second.value(i))
                                    > SAME * Math.max(Math.abs(first.value(i)), Math.abs(second.value(i))))
                            .mapToObj(common::get)
                            .findFirst(),
                    common.size() == other.size() ? one : with(one, other));
        }

        private static TimeSeries with(TimeSeries one, TimeSeries other) {
            DateIndex dates = one.dates().union(other.dates());
            TimeSeries before = one.on(dates);
            TimeSeries beside = other.on(dates);
            return TimeSeries.of(
                    dates,
                    IntStream.range(0, dates.size())
                            .mapToDouble(i -> Double.isNaN(before.value(i)) ? beside.value(i) : before.value(i))
                            .toArray(),
                    one.unit());
        }
    }

    private void take(Holder holder) {
        files.use(holder.file());
        taken.computeIfAbsent(holder.file(), file -> new HashSet<>()).add(holder.name());
    }

    /**
     * The series of a file that a list names: its only one, the one of a stated column, or the one of its id.
     *
     * @throws IllegalArgumentException if the file cannot be read or it is unclear which column is meant
     */
    TimeSeries read(Path file, Optional<String> column, String id, Unit unit, Optional<ZoneId> zone) {
        files.use(file);
        VendorTable table = holders.table(file);
        String name = VendorTable.key(column.orElse(id));
        Set<String> names = table.names();
        if (column.isEmpty() && !names.contains(name)) {
            name = names.contains(VendorTable.FILE) ? VendorTable.FILE : name;
            if (!names.contains(name)) {
                throw new FileFormatException(
                        file.toString(),
                        1,
                        "it is unclear which column holds the values; the header has " + table.header());
            }
        }
        claimed.computeIfAbsent(file, each -> new HashSet<>()).add(name);
        claimed.get(file).add(names.size() <= 2 ? VendorTable.FILE : name);
        taken.computeIfAbsent(file, each -> new HashSet<>()).add(name);
        VendorTable.Reading reading = new VendorTable.Reading(unit, zone);
        return column.isPresent() ? table.column(column.get(), reading) : table.series(name, reading);
    }

    /** Whether a file of this name is a table of the report and holds no series. */
    static boolean isOwn(String name) {
        return OWN.matcher(name).matches();
    }

    /** Why a file that nobody asked for was not read. */
    String unknown(Path file) {
        return UnreadFile.reason(files, file, holders.names(file), Optional.ofNullable(holders.unreadable.get(file)));
    }

    /** Names the columns of wide tables that nobody asked for. */
    void nameUnused() {
        taken.forEach((file, names) -> {
            List<String> unused = holders.table(file).names().stream()
                    .filter(name -> !names.contains(name) && !name.equals(VendorTable.FILE))
                    .sorted()
                    .toList();
            if (!unused.isEmpty() && holders.table(file).names().size() > 2) {
                files.add(new Gap(
                        "a use for " + unused.size() + " of the names in " + files.shown(file),
                        String.join(", ", unused.subList(0, Math.min(SHOWN, unused.size())))
                                + (unused.size() > SHOWN ? ", ..." : "")
                                + " not read; series.csv can list them"));
            }
        });
    }
}
