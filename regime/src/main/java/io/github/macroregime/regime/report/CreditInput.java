package io.github.macroregime.regime.report;

import io.github.macroregime.credit.CardSetup;
import io.github.macroregime.credit.SpreadHistory;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A credit spread and what its card shows.
 *
 * @param history the levels of one instrument
 * @param setup bands, look-backs and what else the card shows
 */
public record CreditInput(SpreadHistory<?> history, CardSetup setup) implements MacroInput {

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        SpreadHistory<?> known = history.until(date);
        return known.levels().dropMissing().isEmpty() ? Optional.empty() : Optional.of(new CreditInput(known, setup));
    }
}
