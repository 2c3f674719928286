package io.github.macroregime.rates.policy;

import io.github.macroregime.core.unit.Rate;
import java.time.LocalDate;

/** A future on an overnight rate, whose price is 100 minus a rate in percent. */
public sealed interface RateFuture extends RateInstrument permits AverageFuture, CompoundedFuture {

    /**
     * The first day of the reference period.
     *
     * @return the first day, included
     */
    LocalDate start();

    /**
     * The end of the reference period.
     *
     * @return the day behind the last, not included
     */
    LocalDate end();

    /**
     * The smallest change of the quoted rate.
     *
     * @return the tick, for example 0.5 bp
     */
    Rate tick();

    /**
     * The money that one contract makes when its rate falls by one basis point.
     *
     * @return the value in the contract's currency, for example 41.67
     */
    double basisPointValue();

    /**
     * The rate behind a price: {@code 100 - price} percent.
     *
     * @param price the quoted price, finite
     * @return the rate
     * @throws IllegalArgumentException if the price is not finite
     */
    static Rate rateAt(double price) {
        return Rate.ofPercent(Rate.ofPercent(100).minus(Rate.ofPercent(price)).percent());
    }

    /**
     * The price behind a rate: 100 minus the rate in percent.
     *
     * @param rate the rate
     * @return the price
     */
    static double priceAt(Rate rate) {
        return Rate.ofPercent(100).minus(rate).percent();
    }
}
