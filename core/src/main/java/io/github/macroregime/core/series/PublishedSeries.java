package io.github.macroregime.core.series;

import io.github.macroregime.core.series.TimeSeries.Observation;
import io.github.macroregime.core.time.BusinessDays;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A series with all that says when it may be used: its name, its source, when each observation became known, and for
 * how long one stands for the present.
 *
 * <p>The dates of the series are {@index "reference dates"}, the days or periods its numbers speak of. The lag gives the
 * moment at which each became known, so that nothing is used before it was published.
 *
 * <pre>{@code
 * PublishedSeries oil = PublishedSeries.daily("oil", closes, Source.observed("EIA through FRED"));
 * oil.asOf(LocalDate.of(2025, 7, 22)); // the last close that stands for that day
 * }</pre>
 *
 * @param name not blank
 * @param series the observations on the dates they speak of
 * @param source where they come from
 * @param lag when an observation becomes known
 * @param maxAge how old an observation may be and still stand for the present
 */
public record PublishedSeries(String name, TimeSeries series, Source source, PublicationLag lag, MaxAge maxAge)
        implements Serializable {

    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    public PublishedSeries {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(lag, "lag");
        Objects.requireNonNull(maxAge, "maxAge");
    }

    /**
     * A daily series known at 16:00 of New York on its dates, as closes and what is computed from closes.
     *
     * @param name not blank
     * @param series the observations
     * @param source where they come from
     * @return the series, each observation standing for the present for {@link MaxAge#DAILY}
     */
    public static PublishedSeries daily(String name, TimeSeries series, Source source) {
        return new PublishedSeries(name, series, source, PublicationLag.sameDay(CLOSE), MaxAge.DAILY);
    }

    /**
     * The same with other observations, such as the last years of them.
     *
     * @param changed the observations
     * @return name, source, lag and age as here
     */
    public PublishedSeries with(TimeSeries changed) {
        return new PublishedSeries(name, changed, source, lag, maxAge);
    }

    /**
     * The same under another name.
     *
     * @param changed not blank
     * @return series, source, lag and age as here
     */
    public PublishedSeries named(String changed) {
        return new PublishedSeries(changed, series, source, lag, maxAge);
    }

    /**
     * What was known at a moment.
     *
     * @param moment date and time of New York
     * @return the observations whose reference date and whose publication do not lie after it
     */
    public PublishedSeries until(LocalDateTime moment) {
        return with(lag.asKnownAt(series.until(moment.toLocalDate()), moment));
    }

    /**
     * When the last observation became known.
     *
     * @return the day, empty if there is no observation or its publication is unknown
     */
    public Optional<LocalDate> lastKnownOn() {
        return series.latest().flatMap(latest -> lag.knownAt(latest.date())).map(LocalDateTime::toLocalDate);
    }

    /**
     * What could be read in the evening of a date.
     *
     * @param date the date at which one looks
     * @return the latest observation published by then, empty if it is too old or there is none
     */
    public Optional<Observation> asOf(LocalDate date) {
        return lag.lastKnown(series.dates(), date)
                .flatMap(known -> series.asOf(known, Integer.MAX_VALUE))
                .filter(observation -> isRecent(observation.date(), date));
    }

    /**
     * Whether an observation still stands for the present.
     *
     * @param observed its reference date
     * @param date the date at which one looks
     * @return false if it is older than {@link #maxAge} allows or was never published
     */
    public boolean isRecent(LocalDate observed, LocalDate date) {
        return switch (maxAge.counting()) {
            case DAYS -> !date.isAfter(Require.calendar(observed, "observed").plusDays(maxAge.count()));
            case DAYS_AFTER_RELEASE ->
                lag.knownOn(observed)
                        .filter(release -> !date.isAfter(release.plusDays(maxAge.count())))
                        .isPresent();
            case BUSINESS_DAYS -> !date.isAfter(observed) || businessDays(observed, date) <= maxAge.count();
        };
    }

    private static double businessDays(LocalDate from, LocalDate to) {
        BusinessDays calendar = BusinessDays.newYorkFed();
        return calendar.covers(from) && calendar.covers(to)
                ? calendar.count(from.plusDays(1), to.plusDays(1))
                : ChronoUnit.DAYS.between(from, to) * 5 / 7.0;
    }

    /** The name, the first and the last date, when observations are published, and the source. */
    @Override
    public String toString() {
        String dates = series.isEmpty()
                ? "no observation"
                : series.dates().first() + " to " + series.dates().last() + ", n " + series.size();
        return name + ": " + dates + ", known " + lag + ", from " + source;
    }

    /**
     * How old the latest observation of a series may be.
     *
     * @param count the number, from 1
     * @param counting of what
     */
    public record MaxAge(int count, Counting counting) implements Serializable {

        /** What an age is counted in. */
        public enum Counting {
            /** Business days of the Federal Reserve Bank of New York after the date of the observation. */
            BUSINESS_DAYS,
            /** Calendar days after the date of the observation. */
            DAYS,
            /** Calendar days after the day on which it became known. */
            DAYS_AFTER_RELEASE
        }

        /** Five business days, for what is observed on each of them. */
        public static final MaxAge DAILY = new MaxAge(5, Counting.BUSINESS_DAYS);

        public MaxAge {
            if (count < 1) {
                throw new IllegalArgumentException("count must be at least 1 but was " + count);
            }
            Objects.requireNonNull(counting, "counting");
        }

        /**
         * Calendar days after the date of the observation.
         *
         * @param count from 1
         * @return the age
         */
        public static MaxAge days(int count) {
            return new MaxAge(count, Counting.DAYS);
        }

        /** For example {@code 60 days after release}. */
        @Override
        public String toString() {
            return count
                    + switch (counting) {
                        case BUSINESS_DAYS -> " business days";
                        case DAYS -> " days";
                        case DAYS_AFTER_RELEASE -> " days after release";
                    };
        }
    }
}
