package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
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
    private final Map<TearSheetLine, Double> values = new EnumMap<>(TearSheetLine.class);

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

    Map<TearSheetLine, Double> values() {
        return values;
    }

    private void set(TearSheetLine statistic, double value) {
        if (!Double.isNaN(value)) {
            values.put(statistic, value);
        }
    }

    private double get(TearSheetLine statistic) {
        return values.getOrDefault(statistic, Double.NaN);
    }

    private void growth() {
        set(TearSheetLine.TOTAL_RETURN, Performance.totalReturn(returns));
        set(TearSheetLine.CAGR, Performance.cagr(returns, year));
        set(TearSheetLine.ANNUAL_MEAN, year * Moments.mean(returns));
        set(TearSheetLine.BEST, Arrays.stream(returns).max().orElseThrow());
        set(TearSheetLine.WORST, Arrays.stream(returns).min().orElseThrow());
        set(TearSheetLine.AUTOCORRELATION, Performance.autocorrelation(returns));
        set(TearSheetLine.STABILITY, Performance.stability(returns));
    }

    private void risk() {
        double root = Math.sqrt(year);
        double downside = Performance.downsideDeviation(returns, target);
        double sortino = Performance.sortino(returns, year, target);
        boolean perPeriod = dialect == Dialect.PERFORMANCE_ANALYTICS;
        set(TearSheetLine.VOLATILITY, Performance.volatility(returns, year));
        set(TearSheetLine.SHARPE, Performance.sharpe(returns, year, options.riskFreePerPeriod()));
        set(TearSheetLine.SHARPE_STANDARD_ERROR, root * Performance.sharpeStandardError(excess));
        set(TearSheetLine.DOWNSIDE_DEVIATION, perPeriod ? downside : root * downside);
        set(TearSheetLine.SORTINO, perPeriod ? sortino / root : sortino);
        set(TearSheetLine.PROBABILISTIC_SHARPE, probabilisticSharpe());
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
        double growth = get(TearSheetLine.CAGR);
        double deepest = Drawdowns.maximum(returns);
        double squares = Drawdowns.squares(returns);
        boolean quantstats = dialect == Dialect.QUANTSTATS;
        double ulcer = Math.sqrt(squares / (quantstats ? returns.length - 1 : returns.length));
        set(TearSheetLine.MAXIMUM_DRAWDOWN, deepest);
        set(TearSheetLine.CALMAR, Performance.ratio(growth, -deepest));
        set(TearSheetLine.ULCER, ulcer);
        set(TearSheetLine.PAIN, Drawdowns.painIndex(returns));
        set(TearSheetLine.MARTIN, Performance.ratio(quantstats ? get(TearSheetLine.TOTAL_RETURN) : growth, ulcer));
        set(TearSheetLine.TIME_UNDER_WATER, Drawdowns.timeUnderWater(returns));
        set(TearSheetLine.LONGEST_UNDER_WATER, longestUnderWater());
        set(TearSheetLine.RECOVERY, quantstats ? Performance.ratio(Moments.sum(returns), -deepest) : Double.NaN);
    }

    private double longestUnderWater() {
        return Performance.longestRun(Drawdowns.path(returns), -1);
    }

    private void winsAndLosses() {
        set(TearSheetLine.OMEGA, Performance.omega(returns, target));
        set(TearSheetLine.GAIN_TO_PAIN, Performance.gainToPain(returns));
        set(TearSheetLine.PROFIT_FACTOR, Performance.omega(returns, 0));
        set(TearSheetLine.HIT_RATE, Performance.hitRate(returns));
        set(TearSheetLine.PAYOFF, Performance.payoff(returns));
        set(TearSheetLine.KELLY, Performance.kelly(returns));
        set(TearSheetLine.LONGEST_WINS, Performance.longestRun(returns, 1));
        set(TearSheetLine.LONGEST_LOSSES, Performance.longestRun(returns, -1));
    }

    private void tails() {
        boolean population = dialect == Dialect.PERFORMANCE_ANALYTICS;
        double mean = Moments.mean(returns);
        double deviation = population ? Moments.populationDeviation(returns) : Moments.sampleDeviation(returns);
        double z = Normal.quantile(options.tail().value());
        double normal = mean + z * deviation;
        boolean quantstats = dialect == Dialect.QUANTSTATS;
        set(TearSheetLine.SKEWNESS, population ? Moments.populationSkewness(returns) : Moments.sampleSkewness(returns));
        set(
                TearSheetLine.EXCESS_KURTOSIS,
                population ? Moments.populationExcessKurtosis(returns) : Moments.sampleExcessKurtosis(returns));
        set(TearSheetLine.TAIL_RATIO, Performance.tailRatio(returns));
        set(
                TearSheetLine.VALUE_AT_RISK,
                quantstats ? normal : Performance.historicalValueAtRisk(returns, options.tail()));
        set(
                TearSheetLine.EXPECTED_SHORTFALL,
                quantstats
                        ? Performance.meanUpTo(returns, Math.nextDown(normal))
                        : Performance.historicalExpectedShortfall(returns, options.tail()));
        set(TearSheetLine.NORMAL_VALUE_AT_RISK, normal);
        set(
                TearSheetLine.NORMAL_SHORTFALL,
                mean - deviation * Normal.density(z) / options.tail().value());
        set(
                TearSheetLine.CORNISH_FISHER_VALUE_AT_RISK,
                mean + Performance.cornishFisher(returns, options.tail()) * deviation);
    }

    TearSheetStatistics against(double[] benchmark) {
        double beta = RelativePerformance.beta(returns, benchmark);
        double alpha = RelativePerformance.alpha(returns, benchmark) - (1 - beta) * options.riskFreePerPeriod();
        double risk = RelativePerformance.trackingError(returns, benchmark, year);
        set(TearSheetLine.BETA, beta);
        set(
                TearSheetLine.ALPHA,
                switch (dialect) {
                    case OWN, QUANTSTATS -> year * alpha;
                    case EMPYRICAL -> StrictMath.pow(1 + alpha, year) - 1;
                    case PERFORMANCE_ANALYTICS -> alpha;
                });
        set(TearSheetLine.TRACKING_ERROR, risk);
        set(
                TearSheetLine.INFORMATION_RATIO,
                switch (dialect) {
                    case OWN -> RelativePerformance.informationRatio(returns, benchmark, year);
                    case EMPYRICAL, QUANTSTATS -> RelativePerformance.informationRatio(returns, benchmark, 1);
                    case PERFORMANCE_ANALYTICS ->
                        Performance.ratio(get(TearSheetLine.CAGR) - Performance.cagr(benchmark, year), risk);
                });
        set(TearSheetLine.UP_CAPTURE, RelativePerformance.upCapture(returns, benchmark, year));
        set(TearSheetLine.DOWN_CAPTURE, RelativePerformance.downCapture(returns, benchmark, year));
        return this;
    }
}
