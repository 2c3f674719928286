package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A rate that stands apart on one day, as at the end of a quarter or a year.
 *
 * @param fixingDay the business day whose fixing stands apart
 * @param size how much higher the fixing is than the path, negative if lower
 */
public record Turn(LocalDate fixingDay, Rate size) implements Serializable {

    /** The day and the size. */
    @Override
    public String toString() {
        return "turn " + fixingDay + " "
                + size.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
    }
}
