package io.github.macroregime.rates.instrument;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/** How firmly a calibrated path has to meet a quote. */
public sealed interface QuoteWeight extends Serializable {

    /**
     * The size of the quote's uncertainty.
     *
     * @return zero for an equality
     */
    Rate standardError();

    /** The path must reprice the quote, before any other quote is looked at. */
    record Equality() implements QuoteWeight {

        @Override
        public Rate standardError() {
            return Rate.ZERO;
        }

        @Override
        public String toString() {
            return "equality";
        }
    }

    /**
     * The quote counts with one over its variance.
     *
     * @param standardError the size of its uncertainty, positive
     */
    record Uncertain(Rate standardError) implements QuoteWeight {

        public Uncertain {
            if (!(standardError.decimal() > 0)) {
                throw new IllegalArgumentException("standardError must be positive but was " + standardError);
            }
        }

        @Override
        public String toString() {
            return "± " + standardError.exactBasisPoints().stripTrailingZeros().toPlainString() + " bp";
        }
    }

    /**
     * A quote that the path must reprice exactly.
     *
     * @return the equality
     */
    static QuoteWeight equality() {
        return new Equality();
    }

    /**
     * A quote known to half a tick of its contract.
     *
     * @param future the contract
     * @return half its tick as the standard error
     */
    static QuoteWeight halfTick(RateFuture future) {
        return new Uncertain(future.tick().times(0.5));
    }

    /**
     * A mid of a bid and an ask.
     *
     * @param bid the lower side
     * @param ask the upper side, above the bid
     * @return half the spread as the standard error
     * @throws IllegalArgumentException if the ask is not above the bid
     */
    static QuoteWeight bidAsk(Rate bid, Rate ask) {
        if (!(ask.decimal() > bid.decimal())) {
            throw new IllegalArgumentException("ask must lie above the bid of " + bid + " but was " + ask);
        }
        return new Uncertain(ask.minus(bid).times(0.5));
    }

    /**
     * A quote with a stated standard error.
     *
     * @param size positive
     * @return the weight
     * @throws IllegalArgumentException if the size is not positive
     */
    static QuoteWeight standardError(Rate size) {
        return new Uncertain(size);
    }
}
