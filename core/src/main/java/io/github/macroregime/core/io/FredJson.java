package io.github.macroregime.core.io;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.Vintages;
import io.github.macroregime.core.series.Vintages.Revision;
import io.github.macroregime.core.unit.Unit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

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
            rows.add(row.line(), row.date("date"), row.numberOrMissing("value", unit));
        }
        return rows.toSeries();
    }

    /**
     * The vintages of an answer with real-time periods.
     *
     * <p>A value is known from its {@code realtime_start}; one that ends before the answer does, without a successor on
     * the next day, was withdrawn then.
     *
     * @param unit the unit the values are quoted in
     * @param pages the files of all pages in any order, usually one
     * @return the vintages; a value that was known at the start of the real-time period is dated with that start
     * @throws FileFormatException if a field cannot be read, pages are missing, or the values are transformed
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Vintages readVintages(Unit unit, Path... pages) {
        Map<LocalDate, List<Span>> spans = new TreeMap<>();
        for (JsonObject row : records(AS_PUBLISHED, pages)) {
            Span span =
                    new Span(row.date("realtime_start"), row.date("realtime_end"), row.numberOrMissing("value", unit));
            spans.computeIfAbsent(row.date("date"), date -> new ArrayList<>()).add(span);
        }
        LocalDate end = spans.values().stream()
                .flatMap(List::stream)
                .map(Span::end)
                .max(Comparator.naturalOrder())
                .orElse(OPEN_END);
        List<Revision> revisions = new ArrayList<>();
        spans.forEach((date, known) -> addRevisions(revisions, date, known, end));
        return Vintages.of(revisions, unit);
    }

    private static void addRevisions(List<Revision> revisions, LocalDate date, List<Span> known, LocalDate end) {
        known.sort(Comparator.comparing(Span::start));
        for (int i = 0; i < known.size(); i++) {
            Span span = known.get(i);
            revisions.add(new Revision(date, span.start(), span.value()));
            boolean last = i + 1 == known.size();
            boolean followed =
                    !last && known.get(i + 1).start().equals(span.end().plusDays(1));
            if (span.end().isBefore(end) && !followed) {
                revisions.add(new Revision(date, span.end().plusDays(1), Double.NaN));
            }
        }
    }

    private record Span(LocalDate start, LocalDate end, double value) {}

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
