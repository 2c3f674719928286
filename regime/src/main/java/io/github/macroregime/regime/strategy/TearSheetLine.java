package io.github.macroregime.regime.strategy;

/** The statistics of a tear sheet, in the order of its table. */
public enum TearSheetLine {
    /** The total (cumulative) return: what one unit has grown by. */
    TOTAL_RETURN("total return", Kind.RATE),
    /** The compound annual growth rate (CAGR). */
    CAGR("CAGR", Kind.RATE),
    /** The mean return times the periods of a year. */
    ANNUAL_MEAN("annual mean", Kind.RATE),
    /** The annualised volatility. */
    VOLATILITY("volatility", Kind.RATE),
    /** The annualised Sharpe ratio. */
    SHARPE("Sharpe ratio", Kind.RATIO),
    /** The standard error of the annualised Sharpe ratio. */
    SHARPE_STANDARD_ERROR("Sharpe ratio, standard error", Kind.RATIO),
    /**
     * The probability that the true Sharpe ratio is above zero; quantstats puts excess kurtosis for the full one and
     * subtracts the annual risk-free return from the ratio of a period; PerformanceAnalytics takes a kurtosis of 3 and has
     * none for a negative ratio.
     */
    PROBABILISTIC_SHARPE("probabilistic Sharpe ratio", Kind.RATIO),
    /** The annualised downside deviation, below the target; PerformanceAnalytics per period. */
    DOWNSIDE_DEVIATION("downside deviation", Kind.RATE),
    /** The annualised Sortino ratio; PerformanceAnalytics per period, quantstats above the risk-free return. */
    SORTINO("Sortino ratio", Kind.RATIO),
    /** The maximum drawdown; PerformanceAnalytics without its sign. */
    MAXIMUM_DRAWDOWN("maximum drawdown", Kind.RATE),
    /** The {@index "Calmar ratio"}: CAGR over the maximum drawdown without its sign. */
    CALMAR("Calmar ratio", Kind.RATIO),
    /** The Ulcer index, the root mean square drawdown; quantstats divides by n − 1. */
    ULCER("Ulcer index", Kind.RATE),
    /** The pain index, the mean drawdown without its sign. */
    PAIN("pain index", Kind.RATE),
    /**
     * The {@index "Martin ratio"}: CAGR over the Ulcer index; quantstats takes the total return, and it and
     * PerformanceAnalytics what is above the risk-free one.
     */
    MARTIN("Martin ratio", Kind.RATIO),
    /** {@index "Time under water"}: the share of periods below an earlier high. */
    TIME_UNDER_WATER("time under water", Kind.RATE),
    /** The longest drawdown in periods. */
    LONGEST_UNDER_WATER("longest under water", Kind.COUNT),
    /**
     * The {@index "recovery factor"}, the total of returns less the annual risk-free one over the maximum drawdown, both
     * without sign; quantstats only.
     */
    RECOVERY("recovery factor", Kind.RATIO),
    /** The Omega ratio: gains over losses about the target; empyrical and quantstats add the risk-free return to it. */
    OMEGA("Omega ratio", Kind.RATIO),
    /** The gain-to-pain ratio: the sum of returns over the sum of losses. */
    GAIN_TO_PAIN("gain to pain", Kind.RATIO),
    /** The profit factor: the sum of gains over the sum of losses; in PerformanceAnalytics the Bernardo-Ledoit ratio. */
    PROFIT_FACTOR("profit factor", Kind.RATIO),
    /** The hit rate: the share of wins among wins and losses. */
    HIT_RATE("hit rate", Kind.RATE),
    /** The payoff ratio: the mean win over the mean loss. */
    PAYOFF("payoff", Kind.RATIO),
    /**
     * The Kelly fraction, the share of capital that grows fastest; PerformanceAnalytics half the mean excess return over
     * the variance.
     */
    KELLY("Kelly fraction", Kind.RATE),
    /** The best return of a period. */
    BEST("best period", Kind.RATE),
    /** The worst return of a period. */
    WORST("worst period", Kind.RATE),
    /** The longest run of wins. */
    LONGEST_WINS("longest run of wins", Kind.COUNT),
    /** The longest run of losses. */
    LONGEST_LOSSES("longest run of losses", Kind.COUNT),
    /** The skewness, adjusted for the sample; empyrical and PerformanceAnalytics that of the population. */
    SKEWNESS("skewness", Kind.RATIO),
    /** The excess kurtosis, adjusted for the sample; empyrical and PerformanceAnalytics that of the population. */
    EXCESS_KURTOSIS("excess kurtosis", Kind.RATIO),
    /** Value at risk (VaR), the quantile of returns at the tail: historical; quantstats of a normal distribution. */
    VALUE_AT_RISK("value at risk", Kind.RATE),
    /**
     * Expected shortfall (CVaR), the mean of returns at or below the VaR; quantstats strictly below the normal value at
     * risk, PerformanceAnalytics strictly below the historical one, empyrical of the worst {@code floor((n - 1) a) + 1}.
     */
    EXPECTED_SHORTFALL("expected shortfall", Kind.RATE),
    /** The value at risk of a normal distribution; PerformanceAnalytics with the population deviation. */
    NORMAL_VALUE_AT_RISK("normal value at risk", Kind.RATE),
    /** The expected shortfall of a normal distribution; PerformanceAnalytics with the population deviation. */
    NORMAL_SHORTFALL("normal expected shortfall", Kind.RATE),
    /** The value at risk corrected for skewness and kurtosis; PerformanceAnalytics with the population deviation. */
    CORNISH_FISHER_VALUE_AT_RISK("Cornish-Fisher value at risk", Kind.RATE),
    /** The tail ratio: the upper tail over the lower one. */
    TAIL_RATIO("tail ratio", Kind.RATIO),
    /** The correlation of each return with the one before; PerformanceAnalytics about the mean of all. */
    AUTOCORRELATION("autocorrelation", Kind.RATIO),
    /** Stability (R²), how straight the wealth grew. */
    STABILITY("stability", Kind.RATIO),
    /** Beta: how much of the benchmark's moves is taken along. */
    BETA("beta", Kind.RATIO),
    /**
     * Annual alpha: what is left without the benchmark's part; empyrical compounded, PerformanceAnalytics per period.
     */
    ALPHA("alpha", Kind.RATE),
    /** The annualised tracking error: the standard deviation of the differences to the benchmark. */
    TRACKING_ERROR("tracking error", Kind.RATE),
    /** The annualised information ratio; see the dialects. */
    INFORMATION_RATIO("information ratio", Kind.RATIO),
    /** The up capture: the growth in rising periods of the benchmark over its own; PerformanceAnalytics not annualised. */
    UP_CAPTURE("up capture", Kind.RATIO),
    /**
     * The down capture: the growth in falling periods of the benchmark over its own; PerformanceAnalytics not annualised and
     * with periods in which the benchmark did not move.
     */
    DOWN_CAPTURE("down capture", Kind.RATIO),
    /** The turnover, how much is traded in a year, in units of the capital; of a backtest. */
    TURNOVER("turnover", Kind.RATIO),
    /** The mean size of the position, in units of the capital; of a backtest. */
    EXPOSURE("exposure", Kind.RATIO),
    /** The share of periods in which a position was held, of a backtest; quantstats that of returns other than zero, to the percent above. */
    TIME_IN_MARKET("time in the market", Kind.RATE),
    /** The probability that the true Sharpe ratio is above what luck shows among all variants; of a walk forward. */
    DEFLATED_SHARPE("deflated Sharpe ratio", Kind.RATIO);

    /** How a statistic is shown. */
    public enum Kind {
        /** A return or share, shown in percent. */
        RATE,
        /** A pure number. */
        RATIO,
        /** A whole number of periods. */
        COUNT
    }

    private final String label;
    private final Kind kind;

    TearSheetLine(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    boolean needsBenchmark() {
        return compareTo(BETA) >= 0 && compareTo(DOWN_CAPTURE) <= 0;
    }

    /**
     * The name shown in tables.
     *
     * @return for example {@code Sharpe ratio}
     */
    public String label() {
        return label;
    }

    /**
     * How the statistic is shown.
     *
     * @return percent, pure number or count
     */
    public Kind kind() {
        return kind;
    }
}
