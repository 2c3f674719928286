package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The overnight rate that the front end of the curve is compared with.
 *
 * @param name its name, for example {@code EFFR}
 * @param rates its fixings
 * @param publicationLagDays how many calendar days after its date a fixing is published, from 0
 */
public record OvernightInput(String name, TimeSeries rates, int publicationLagDays) implements MacroInput {

    public OvernightInput {
        if (publicationLagDays < 0) {
            throw new IllegalArgumentException("publicationLagDays must not be negative but was " + publicationLagDays);
        }
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(
                new OvernightInput(name, rates.until(date.minusDays(publicationLagDays)), publicationLagDays));
    }
}
