package io.github.macroregime.regime.curve;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A change of a nominal yield and its two parts.
 *
 * @param from the earlier date
 * @param to the later date
 * @param nominal the change of the nominal yield
 * @param real the change of the real yield
 * @param breakeven the change of the break-even inflation
 */
public record YieldSplit(LocalDate from, LocalDate to, Rate nominal, Rate real, Rate breakeven)
        implements Serializable {

    /**
     * What the two parts do not explain, because the three yields are estimated or quoted apart.
     *
     * @return nominal minus real minus break-even
     */
    public Rate residual() {
        return nominal.minus(real).minus(breakeven);
    }

    /** All four numbers in basis points. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s to %s: nominal %+.1f bp = real %+.1f bp + break-even %+.1f bp + residual %+.1f bp",
                from,
                to,
                nominal.basisPoints(),
                real.basisPoints(),
                breakeven.basisPoints(),
                residual().basisPoints());
    }
}
