package io.github.macroregime.core.series;

import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

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

    /**
     * The latest of some dates whose observation is known on a day.
     *
     * @param dates the dates of observations
     * @param day the day on which one looks
     * @return the date, empty if none of them is known
     */
    default Optional<LocalDate> lastKnown(DateIndex dates, LocalDate day) {
        for (int i = dates.insertionAfter(day) - 1; i >= 0; i--) {
            Optional<LocalDate> known = knownOn(dates.get(i));
            if (known.isPresent() && !known.get().isAfter(day)) {
                return Optional.of(dates.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * A series by the days on which its observations become known.
     *
     * @param series the observations on the dates they refer to
     * @return the same values on later dates, the last one where several become known on a day; those that never
     *     become known are left out
     */
    default TimeSeries byPublication(TimeSeries series) {
        NavigableMap<LocalDate, Double> values = new TreeMap<>();
        for (int i = 0; i < series.size(); i++) {
            double value = series.value(i);
            knownOn(series.date(i)).ifPresent(day -> values.put(day, value));
        }
        double[] inside =
                values.values().stream().mapToDouble(Double::doubleValue).toArray();
        return TimeSeries.of(DateIndex.copyOf(values.keySet()), inside, series.unit());
    }

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

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return days + " days after their date";
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

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return days + " business days of " + calendar + " after their date";
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

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return days + " days after the end of their period";
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

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return "on the first release from " + minimumDays + " days after the end of their period";
        }
    }
}
