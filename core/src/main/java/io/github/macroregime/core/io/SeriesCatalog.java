package io.github.macroregime.core.io;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.PublishedSeries.MaxAge;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.series.Source;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.time.ReleaseCalendar;
import io.github.macroregime.core.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of series by their identifiers: unit, when an observation is published, how old it may be and which
 * values it can have.
 *
 * <p>The library ships a list of well-known series, most of them of FRED ({@link #builtIn}); an own list adds to it or
 * puts it right ({@link #with}). <b>Layout of the file</b>: comma-separated with the columns {@code id}, {@code name},
 * {@code unit}, {@code publication}, {@code age} and {@code plausible}, of which the last may be blank.
 *
 * <ul>
 *   <li>{@code unit}: %, pp, bp, $ mn, $ bn, thousand, count, index, ratio, price
 *   <li>{@code publication}: {@code same-day 18:00}; {@code business-day NYFD 1 09:00}, a calendar, a number of business
 *       days and the hour of New York; {@code weekday THURSDAY 1 16:30}, the first such day at least a number of days
 *       after the date; {@code days 5}, {@code days-after-month 18}, {@code days-after-quarter 31}, assumed lags;
 *       {@code release cpi else days-after-month 26}, a release of the calendar with its fallback
 *   <li>{@code age}: {@code 5 business days}, {@code 14 days}, both counted from the date of the observation, or
 *       {@code 60 days after release}
 *   <li>{@code plausible}: {@code 2002-12-18 2500..500000 2008-09-01 2500..3000000}, from each date on the least and the
 *       largest value as quoted
 * </ul>
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * SeriesCatalog.Entry assets = SeriesCatalog.builtIn().find("WALCL").orElseThrow();
 * PublishedSeries published =
 *         assets.published(SeriesCsv.read(file, assets.unit()), Source.observed("FRED WALCL"));
 * }</pre>
 */
public final class SeriesCatalog implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Entry> entries;

    private SeriesCatalog(Map<String, Entry> entries) {
        this.entries = new LinkedHashMap<>(entries);
    }

    /**
     * The list that the library ships, by its release calendar.
     *
     * @return the same catalog at every call
     */
    public static SeriesCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /**
     * The shipped list with releases by a newer calendar.
     *
     * @param calendar takes the place of the shipped one
     * @return the catalog
     */
    public static SeriesCatalog builtIn(ReleaseCalendar calendar) {
        return from(BuiltIn.table(), calendar);
    }

    /**
     * An own list.
     *
     * @param table a table in the layout described above
     * @param calendar the calendar that its releases stand in
     * @return the catalog
     * @throws FileFormatException if a line cannot be read or repeats an identifier
     */
    public static SeriesCatalog from(CsvTable table, ReleaseCalendar calendar) {
        SeriesCatalogRow parser = new SeriesCatalogRow(calendar);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (CsvRow row :
                table.requiring("id", "name", "unit", "publication", "age").rows()) {
            Entry entry = parser.entry(row);
            if (entries.put(entry.id(), entry) != null) {
                throw row.problem("the id \"" + entry.id() + "\" stands in the list twice");
            }
        }
        return new SeriesCatalog(entries);
    }

    /**
     * This catalog with the entries of another, which count where both have one.
     *
     * @param other adds to this one
     * @return both together
     */
    public SeriesCatalog with(SeriesCatalog other) {
        Map<String, Entry> both = new LinkedHashMap<>(entries);
        both.putAll(other.entries);
        return new SeriesCatalog(both);
    }

    /**
     * What is known of a series.
     *
     * @param id its identifier, such as {@code WALCL}
     * @return the entry, empty if there is none
     */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * All entries.
     *
     * @return in the order of the file
     */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    // Bytes from a wire pass the same checks as arguments do.
    private Object readResolve() throws InvalidObjectException {
        return SerialForm.checked(() -> {
            Map<String, Entry> checked = new LinkedHashMap<>(entries);
            checked.forEach((id, entry) -> {
                if (!id.equals(entry.id())) {
                    throw new IllegalArgumentException("the entry of \"" + id + "\" must not be that of " + entry.id());
                }
            });
            return new SeriesCatalog(checked);
        });
    }

    /** The number of entries. */
    @Override
    public String toString() {
        return "catalog of " + entries.size() + " series";
    }

    /**
     * One series.
     *
     * @param id its identifier
     * @param name what it is in words
     * @param unit what its file is quoted in
     * @param publication when an observation is published
     * @param maxAge how old the latest observation may be
     * @param ranges from which date on which values are possible, possibly none
     */
    public record Entry(
            String id, String name, Unit unit, PublicationLag publication, MaxAge maxAge, List<Range> ranges)
            implements Serializable {

        public Entry {
            Require.components(Entry.class, id, name, unit, publication, maxAge, ranges);
            ranges = List.copyOf(ranges);
        }

        /**
         * The possible values of a date.
         *
         * @param date the date an observation refers to
         * @return the range, empty if none is stated that early
         */
        public Optional<Range> range(LocalDate date) {
            Range last = null;
            for (Range range : ranges) {
                if (!range.from().isAfter(date)) {
                    last = range;
                }
            }
            return Optional.ofNullable(last);
        }

        /**
         * The first observation that the series cannot have had, because it is quoted in another unit than
         * {@link #unit} or is another series.
         *
         * <p><b>Missing</b> observations are passed over.
         *
         * @param series the observations on the dates they refer to
         * @return the observation, empty if all are possible
         */
        public Optional<Observation> firstImplausible(TimeSeries series) {
            int[] begins = ranges.stream()
                    .mapToInt(range -> series.dates().insertion(range.from()))
                    .toArray();
            for (int i = 0; i < series.size(); i++) {
                double value = series.value(i);
                if (!Double.isNaN(value) && isImplausible(begins, i, value)) {
                    return Optional.of(new Observation(series.date(i), value));
                }
            }
            return Optional.empty();
        }

        private boolean isImplausible(int[] begins, int at, double value) {
            for (int k = begins.length - 1; k >= 0; k--) {
                if (begins[k] <= at) {
                    return !ranges.get(k).contains(value);
                }
            }
            return false;
        }

        /**
         * A file of this series with what is known of it.
         *
         * @param series the observations on the dates they refer to
         * @param source where they come from
         * @return the series under the identifier
         */
        public PublishedSeries published(TimeSeries series, Source source) {
            return new PublishedSeries(id, series, source, publication, maxAge);
        }
    }

    /**
     * The values that a series can have from a date on.
     *
     * @param from the first date
     * @param least the least value inside
     * @param largest the largest value inside, not below the least
     */
    public record Range(LocalDate from, double least, double largest) implements Serializable {

        public Range {
            Objects.requireNonNull(from, "from");
            if (!(least <= largest)) {
                throw new IllegalArgumentException("least must not exceed " + largest + " but was " + least);
            }
        }

        /**
         * Whether a value is possible.
         *
         * @param value the value inside
         * @return true from the least to the largest
         */
        public boolean contains(double value) {
            return value >= least && value <= largest;
        }
    }

    private static final class BuiltIn {

        static final SeriesCatalog CATALOG = builtIn(ReleaseCalendar.shipped());

        static CsvTable table() {
            try (InputStream in = SeriesCatalog.class.getResourceAsStream("series.csv")) {
                return CsvTable.parse(
                        "series.csv", new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
