package io.github.macroregime.rates.path;

/** What "flat between two meetings" means. */
public enum PathInterpolation {
    /** Every business day of a period fixes at the same simple rate; a weekend accrues three days of it. */
    CONSTANT_OVERNIGHT_RATE,
    /**
     * The logarithm of the discount factor falls by the same amount on every calendar day of a period, as in curve
     * libraries. The period's rate is the simple rate of one day. At most 0.04 bp from the other reading.
     */
    LOG_LINEAR_DISCOUNT
}
