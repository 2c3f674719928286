package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * How far another overnight rate lies above the policy path's own.
 *
 * @param index the other overnight rate
 * @param spread its rate minus the path, for example SOFR minus EFFR
 */
public record IndexBasis(OvernightIndex index, Rate spread) implements Serializable {

    /** The index and the spread. */
    @Override
    public String toString() {
        return "basis " + index + " "
                + spread.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
    }
}
