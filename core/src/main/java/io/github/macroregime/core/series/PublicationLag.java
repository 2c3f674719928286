package io.github.macroregime.core.series;

import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.time.ReleaseCalendar;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * When an observation becomes known: the publication rule of a series of which no vintages exist.
 *
 * <p>Dates and hours are those of New York. A rule is either that of the publisher (the close of the same day, the next
 * business day, a weekday, a {@link ReleaseCalendar}) or a number of calendar days, a lag that somebody assumed. A lag
 * takes the later side: it never ends on a Saturday, a Sunday or a holiday of the Federal Reserve Bank of New York but
 * on the next business day, and counts from {@link #EVENING}. {@link Known} tells the one from the other. Where
 * releases come out of order, as after a closed government, what is known is not always a first part of the series; the
 * latest observation that is known counts.
 */
public sealed interface PublicationLag extends Serializable {

    /** The hour at which a report looks unless another is stated: 20:00. */
    LocalTime EVENING = LocalTime.of(20, 0);

    /**
     * Assumed to be known a number of calendar days after its date.
     *
     * @param days from 0
     * @return the lag
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag days(int days) {
        return new CalendarDays(days);
    }

    /**
     * Known on its own date, as a close or a settlement.
     *
     * @param hour the hour of New York
     * @return the rule
     */
    static PublicationLag sameDay(LocalTime hour) {
        return new SameDay(hour);
    }

    /**
     * Known in the evening of the day a number of business days after its date.
     *
     * @param days from 0; at 0 an observation of a closed day is known on the next open day
     * @param calendar the business days of the publisher
     * @return the rule
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag businessDays(int days, BusinessDays calendar) {
        return businessDays(days, calendar, EVENING);
    }

    /**
     * Known a number of business days after its date, as the federal funds rate on the next morning.
     *
     * @param days from 0; at 0 an observation of a closed day is known on the next open day
     * @param calendar the business days of the publisher
     * @param hour the hour of New York
     * @return the rule
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag businessDays(int days, BusinessDays calendar, LocalTime hour) {
        return new OpenDays(days, calendar, hour);
    }

    /**
     * Known on a weekday after its date, as the balance sheet of a Wednesday on Thursday (release H.4.1).
     *
     * @param weekday the day of the week on which is published; the next business day if it is a holiday
     * @param minimumDays how many days after its date an observation must be published at the earliest, from 0
     * @param calendar the business days of the publisher
     * @param hour the hour of New York
     * @return the rule
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag weekday(DayOfWeek weekday, int minimumDays, BusinessDays calendar, LocalTime hour) {
        return new Weekday(weekday, minimumDays, calendar, hour);
    }

    /**
     * Assumed to be known a number of calendar days after the end of the period its date lies in, as a consumer price
     * index that is dated the first of its month and published in the middle of the next.
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
     * @return the rule
     * @throws IllegalArgumentException if the number is negative
     */
    static PublicationLag releases(DateIndex releases, Frequency period, int minimumDays) {
        return new Releases(releases, period, minimumDays);
    }

    /**
     * Known on the date of a release calendar.
     *
     * @param calendar the release calendar
     * @param release the name of the release in it
     * @param fallback what is assumed for periods that the calendar does not cover
     * @return the rule
     * @throws IllegalArgumentException if the calendar has no release of that name
     */
    static PublicationLag release(ReleaseCalendar calendar, String release, PublicationLag fallback) {
        return new Listed(calendar, release, fallback);
    }

    /**
     * When and how surely an observation becomes known.
     *
     * @param date the date the observation refers to
     * @return the moment, not before the date; empty if it never becomes known or the calendar of releases ends before
     *     it
     */
    Optional<Known> known(LocalDate date);

    /**
     * The moment at which an observation becomes known.
     *
     * @param date the date the observation refers to
     * @return date and time of New York, not before the date; empty if it never becomes known
     */
    default Optional<LocalDateTime> knownAt(LocalDate date) {
        return known(date).map(Known::at);
    }

    /**
     * The first day in the evening of which an observation is known.
     *
     * @param date the date the observation refers to
     * @return the day on which it becomes known, the next one if that is after {@link #EVENING}; empty if it never
     *     becomes known
     */
    default Optional<LocalDate> knownOn(LocalDate date) {
        return knownAt(date)
                .map(at -> at.toLocalTime().isAfter(EVENING) ? at.toLocalDate().plusDays(1) : at.toLocalDate());
    }

    /**
     * The latest of some dates whose observation is known in the evening of a day.
     *
     * @param dates the dates of observations
     * @param day the day on which one looks
     * @return the date, empty if none of them is known
     */
    default Optional<LocalDate> lastKnown(DateIndex dates, LocalDate day) {
        return lastKnown(dates, day.atTime(EVENING));
    }

    /**
     * The latest of some dates whose observation is known at a moment.
     *
     * @param dates the dates of observations
     * @param moment date and time of New York
     * @return the date, empty if none of them is known; earlier dates may still be unknown
     */
    default Optional<LocalDate> lastKnown(DateIndex dates, LocalDateTime moment) {
        for (int i = dates.insertionAfter(moment.toLocalDate()) - 1; i >= 0; i--) {
            Optional<LocalDateTime> known = knownAt(dates.get(i));
            if (known.isPresent() && !known.get().isAfter(moment)) {
                return Optional.of(dates.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The observations that are known at a moment, which after releases out of order may leave out one in the midst.
     *
     * @param series the observations on the dates they refer to
     * @param moment date and time of New York
     * @return those of them that a person had by then
     */
    default TimeSeries asKnownAt(TimeSeries series, LocalDateTime moment) {
        if (!(this instanceof Listed)) {
            return series.until(lastKnown(series.dates(), moment).orElse(LocalDate.MIN));
        }
        long day = moment.toLocalDate().toEpochDay();
        IntUnaryOperator evenings = series.dates().knownOn(this);
        return series.kept(i -> {
            int evening = evenings.applyAsInt(i);
            return evening < day
                    || (evening - 1L <= day
                            && knownAt(series.date(i))
                                    .filter(at -> !at.isAfter(moment))
                                    .isPresent());
        });
    }

    /**
     * A series by the days on which its observations become known.
     *
     * @param series the observations on the dates they refer to
     * @return the same values on later dates, the last one where several become known on a day; those that never
     *     become known, or only after an observation of a later date, are left out
     */
    default TimeSeries byPublication(TimeSeries series) {
        int[] days = new int[series.size()];
        double[] values = new double[series.size()];
        int first = series.size();
        IntUnaryOperator evenings = series.dates().knownOn(this);
        for (int i = series.size() - 1; i >= 0; i--) {
            int known = evenings.applyAsInt(i);
            if (known < (first == days.length ? Integer.MAX_VALUE : days[first])) {
                first--;
                days[first] = known;
                values[first] = series.value(i);
            }
        }
        return TimeSeries.of(
                DateIndex.ofEpochDays(Arrays.copyOfRange(days, first, days.length)),
                Arrays.copyOfRange(values, first, values.length),
                series.unit());
    }

    /** How surely a moment of publication is known. */
    enum Basis {
        /** The date of a calendar of releases. */
        RELEASED,

        /** A plan of the publisher: a coming date of a calendar, or its habit, such as the next business day. */
        SCHEDULED,

        /** A number of calendar days that somebody assumed. */
        ASSUMED_LAG
    }

    /**
     * When an observation becomes known.
     *
     * @param at date and time of New York
     * @param basis how surely
     */
    record Known(LocalDateTime at, Basis basis) implements Serializable {

        public Known {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(basis, "basis");
        }

        /**
         * The date that may be called a release date.
         *
         * @return the day, empty where only a lag was assumed
         */
        public Optional<LocalDate> releaseDate() {
            return basis == Basis.ASSUMED_LAG ? Optional.empty() : Optional.of(at.toLocalDate());
        }

        private static Optional<Known> scheduled(LocalDate day, LocalTime hour) {
            return Optional.of(new Known(day.atTime(hour), Basis.SCHEDULED));
        }

        private static Optional<Known> assumed(LocalDate day) {
            return Optional.of(new Known(laterSide(day).atTime(EVENING), Basis.ASSUMED_LAG));
        }

        private static LocalDate laterSide(LocalDate day) {
            BusinessDays calendar = BusinessDays.newYorkFed();
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> laterSide(day.plusDays(2));
                case SUNDAY -> laterSide(day.plusDays(1));
                default -> calendar.covers(day) && !calendar.isOpen(day) ? laterSide(day.plusDays(1)) : day;
            };
        }
    }

    private static void requireNotNegative(String name, int days) {
        if (days < 0) {
            throw new IllegalArgumentException(name + " must not be negative but was " + days);
        }
    }

    /**
     * Calendar days after the date, a lag.
     *
     * @param days from 0
     */
    record CalendarDays(int days) implements PublicationLag {

        public CalendarDays {
            requireNotNegative("days", days);
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            return Known.assumed(Require.calendar(date, "date").plusDays(days));
        }

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return days + " days after their date";
        }
    }

    /**
     * The date itself.
     *
     * @param hour the hour of New York
     */
    record SameDay(LocalTime hour) implements PublicationLag {

        public SameDay {
            Objects.requireNonNull(hour, "hour");
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            return Known.scheduled(date, hour);
        }

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return "on their date at " + hour;
        }
    }

    /**
     * Business days after the date.
     *
     * @param days from 0
     * @param calendar the business days of the publisher
     * @param hour the hour of New York
     */
    record OpenDays(int days, BusinessDays calendar, LocalTime hour) implements PublicationLag {

        private static final int MOST_OPEN_DAYS = 10_000;

        public OpenDays {
            Require.components(OpenDays.class, calendar, hour);
            requireNotNegative("days", days);
            if (days > MOST_OPEN_DAYS) {
                throw new IllegalArgumentException("days must be at most " + MOST_OPEN_DAYS + " but was " + days);
            }
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            LocalDate last = Require.calendar(date, "date").plusDays(2L * days + 7);
            if (calendar.covers(date) && calendar.covers(last)) {
                return Known.scheduled(days == 0 ? calendar.nextOrSame(date) : calendar.plus(date, days), hour);
            }
            LocalDate day = Known.laterSide(date);
            for (int i = 0; i < days; i++) {
                day = Known.laterSide(day.plusDays(1));
            }
            return Known.assumed(day);
        }

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return days + " business days of " + calendar + " after their date";
        }
    }

    /**
     * A weekday after the date.
     *
     * @param weekday the day of the week on which is published
     * @param minimumDays from 0
     * @param calendar the business days of the publisher
     * @param hour the hour of New York
     */
    record Weekday(DayOfWeek weekday, int minimumDays, BusinessDays calendar, LocalTime hour)
            implements PublicationLag {

        public Weekday {
            Require.components(Weekday.class, weekday, calendar, hour);
            requireNotNegative("minimumDays", minimumDays);
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            LocalDate day =
                    Require.calendar(date, "date").plusDays(minimumDays).with(TemporalAdjusters.nextOrSame(weekday));
            return calendar.covers(day) && calendar.covers(day.plusDays(7))
                    ? Known.scheduled(calendar.nextOrSame(day), hour)
                    : Known.assumed(day);
        }

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return "on the first " + weekday + " from " + minimumDays + " days after their date, at " + hour;
        }
    }

    /**
     * Calendar days after the end of the period, a lag.
     *
     * @param period the period that a date stands for
     * @param days from 0
     */
    record AfterPeriod(Frequency period, int days) implements PublicationLag {

        public AfterPeriod {
            Require.components(AfterPeriod.class, period);
            requireNotNegative("days", days);
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            return Known.assumed(period.lastDay(Require.calendar(date, "date")).plusDays(days));
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
            Require.components(Releases.class, releases, period);
            requireNotNegative("minimumDays", minimumDays);
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            int at = releases.insertion(
                    period.lastDay(Require.calendar(date, "date")).plusDays(minimumDays));
            return at < releases.size()
                    ? Optional.of(new Known(releases.get(at).atTime(EVENING), Basis.RELEASED))
                    : Optional.empty();
        }

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return "on the first release from " + minimumDays + " days after the end of their period";
        }
    }

    /**
     * The date of a release calendar, or else a fallback.
     *
     * @param calendar the release calendar
     * @param release the name of the release in it
     * @param fallback what is assumed for periods that the calendar does not cover
     */
    record Listed(ReleaseCalendar calendar, String release, PublicationLag fallback) implements PublicationLag {

        public Listed {
            Require.components(Listed.class, calendar, release, fallback);
            if (!calendar.releases().contains(release)) {
                throw new IllegalArgumentException(
                        "release must be one of " + calendar.releases() + " but was \"" + release + "\"");
            }
        }

        @Override
        public Optional<Known> known(LocalDate date) {
            ReleaseCalendar.Answer answer = calendar.releasedOn(release, date);
            if (answer instanceof ReleaseCalendar.NotCovered) {
                return fallback.known(date);
            }
            boolean planned = answer instanceof ReleaseCalendar.Released released && released.planned();
            return answer.at().map(at -> new Known(at, planned ? Basis.SCHEDULED : Basis.RELEASED));
        }

        /** When observations are published, as the end of a sentence. */
        @Override
        public String toString() {
            return "on the dates of " + release + " in the " + calendar + ", elsewhere " + fallback;
        }
    }
}
