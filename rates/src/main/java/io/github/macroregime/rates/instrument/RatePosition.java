package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * A holding of an instrument.
 *
 * @param instrument what is held
 * @param basisPointValue the basis-point value (BPV, DV01), the money gained when its rate falls by one basis point;
 *     positive for futures bought and swaps that receive the fixed rate
 */
public record RatePosition(RateInstrument instrument, double basisPointValue) implements Serializable {

    public RatePosition {
        Require.components(RatePosition.class, instrument);
        if (!(Math.abs(basisPointValue) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("basisPointValue must be finite but was " + basisPointValue);
        }
    }

    /**
     * Futures contracts.
     *
     * @param future the contract
     * @param contracts how many, negative if sold
     * @return the position
     * @throws IllegalArgumentException if the number is not finite
     */
    public static RatePosition ofContracts(RateFuture future, double contracts) {
        return new RatePosition(future, contracts * future.basisPointValue());
    }

    /** The money per basis point and the instrument. */
    @Override
    public String toString() {
        return NumberText.of("%,.2f per bp of %s", basisPointValue, instrument.label());
    }
}
