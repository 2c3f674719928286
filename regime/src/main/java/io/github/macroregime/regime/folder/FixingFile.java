package io.github.macroregime.regime.folder;

import io.github.macroregime.core.io.CsvTable;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.instrument.PublishedFixings;
import io.github.macroregime.rates.io.FixingsCsv;
import io.github.macroregime.regime.folder.TrackerInput.EditionFigures;
import io.github.macroregime.regime.folder.TrackerInput.SeriesRole;
import io.github.macroregime.regime.folder.TrackerInput.SourcedFixings;
import io.github.macroregime.regime.folder.TrackerInput.SourcedSeries;
import io.github.macroregime.regime.input.Histories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The published fixings of a folder: those of {@code fixings.csv} as {@link FixingsCsv} reads them, and for every other
 * index those of its series of overnight rates. A fixing counts from the business day after its own.
 */
final class FixingFile {

    static final Columns COLUMNS = Columns.required("date", "index", "rate", "unit", "source");
    private static final Map<String, String> SERIES = Map.of("DFF", "EFFR");
    private static final int LONGEST_PAUSE_DAYS = 7;

    private FixingFile() {}

    static List<SourcedFixings> read(FolderDay folder, List<SourcedSeries> series, EditionFigures figures) {
        Histories histories = folder.files().histories();
        List<SourcedFixings> fixings = new ArrayList<>(folder.files()
                .table("fixings.csv", COLUMNS)
                .map(each -> sourced(each, folder.limits(), figures.date()))
                .orElse(List.of()));
        for (SourcedSeries each : series) {
            OvernightIndex index = index(each, figures);
            boolean known = fixings.stream()
                    .anyMatch(other -> other.fixings().index().name().equals(index.name()));
            if (each.role() == SeriesRole.OVERNIGHT && each.series().unit().equals(Unit.PERCENT) && !known) {
                TimeSeries published = published(fixed(histories, each, index), index, figures.date());
                if (!published.isEmpty()) {
                    fixings.add(new SourcedFixings(new PublishedFixings(index, published), List.of(each.source())));
                }
            }
        }
        return List.copyOf(fixings);
    }

    /** The overnight rate of the edition, else the last one of its series that was published in the last week. */
    static EditionFigures withOvernight(EditionFigures figures, List<SourcedSeries> series) {
        if (figures.overnightRate().isPresent()) {
            return figures;
        }
        OvernightIndex index = figures.overnightIndex();
        return series.stream()
                .filter(each -> each.role() == SeriesRole.OVERNIGHT
                        && index(each, figures).name().equals(index.name()))
                .flatMap(each -> published(
                        fixed(
                                each.series()
                                        .between(
                                                figures.date().minusDays(2 * LONGEST_PAUSE_DAYS),
                                                figures.date().plusDays(1)),
                                index),
                        index,
                        figures.date())
                        .asOf(figures.date(), LONGEST_PAUSE_DAYS)
                        .stream())
                .findFirst()
                .map(observed -> figures.withOvernightRate(Rate.ofDecimal(observed.value())))
                .orElse(figures);
    }

    /** The overnight rate where it is known, else the last fixing of its index. */
    static EditionFigures withLastFixing(EditionFigures figures, List<SourcedFixings> fixings) {
        return figures.overnightRate().isPresent()
                ? figures
                : fixings.stream()
                        .map(SourcedFixings::fixings)
                        .filter(each -> each.index()
                                .name()
                                .equals(figures.overnightIndex().name()))
                        .flatMap(each -> each.rates().latest().stream())
                        .findFirst()
                        .map(last -> figures.withOvernightRate(Rate.ofDecimal(last.value())))
                        .orElse(figures);
    }

    /** The index that a series is named after, else that of the edition. */
    private static OvernightIndex index(SourcedSeries series, EditionFigures figures) {
        String name = SERIES.getOrDefault(series.id(), series.id());
        return OvernightIndex.shipped().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .filter(index -> !index.name().equals(figures.overnightIndex().name()))
                .orElse(figures.overnightIndex());
    }

    /** The fixings that were out, none where the calendar of the index does not reach. */
    private static TimeSeries published(TimeSeries fixed, OvernightIndex index, LocalDate date) {
        return index.fixingDays().covers(date)
                ? new PublishedFixings(index, fixed).publishedBy(date)
                : fixed.slice(0, 0);
    }

    private static TimeSeries fixed(Histories histories, SourcedSeries series, OvernightIndex index) {
        TimeSeries known = series.series();
        return known.isEmpty()
                ? known
                : histories
                        .of(
                                List.of(FixingFile.class, series.name(), index.name()),
                                known,
                                longer -> fixed(longer, index))
                        .until(known.dates().last());
    }

    /** The values on fixing days; FRED repeats the fixing of a Friday on the weekend. */
    private static TimeSeries fixed(TimeSeries series, OvernightIndex index) {
        BusinessDays days = index.fixingDays();
        List<LocalDate> fixed = series.dropMissing().dates().stream()
                .filter(day -> days.covers(day) && days.isOpen(day))
                .toList();
        return series.on(DateIndex.copyOf(fixed));
    }

    private static List<SourcedFixings> sourced(CsvTable table, Limits limits, LocalDate date) {
        List<PublishedFixings> published = FixingsCsv.from(table, date);
        table.rows().forEach(row -> limits.require(row, "rate", TrackerFolder.rateUnit(row), "overnight_rate"));
        return published.stream()
                .map(each ->
                        new SourcedFixings(each, sources(table, each.index().name())))
                .toList();
    }

    private static List<String> sources(CsvTable table, String index) {
        return table.rows().stream()
                .filter(row -> row.text("index").equals(index))
                .map(row -> row.text("source"))
                .distinct()
                .toList();
    }
}
