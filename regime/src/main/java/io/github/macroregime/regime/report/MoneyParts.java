package io.github.macroregime.regime.report;

import io.github.macroregime.regime.macro.PublishedSeries;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What net liquidity is made of.
 *
 * @param assets total assets of the central bank
 * @param treasuryAccount the Treasury's account
 * @param reverseRepo reverse repurchases
 */
public record MoneyParts(PublishedSeries assets, PublishedSeries treasuryAccount, PublishedSeries reverseRepo)
        implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return Optional.of(new MoneyParts(until(assets, date), until(treasuryAccount, date), until(reverseRepo, date)));
    }

    static PublishedSeries until(PublishedSeries series, LocalDate date) {
        return new PublishedSeries(series.series().until(date), series.lag(), series.maxAgeDays());
    }
}
