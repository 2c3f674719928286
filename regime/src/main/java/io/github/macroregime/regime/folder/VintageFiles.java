package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.io.FredJson;
import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.io.TableFile;
import io.github.macroregime.core.io.TableLayout;
import io.github.macroregime.core.io.VintageCsv;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublicationLag.Basis;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.EconomyInput.QuadrantSource;
import io.github.macroregime.regime.input.Gap;
import io.github.macroregime.regime.macro.QuadrantOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The vintages of a folder: what output, payrolls and prices were said to be on each day.
 *
 * <p>A file is known by its header: ALFRED's columns of vintages or real-time periods, with commas or tabs; real-time data
 * of the Federal Reserve Bank of Philadelphia exported as CSV, {@code EMPLOY24M3}; lines with {@code series},
 * {@code snapshot_date}, {@code observation_date}, {@code value}, or with {@code vintage} for the day; quarterly levels
 * behind {@code vintage} and {@code observation}; and FRED's answers in JSON, of which the name holds the series. Where a
 * file states only the month of publication its last day is taken, so that nothing is seen too early.
 */
final class VintageFiles {

    private static final String PRICES = "CPIAUCSL";
    private static final String GDP = "GDP";
    private static final List<String> USED = List.of(PRICES, "INDPRO", "PAYEMS");
    private static final int RELEASE_AGE_DAYS = 75;
    private static final int QUARTERLY_AGE_DAYS = 125;
    private static final String OBSERVATION = "observation";
    private static final String OBSERVED = "observation_date";
    private static final String SNAPSHOT = "snapshot_date";
    private static final String SERIES = "series";
    private static final String VALUE = "value";
    private static final String VINTAGE = "vintage";
    private static final Pattern QUARTERLY = Pattern.compile("vintages_quarterly.*\\.csv");
    private static final Pattern BY_DAY = Pattern.compile("(.+)_\\d{8}");
    private static final Pattern PHILADELPHIA = Pattern.compile("(EMPLOY|IPT|PCPIX?)(\\d{2})M(\\d{1,2})");
    private static final Map<String, String> IDS =
            Map.of("EMPLOY", "PAYEMS", "IPT", "INDPRO", "PCPI", PRICES, "PCPIX", "CPILFESL");
    private static final int SHOWN = 4;

    private final FolderFiles files;
    private final LocalDate date;
    private final Map<String, List<Known>> monthly = new LinkedHashMap<>();
    private final List<QuadrantSource> quarterly = new ArrayList<>();

    private VintageFiles(FolderFiles files, LocalDate date) {
        this.files = files;
        this.date = date;
    }

    /** What a file knew of a series on the day. */
    private record Known(Path file, Vintages vintages, Basis basis) {

        LocalDate last() {
            return vintages.releaseDates().last();
        }
    }

    static VintageFiles read(FolderFiles files, LocalDate date) {
        VintageFiles read = new VintageFiles(files, date);
        for (Path file : files.histories().of(List.of(VINTAGE, "files"), files.listed(), all -> holding(files))) {
            if (QUARTERLY.matcher(FolderFiles.nameOf(file)).matches()) {
                read.addQuarterly(file, files.table(file));
                continue;
            }
            try {
                read.add(file);
            } catch (IllegalArgumentException | UncheckedIOException e) {
                files.leaveOut(file, "its vintages cannot be read: " + e.getMessage());
            }
        }
        read.monthly
                .values()
                .forEach(known ->
                        known.sort(Comparator.comparing(Known::last).reversed().thenComparing(Known::file)));
        return read;
    }

    /** The files that may hold vintages, by their names and headers, which the days share. */
    private static List<Path> holding(FolderFiles files) {
        return files.listed().stream()
                .filter(file -> {
                    String name = FolderFiles.nameOf(file).toLowerCase(Locale.ROOT);
                    boolean isText = name.endsWith(".csv") || name.endsWith(".txt");
                    return QUARTERLY.matcher(name).matches()
                            || (isText
                                    ? isTabbed(files, file) || isVintages(files.header(file))
                                    : name.endsWith(".json"));
                })
                .toList();
    }

    private static boolean isTabbed(FolderFiles files, Path file) {
        return files.header(file).stream().anyMatch(each -> each.contains("\t"));
    }

    /** Whether a table holds vintages, which are no series to be read as one. */
    static boolean isVintages(List<String> header) {
        return header.contains("realtime_start_date")
                || header.containsAll(List.of(VINTAGE, OBSERVATION))
                || header.containsAll(List.of(SERIES, OBSERVED, VALUE))
                || (header.size() > 1
                        && header.stream()
                                .skip(1)
                                .allMatch(name -> BY_DAY.matcher(name).matches()
                                        || PHILADELPHIA.matcher(name).matches()));
    }

    /** The quarterly levels of a file of several series. */
    List<QuadrantSource> quarterly() {
        return quarterly;
    }

    /** The change of a series over so many observations inside each vintage, the newest on each day of publication. */
    Optional<PublishedSeries> newest(String id, String measured, UnaryOperator<TimeSeries> change) {
        return monthly.getOrDefault(id, List.of()).stream()
                .min(Comparator.comparing(each -> each.vintages().releaseDates().first()))
                .map(each -> new PublishedSeries(
                        id,
                        files.histories()
                                .of(
                                        List.of(VINTAGE, each.file(), id, measured),
                                        each.vintages(),
                                        known -> known.through(change).newest()),
                        Source.observed("vintages of " + files.shown(each.file())),
                        PublicationLag.days(0),
                        MaxAge.days(RELEASE_AGE_DAYS)));
    }

    /** Growth and prices as they were known, if the folder holds enough vintages of both. */
    Optional<QuadrantSource> monthly(String name, String growth) {
        List<Known> outputs = monthly.getOrDefault(growth, List.of());
        List<Known> prices = monthly.getOrDefault(PRICES, List.of());
        for (Known output : outputs) {
            for (Known price : prices) {
                QuadrantSource source = new QuadrantSource.Revised(
                        name,
                        output.vintages(),
                        price.vintages(),
                        QuadrantOptions.withDefaults(),
                        RELEASE_AGE_DAYS,
                        output.basis() == Basis.ASSUMED_LAG ? output.basis() : price.basis(),
                        Source.observed(source(output, price)));
                boolean present = source.history(date, files.histories())
                        .asOf(date)
                        .filter(reading -> !reading.released().isBefore(date.minusDays(RELEASE_AGE_DAYS)))
                        .isPresent();
                if (present) {
                    return Optional.of(source);
                }
            }
        }
        if (!outputs.isEmpty() && !prices.isEmpty()) {
            files.add(new Gap(
                    "vintages for " + name + " on " + date,
                    "those of " + files.shown(outputs.get(0).file()) + " and "
                            + files.shown(prices.get(0).file())
                            + " are too old or too few: final data are used, revised since"));
        }
        return Optional.empty();
    }

    private String source(Known output, Known price) {
        String first = "vintages of " + files.shown(output.file());
        return output.file().equals(price.file()) ? first : first + " and " + files.shown(price.file());
    }

    private void add(Path file) {
        String name = FolderFiles.nameOf(file);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            USED.stream()
                    .filter(id -> name.matches("(?i)(.*[^A-Z0-9])?" + id + "([^A-Z0-9].*)?\\.json"))
                    .forEach(id -> keep(
                            file, id, once(file, id, () -> FredJson.readVintages(unit(id), file)), Basis.RELEASED));
        } else if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            List<String> header = isTabbed(files, file)
                    ? files.peek(file)
                            .firstLines(1, TableLayout.csv().withSeparator('\t'))
                            .get(0)
                    : files.header(file);
            if (isVintages(header)) {
                add(file, files.peek(file), header);
            }
        }
    }

    private void add(Path file, TableFile text, List<String> header) {
        if (header.contains(OBSERVATION)) {
            addQuarterly(file, files.table(file));
        } else if (header.contains(SERIES)) {
            Basis basis = once(file, "basis", () -> basis(files.table(file)));
            once(file, SNAPSHOT, () -> snapshots(files.table(file)))
                    .forEach((id, known) -> keep(file, id, known, basis));
            nameUnused(file, once(file, "unused", () -> unused(files.table(file))));
        } else if (PHILADELPHIA.matcher(header.get(1)).matches()) {
            addPhiladelphia(file, text, PHILADELPHIA.matcher(header.get(1)).replaceFirst("$1"));
        } else {
            String id = header.stream()
                    .skip(1)
                    .filter(name -> !name.startsWith("realtime_"))
                    .map(name -> BY_DAY.matcher(name).replaceFirst("$1"))
                    .findFirst()
                    .orElse("");
            if (USED.contains(id)) {
                keep(file, id, once(file, id, () -> VintageCsv.read(text, id, unit(id))), Basis.RELEASED);
            } else {
                files.leaveOut(file, "no part of the report uses vintages of " + Words.quoted(id));
            }
        }
    }

    private static Unit unit(String id) {
        return SeriesCatalog.builtIn().find(id).orElseThrow().unit();
    }

    /** What does not depend on the day, made of a file for the first of them. */
    private <T> T once(Path file, String what, Supplier<T> made) {
        return files.histories().of(List.of(VINTAGE, file, what), file, each -> made.get());
    }

    /** What was known on the day, the same object until something new is. */
    private Vintages known(Path file, String id, Vintages vintages) {
        DateIndex releases = once(file, id + " releases", vintages::releaseDates);
        return files.histories()
                .of(List.of(VINTAGE, file, id + " known"), releases.insertionAfter(date), each -> vintages.until(date));
    }

    /** Keeps what was known on the day. */
    private void keep(Path file, String id, Vintages vintages, Basis basis) {
        Vintages known = known(file, id, vintages);
        if (known.revisions().isEmpty()) {
            files.leaveOut(
                    file, "its first vintage is of " + vintages.releaseDates().first() + ": not used for " + date);
        } else {
            files.use(file);
            monthly.computeIfAbsent(id, each -> new ArrayList<>()).add(new Known(file, known, basis));
        }
    }

    private static Map<String, Vintages> snapshots(CsvTable table) {
        Map<String, Vintages> known = new LinkedHashMap<>();
        table.rows().stream()
                .filter(row -> row.optionalText(VALUE).isPresent())
                .map(row -> row.text(SERIES))
                .distinct()
                .filter(USED::contains)
                .forEach(id -> known.put(id, VintageCsv.read(table, id, unit(id))));
        return known;
    }

    private static List<String> unused(CsvTable table) {
        return table.rows().stream()
                .map(row -> row.text(SERIES))
                .distinct()
                .filter(id -> !USED.contains(id))
                .sorted()
                .toList();
    }

    private void nameUnused(Path file, List<String> unused) {
        if (!unused.isEmpty()) {
            files.add(new Gap(
                    "a use for the vintages of " + unused.size() + " series in " + files.shown(file),
                    String.join(", ", unused.subList(0, Math.min(SHOWN, unused.size())))
                            + (unused.size() > SHOWN ? ", ..." : "") + " not read"));
        }
    }

    private void addPhiladelphia(Path file, TableFile text, String series) {
        String id = IDS.getOrDefault(series, "");
        if (USED.contains(id)) {
            keep(file, id, VintageCsv.read(text, series, Unit.FRACTION), Basis.ASSUMED_LAG);
        } else {
            files.leaveOut(file, "no part of the report uses vintages of " + Words.quoted(id));
        }
    }

    private void addQuarterly(Path file, CsvTable table) {
        table.requiring(PRICES);
        files.use(file);
        for (String growth : List.of(GDP, "INDPRO")) {
            if (table.has(growth)) {
                quarterly.add(new QuadrantSource.Revised(
                        growth + " and CPI, quarterly",
                        quarterly(file, table, growth),
                        quarterly(file, table, PRICES),
                        QuadrantOptions.ofQuarterlyData(),
                        QUARTERLY_AGE_DAYS,
                        once(file, "basis", () -> basis(table)),
                        Source.observed(FolderFiles.nameOf(file))));
            }
        }
    }

    /** What was known on the day, also where a later line of the file is at fault. */
    private Vintages quarterly(Path file, CsvTable table, String column) {
        Optional<Vintages> whole = once(file, column, () -> {
            try {
                return Optional.of(quarterly(table, column, LocalDate.MAX));
            } catch (IllegalArgumentException e) {
                return Optional.<Vintages>empty();
            }
        });
        return whole.map(vintages -> known(file, column, vintages)).orElseGet(() -> quarterly(table, column, date));
    }

    private static Vintages quarterly(CsvTable table, String column, LocalDate date) {
        List<CsvRow> rows = table.rows().stream()
                .filter(row -> !VintageCsv.publishedOn(row).isAfter(date))
                .toList();
        return VintageCsv.read(table.withRows(rows), column, Unit.FRACTION);
    }

    /** A day where every row has one. */
    private static Basis basis(CsvTable table) {
        return table.rows().stream().allMatch(row -> row.optionalText(SNAPSHOT).isPresent())
                ? Basis.RELEASED
                : Basis.ASSUMED_LAG;
    }
}
