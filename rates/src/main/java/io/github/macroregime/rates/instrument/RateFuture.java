package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.unit.Rate;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** A future on an overnight rate, whose price is 100 minus a rate in percent. */
public sealed interface RateFuture extends RateInstrument permits AverageFuture, CompoundedFuture {

    /** One hundred percent in basis points, so that a quoted price and its rate are decimals of each other. */
    BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(10_000);

    /**
     * The smallest change of the quoted rate.
     *
     * @return the tick, for example 0.5 bp
     */
    Rate tick();

    /**
     * The {@index "basis-point value"} ({@index BPV}, {@index DV01}): what one contract gains when its rate falls by
     * one basis point.
     *
     * @return the value in the contract's currency, for example 41.67
     */
    double basisPointValue();

    @Override
    default OptionalDouble ticks(Rate change) {
        return OptionalDouble.of(change.basisPoints() / tick().basisPoints());
    }

    /**
     * The rate behind a price: {@code 100 - price} percent.
     *
     * @param price the quoted price, finite
     * @return the rate
     * @throws IllegalArgumentException if the price is not finite
     */
    static Rate rateAt(double price) {
        return Rate.ofBasisPoints(HUNDRED_PERCENT
                .subtract(Rate.ofPercent(price).exactBasisPoints())
                .doubleValue());
    }

    /**
     * The price behind a rate: 100 minus the rate in percent.
     *
     * @param rate the rate
     * @return the price
     */
    static double priceAt(Rate rate) {
        return HUNDRED_PERCENT
                .subtract(rate.exactBasisPoints())
                .movePointLeft(2)
                .doubleValue();
    }
}
