package io.github.macroregime.core.window;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/**
 * A trailing window by the calendar: everything after the same day some years, months or days ago, up to today.
 *
 * <p>The day a span ago is not part of it, so one year holds one 23 July and not two. Where that day does not exist,
 * the last day of its month stands for it.
 *
 * @param span how far back, longer than nothing
 * @param minimumCount how many observations the window must hold for a result, from 1
 * @param missing what is done about missing observations; carrying counts dates, not days
 */
public record LookBack(Period span, int minimumCount, Missing missing) implements Serializable {

    public LookBack {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("span must be longer than nothing but was " + span);
        }
        if (minimumCount < 1) {
            throw new IllegalArgumentException("minimumCount must be at least 1 but was " + minimumCount);
        }
        Objects.requireNonNull(missing, "missing");
    }

    /**
     * A look-back of a span that needs one observation and is strict about missing ones.
     *
     * @param span how far back, longer than nothing
     * @return the look-back
     * @throws IllegalArgumentException if the span is zero or negative
     */
    public static LookBack of(Period span) {
        return new LookBack(span, 1, Missing.STRICT);
    }

    /**
     * A look-back of whole years.
     *
     * @param years how many, from 1
     * @return the look-back
     * @throws IllegalArgumentException below 1
     */
    public static LookBack years(int years) {
        return of(Period.ofYears(years));
    }

    /**
     * A look-back of whole months.
     *
     * @param months how many, from 1
     * @return the look-back
     * @throws IllegalArgumentException below 1
     */
    public static LookBack months(int months) {
        return of(Period.ofMonths(months));
    }

    /**
     * A look-back of calendar days.
     *
     * @param days how many, from 1
     * @return the look-back
     * @throws IllegalArgumentException below 1
     */
    public static LookBack days(int days) {
        return of(Period.ofDays(days));
    }

    /**
     * This look-back with another minimum count.
     *
     * @param changed how many observations the window must hold for a result, from 1
     * @return the changed look-back
     * @throws IllegalArgumentException below 1
     */
    public LookBack withMinimumCount(int changed) {
        return new LookBack(span, changed, missing);
    }

    /**
     * This look-back with another policy for missing observations.
     *
     * @param changed the policy
     * @return the changed look-back
     */
    public LookBack withMissing(Missing changed) {
        return new LookBack(span, minimumCount, changed);
    }

    /**
     * The last day that no longer counts.
     *
     * @param date the newest day of the window
     * @return the same day a span ago
     */
    public LocalDate fromExclusive(LocalDate date) {
        return date.minus(span);
    }

    boolean isSatisfiedBy(int observations, int positions) {
        return observations >= minimumCount && (missing instanceof Missing.Skip || observations == positions);
    }
}
