package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Where the equity risk premium stands.
 *
 * @param definition what it is made of
 * @param date the date of the last observation used
 * @param premium its level
 * @param change by how much it changed
 * @param changeObservations over how many observations
 * @param percentile the share of all premiums up to then that lie below, half of the ties counted, from 0 to 1
 * @param zScore how many sample deviations from the mean of all premiums up to then, NaN if they are equal
 * @param n how many premiums there were
 */
public record PremiumReading(
        PremiumDefinition definition,
        LocalDate date,
        Rate premium,
        Rate change,
        int changeObservations,
        double percentile,
        double zScore,
        int n)
        implements Serializable {

    /** One line with every number, the definition and the n. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: equity risk premium %.2f %% (%+.2f pp over %d observations), percentile %.0f %%, z %+.2f, n %d"
                        + " (%s)",
                date,
                premium.percent(),
                change.percent(),
                changeObservations,
                100 * percentile,
                zScore,
                n,
                definition);
    }
}
