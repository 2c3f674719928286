package io.github.macroregime.regime.strategy;

/** The statistics of a tear sheet, in the order of its table. */
public enum TearSheetLine {
    /** What one unit has grown by. */
    TOTAL_RETURN("total return", Kind.RATE),
    /** The compounded return of a year. */
    ANNUAL_GROWTH("annual growth", Kind.RATE),
    /** The mean return times the periods of a year. */
    ANNUAL_MEAN("annual mean", Kind.RATE),
    /** The deviation of a year's returns. */
    VOLATILITY("volatility", Kind.RATE),
    /** The Sharpe ratio of a year. */
    SHARPE("Sharpe ratio", Kind.RATIO),
    /** The standard error of the yearly Sharpe ratio. */
    SHARPE_ERROR("Sharpe ratio, standard error", Kind.RATIO),
    /** The probability that the true Sharpe ratio is above zero; quantstats puts excess kurtosis for the full one. */
    PROBABILISTIC_SHARPE("probabilistic Sharpe ratio", Kind.RATIO),
    /** The deviation below the target of a year; PerformanceAnalytics per period. */
    DOWNSIDE_DEVIATION("downside deviation", Kind.RATE),
    /** The Sortino ratio of a year; PerformanceAnalytics per period. */
    SORTINO("Sortino ratio", Kind.RATIO),
    /** The deepest drawdown. */
    MAXIMUM_DRAWDOWN("maximum drawdown", Kind.RATE),
    /** Annual growth over the deepest drawdown without its sign. */
    CALMAR("Calmar ratio", Kind.RATIO),
    /** The root mean square drawdown; quantstats divides by n − 1. */
    ULCER("Ulcer index", Kind.RATE),
    /** The mean drawdown without its sign. */
    PAIN("pain index", Kind.RATE),
    /** Annual growth over the Ulcer index; quantstats takes the total return. */
    MARTIN("Martin ratio", Kind.RATIO),
    /** The share of periods below an earlier high. */
    TIME_UNDER_WATER("time under water", Kind.RATE),
    /** The longest drawdown in periods. */
    LONGEST_UNDER_WATER("longest under water", Kind.COUNT),
    /** The total of returns over the deepest drawdown; quantstats only. */
    RECOVERY("recovery factor", Kind.RATIO),
    /** Gains over losses about the target. */
    OMEGA("Omega ratio", Kind.RATIO),
    /** The sum of returns over the sum of losses. */
    GAIN_TO_PAIN("gain to pain", Kind.RATIO),
    /** The sum of gains over the sum of losses. */
    PROFIT_FACTOR("profit factor", Kind.RATIO),
    /** The share of wins among wins and losses. */
    HIT_RATE("hit rate", Kind.RATE),
    /** The mean win over the mean loss. */
    PAYOFF("payoff", Kind.RATIO),
    /** The share of capital that grows fastest. */
    KELLY("Kelly share", Kind.RATE),
    /** The best return of a period. */
    BEST("best period", Kind.RATE),
    /** The worst return of a period. */
    WORST("worst period", Kind.RATE),
    /** The longest run of wins. */
    LONGEST_WINS("longest run of wins", Kind.COUNT),
    /** The longest run of losses. */
    LONGEST_LOSSES("longest run of losses", Kind.COUNT),
    /** The skewness, adjusted for the sample; PerformanceAnalytics that of the population. */
    SKEWNESS("skewness", Kind.RATIO),
    /** The excess kurtosis, adjusted for the sample; PerformanceAnalytics that of the population. */
    EXCESS_KURTOSIS("excess kurtosis", Kind.RATIO),
    /** The return that only the tail's share of periods falls below: historical; quantstats of a normal distribution. */
    VALUE_AT_RISK("value at risk", Kind.RATE),
    /** The mean of the returns at or below it; quantstats strictly below the normal value at risk. */
    EXPECTED_SHORTFALL("expected shortfall", Kind.RATE),
    /** The value at risk of a normal distribution; PerformanceAnalytics with the population deviation. */
    NORMAL_VALUE_AT_RISK("normal value at risk", Kind.RATE),
    /** The expected shortfall of a normal distribution; PerformanceAnalytics with the population deviation. */
    NORMAL_SHORTFALL("normal shortfall", Kind.RATE),
    /** The value at risk corrected for skewness and kurtosis; PerformanceAnalytics with the population deviation. */
    CORNISH_FISHER_VALUE_AT_RISK("Cornish-Fisher value at risk", Kind.RATE),
    /** The upper tail over the lower one. */
    TAIL_RATIO("tail ratio", Kind.RATIO),
    /** The correlation of each return with the one before. */
    AUTOCORRELATION("autocorrelation", Kind.RATIO),
    /** How straight the wealth grew. */
    STABILITY("stability", Kind.RATIO),
    /** How much of the benchmark's moves is taken along. */
    BETA("beta", Kind.RATIO),
    /** What is left of a year without the benchmark's part; empyrical compounded, PerformanceAnalytics per period. */
    ALPHA("alpha", Kind.RATE),
    /** The deviation of a year's differences to the benchmark. */
    TRACKING_ERROR("tracking error", Kind.RATE),
    /** The information ratio of a year; see the dialects. */
    INFORMATION_RATIO("information ratio", Kind.RATIO),
    /** The growth in rising periods of the benchmark over its own. */
    UP_CAPTURE("up capture", Kind.RATIO),
    /** The growth in falling periods of the benchmark over its own. */
    DOWN_CAPTURE("down capture", Kind.RATIO),
    /** How much is traded in a year, in units of the capital; of a backtest. */
    TURNOVER("turnover", Kind.RATIO),
    /** The mean size of the position, in units of the capital; of a backtest. */
    EXPOSURE("exposure", Kind.RATIO),
    /** The share of periods in which a position was held; of a backtest. */
    TIME_IN_MARKET("time in the market", Kind.RATE),
    /** The probability that the true Sharpe ratio is above what luck shows among all variants tried; of a walk forward. */
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
