package io.github.macroregime.regime.macro;

import io.github.macroregime.core.series.NamedSeries;
import java.io.Serializable;

/**
 * One part of an index of financial conditions.
 *
 * @param named the series by name, stationary as it is given: a spread, a yield, a change of a price
 * @param tightening which direction is tighter
 */
public record ConditionInput(NamedSeries named, Tightening tightening) implements Serializable {

    /** Which direction of a series means tighter financial conditions. */
    public enum Tightening {

        /** A higher value is tighter, as of a spread or a yield. */
        HIGHER,

        /** A lower value is tighter, as of a price of equities. */
        LOWER;

        double sign() {
            return this == HIGHER ? 1 : -1;
        }
    }
}
