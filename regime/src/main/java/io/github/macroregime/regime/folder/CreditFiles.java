package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvRow;
import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.credit.DateSpan;
import io.github.macroregime.credit.Instrument;
import io.github.macroregime.credit.Landmark;
import io.github.macroregime.credit.band.Band;
import io.github.macroregime.credit.band.Bands;
import io.github.macroregime.credit.band.Bound;
import io.github.macroregime.credit.band.Bound.Ownership;
import io.github.macroregime.credit.band.DatedBand;
import io.github.macroregime.credit.band.Severity;
import io.github.macroregime.regime.folder.TrackerInput.CreditFigures;
import io.github.macroregime.regime.input.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code credit.csv} and the bands of each of its instruments from {@code bands.csv}.
 *
 * <p>Levels are of one day. Which instrument a series is the history of, and its bands, are of every day; a band may say
 * from and until when it holds.
 */
final class CreditFiles {

    private static final Columns COLUMNS = Columns.required("instrument", "kind", "level_bp")
            .optional(
                    "date",
                    "series",
                    "average_name",
                    "average_bp",
                    "average_from",
                    "average_before",
                    "high_name",
                    "high_bp",
                    "high_from",
                    "high_before",
                    "low_name",
                    "low_bp",
                    "low_from",
                    "low_before");

    private static final Columns BANDS = Columns.required("instrument", "band", "from_bp", "to_bp", "severity")
            .optional("from_edge", "to_edge", "valid_from", "valid_until");

    private static final Map<String, Function<String, Instrument>> KINDS = kinds();

    private CreditFiles() {}

    /**
     * What a series is the history of.
     *
     * @param instrument the instrument
     * @param bands its bands that hold on the day
     */
    record Subject(Instrument instrument, List<Band> bands) {}

    /** The subjects of series by id, of whatever day the levels beside them are. */
    static Map<String, Subject> subjects(FolderFiles files, Limits limits, LocalDate date) {
        Map<String, List<DatedBand>> bands = bands(files, limits);
        Map<String, Subject> subjects = new HashMap<>();
        files.table("credit.csv", COLUMNS).ifPresent(table -> {
            for (CsvRow row : table.rows()) {
                String name = row.text("instrument");
                List<Band> held = DatedBand.on(bands.getOrDefault(name, List.of()), date);
                subjects.put(series(row), new Subject(instrument(row), usable(files, name, held)));
            }
        });
        return subjects;
    }

    private static Map<String, Function<String, Instrument>> kinds() {
        Map<String, Function<String, Instrument>> kinds = new LinkedHashMap<>();
        kinds.put("cdx", Instrument.Cdx::new);
        kinds.put("cash_oas", Instrument.CashOas::new);
        kinds.put("yield_spread", Instrument.YieldSpread::new);
        kinds.put("unstated", Instrument.Unstated::new);
        return kinds;
    }

    static List<CreditFigures> read(FolderDay folder) {
        Map<String, List<DatedBand>> bands = bands(folder.files(), folder.limits());
        Optional<CsvTable> credit = folder.files().table("credit.csv", COLUMNS);
        Set<String> instruments = credit.map(CsvTable::rows).orElse(List.of()).stream()
                .map(row -> row.text("instrument"))
                .collect(Collectors.toSet());
        bands.keySet().stream()
                .filter(name -> !instruments.contains(name))
                .forEach(name -> folder.files()
                        .add(new Gap(
                                "a use for the bands of " + name,
                                "bands.csv: credit.csv has no such instrument" + Words.suggestion(name, instruments))));
        return credit.flatMap(table -> DayRows.of(table, folder, folder.limits().age("credit_age")))
                .map(day -> Columns.distinct(day.rows(), "instrument").stream()
                        .map(row -> figures(folder, day.day(), row, bands))
                        .toList())
                .orElse(List.of());
    }

    private static CreditFigures figures(
            FolderDay folder, LocalDate day, CsvRow row, Map<String, List<DatedBand>> bands) {
        String name = row.text("instrument");
        String series = series(row);
        if (!series.isEmpty()
                && (instrument(row) instanceof Instrument.Unstated
                        || known(series, series).isEmpty())) {
            folder.files()
                    .add(new Gap(
                            "the kind of " + instrument(row).label() + " and of its history " + series,
                            "that both are one instrument is what credit.csv says: not checked"));
        }
        return new CreditFigures(
                instrument(row),
                series,
                day,
                folder.limits().rate(row, "level_bp", Unit.BASIS_POINTS, "spread"),
                landmarks(row, folder.limits()),
                usable(folder.files(), name, DatedBand.on(bands.getOrDefault(name, List.of()), folder.date())));
    }

    /** The bands of an instrument, none if they cannot stand beside one another. */
    private static List<Band> usable(FolderFiles files, String name, List<Band> bands) {
        try {
            Bands.withHolesUnnamed(bands);
            return bands;
        } catch (IllegalArgumentException e) {
            files.add(new Gap("bands of " + name + " that fit together", "bands.csv: " + e.getMessage()));
            return List.of();
        }
    }

    private static Instrument instrument(CsvRow row) {
        return Words.choice(row, "kind", KINDS).apply(row.text("instrument"));
    }

    /** The id of the history, which is not of a known other kind than the level. */
    private static String series(CsvRow row) {
        String id = row.optionalText("series").orElse("");
        Instrument instrument = instrument(row);
        Optional<Instrument> history = known(id, id);
        if (history.isPresent()) {
            try {
                instrument.requireComparable(history.get());
            } catch (IllegalArgumentException e) {
                throw row.problem("the series " + id + " is no history of it: " + e.getMessage());
            }
        }
        return id;
    }

    /** What a series of FRED is the spread of: ICE BofA option-adjusted spreads, and Moody's yields less others. */
    static Optional<Instrument> known(String id, String name) {
        if (id.startsWith("BAML") && !id.matches(".*(EY|SYTW|TRIV)")) {
            return Optional.of(new Instrument.CashOas(name));
        }
        return id.matches("(BAA|AAA)(10Y|10YM|FF|FFM)")
                ? Optional.of(new Instrument.YieldSpread(name))
                : Optional.empty();
    }

    private static List<Landmark> landmarks(CsvRow row, Limits limits) {
        List<Landmark> landmarks = new ArrayList<>();
        landmark(row, limits, "average", Landmark.Kind.AVERAGE).ifPresent(landmarks::add);
        landmark(row, limits, "high", Landmark.Kind.HIGH).ifPresent(landmarks::add);
        landmark(row, limits, "low", Landmark.Kind.LOW).ifPresent(landmarks::add);
        return landmarks;
    }

    private static Optional<Landmark> landmark(CsvRow row, Limits limits, String prefix, Landmark.Kind kind) {
        return limits.optionalRate(row, prefix + "_bp", Unit.BASIS_POINTS, "spread")
                .map(level -> {
                    LocalDate from = row.date(prefix + "_from");
                    LocalDate before = row.date(prefix + "_before");
                    if (!from.isBefore(before)) {
                        throw row.problem(prefix + "_before must lie after " + from + " but was " + before);
                    }
                    return new Landmark(kind, row.text(prefix + "_name"), level, new DateSpan(from, before));
                });
    }

    private static Map<String, List<DatedBand>> bands(FolderFiles files, Limits limits) {
        Map<String, List<DatedBand>> bands = new TreeMap<>();
        for (CsvRow row : files.table("bands.csv", BANDS).map(CsvTable::rows).orElse(List.of())) {
            Bound from = bound(row, limits, "from");
            Bound to = bound(row, limits, "to");
            Severity severity = Words.choice(row, "severity", Severity.values());
            bands.computeIfAbsent(row.text("instrument"), name -> new ArrayList<>())
                    .add(dated(row, row.parsed("band", name -> Band.of(name, from, to, severity))));
        }
        return bands;
    }

    private static DatedBand dated(CsvRow row, Band band) {
        LocalDate first = day(row, "valid_from", LocalDate.MIN);
        LocalDate last = day(row, "valid_until", LocalDate.MAX);
        if (last.isBefore(first)) {
            throw row.problem("valid_until must not lie before " + first + " but was " + last);
        }
        return new DatedBand(band, first, last);
    }

    private static LocalDate day(CsvRow row, String column, LocalDate unlimited) {
        return row.optionalText(column).isPresent() ? row.date(column) : unlimited;
    }

    private static Bound bound(CsvRow row, Limits limits, String side) {
        Optional<Rate> edge = limits.optionalRate(row, side + "_bp", Unit.BASIS_POINTS, "spread");
        return edge.isPresent()
                ? new Bound.Edge(edge.get(), Words.choice(row, side + "_edge", Ownership.values()))
                : new Bound.Unbounded();
    }
}
