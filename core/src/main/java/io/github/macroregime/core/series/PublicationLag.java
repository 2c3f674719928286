package io.github.macroregime.core.series;

import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/** When an observation becomes known: the release calendar of a series of which no vintages exist. */
public sealed interface PublicationLag extends Serializable {

    /**
     * Known a number of calendar days after its date, as the positions of Tuesday that are published on Friday.
     *
     * @param days from 0
     * @return the lag
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag days(int days) {
        return new CalendarDays(days);
    }

    /**
     * Known a number of business days after its date, as the federal funds rate on the next morning.
     *
     * @param days from 0; at 0 an observation of a closed day is known on the next open day
     * @param calendar the business days of the publisher
     * @return the lag
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag businessDays(int days, BusinessDays calendar) {
        return new OpenDays(days, calendar);
    }

    /**
     * Known a number of calendar days after the end of the period its date lies in, as a consumer price index that
     * is dated the first of its month and published in the middle of the next.
     *
     * @param period the period that a date stands for
     * @param days how many days after the last day of the period, from 0
     * @return the lag
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag afterPeriod(Frequency period, int days) {
        return new AfterPeriod(period, days);
    }

    /**
     * Known on the first release date that lies a number of days after the end of the period.
     *
     * @param releases the publisher's calendar
     * @param period the period that a date stands for
     * @param minimumDays how many days after the last day of the period a release must lie to hold it, from 0
     * @return the lag
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag releases(DateIndex releases, Frequency period, int minimumDays) {
        return new Releases(releases, period, minimumDays);
    }

    /**
     * The day on which an observation becomes known.
     *
     * @param date the date the observation refers to
     * @return the day, not before the date; empty if the calendar of releases ends before it
     */
    Optional<LocalDate> knownOn(LocalDate date);

    private static void requireNotNegative(String name, int days) {
        if (days < 0) {
            throw new IllegalArgumentException(name + " must not be negative but was " + days);
        }
    }

    /**
     * Calendar days after the date.
     *
     * @param days from 0
     */
    record CalendarDays(int days) implements PublicationLag {

        public CalendarDays {
            requireNotNegative("days", days);
        }

        @Override
        public Optional<LocalDate> knownOn(LocalDate date) {
            return Optional.of(date.plusDays(days));
        }
    }

    /**
     * Business days after the date.
     *
     * @param days from 0
     * @param calendar the business days of the publisher
     */
    record OpenDays(int days, BusinessDays calendar) implements PublicationLag {

        public OpenDays {
            requireNotNegative("days", days);
        }

        @Override
        public Optional<LocalDate> knownOn(LocalDate date) {
            return Optional.of(days == 0 ? calendar.nextOrSame(date) : calendar.plus(date, days));
        }
    }

    /**
     * Calendar days after the end of the period.
     *
     * @param period the period that a date stands for
     * @param days from 0
     */
    record AfterPeriod(Frequency period, int days) implements PublicationLag {

        public AfterPeriod {
            requireNotNegative("days", days);
        }

        @Override
        public Optional<LocalDate> knownOn(LocalDate date) {
            return Optional.of(period.lastDay(date).plusDays(days));
        }
    }

    /**
     * The first release late enough after the end of the period.
     *
     * @param releases the publisher's calendar
     * @param period the period that a date stands for
     * @param minimumDays from 0
     */
    record Releases(DateIndex releases, Frequency period, int minimumDays) implements PublicationLag {

        public Releases {
            requireNotNegative("minimumDays", minimumDays);
        }

        @Override
        public Optional<LocalDate> knownOn(LocalDate date) {
            int at = releases.insertion(period.lastDay(date).plusDays(minimumDays));
            return at < releases.size() ? Optional.of(releases.get(at)) : Optional.empty();
        }
    }
}
