package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.outlook.Catalysts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A straddle that expires after an event.
 *
 * @param kind what the event is
 * @param asset the name of the asset
 * @param date the date of the quotes
 * @param price the price of a call and a put at the money, from 0
 * @param spot the price of the asset, positive, in the same unit
 */
public record Straddle(String kind, String asset, LocalDate date, double price, double spot) implements MacroInput {

    /**
     * The move in either direction that the straddle pays for.
     *
     * @return price over spot
     */
    public Rate impliedMove() {
        return Catalysts.impliedMove(price, spot);
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return this.date.isAfter(date) ? Optional.empty() : Optional.of(this);
    }
}
