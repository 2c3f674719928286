package io.github.macroregime.regime.report;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.outlook.Skew;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Implied volatilities from which a skew is read.
 *
 * @param asset the name of the asset
 * @param date the date of the quotes
 * @param call the implied volatility of the call of 25 delta
 * @param put the implied volatility of the put of 25 delta
 * @param atTheMoney the implied volatility at the money, positive
 */
public record OptionSkew(String asset, LocalDate date, Rate call, Rate put, Rate atTheMoney) implements MacroInput {

    /**
     * The skew: call less put, over the volatility at the money.
     *
     * @return above zero where calls are dearer than puts
     */
    public double skew() {
        return Skew.optionSkew(call, put, atTheMoney);
    }

    @Override
    public Optional<MacroInput> until(LocalDate date) {
        return this.date.isAfter(date) ? Optional.empty() : Optional.of(this);
    }
}
