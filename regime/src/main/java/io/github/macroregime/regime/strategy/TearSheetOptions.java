package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * The conventions of a tear sheet.
 *
 * @param periodsPerYear how many returns a year has, above zero
 * @param riskFree the annual risk-free return, compounding, above −100 %
 * @param target the annual return below which a period counts as a loss for Sortino and Omega, above −100 %
 * @param tail the probability of a worse return in value at risk and shortfall, strictly between 0 and 1
 * @param dialect whose definitions are followed
 */
public record TearSheetOptions(double periodsPerYear, Rate riskFree, Rate target, Probability tail, Dialect dialect)
        implements Serializable {

    private static final double TRADING_DAYS = 252;

    public TearSheetOptions {
        Returns.year(periodsPerYear);
        aboveTotalLoss(riskFree, "riskFree");
        aboveTotalLoss(target, "target");
        if (!(tail.value() > 0 && tail.value() < 1)) {
            throw new IllegalArgumentException("tail must lie strictly between 0 and 1 but was " + tail);
        }
        Objects.requireNonNull(dialect, "dialect");
    }

    private static void aboveTotalLoss(Rate rate, String name) {
        if (!(rate.decimal() > -1)) {
            throw new IllegalArgumentException(name + " must lie above -100 % but was " + rate);
        }
    }

    /**
     * A year of so many periods, no risk-free return, target zero, a tail of five percent, own definitions.
     *
     * @param periodsPerYear how many returns a year has, above zero
     * @return the options
     */
    public static TearSheetOptions of(double periodsPerYear) {
        return new TearSheetOptions(periodsPerYear, Rate.ZERO, Rate.ZERO, Probability.percent(5), Dialect.OWN);
    }

    /**
     * A year of 252 trading days.
     *
     * @return the options
     */
    public static TearSheetOptions tradingDays() {
        return of(TRADING_DAYS);
    }

    /**
     * These options with a risk-free return.
     *
     * @param changed an annual return above −100 %
     * @return the changed options
     */
    public TearSheetOptions withRiskFree(Rate changed) {
        return new TearSheetOptions(periodsPerYear, changed, target, tail, dialect);
    }

    /**
     * These options with another target.
     *
     * @param changed an annual return above −100 %
     * @return the changed options
     */
    public TearSheetOptions withTarget(Rate changed) {
        return new TearSheetOptions(periodsPerYear, riskFree, changed, tail, dialect);
    }

    /**
     * These options with another tail.
     *
     * @param changed strictly between 0 and 1
     * @return the changed options
     */
    public TearSheetOptions withTail(Probability changed) {
        return new TearSheetOptions(periodsPerYear, riskFree, target, changed, dialect);
    }

    /**
     * These options in another dialect.
     *
     * @param changed whose definitions are followed
     * @return the changed options
     */
    public TearSheetOptions withDialect(Dialect changed) {
        return new TearSheetOptions(periodsPerYear, riskFree, target, tail, changed);
    }

    double riskFreePerPeriod() {
        return Performance.perPeriod(riskFree.decimal(), periodsPerYear);
    }

    double targetPerPeriod() {
        return Performance.perPeriod(target.decimal(), periodsPerYear);
    }

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
}
