package io.github.macroregime.equities.attribution;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * The effects of one market and its currency.
 *
 * @param id the market
 * @param allocation from the weight of its assets
 * @param selection from the assets held within it
 * @param interaction from both together
 * @param carry from the forward premium; zero for Karnosky and Singer, whose carry is part of the currency
 * @param currency from the exposure to its currency
 * @param cross from local return times currency change; zero for continuous returns
 */
public record CurrencyLine(
        String id, Rate allocation, Rate selection, Rate interaction, Rate carry, Rate currency, Rate cross)
        implements Serializable {

    public CurrencyLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(allocation, "allocation");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(carry, "carry");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(cross, "cross");
    }

    /**
     * All effects of the market together.
     *
     * @return the sum of the six effects
     */
    public Rate total() {
        return allocation
                .plus(selection)
                .plus(interaction)
                .plus(carry)
                .plus(currency)
                .plus(cross);
    }

    /** The effects in percentage points in aligned columns. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-20s %10.4f %10.4f %11.4f %10.4f %10.4f %10.4f %10.4f",
                id,
                allocation.percent(),
                selection.percent(),
                interaction.percent(),
                carry.percent(),
                currency.percent(),
                cross.percent(),
                total().percent());
    }
}
