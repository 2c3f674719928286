package io.github.macroregime.core.series;

import io.github.macroregime.core.series.TimeSeries.Observation;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A series with all that says when it may be used: its name, its source, when each observation became known, and for
 * how long one stands for the present.
 *
 * <p>The dates of the series are {@index "reference dates"}, the days or periods its numbers speak of. The lag gives the
 * day on which each became known, so that nothing is used before it was published.
 *
 * @param name not blank
 * @param series the observations on the dates they speak of
 * @param source where they come from
 * @param lag when an observation becomes known
 * @param maxAgeDays how long before a date an observation may lie and still stand for the present, in calendar days,
 *     from 0
 */
public record PublishedSeries(String name, TimeSeries series, Source source, PublicationLag lag, int maxAgeDays)
        implements Serializable {

    /** How long a daily observation stands for the present: a week, which spans every holiday. */
    public static final int DAILY_AGE_DAYS = 7;

    public PublishedSeries {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        Objects.requireNonNull(lag, "lag");
        Objects.requireNonNull(source, "source");
        AsOf.checked(maxAgeDays);
    }

    /**
     * A daily series known on the evening of its dates, as closes and spreads and yields computed from closes.
     *
     * @param name not blank
     * @param series the observations
     * @param source where they come from
     * @return the series, each observation standing for the present for a week
     */
    public static PublishedSeries daily(String name, TimeSeries series, Source source) {
        return new PublishedSeries(name, series, source, PublicationLag.days(0), DAILY_AGE_DAYS);
    }

    /**
     * The same with other observations, such as the last years of them.
     *
     * @param changed the observations
     * @return name, source, lag and age as here
     */
    public PublishedSeries with(TimeSeries changed) {
        return new PublishedSeries(name, changed, source, lag, maxAgeDays);
    }

    /**
     * What was known on the evening of a date.
     *
     * @param date the date at which one looks
     * @return the observations whose reference date and whose day of publication do not lie after it
     */
    public PublishedSeries until(LocalDate date) {
        TimeSeries dated = series.until(date);
        int[] known = IntStream.range(0, dated.size())
                .filter(i -> isKnown(dated.date(i), date))
                .toArray();
        if (known.length == dated.size()) {
            return with(dated);
        }
        DateIndex dates =
                DateIndex.copyOf(Arrays.stream(known).mapToObj(dated::date).toList());
        return with(TimeSeries.of(
                dates, Arrays.stream(known).mapToDouble(dated::value).toArray(), dated.unit()));
    }

    private boolean isKnown(LocalDate observed, LocalDate date) {
        return lag.knownOn(observed).filter(day -> !day.isAfter(date)).isPresent();
    }

    /**
     * When the last observation became known.
     *
     * @return the day, empty if there is no observation or its publication is unknown
     */
    public Optional<LocalDate> lastKnownOn() {
        return series.latest().flatMap(latest -> lag.knownOn(latest.date()));
    }

    /**
     * What could be read on a date.
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
     * @return true if it is at most {@link #maxAgeDays} days old
     */
    public boolean isRecent(LocalDate observed, LocalDate date) {
        return !observed.isBefore(date.minusDays(maxAgeDays));
    }

    /** The name, the first and the last date, when observations are published, and the source. */
    @Override
    public String toString() {
        String dates = series.isEmpty()
                ? "no observation"
                : series.dates().first() + " to " + series.dates().last() + ", n " + series.size();
        return name + ": " + dates + ", known " + lag + ", from " + source;
    }
}
