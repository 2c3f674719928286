package io.github.macroregime.regime.input;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that the report can be made from.
 *
 * <p>Series in a unit that they cannot have, such as a yield in dollars, and closes that are not positive are refused with
 * an {@link IllegalArgumentException} that names the series, the place and what stood there.
 */
public sealed interface MacroInput extends Serializable permits MacroQuestion, MarketInput, RatesInput, EconomyInput {

    /**
     * The same without what became known after a moment.
     *
     * @param moment date and time of New York
     * @return what is left, empty if nothing is
     */
    Optional<MacroInput> until(LocalDateTime moment);

    /**
     * Where its numbers come from and when the last of them became known, by the name a statement knows them by.
     *
     * @return one evidence for each name, empty for what holds no numbers
     */
    default Map<String, Evidence> evidence() {
        return Map.of();
    }

    /** What a series is of. */
    public enum Kind {
        /** Closes of the asset that the first asset class is judged by; its change is a simple return. */
        INDEX,
        /** Closes of an asset; its change is a simple return. */
        ASSET,
        /** Closes of a sector; its change is a simple return. */
        SECTOR,
        /** A government yield or a break-even; its change is a difference. */
        YIELD,
        /** An overnight rate or one that a central bank sets; its change is a difference. */
        OVERNIGHT,
        /** A credit spread; its change is a difference. */
        SPREAD,
        /** Another level, such as volatility, the dollar or oil; its change as its input says. */
        LEVEL
    }
}
