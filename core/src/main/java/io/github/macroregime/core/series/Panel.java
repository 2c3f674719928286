package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Several series on one index of dates, looked up by name.
 *
 * <p>The columns keep the order in which they were given. Each has its own unit; the values are those inside.
 * Series are put together by date in one of three named ways: {@link #onCommonDates onCommonDates},
 * {@link #onAllDates onAllDates} and {@link #asOf asOf}.
 *
 * @param dates the dates of all columns, strictly increasing
 * @param columns the names, no two alike
 * @param values one column of values for each name, NaN where not observed
 * @param units one unit for each name
 */
public record Panel(DateIndex dates, List<String> columns, List<Doubles> values, List<Unit> units)
        implements Serializable {

    private static final int COLUMNS_SHOWN = 10;
    private static final List<Unit> RATES =
            List.of(Unit.FRACTION, Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.BASIS_POINTS);

    public Panel {
        Require.components(Panel.class, dates, columns, values, units);
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        units = List.copyOf(units);
        requireOneForEach(columns, "values", values.size());
        requireOneForEach(columns, "units", units.size());
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            if (name.isBlank() || !taken.add(name)) {
                throw new IllegalArgumentException(
                        "columns[" + i + "] must be a name that is not blank and not taken but was \"" + name + "\"");
            }
            if (values.get(i).size() != dates.size()) {
                throw new IllegalArgumentException("values of \"" + name + "\" must have one number for each"
                        + " of the " + dates.size() + " dates but had "
                        + values.get(i).size());
            }
        }
    }

    private static void requireOneForEach(List<String> columns, String what, int size) {
        if (size != columns.size()) {
            throw new IllegalArgumentException(
                    what + " must have one entry for each of the " + columns.size() + " columns but had " + size);
        }
    }

    /**
     * Series on the dates that all of them have, an {@index "inner join"}.
     *
     * @param series named series, at least one
     * @return their values on the common dates
     * @throws IllegalArgumentException if there is no series or a name is taken
     */
    public static Panel onCommonDates(NamedSeries... series) {
        return onCommonDates(List.of(series));
    }

    /**
     * Series on the dates that all of them have, an {@index "inner join"}.
     *
     * @param series named series, at least one
     * @return their values on the common dates
     * @throws IllegalArgumentException if there is no series or a name is taken
     */
    public static Panel onCommonDates(Collection<NamedSeries> series) {
        return on(joined(series, DateIndex::intersect), series);
    }

    /**
     * Series on all dates that at least one of them has, an {@index "outer join"}: missing where a series has no such
     * date.
     *
     * @param series named series, at least one
     * @return their values on the union of the dates
     * @throws IllegalArgumentException if there is no series or a name is taken
     */
    public static Panel onAllDates(NamedSeries... series) {
        return onAllDates(List.of(series));
    }

    /**
     * Series on all dates that at least one of them has, an {@index "outer join"}: missing where a series has no such
     * date.
     *
     * @param series named series, at least one
     * @return their values on the union of the dates
     * @throws IllegalArgumentException if there is no series or a name is taken
     */
    public static Panel onAllDates(Collection<NamedSeries> series) {
        return on(joined(series, DateIndex::union), series);
    }

    /**
     * What could be seen of several series on given dates: each time the latest observation that is not too old.
     *
     * <p>The way to bring markets with different calendars together: Bitcoin trades on Sundays, bonds do not.
     *
     * @param dates the dates of the panel
     * @param maxAgeDays how many calendar days old an observation may be, from 0
     * @param series named series
     * @return one row for each date, NaN where there is no observation young enough
     * @throws IllegalArgumentException if the age is negative or a name is taken
     */
    public static Panel asOf(DateIndex dates, int maxAgeDays, NamedSeries... series) {
        return asOf(dates, maxAgeDays, List.of(series));
    }

    /**
     * What could be seen of several series on given dates: each time the latest observation that is not too old.
     *
     * @param dates the dates of the panel
     * @param maxAgeDays how many calendar days old an observation may be, from 0
     * @param series named series
     * @return one row for each date, NaN where there is no observation young enough
     * @throws IllegalArgumentException if the age is negative or a name is taken
     */
    public static Panel asOf(DateIndex dates, int maxAgeDays, Collection<NamedSeries> series) {
        return on(
                dates,
                series.stream()
                        .map(each -> each.series().asOf(dates, maxAgeDays).named(each.name()))
                        .toList());
    }

    private static DateIndex joined(Collection<NamedSeries> series, BinaryOperator<DateIndex> join) {
        return series.stream()
                .map(each -> each.series().dates())
                .reduce(join)
                .orElseThrow(() -> new IllegalArgumentException("series must not be empty"));
    }

    private static Panel on(DateIndex dates, Collection<NamedSeries> series) {
        return new Panel(
                dates,
                series.stream().map(NamedSeries::name).toList(),
                series.stream().map(each -> each.series().on(dates).values()).toList(),
                series.stream().map(each -> each.series().unit()).toList());
    }

    /**
     * How many dates there are.
     *
     * @return the number of rows
     */
    public int size() {
        return dates.size();
    }

    /**
     * Whether there is a column of that name.
     *
     * @param name any text
     * @return true if a series has that name
     */
    public boolean has(String name) {
        return columns.contains(name);
    }

    /**
     * One column.
     *
     * @param name the name of a column
     * @return its values on the dates of this panel
     * @throws IllegalArgumentException if there is no such column; the message lists those there are
     */
    public TimeSeries series(String name) {
        int at = position(name);
        return new TimeSeries(dates, values.get(at), units.get(at));
    }

    /**
     * One row by the names of its columns, such as the weights of a day.
     *
     * @param date a date of this panel
     * @return the observed values of that date in the order of the columns, as {@link TimeSeries#values} holds them
     * @throws IllegalArgumentException if the panel has no such date
     */
    public Map<String, Double> valuesOn(LocalDate date) {
        int row = dates.indexOf(date)
                .orElseThrow(() -> new IllegalArgumentException("date must be one of " + dates + " but was " + date));
        Map<String, Double> observed = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            double value = values.get(column).get(row);
            if (!Double.isNaN(value)) {
                observed.put(columns.get(column), value);
            }
        }
        return Collections.unmodifiableMap(observed);
    }

    /**
     * One row of rates by the names of its columns, such as the returns of a day.
     *
     * @param date a date of this panel
     * @return the observed rates of that date in the order of the columns
     * @throws IllegalArgumentException if the panel has no such date or a column is no rate
     */
    public Map<String, Rate> ratesOn(LocalDate date) {
        Map<String, Rate> observed = new LinkedHashMap<>();
        valuesOn(date).forEach((name, value) -> {
            Unit unit = units.get(position(name));
            if (!RATES.contains(unit)) {
                throw new IllegalArgumentException(
                        "unit of \"" + name + "\" must be one of " + RATES + " but was " + unit);
            }
            observed.put(name, Rate.ofDecimal(value));
        });
        return Collections.unmodifiableMap(observed);
    }

    private int position(String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            int more = columns.size() - COLUMNS_SHOWN;
            String names =
                    more <= 0 ? columns.toString() : columns.subList(0, COLUMNS_SHOWN) + " and " + more + " more";
            throw new IllegalArgumentException("name must be one of " + names + " but was \"" + name + "\"");
        }
        return at;
    }

    /**
     * All columns with their names.
     *
     * @return in the order of the columns
     */
    public List<NamedSeries> all() {
        return IntStream.range(0, columns.size())
                .mapToObj(at -> new TimeSeries(dates, values.get(at), units.get(at)).named(columns.get(at)))
                .toList();
    }

    /**
     * Some of the columns.
     *
     * @param names the names of columns in the order wanted
     * @return a panel on the same dates
     * @throws IllegalArgumentException if there is no such column or a name is repeated
     */
    public Panel select(String... names) {
        return on(
                dates,
                List.of(names).stream().map(name -> series(name).named(name)).toList());
    }

    /**
     * This panel with one more column, aligned by date.
     *
     * @param name a name not yet taken
     * @param series its values; a date that this panel has not is left out, one that the series has not is missing
     * @return a panel on the same dates
     * @throws IllegalArgumentException if the name is taken
     */
    public Panel with(String name, TimeSeries series) {
        List<NamedSeries> more = new ArrayList<>(all());
        more.add(series.named(name));
        return on(dates, more);
    }

    /**
     * The dates on which every column was observed.
     *
     * @return the dates of complete rows
     */
    public DateIndex commonDates() {
        List<Doubles> holed =
                values.stream().filter(column -> column.missingCount() > 0).toList();
        return holed.isEmpty()
                ? dates
                : dates.at(IntStream.range(0, size())
                        .filter(row -> holed.stream().noneMatch(column -> column.isMissing(row)))
                        .toArray());
    }

    /**
     * The complete rows: those in which every column was observed.
     *
     * @return a panel without missing values
     */
    public Panel dropMissing() {
        DateIndex common = commonDates();
        return common.equals(dates) ? this : on(common, all());
    }

    /**
     * The part in a half-open range of dates.
     *
     * @param fromInclusive the first date kept
     * @param toExclusive the first date no longer kept, not before the other
     * @return the part in between
     * @throws IllegalArgumentException if the range ends before it starts
     */
    public Panel between(LocalDate fromInclusive, LocalDate toExclusive) {
        return through(series -> series.between(fromInclusive, toExclusive));
    }

    /**
     * The part on or before a date.
     *
     * @param toInclusive the last date kept
     * @return the earlier part
     */
    public Panel until(LocalDate toInclusive) {
        return through(series -> series.until(toInclusive));
    }

    /**
     * Each column through a function of series.
     *
     * @param function takes and gives a series; the results must have the same dates as one another
     * @return a panel of the results under the same names; a panel without columns as it is
     * @throws IllegalArgumentException if the results differ in their dates
     */
    public Panel through(UnaryOperator<TimeSeries> function) {
        return columns.isEmpty()
                ? this
                : named(all().stream()
                        .map(each -> function.apply(each.series()))
                        .toList());
    }

    /**
     * Each column through a function of series, on the threads of the caller's executor and the calling thread.
     *
     * <p>The result is that of {@link #through(UnaryOperator)}, bit for bit, whatever the number of threads. All columns
     * are waited for; where the function throws for some of them, the error of the first of these is thrown as it is. The
     * calling thread takes the columns that the executor has not begun, so one that drops tasks, or whose own thread
     * calls, does not make it wait for ever. What the executor throws is thrown once no column runs any more.
     *
     * @param function takes and gives a series, safe for use by several threads at once, as every kernel of the library
     *     is; the results must have the same dates as one another
     * @param executor runs one task for each column; it is neither started nor stopped here
     * @return a panel of the results under the same names; a panel without columns as it is
     * @throws IllegalArgumentException if the results differ in their dates
     * @throws java.util.concurrent.RejectedExecutionException if the executor refuses a column
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays: columns
     *     that run are interrupted and not waited for, the others are never begun
     */
    public Panel through(UnaryOperator<TimeSeries> function, Executor executor) {
        List<Supplier<TimeSeries>> work = all().stream()
                .<Supplier<TimeSeries>>map(each -> () -> function.apply(each.series()))
                .toList();
        return columns.isEmpty() ? this : named(Tasks.all(work, executor));
    }

    private Panel named(List<TimeSeries> results) {
        DateIndex first = results.get(0).dates();
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).dates().equals(first)) {
                throw new IllegalArgumentException("function must give every column the same dates but \""
                        + columns.get(i) + "\" had " + results.get(i).dates() + " and the first had " + first);
            }
        }
        return new Panel(
                first,
                columns,
                results.stream().map(TimeSeries::values).toList(),
                results.stream().map(TimeSeries::unit).toList());
    }

    /**
     * The values inside as a rectangle, one row for each date and one column for each name.
     *
     * @return the matrix
     * @throws IllegalArgumentException if a value is missing; the message names its place
     */
    public Matrix toMatrix() {
        double[] cells = IntStream.range(0, size())
                .boxed()
                .flatMapToDouble(row -> values.stream().mapToDouble(column -> column.get(row)))
                .toArray();
        return Matrix.copyOf(size(), columns.size(), cells);
    }

    /** A table of the first and last rows and the first ten columns under a line with the size. */
    @Override
    public String toString() {
        int shown = Math.min(columns.size(), COLUMNS_SHOWN);
        StringBuilder text = new StringBuilder("Panel of " + size() + " dates x " + columns.size() + " columns");
        if (shown < columns.size()) {
            text.append(", of which the first ").append(shown);
        }
        DatedTable table = new DatedTable(dates);
        for (int i = 0; i < shown; i++) {
            table.column(columns.get(i), units.get(i), values.get(i));
        }
        table.appendTo(text);
        return text.toString();
    }
}
