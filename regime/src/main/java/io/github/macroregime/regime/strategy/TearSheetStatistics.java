package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Normal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The values of a tear sheet in the dialect of its options, absent where the dialect has none or no answer. */
final class TearSheetStatistics {

    private final double[] returns;
    private final TearSheetOptions options;
    private final Dialect dialect;
    private final double year;
    private final double target;
    private final double[] excess;
    private final Map<Statistic, Double> values = new EnumMap<>(Statistic.class);

    TearSheetStatistics(double[] returns, TearSheetOptions options) {
        Returns.check(returns, 4);
        this.returns = returns;
        this.options = options;
        this.dialect = options.dialect();
        this.year = options.periodsPerYear();
        this.target = options.targetPerPeriod();
        this.excess = Returns.less(returns, options.riskFreePerPeriod());
        growth();
        risk();
        drawdowns();
        winsAndLosses();
        tails();
    }

    Map<Statistic, Double> values() {
        return values;
    }

    private void set(Statistic statistic, double value) {
        if (!Double.isNaN(value)) {
            values.put(statistic, value);
        }
    }

    private double get(Statistic statistic) {
        return values.getOrDefault(statistic, Double.NaN);
    }

    private void growth() {
        set(Statistic.TOTAL_RETURN, Performance.totalReturn(returns));
        set(Statistic.ANNUAL_GROWTH, Performance.annualGrowth(returns, year));
        set(Statistic.ANNUAL_MEAN, year * Moments.mean(returns));
        set(Statistic.BEST, Arrays.stream(returns).max().orElseThrow());
        set(Statistic.WORST, Arrays.stream(returns).min().orElseThrow());
        set(Statistic.AUTOCORRELATION, Performance.autocorrelation(returns));
        set(Statistic.STABILITY, Performance.stability(returns));
    }

    private void risk() {
        double root = Math.sqrt(year);
        double downside = Performance.downsideDeviation(returns, target);
        double sortino = Performance.sortino(returns, year, target);
        boolean perPeriod = dialect == Dialect.PERFORMANCE_ANALYTICS;
        set(Statistic.VOLATILITY, Performance.volatility(returns, year));
        set(Statistic.SHARPE, Performance.sharpe(returns, year, options.riskFreePerPeriod()));
        set(Statistic.SHARPE_ERROR, root * Performance.sharpeError(excess));
        set(Statistic.DOWNSIDE_DEVIATION, perPeriod ? downside : root * downside);
        set(Statistic.SORTINO, perPeriod ? sortino / root : sortino);
        set(Statistic.PROBABILISTIC_SHARPE, probabilisticSharpe());
    }

    private double probabilisticSharpe() {
        return switch (dialect) {
            case OWN -> Performance.probabilisticSharpe(excess, 0);
            case QUANTSTATS ->
                Performance.probabilisticSharpe(
                        excess, 0, Moments.sampleSkewness(excess), Moments.sampleExcessKurtosis(excess));
            case EMPYRICAL, PERFORMANCE_ANALYTICS -> Double.NaN;
        };
    }

    private void drawdowns() {
        double growth = get(Statistic.ANNUAL_GROWTH);
        double deepest = Drawdowns.deepest(returns);
        double squares = Drawdowns.squares(returns);
        boolean quantstats = dialect == Dialect.QUANTSTATS;
        double ulcer = Math.sqrt(squares / (quantstats ? returns.length - 1 : returns.length));
        set(Statistic.MAXIMUM_DRAWDOWN, deepest);
        set(Statistic.CALMAR, Performance.ratio(growth, -deepest));
        set(Statistic.ULCER, ulcer);
        set(Statistic.PAIN, Drawdowns.pain(returns));
        set(Statistic.MARTIN, Performance.ratio(quantstats ? get(Statistic.TOTAL_RETURN) : growth, ulcer));
        set(Statistic.TIME_UNDER_WATER, Drawdowns.timeUnderWater(returns));
        set(Statistic.LONGEST_UNDER_WATER, longestUnderWater());
        set(Statistic.RECOVERY, quantstats ? Performance.ratio(Moments.sum(returns), -deepest) : Double.NaN);
    }

    private double longestUnderWater() {
        return Performance.longestRun(Drawdowns.path(returns), -1);
    }

    private void winsAndLosses() {
        set(Statistic.OMEGA, Performance.omega(returns, target));
        set(Statistic.GAIN_TO_PAIN, Performance.gainToPain(returns));
        set(Statistic.PROFIT_FACTOR, Performance.omega(returns, 0));
        set(Statistic.HIT_RATE, Performance.hitRate(returns));
        set(Statistic.PAYOFF, Performance.payoff(returns));
        set(Statistic.KELLY, Performance.kelly(returns));
        set(Statistic.LONGEST_WINS, Performance.longestRun(returns, 1));
        set(Statistic.LONGEST_LOSSES, Performance.longestRun(returns, -1));
    }

    private void tails() {
        boolean population = dialect == Dialect.PERFORMANCE_ANALYTICS;
        double mean = Moments.mean(returns);
        double deviation = population ? Moments.populationDeviation(returns) : Moments.sampleDeviation(returns);
        double z = Normal.quantile(options.tail().value());
        double normal = mean + z * deviation;
        boolean quantstats = dialect == Dialect.QUANTSTATS;
        set(Statistic.SKEWNESS, population ? Moments.populationSkewness(returns) : Moments.sampleSkewness(returns));
        set(
                Statistic.EXCESS_KURTOSIS,
                population ? Moments.populationExcessKurtosis(returns) : Moments.sampleExcessKurtosis(returns));
        set(Statistic.TAIL_RATIO, Performance.tailRatio(returns));
        set(Statistic.VALUE_AT_RISK, quantstats ? normal : Performance.historicalValueAtRisk(returns, options.tail()));
        set(
                Statistic.EXPECTED_SHORTFALL,
                quantstats
                        ? Performance.meanUpTo(returns, Math.nextDown(normal))
                        : Performance.historicalShortfall(returns, options.tail()));
        set(Statistic.NORMAL_VALUE_AT_RISK, normal);
        set(
                Statistic.NORMAL_SHORTFALL,
                mean - deviation * Normal.density(z) / options.tail().value());
        set(
                Statistic.CORNISH_FISHER_VALUE_AT_RISK,
                mean + Performance.cornishFisher(returns, options.tail()) * deviation);
    }

    TearSheetStatistics against(double[] benchmark) {
        double beta = Against.beta(returns, benchmark);
        double alpha = Against.alpha(returns, benchmark) - (1 - beta) * options.riskFreePerPeriod();
        double risk = Against.trackingError(returns, benchmark, year);
        set(Statistic.BETA, beta);
        set(
                Statistic.ALPHA,
                switch (dialect) {
                    case OWN, QUANTSTATS -> year * alpha;
                    case EMPYRICAL -> StrictMath.pow(1 + alpha, year) - 1;
                    case PERFORMANCE_ANALYTICS -> alpha;
                });
        set(Statistic.TRACKING_ERROR, risk);
        set(
                Statistic.INFORMATION_RATIO,
                switch (dialect) {
                    case OWN -> Against.informationRatio(returns, benchmark, year);
                    case EMPYRICAL, QUANTSTATS -> Against.informationRatio(returns, benchmark, 1);
                    case PERFORMANCE_ANALYTICS ->
                        Performance.ratio(
                                get(Statistic.ANNUAL_GROWTH) - Performance.annualGrowth(benchmark, year), risk);
                });
        set(Statistic.UP_CAPTURE, Against.upCapture(returns, benchmark, year));
        set(Statistic.DOWN_CAPTURE, Against.downCapture(returns, benchmark, year));
        return this;
    }
}
