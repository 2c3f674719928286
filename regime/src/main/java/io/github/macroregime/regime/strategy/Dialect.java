package io.github.macroregime.regime.strategy;

/**
 * Whose definitions a tear sheet follows, so that a desk can reconcile with a vendor and see which formula explains
 * the gap.
 *
 * <p>Where a dialect has no such statistic the sheet has no value. What differs: {@link TearSheetLine}.
 */
public enum Dialect {
    /** The definitions of this library. */
    OWN,
    /** The Python package empyrical: information ratio per period, alpha compounded. */
    EMPYRICAL,
    /**
     * The Python package quantstats: normal value at risk, shortfall below it, Ulcer index over n − 1, information ratio
     * per period, sample skewness and excess kurtosis in the probabilistic Sharpe ratio.
     */
    QUANTSTATS,
    /**
     * The R package PerformanceAnalytics: Sortino ratio and downside deviation per period, population moments, normal
     * value at risk with the population deviation, alpha per period, information ratio from CAGR.
     */
    PERFORMANCE_ANALYTICS
}
