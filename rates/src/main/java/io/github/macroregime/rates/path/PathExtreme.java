package io.github.macroregime.rates.path;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The lowest or the highest point of a policy path.
 *
 * @param kind trough, peak, or flat if no meeting moves the rate
 * @param rate the rate there
 * @param period how many meetings have passed by then, 0 for today's rate; of equal rates the earliest
 * @param since the effective date from which the rate holds, the as-of date for today's rate
 * @param atHorizon whether it is the last rate the path knows, so that the market's own turning point may lie beyond
 */
public record PathExtreme(Kind kind, Rate rate, int period, LocalDate since, boolean atHorizon)
        implements Serializable {

    /** Which end of the path it is. */
    public enum Kind {
        /** The lowest rate. */
        TROUGH,
        /** The highest rate. */
        PEAK,
        /** All rates are equal. */
        FLAT
    }

    /** The kind, the rate and the date, with a warning at the horizon. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.4f %% from %s%s",
                kind.name().toLowerCase(Locale.ROOT),
                rate.percent(),
                since,
                atHorizon ? " (at the horizon of the meetings, not a turning point)" : "");
    }
}
