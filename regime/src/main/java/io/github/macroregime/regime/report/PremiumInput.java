package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.outlook.PremiumDefinition;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An equity risk premium and what it is made of.
 *
 * @param definition what the series are
 * @param priceToEarnings price over earnings, positive where observed
 * @param yield the yield that the definition compares with
 * @param publicationLagDays how many calendar days after its date a ratio is known, from 0
 * @param changeObservations over how many observations the change is taken, from 1
 */
public record PremiumInput(
        PremiumDefinition definition,
        TimeSeries priceToEarnings,
        TimeSeries yield,
        int publicationLagDays,
        int changeObservations)
        implements MacroInput {

    public PremiumInput {
        if (publicationLagDays < 0 || changeObservations < 1) {
            throw new IllegalArgumentException(
                    "publicationLagDays must not be negative and changeObservations must be at least 1 but were "
                            + publicationLagDays + " and " + changeObservations);
        }
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new PremiumInput(
                definition, priceToEarnings.until(date), yield.until(date), publicationLagDays, changeObservations));
    }
}
