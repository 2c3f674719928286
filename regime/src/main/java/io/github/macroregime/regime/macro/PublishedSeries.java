package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.series.TimeSeries.Observation;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A series that is not revised but published late.
 *
 * @param series the observations on the dates they speak of
 * @param lag when an observation is published
 * @param maxAgeDays how old an observation may be and still stand for the present, in calendar days, from 0
 */
public record PublishedSeries(TimeSeries series, PublicationLag lag, int maxAgeDays) implements Serializable {

    public PublishedSeries {
        Objects.requireNonNull(lag, "lag");
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("maxAgeDays must not be negative but was " + maxAgeDays);
        }
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
                .filter(observation -> !observation.date().isBefore(date.minusDays(maxAgeDays)));
    }
}
