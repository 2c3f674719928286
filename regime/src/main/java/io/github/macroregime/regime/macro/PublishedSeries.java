package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.Observation;
import io.github.macroregime.core.series.TimeSeries;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A series that is not revised but published late.
 *
 * @param series the observations on the dates they speak of
 * @param publicationLagDays how many calendar days after its date an observation is published, from 0
 * @param maxAgeDays how old an observation may be and still stand for the present, in calendar days, from 0
 */
public record PublishedSeries(TimeSeries series, int publicationLagDays, int maxAgeDays) implements Serializable {

    public PublishedSeries {
        if (publicationLagDays < 0 || maxAgeDays < 0) {
            throw new IllegalArgumentException("publicationLagDays and maxAgeDays must not be negative but were "
                    + publicationLagDays + " and " + maxAgeDays);
        }
    }

    /**
     * What could be read on a date.
     *
     * @param date the date at which one looks
     * @return the latest observation published by then, empty if it is too old or there is none
     */
    public Optional<Observation> asOf(LocalDate date) {
        return series.asOf(date.minusDays(publicationLagDays), Math.max(0, maxAgeDays - publicationLagDays));
    }
}
