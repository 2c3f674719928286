package io.github.macroregime.rates.policy;

import java.io.Serializable;

/** What the market quotes a rate for; each is a function of the path of the overnight rate. */
public sealed interface RateInstrument extends Serializable permits CurrentRate, DatedOis, TenorOis, RateFuture {

    /**
     * The overnight rate that the instrument is written on.
     *
     * @return the index, which need not be the policy path's own
     */
    OvernightIndex index();

    /**
     * A short name for tables and messages.
     *
     * @return for example {@code ZQ 2025-09}
     */
    String label();
}
