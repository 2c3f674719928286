package io.github.macroregime.core.io;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Observations as FRED and ALFRED answer in JSON ({@code fred/series/observations?file_type=json}).
 *
 * <p>Values are strings and {@code .} is missing. An answer may hold one row for each date, or several with different
 * real-time spans, which are vintages. An answer that was cut by its limit is refused unless all its pages are given;
 * one with transformed {@code units} such as {@code pc1} is refused unless the caller names that transformation.
 */
public final class FredJson {

    private static final String AS_PUBLISHED = "lin";

    private FredJson() {}

    /**
     * The series of an answer with one row for each date.
     *
     * @param unit the unit the values are quoted in
     * @param pages the files of all pages in any order, usually one
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, pages are missing, the values are transformed, or a date
     *     has several vintages
     * @throws UncheckedIOException if a file cannot be read
     */
    public static TimeSeries read(Unit unit, Path... pages) {
        return readTransformed(AS_PUBLISHED, unit, pages);
    }

    /**
     * The series of an answer whose values FRED has transformed.
     *
     * @param transformation the code that FRED gives the transformation, such as {@code pch} or {@code pc1}
     * @param unit the unit of the transformed values
     * @param pages the files of all pages in any order, usually one
     * @return the series, sorted by date
     * @throws FileFormatException if a field cannot be read, pages are missing, the answer has another transformation,
     *     or a date has several vintages
     * @throws UncheckedIOException if a file cannot be read
     */
    public static TimeSeries readTransformed(String transformation, Unit unit, Path... pages) {
        DatedRows rows = new DatedRows(name(pages), List.of("value"), List.of(unit), Problems.refusing());
        for (JsonObject row : records(transformation, pages)) {
            if (!row.has("value") && row.names().stream().anyMatch(field -> field.matches(".+_[0-9]{8}"))) {
                throw row.problem("the rows hold vintages: use readVintages");
            }
            rows.add(row.line(), row.date("date"), row.numberMarked("value", unit));
        }
        try {
            return rows.toSeries();
        } catch (FileFormatException e) {
            throw e.with("; if these are vintages use readVintages");
        }
    }

    /**
     * The vintages of an answer with real-time periods.
     *
     * <p>Of output type 1 a value is known from its {@code realtime_start}; one that ends before the answer does, without a
     * successor on the next day, was withdrawn then. Of output types 2 and 3 every row has a field for each vintage, such
     * as {@code GNPCA_20130328}.
     *
     * @param unit the unit the values are quoted in
     * @param pages the files of all pages in any order, usually one
     * @return the vintages; a value that was known at the start of the real-time period is dated with that start
     * @throws FileFormatException if a field cannot be read, pages are missing, the values are transformed, or two values
     *     of a date were known at once
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Vintages readVintages(Unit unit, Path... pages) {
        List<JsonObject> rows = records(AS_PUBLISHED, pages);
        if (!rows.isEmpty() && !rows.get(0).has("realtime_start")) {
            return byVintage(rows, unit, pages);
        }
        List<RealtimeSpan> spans = new ArrayList<>(rows.size());
        for (JsonObject row : rows) {
            spans.add(RealtimeSpan.of(
                    row.line(),
                    row.date("date"),
                    row.date("realtime_start"),
                    RealtimeSpan.end(row.text("realtime_end"), () -> row.date("realtime_end")),
                    row.numberMarked("value", unit)));
        }
        return RealtimeSpan.vintages(name(pages), spans, unit);
    }

    // Output types 2 and 3: a field for each vintage, named after the series and the day; an absent one was not
    // revised.
    private static Vintages byVintage(List<JsonObject> rows, Unit unit, Path... pages) {
        List<Revision> revisions = new ArrayList<>();
        Set<LocalDate> dates = new HashSet<>();
        for (JsonObject row : rows) {
            LocalDate date = row.date("date");
            if (!dates.add(date)) {
                throw row.problem("the date " + date + " stands in the answer twice");
            }
            double known = Double.NaN;
            for (Map.Entry<LocalDate, String> vintage : vintages(row, pages[0]).entrySet()) {
                double value = row.numberMarked(vintage.getValue(), unit);
                if (Double.compare(value, known) != 0) {
                    revisions.add(new Revision(date, vintage.getKey(), value));
                    known = value;
                }
            }
        }
        return Vintages.of(revisions, unit);
    }

    private static Map<LocalDate, String> vintages(JsonObject row, Path page) {
        Map<LocalDate, String> vintages = new TreeMap<>();
        for (String field : row.names()) {
            if (!field.equals("date")) {
                LocalDate day = VintageCsv.day(page.toString(), field.replaceFirst("_[^_]*$", ""), field);
                if (vintages.put(day, field) != null) {
                    throw row.problem("the vintage " + day + " stands in the row twice");
                }
            }
        }
        return vintages;
    }

    private static List<JsonObject> records(String transformation, Path... pages) {
        List<JsonObject> records = new ArrayList<>();
        int count = 0;
        for (Path page : pages) {
            JsonObject answer = JsonObject.read(page);
            List<JsonObject> rows = answer.records("observations");
            String units = answer.optionalText("units").orElse(AS_PUBLISHED);
            if (!units.equals(transformation)) {
                throw new FileFormatException(
                        page.toString(),
                        1,
                        "the units are \"" + units + "\" but \"" + transformation + "\" was expected");
            }
            count = Math.max(count, answer.optionalText("count").isPresent() ? answer.count("count") : 0);
            records.addAll(rows);
        }
        if (count > records.size()) {
            throw new FileFormatException(
                    name(pages), 1, "has " + records.size() + " of " + count + " observations; give all pages");
        }
        return records;
    }

    private static String name(Path... pages) {
        return pages.length == 1 ? pages[0].toString() : List.of(pages).toString();
    }
}
