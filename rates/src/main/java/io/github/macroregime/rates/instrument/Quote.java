package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * One market quote: an instrument, its rate and how firmly the rate is known.
 *
 * <pre>{@code
 * Quote.ofPrice(AverageFuture.zq(YearMonth.of(2025, 9)), 95.75);
 * Quote.of(TenorOis.starting(OvernightIndex.sofr(), day, "1Y"), Rate.ofPercent(3.98));
 * Quote.current(OvernightIndex.effr(), Rate.ofPercent(4.33));
 * }</pre>
 *
 * @param instrument what is quoted
 * @param rate the quoted rate, for a future 100 minus its price
 * @param weight how firmly the path has to meet it
 */
public record Quote(RateInstrument instrument, Rate rate, QuoteWeight weight) implements Serializable {

    private static final double HIGHEST_RATE = 0.5;
    private static final QuoteWeight USUAL = new QuoteWeight.Uncertain(Rate.ofBasisPoints(0.25));

    public Quote {
        Require.components(Quote.class, instrument, rate, weight);
    }

    /**
     * A quoted rate, known to a quarter of a basis point, which is half a tick of the futures.
     *
     * @param instrument what is quoted
     * @param rate the quoted rate
     * @return the quote
     */
    public static Quote of(RateInstrument instrument, Rate rate) {
        return new Quote(instrument, rate, USUAL);
    }

    /**
     * A quoted price of a future, known to half a tick.
     *
     * @param future the contract
     * @param price the price, 100 minus the rate in percent
     * @return the quote
     * @throws IllegalArgumentException if the price is not finite or implies a rate beyond 50 %, as a rate does that is
     *     taken for a price
     */
    public static Quote ofPrice(RateFuture future, double price) {
        Rate rate = RateFuture.rateAt(price);
        if (Math.abs(rate.decimal()) > HIGHEST_RATE) {
            throw new IllegalArgumentException(
                    "price of " + future.label() + " must lie from 50 to 150 but was " + price + ", a rate of " + rate);
        }
        return new Quote(future, rate, QuoteWeight.halfTick(future));
    }

    /**
     * Today's overnight rate, which the path must start from.
     *
     * @param index the overnight rate
     * @param rate its last fixing
     * @return the quote as an equality
     */
    public static Quote current(OvernightIndex index, Rate rate) {
        return new Quote(new CurrentRate(index), rate, QuoteWeight.equality());
    }

    /**
     * The quote with another weight.
     *
     * @param other how firmly the path has to meet it
     * @return the changed quote
     */
    public Quote withWeight(QuoteWeight other) {
        return new Quote(instrument, rate, other);
    }

    /**
     * The quote at another rate.
     *
     * @param other the new rate
     * @return the changed quote
     */
    public Quote withRate(Rate other) {
        return new Quote(instrument, other, weight);
    }

    /** The instrument, the rate and the weight. */
    @Override
    public String toString() {
        return instrument.label() + " at " + rate + " (" + weight + ")";
    }
}
