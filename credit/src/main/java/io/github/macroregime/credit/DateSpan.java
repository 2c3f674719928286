package io.github.macroregime.credit;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;

/**
 * A half-open range of dates.
 *
 * @param fromInclusive the first date
 * @param toExclusive the date after the last, later than the first
 */
public record DateSpan(LocalDate fromInclusive, LocalDate toExclusive) implements Serializable {

    public DateSpan {
        Require.components(DateSpan.class, fromInclusive, toExclusive);
        if (!toExclusive.isAfter(fromInclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must lie after " + fromInclusive + " but was " + toExclusive);
        }
    }

    /**
     * Whole years that end with a date: five years to 22 July 2025 are 23 July 2020 to 22 July 2025.
     *
     * @param years how many, from 1
     * @param toInclusive the last date
     * @return the span
     * @throws IllegalArgumentException if there is not at least one year
     */
    public static DateSpan yearsTo(int years, LocalDate toInclusive) {
        if (years < 1) {
            throw new IllegalArgumentException("years must be at least 1 but was " + years);
        }
        LocalDate last = DateIndex.before(Require.calendar(toInclusive, "toInclusive"), Period.ofYears(years));
        return new DateSpan(last.plusDays(1), toInclusive.plusDays(1));
    }

    /**
     * A calendar year.
     *
     * @param year the year
     * @return from its first of January to the next
     */
    public static DateSpan ofYear(int year) {
        if (Math.abs((long) year) >= Year.MAX_VALUE) {
            throw new IllegalArgumentException("year must have a next one but was " + year);
        }
        return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /**
     * One date.
     *
     * @param date the date
     * @return the span of a day
     */
    public static DateSpan ofDay(LocalDate date) {
        return new DateSpan(date, Require.calendar(date, "date").plusDays(1));
    }

    /**
     * Whether a date lies in the span.
     *
     * @param date any date
     * @return true if it does
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(fromInclusive) && date.isBefore(toExclusive);
    }

    /**
     * Whether another span lies wholly inside this one.
     *
     * @param other another span
     * @return true if each of its dates does
     */
    public boolean encloses(DateSpan other) {
        return !other.fromInclusive.isBefore(fromInclusive) && !other.toExclusive.isAfter(toExclusive);
    }

    /**
     * Whether the two have a date in common.
     *
     * @param other another span
     * @return true if they do
     */
    public boolean overlaps(DateSpan other) {
        return fromInclusive.isBefore(other.toExclusive) && other.fromInclusive.isBefore(toExclusive);
    }

    /** The first and the last date. */
    @Override
    public String toString() {
        return fromInclusive + " to " + toExclusive.minusDays(1);
    }
}
