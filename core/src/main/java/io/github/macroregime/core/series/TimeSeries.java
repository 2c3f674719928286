package io.github.macroregime.core.series;

import io.github.macroregime.core.series.Frequency.PeriodLabel;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    private static final int DAYS_OF_A_WEEK = 7;

    public TimeSeries {
        Require.components(TimeSeries.class, dates, values, unit);
        if (dates.size() != values.size()) {
            throw new IllegalArgumentException(
                    "values must have one number for each of the " + dates.size() + " dates but had " + values.size());
        }
    }

    /**
     * A series from arrays of the same length, of values as they are inside: 0.0435 for 4.35 %. Values as a file shows them:
     * {@link #ofQuoted(DateIndex, double[], Unit)}.
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
     * A series from two lists in step.
     *
     * @param dates strictly increasing
     * @param quoted one quoted value for each date, NaN where not observed
     * @param unit the unit they are quoted in
     * @return the series
     * @throws IllegalArgumentException if lengths differ, a date is out of order or a value is infinite
     */
    public static TimeSeries ofQuoted(List<LocalDate> dates, double[] quoted, Unit unit) {
        return ofQuoted(DateIndex.copyOf(dates), quoted, unit);
    }

    /**
     * A series from quoted values on dates: 4.35 for 4.35 %.
     *
     * @param dates strictly increasing
     * @param quoted one quoted value for each date, NaN where not observed
     * @param unit the unit they are quoted in
     * @return the series
     * @throws IllegalArgumentException if lengths differ or a value is infinite
     */
    public static TimeSeries ofQuoted(DateIndex dates, double[] quoted, Unit unit) {
        return of(dates, Arrays.stream(quoted).map(unit::inside).toArray(), unit);
    }

    /**
     * Gathers a stream of anything that has a date and a quoted value, in any order.
     *
     * <p>{@code quotes.stream().collect(TimeSeries.ofQuoted(Quote::date, Quote::percent, Unit.PERCENT))}
     *
     * @param <T> what the stream is made of
     * @param date the date of an element; two elements of one date are refused
     * @param quoted the quoted value of an element, NaN where not observed
     * @param unit the unit the values are quoted in
     * @return a collector to a series sorted by date
     */
    public static <T> Collector<T, ?, TimeSeries> ofQuoted(
            Function<? super T, LocalDate> date, ToDoubleFunction<? super T> quoted, Unit unit) {
        return Collectors.collectingAndThen(
                Collectors.toMap(date, quoted::applyAsDouble, TimeSeries::refuseSecond, TreeMap::new),
                values -> ofQuoted(values, unit));
    }

    private static Double refuseSecond(Double first, Double second) {
        throw new IllegalArgumentException("dates must not repeat but one had both " + first + " and " + second);
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
        AsOf.checked(maxAgeDays);
        int at = dates.floor(date).orElse(-1);
        while (at >= 0 && values.isMissing(at)) {
            at--;
        }
        boolean young = at >= 0 && date.toEpochDay() - dates.epochDay(at) <= maxAgeDays;
        return young ? Optional.of(new Observation(dates.get(at), values.get(at))) : Optional.empty();
    }

    /**
     * The latest observation of all.
     *
     * @return the observation with its own date, empty if nothing was observed
     */
    public Optional<Observation> latest() {
        return isEmpty() ? Optional.empty() : asOf(dates.last(), Integer.MAX_VALUE);
    }

    /**
     * The latest observation of all, of a series that has one.
     *
     * @return the observation with its own date
     * @throws NoSuchElementException if nothing was observed
     */
    public Observation last() {
        return latest().orElseThrow(() -> new NoSuchElementException("a series of " + dates + " has no observation"));
    }

    /**
     * This series on other dates: its value where it has one, missing where it has none.
     *
     * @param onDates the dates of the result
     * @return the values found on exactly these dates, NaN elsewhere
     */
    public TimeSeries on(DateIndex onDates) {
        if (dates.equals(onDates)) {
            return this;
        }
        return new TimeSeries(onDates, values.at(dates.positionsOf(onDates)), unit);
    }

    /**
     * What could be seen of this series on other dates, an {@index "as-of join"}: each time the latest observation that
     * is not too old.
     *
     * <p>Bitcoin read on the dates of a bond series, or a weekly index on daily dates.
     * <b>Missing</b> observations are stepped over. <b>Cost</b> one pass over both.
     *
     * @param onDates the dates of the result
     * @param maxAgeDays how many calendar days old an observation may be, from 0
     * @return one value for each date, NaN where there is none young enough
     * @throws IllegalArgumentException if the age is negative
     */
    public TimeSeries asOf(DateIndex onDates, int maxAgeDays) {
        AsOf seen = new AsOf(this, maxAgeDays);
        double[] aligned = new double[onDates.size()];
        for (int i = 0; i < aligned.length; i++) {
            aligned[i] = seen.valueOn(onDates.epochDay(i));
        }
        return of(onDates, aligned, unit);
    }

    /**
     * This series and another, joined on the dates that both have.
     *
     * @param other another series
     * @param operator takes a value of this and one of the other series, NaN where missing
     * @param resultUnit the unit that the results are shown in
     * @return one result for each common date
     */
    public TimeSeries combine(TimeSeries other, DoubleBinaryOperator operator, Unit resultUnit) {
        DateIndex common = dates.intersect(other.dates);
        Doubles mine = on(common).values;
        Doubles theirs = other.on(common).values;
        double[] results = IntStream.range(0, common.size())
                .mapToDouble(i -> operator.applyAsDouble(mine.get(i), theirs.get(i)))
                .toArray();
        return of(common, results, resultUnit);
    }

    /**
     * The sum of two series on the dates that both have, in the unit of this one.
     *
     * @param other another series
     * @return missing where one of the two is missing
     * @throws IllegalArgumentException if the units have no sum, such as a price and a return
     */
    public TimeSeries plus(TimeSeries other) {
        Require.addable(unit, other.unit);
        return combine(other, Double::sum, unit);
    }

    /**
     * This series minus another on the dates that both have, in the unit of this one, such as a spread of two yields.
     *
     * @param other another series
     * @return missing where one of the two is missing
     * @throws IllegalArgumentException if the units have no difference, such as a price and a return
     */
    public TimeSeries minus(TimeSeries other) {
        Require.addable(unit, other.unit);
        return combine(other, (mine, theirs) -> mine - theirs, unit);
    }

    /**
     * The same values, shown in another unit: a spread of two yields in basis points.
     *
     * @param other a unit of the same kind, such as basis points for percent
     * @return the same dates and values
     * @throws IllegalArgumentException if the units have no sum, such as a price and a return
     */
    public TimeSeries withUnit(Unit other) {
        Require.addable(unit, other);
        return new TimeSeries(dates, values, other);
    }

    /**
     * A multiple of this series.
     *
     * @param factor a finite number
     * @return each value times the factor
     * @throws IllegalArgumentException if a product is not finite
     */
    public TimeSeries times(double factor) {
        if (!(Math.abs(factor) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("factor must be finite but was " + factor);
        }
        return new TimeSeries(dates, values.map(value -> value * factor), unit);
    }

    /**
     * The values a number of observations earlier: {@code lagged[t] = values[t - observations]}.
     *
     * @param observations how many dates back, from 0; missing observations count
     * @return a series on the same dates, NaN on the first ones
     * @throws IllegalArgumentException if the number is negative
     */
    public TimeSeries lag(int observations) {
        if (observations < 0) {
            throw new IllegalArgumentException("observations must not be negative but was " + observations);
        }
        return new TimeSeries(
                dates,
                Doubles.copyOf(IntStream.range(0, size())
                        .mapToDouble(t -> t < observations ? Double.NaN : value(t - observations))
                        .toArray()),
                unit);
    }

    /**
     * The change of each value against the one a number of observations earlier.
     *
     * <p><b>Shape</b> same dates, NaN on the first ones. <b>Missing</b> NaN where one of the two is missing.
     *
     * @param change how the change is measured
     * @param observations how many dates back, from 1; missing observations count
     * @return the changes in the unit that belongs to the measure
     * @throws IllegalArgumentException if the number is not positive, or a value is not above zero where the
     *     measure needs it; the message names its place
     */
    public TimeSeries change(Change change, int observations) {
        return of(dates, Changes.overObservations(this, change, observations), change.unitOf(unit));
    }

    /**
     * The change of each value against the one that could be seen a span of the calendar earlier.
     *
     * <p>A month's last day is compared with a month's last day when the span is whole months: 28 February 2025
     * with 29 February 2024. A series of months, quarters or years is compared period by period, on whatever day each ends:
     * {@link DateIndex#before(int, Period)}. <b>Shape</b> same dates. <b>Missing</b> NaN where the value is missing, or nothing
     * young enough was observed a span earlier.
     *
     * @param change how the change is measured
     * @param span how far back, positive, for example {@code Period.ofYears(1)}
     * @param maxAgeDays how many calendar days before that day the earlier observation may lie, from 0
     * @return the changes in the unit that belongs to the measure
     * @throws IllegalArgumentException if the span is not positive, the age is negative, or a value is not above
     *     zero where the measure needs it; the message names its place
     */
    public TimeSeries change(Change change, Period span, int maxAgeDays) {
        return of(dates, Changes.overCalendar(this, change, span, maxAgeDays), change.unitOf(unit));
    }

    /**
     * The {@index "year-on-year"} growth rate, against the value a year earlier: {@link Change#RELATIVE} over one
     * calendar year, the earlier observation at most seven days older.
     *
     * @return the growth rates in percent, NaN in the first year
     * @throws IllegalArgumentException if a value is not above zero; the message names its place
     */
    public TimeSeries yearOnYear() {
        return change(Change.RELATIVE, Period.ofYears(1), DAYS_OF_A_WEEK);
    }

    /**
     * This series with what stands in for its missing observations.
     *
     * @param fill the policy
     * @return a series on the same dates
     */
    public TimeSeries fill(Fill fill) {
        return of(dates, fill.fill(this), unit);
    }

    /**
     * One value for each period of the calendar in which the series has a date.
     *
     * <p><b>Missing</b> observations are passed over; a period with dates of which none was observed is NaN; a
     * period without a date has no row. The last period may still be running.
     *
     * @param frequency the periods
     * @param aggregation what becomes of the observations of a period
     * @param label which day stands for a period
     * @return one value for each period, in the same unit
     */
    public TimeSeries resample(Frequency frequency, Aggregation aggregation, PeriodLabel label) {
        return Resampling.resample(this, frequency, aggregation, label);
    }

    /**
     * One value for each period of the calendar, labelled with the last date that the series has in the period.
     *
     * @param frequency the periods
     * @param aggregation what becomes of the observations of a period
     * @return as {@link #resample(Frequency, Aggregation, PeriodLabel)} with {@link PeriodLabel#LAST_DATE}
     */
    public TimeSeries resample(Frequency frequency, Aggregation aggregation) {
        return resample(frequency, aggregation, PeriodLabel.LAST_DATE);
    }

    /**
     * This series as a column of a panel.
     *
     * @param name not blank
     * @return the series with its name
     */
    public NamedSeries named(String name) {
        return new NamedSeries(name, this);
    }

    /**
     * The dates with their values in order, missing ones included.
     *
     * @return a stream
     */
    public Stream<Observation> observations() {
        return IntStream.range(0, size()).mapToObj(i -> new Observation(date(i), value(i)));
    }

    /**
     * The part on or before a date: what could be seen then of a series that is never revised.
     *
     * @param toInclusive the last date kept
     * @return the earlier part
     */
    public TimeSeries until(LocalDate toInclusive) {
        return slice(0, dates.insertionAfter(toInclusive));
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
        return fromInclusive == 0 && toExclusive == size()
                ? this
                : new TimeSeries(
                        dates.slice(fromInclusive, toExclusive), values.slice(fromInclusive, toExclusive), unit);
    }

    /**
     * Whether another series is the beginning of this one, bit for bit.
     *
     * @param other another series
     * @return true if it has the unit of this one and the first of its dates and values
     */
    public boolean beginsWith(TimeSeries other) {
        return unit.equals(other.unit) && dates.beginsWith(other.dates) && values.beginsWith(other.values);
    }

    /**
     * The observations that there are, without the dates that have none.
     *
     * @return a series without missing values
     */
    public TimeSeries dropMissing() {
        return values.missingCount() == 0 ? this : values.present(dates, unit);
    }

    /**
     * This series without the rows that providers of bond indices add to a daily file where a month ends on a weekend: the
     * Saturdays and Sundays that are the last day of a month, up to four days after the date before.
     *
     * <p>Changes, confirmations and counts of days are then those of business days. Monthly and weekly series keep such
     * dates.
     *
     * @return this series without those dates
     */
    public TimeSeries withoutMonthEndWeekends() {
        int[] added = dates.monthEndWeekends();
        if (added.length == 0) {
            return this;
        }
        int[] places = new int[size() - added.length];
        for (int i = 0, passed = 0; i < size(); i++) {
            if (passed < added.length && added[passed] == i) {
                passed++;
            } else {
                places[i - passed] = i;
            }
        }
        return new TimeSeries(dates.withoutMonthEndWeekends(places), values.at(places), unit);
    }

    /** The rows that meet a condition: a slice if they lie together. */
    TimeSeries kept(IntPredicate condition) {
        int[] places = new int[size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (condition.test(i)) {
                places[count++] = i;
            }
        }
        if (count > 0 && places[count - 1] - places[0] == count - 1) {
            return slice(places[0], places[0] + count);
        }
        int[] kept = Arrays.copyOf(places, count);
        return new TimeSeries(dates.at(kept), values.at(kept), unit);
    }

    /**
     * This series through a function of its numbers, in the unit that the results have.
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
        new DatedTable(dates).column("", unit, values).appendTo(text);
        return text.toString();
    }

    /**
     * One value with the date it refers to.
     *
     * @param date the date the value refers to
     * @param value the value in the inside unit, NaN where not observed
     */
    public record Observation(LocalDate date, double value) implements Serializable {
        public Observation {
            Require.components(Observation.class, date);
            Require.finite(value, "value");
        }
    }
}
