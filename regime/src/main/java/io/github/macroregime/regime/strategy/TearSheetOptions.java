package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;

/**
 * The conventions of a tear sheet.
 *
 * <p>The periods of a year are checked against the dates of twenty or more returns: weekly returns under {@link
 * #tradingDays()} are refused.
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
    private static final int LEAST_RETURNS = 20;

    public TearSheetOptions {
        Require.components(TearSheetOptions.class, riskFree, target, tail, dialect);
        Returns.year(periodsPerYear);
        aboveTotalLoss(riskFree, "riskFree");
        aboveTotalLoss(target, "target");
        if (!(tail.value() > 0 && tail.value() < 1)) {
            throw new IllegalArgumentException("tail must lie strictly between 0 and 1 but was " + tail);
        }
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
     * The options for returns whose dates are a regular calendar: 252 trading days, 365 days with weekends, 52 weeks, 12
     * months, 4 quarters or one year.
     *
     * @param returns any series on the dates of the returns, at least two
     * @return the options
     * @throws IllegalArgumentException if the dates follow none of these
     */
    public static TearSheetOptions recognising(TimeSeries returns) {
        return of(ReturnCalendar.of(returns.dates()).periodsPerYear());
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

    /** Refuses a year that the dates of twenty or more returns contradict. */
    void check(DateIndex dates) {
        if (dates.size() >= LEAST_RETURNS) {
            ReturnCalendar.of(dates).check(periodsPerYear);
        }
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
     * <p>A dialect has the statistics of its vendor, by the vendor's formula, and no others; where the vendor has no
     * finite number the sheet has none. What differs: {@link TearSheetLine}. A risk-free return and a target are compounded
     * down to a period where the vendor's function takes one per period.
     */
    public enum Dialect {
        /** The definitions of this library. */
        OWN,
        /** The Python package empyrical-reloaded 0.5.10: information ratio per period, alpha compounded. */
        EMPYRICAL,
        /**
         * The Python package quantstats 0.0.81: normal value at risk, shortfall below it, Ulcer index over n − 1, information
         * ratio per period, sample skewness and excess kurtosis in the probabilistic Sharpe ratio.
         */
        QUANTSTATS,
        /**
         * The R package PerformanceAnalytics 2.1.0: Sortino ratio and downside deviation per period, population moments,
         * normal value at risk with the population deviation, alpha per period, information ratio from CAGR, capture of total
         * returns, half Kelly. Sharpe ratios are arithmetic, as they are by default from that version on.
         */
        PERFORMANCE_ANALYTICS
    }
}
