package io.github.macroregime.core.series;

import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Values by date, with the unit they are shown in.
 *
 * <p>The values are those inside: a series of percent holds decimal fractions, so that no kernel ever converts.
 * A missing observation is NaN and keeps its date.
 *
 * @param dates the dates, strictly increasing
 * @param values one value for each date, NaN where not observed
 * @param unit the unit that the values are shown in
 */
public record TimeSeries(DateIndex dates, Doubles values, Unit unit) implements Serializable {

    private static final int SHOWN = 5;

    /**
     * Checks that there is one value for each date.
     *
     * @param dates the dates
     * @param values one value for each date
     * @param unit the unit that the values are shown in
     */
    public TimeSeries {
        if (dates.size() != values.size()) {
            throw new IllegalArgumentException(
                    "values must have one number for each of the " + dates.size() + " dates but had " + values.size());
        }
    }

    /**
     * A series from arrays of the same length.
     *
     * @param dates strictly increasing
     * @param inside one value for each date, already decimal, NaN where not observed
     * @param unit the unit that the values are shown in
     * @return the series
     * @throws IllegalArgumentException if lengths differ or a value is infinite
     */
    public static TimeSeries of(DateIndex dates, double[] inside, Unit unit) {
        return new TimeSeries(dates, Doubles.copyOf(inside), unit);
    }

    /**
     * A series from quoted values by date, in any order.
     *
     * @param quoted quoted values by date, NaN where not observed
     * @param unit the unit they are quoted in
     * @return the series, sorted by date
     * @throws IllegalArgumentException if a value is infinite
     */
    public static TimeSeries ofQuoted(Map<LocalDate, Double> quoted, Unit unit) {
        SortedMap<LocalDate, Double> sorted = new TreeMap<>(quoted);
        double[] inside = sorted.values().stream().mapToDouble(unit::inside).toArray();
        return of(DateIndex.copyOf(sorted.keySet()), inside, unit);
    }

    /**
     * How many dates there are, missing observations included.
     *
     * @return the length
     */
    public int size() {
        return dates.size();
    }

    /**
     * Whether there is no date at all.
     *
     * @return true at length zero
     */
    public boolean isEmpty() {
        return dates.isEmpty();
    }

    /**
     * The date at a position.
     *
     * @param index from 0 to size − 1
     * @return the date
     */
    public LocalDate date(int index) {
        return dates.get(index);
    }

    /**
     * The value at a position.
     *
     * @param index from 0 to size − 1
     * @return the value inside, NaN where not observed
     */
    public double value(int index) {
        return values.get(index);
    }

    /**
     * The value on a date.
     *
     * @param date any date
     * @return the value inside, empty if the date is absent or was not observed
     */
    public OptionalDouble on(LocalDate date) {
        OptionalInt at = dates.indexOf(date);
        return at.isPresent() && !values.isMissing(at.getAsInt())
                ? OptionalDouble.of(values.get(at.getAsInt()))
                : OptionalDouble.empty();
    }

    /**
     * The latest observation on or before a date that is not too old.
     *
     * <p><b>Missing</b> dates without an observation are stepped over.
     *
     * @param date the date at which one looks
     * @param maxAgeDays how many calendar days old the observation may be, from 0
     * @return the observation with its own date, empty if there is none young enough
     * @throws IllegalArgumentException if the age is negative
     */
    public Optional<Observation> asOf(LocalDate date, int maxAgeDays) {
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("maxAgeDays must not be negative but was " + maxAgeDays);
        }
        int at = dates.floor(date).orElse(-1);
        while (at >= 0 && values.isMissing(at)) {
            at--;
        }
        if (at < 0 || dates.get(at).isBefore(date.minusDays(maxAgeDays))) {
            return Optional.empty();
        }
        return Optional.of(new Observation(dates.get(at), values.get(at)));
    }

    /**
     * The part on or before a date: what could be seen then of a series that is never revised.
     *
     * @param toInclusive the last date kept
     * @return the earlier part
     */
    public TimeSeries until(LocalDate toInclusive) {
        return slice(0, dates.insertion(toInclusive.plusDays(1)));
    }

    /**
     * The part in a half-open range of dates.
     *
     * @param fromInclusive the first date kept
     * @param toExclusive the first date no longer kept, not before the other
     * @return the part in between
     */
    public TimeSeries between(LocalDate fromInclusive, LocalDate toExclusive) {
        if (toExclusive.isBefore(fromInclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must not lie before " + fromInclusive + " but was " + toExclusive);
        }
        return slice(dates.insertion(fromInclusive), dates.insertion(toExclusive));
    }

    /**
     * The part in a half-open range of positions.
     *
     * @param fromInclusive first position, from 0
     * @param toExclusive the position behind the last, at most size
     * @return the part in between
     */
    public TimeSeries slice(int fromInclusive, int toExclusive) {
        return new TimeSeries(dates.slice(fromInclusive, toExclusive), values.slice(fromInclusive, toExclusive), unit);
    }

    /**
     * The observations that there are, without the dates that have none.
     *
     * @return a series without missing values
     */
    public TimeSeries dropMissing() {
        if (values.missingCount() == 0) {
            return this;
        }
        int[] kept =
                IntStream.range(0, size()).filter(i -> !values.isMissing(i)).toArray();
        int[] days = dates.toEpochDays();
        return of(
                DateIndex.ofEpochDays(IntStream.of(kept).map(i -> days[i]).toArray()),
                IntStream.of(kept).mapToDouble(values::get).toArray(),
                unit);
    }

    /**
     * This series through a kernel on arrays, on the same dates and in the same unit.
     *
     * @param kernel takes one value for each date and gives one value for each date
     * @return the result on the same dates
     * @throws IllegalArgumentException if the kernel changes the length
     */
    public TimeSeries through(UnaryOperator<double[]> kernel) {
        return through(kernel, unit);
    }

    /**
     * This series through a kernel on arrays whose results have another unit, such as a score.
     *
     * @param kernel takes one value for each date and gives one value for each date
     * @param resultUnit the unit that the results are shown in
     * @return the result on the same dates
     * @throws IllegalArgumentException if the kernel changes the length
     */
    public TimeSeries through(UnaryOperator<double[]> kernel, Unit resultUnit) {
        return of(dates, kernel.apply(values.toArray()), resultUnit);
    }

    /** A table of the first and last rows under a line with the count, the missing count and the unit. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "TimeSeries of " + size() + " dates, " + values.missingCount() + " missing, in " + unit);
        boolean all = size() <= 2 * SHOWN;
        appendRows(text, 0, all ? size() : SHOWN);
        if (!all) {
            text.append("\n...");
            appendRows(text, size() - SHOWN, size());
        }
        return text.toString();
    }

    private void appendRows(StringBuilder text, int fromInclusive, int toExclusive) {
        for (int i = fromInclusive; i < toExclusive; i++) {
            text.append('\n').append(date(i)).append("  ").append(unit.format(value(i)));
        }
    }
}
