package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublicationLag;
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
 * @param lag when a ratio is known
 * @param changeObservations over how many observations the change is taken, from 1
 */
public record PremiumInput(
        PremiumDefinition definition,
        TimeSeries priceToEarnings,
        TimeSeries yield,
        PublicationLag lag,
        int changeObservations)
        implements MacroInput {

    public PremiumInput {
        if (changeObservations < 1) {
            throw new IllegalArgumentException("changeObservations must be at least 1 but was " + changeObservations);
        }
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(
                new PremiumInput(definition, priceToEarnings.until(date), yield.until(date), lag, changeObservations));
    }
}
