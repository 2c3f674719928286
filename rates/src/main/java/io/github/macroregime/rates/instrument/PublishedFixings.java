package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The published fixings of one overnight rate.
 *
 * <p>The fixing of a business day is published on the next business day of its index and counts from then on: on a
 * Monday the fixing of Friday is known, on the Saturday and the Sunday before it is not.
 *
 * @param index the overnight rate
 * @param rates one fixing for each business day, as a rate
 */
public record PublishedFixings(OvernightIndex index, TimeSeries rates) implements Serializable {

    public PublishedFixings {
        if (!rates.unit().equals(Unit.PERCENT) && !rates.unit().equals(Unit.BASIS_POINTS)) {
            throw new IllegalArgumentException("rates must be in percent or basis points but was in " + rates.unit());
        }
        Require.components(PublishedFixings.class, index, rates);
    }

    /**
     * The fixings that were out on a day.
     *
     * @param asOf the day
     * @return those whose next business day is not after it
     */
    public TimeSeries publishedBy(LocalDate asOf) {
        return rates.until(index.fixingDays().previousOrSame(asOf).minusDays(1));
    }

    /** The index, then the fixings. */
    @Override
    public String toString() {
        return index + " fixings, " + rates;
    }
}
