package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.SeriesCatalog;
import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.input.Gap;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The macro series of a folder by their identifiers: those of its {@code macro.csv} with the unit and the lag it states,
 * and besides them those that the library knows, with the unit, the publication rule and the possible values of
 * {@link SeriesCatalog}. A {@code releases.csv} takes the place of the shipped release calendar.
 */
final class MacroSeries {

    private static final Map<String, Unit> UNITS = Map.of(
            "%", Unit.PERCENT,
            "pp", Unit.PERCENTAGE_POINTS,
            "bp", Unit.BASIS_POINTS,
            "$ mn", Unit.MILLIONS_OF_DOLLARS,
            "$ bn", Unit.BILLIONS_OF_DOLLARS,
            "index", Unit.FRACTION,
            "ratio", Unit.FRACTION,
            "price", Unit.PRICE);

    private static final Columns COLUMNS = Columns.required("id", "unit", "files", "lag_days", "max_age_days");
    private static final int LONGEST_DAYS = 3660;
    private static final double LARGEST = 1e18;
    private static final double LEAST = 1e-18;

    private final Map<String, PublishedSeries> series;

    private MacroSeries(Map<String, PublishedSeries> series) {
        this.series = series;
    }

    static MacroSeries read(FolderFiles files, LocalDate date) {
        Map<String, PublishedSeries> series = new LinkedHashMap<>();
        List<CsvRow> known = SeriesList.builtIn("known-macro.csv").rows();
        List<String> ids = known.stream().map(row -> row.text("id")).toList();
        Set<String> stated = new HashSet<>();
        for (CsvRow row : files.table("macro.csv", COLUMNS)
                .map(table -> Columns.distinct(table, "id"))
                .orElse(List.of())) {
            if (!ids.contains(row.text("id"))) {
                throw row.problem("the id " + Words.quoted(row.text("id")) + " must be one of " + String.join(", ", ids)
                        + Words.suggestion(row.text("id"), ids));
            }
            stated.add(row.text("id"));
            own(files, row, date).ifPresent(each -> series.put(each.name(), each));
        }
        SeriesCatalog catalog = catalog(files);
        for (CsvRow row : known) {
            if (!stated.contains(row.text("id"))) {
                SeriesCatalog.Entry entry = catalog.find(row.text("id")).orElseThrow();
                files.finder()
                        .find(names(row), entry.unit(), Optional.empty(), date)
                        .flatMap(values -> plausible(files, entry, values))
                        .filter(values -> isPossible(files, entry.id(), values))
                        .ifPresent(
                                values -> series.put(entry.id(), entry.published(values, Source.observed(entry.id()))));
            }
        }
        return new MacroSeries(series);
    }

    private static SeriesCatalog catalog(FolderFiles files) {
        return files.find("releases.csv")
                .map(file -> files.once(
                        file, SeriesCatalog.class, each -> SeriesCatalog.builtIn(ReleaseCalendar.read(each))))
                .orElseGet(SeriesCatalog::builtIn);
    }

    /** The values if the series can have them in its usual unit; else a gap that says what the file must state. */
    private static Optional<TimeSeries> plausible(FolderFiles files, SeriesCatalog.Entry entry, TimeSeries values) {
        return files.histories()
                .of(List.of("plausible", entry.id()), values, entry::firstImplausible)
                .filter(impossible -> values.dates().contains(impossible.date()))
                .map(impossible -> {
                    files.add(new Gap(
                            "the unit of " + entry.id(),
                            "it cannot be " + entry.unit().quoted(impossible.value()) + " in " + entry.unit() + " on "
                                    + impossible.date() + ": it is left out; macro.csv can state its unit"));
                    return Optional.<TimeSeries>empty();
                })
                .orElse(Optional.of(values));
    }

    /** Whether differences, ratios and products of the values stay numbers, whatever unit is stated; else a gap. */
    static boolean isPossible(FolderFiles files, String id, TimeSeries values) {
        Optional<LocalDate> beyond = files.histories()
                .of(List.of("possible", id), values, MacroSeries::firstBeyond)
                .filter(values.dates()::contains);
        beyond.ifPresent(day -> files.add(new Gap(
                "a plausible " + id + " on " + day,
                values.unit().quoted(values.on(day).orElseThrow())
                        + " is further from zero or nearer to it than any series can be: it is left out")));
        return beyond.isEmpty();
    }

    private static Optional<LocalDate> firstBeyond(TimeSeries values) {
        return IntStream.range(0, values.size())
                .filter(i -> isBeyond(Math.abs(values.value(i))))
                .mapToObj(values::date)
                .findFirst();
    }

    private static boolean isBeyond(double size) {
        return size > LARGEST || (size > 0 && size < LEAST);
    }

    /** A series of the folder's own list; one that cannot be used is named and left out. */
    private static Optional<PublishedSeries> own(FolderFiles files, CsvRow row, LocalDate date) {
        Unit unit = Words.choice(row, "unit", UNITS);
        int lag = whole(row, "lag_days");
        int age = whole(row, "max_age_days");
        try {
            if (lag < 0 || age < 1) {
                throw row.problem(
                        "lag_days must be 0 or more and max_age_days 1 or more but were " + lag + " and " + age);
            }
            Path file = Arrays.stream(row.text("files").split(" ", -1))
                    .flatMap(name -> files.find(name).stream())
                    .findFirst()
                    .orElseThrow(() -> row.problem("the folder does not hold the file "
                            + Words.quoted(row.text("files")) + Words.suggestion(row.text("files"), files.names())));
            TimeSeries values = files.finder()
                    .read(file, Optional.empty(), row.text("id"), unit, Optional.empty())
                    .until(date);
            return isPossible(files, row.text("id"), values)
                    ? Optional.of(new PublishedSeries(
                            row.text("id"),
                            values,
                            Source.observed(row.text("id")),
                            PublicationLag.days(lag),
                            MaxAge.days(age)))
                    : Optional.empty();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            files.add(new Gap("the macro series " + row.text("id"), e.getMessage() + ": it is left out"));
            return Optional.empty();
        }
    }

    private static int whole(CsvRow row, String column) {
        double days = row.number(column, Unit.COUNT);
        if (days != Math.rint(days) || Math.abs(days) > LONGEST_DAYS) {
            throw row.problem("the " + column + " must be a whole number of days but was " + row.text(column));
        }
        return (int) days;
    }

    /** The id and the names of the files without their ending. */
    private static List<String> names(CsvRow row) {
        return Stream.concat(
                        Stream.of(row.text("id")),
                        Arrays.stream(row.text("files").split(" ", -1)).map(name -> name.replaceFirst("\\.csv$", "")))
                .toList();
    }

    Optional<PublishedSeries> published(String id) {
        return Optional.ofNullable(series.get(id));
    }

    /** A series under the name it has in the report. */
    Optional<PublishedSeries> named(String id, String name) {
        return published(id).map(each -> each.named(name));
    }
}
