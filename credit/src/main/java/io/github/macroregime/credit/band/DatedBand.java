package io.github.macroregime.credit.band;

import io.github.macroregime.core.series.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A band with the days on which it holds.
 *
 * <p>Bands are a rule and not part of the day on which somebody printed them: they hold until another one replaces them.
 *
 * @param band the band
 * @param first the first day on which it holds, {@link LocalDate#MIN} if it has none
 * @param last the last day on which it holds, {@link LocalDate#MAX} if it has none
 */
public record DatedBand(Band band, LocalDate first, LocalDate last) implements Serializable {

    public DatedBand {
        Require.components(DatedBand.class, band, first, last);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not lie before " + first + " but was " + last);
        }
    }

    /**
     * A band that holds on every day.
     *
     * @param band the band
     * @return the band with all days
     */
    public static DatedBand always(Band band) {
        return new DatedBand(band, LocalDate.MIN, LocalDate.MAX);
    }

    /**
     * Whether the band holds on a day.
     *
     * @param date any day
     * @return true from the first to the last day
     */
    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /**
     * The bands that hold on a day.
     *
     * @param bands bands of all days
     * @param date the day
     * @return those that hold, in their order
     */
    public static List<Band> on(List<DatedBand> bands, LocalDate date) {
        return bands.stream()
                .filter(each -> each.isValidOn(date))
                .map(DatedBand::band)
                .toList();
    }

    /** The band, and the days if it does not hold on every one. */
    @Override
    public String toString() {
        return band
                + (first.equals(LocalDate.MIN) ? "" : " from " + first)
                + (last.equals(LocalDate.MAX) ? "" : " to " + last);
    }
}
