package io.github.macroregime.regime.strategy;

import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.stats.Normal;
import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The values of a tear sheet in the dialect of its options, absent where the dialect has none or no answer. */
final class TearSheetStatistics {

    private final double[] returns;
    private final TearSheetOptions options;
    private final Dialect dialect;
    private final double year;
    private final double target;
    private final double riskFree;
    private final double[] excess;
    private final Set<TearSheetLine> lines;
    private final Map<TearSheetLine, Double> values = new EnumMap<>(TearSheetLine.class);

    TearSheetStatistics(double[] returns, TearSheetOptions options) {
        Returns.check(returns, 4);
        this.returns = returns;
        this.options = options;
        this.dialect = options.dialect();
        this.lines = DialectLines.of(dialect);
        this.year = options.periodsPerYear();
        this.target = options.targetPerPeriod();
        this.riskFree = options.riskFreePerPeriod();
        this.excess = Returns.less(returns, riskFree);
        growth();
        risk();
        drawdowns();
        winsAndLosses();
        moments();
        tails();
    }

    Map<TearSheetLine, Double> values() {
        return values;
    }

    private boolean is(Dialect asked) {
        return dialect == asked;
    }

    private void set(TearSheetLine statistic, double value) {
        if (lines.contains(statistic) && !Double.isNaN(value)) {
            values.put(statistic, value);
        }
    }

    private void growth() {
        set(TearSheetLine.TOTAL_RETURN, Performance.totalReturn(returns));
        set(TearSheetLine.CAGR, Performance.cagr(returns, year));
        set(TearSheetLine.ANNUAL_MEAN, year * Moments.mean(returns));
        set(TearSheetLine.BEST, Arrays.stream(returns).max().orElseThrow());
        set(TearSheetLine.WORST, Arrays.stream(returns).min().orElseThrow());
        set(
                TearSheetLine.AUTOCORRELATION,
                is(Dialect.PERFORMANCE_ANALYTICS)
                        ? Autocorrelation.function(returns, 1)[1]
                        : Performance.autocorrelation(returns));
        set(TearSheetLine.STABILITY, Performance.stability(returns));
    }

    private void risk() {
        double root = Math.sqrt(year);
        double scale = is(Dialect.PERFORMANCE_ANALYTICS) ? 1 : root;
        double sortino =
                is(Dialect.QUANTSTATS) ? Performance.sortino(excess, 1, 0) : Performance.sortino(returns, 1, target);
        set(TearSheetLine.VOLATILITY, Performance.volatility(returns, year));
        set(TearSheetLine.SHARPE, Performance.sharpe(returns, year, riskFree));
        set(TearSheetLine.SHARPE_STANDARD_ERROR, Performance.sharpeStandardError(returns, year, riskFree));
        set(TearSheetLine.DOWNSIDE_DEVIATION, scale * Performance.downsideDeviation(returns, target));
        set(TearSheetLine.SORTINO, scale * sortino);
        set(TearSheetLine.PROBABILISTIC_SHARPE, probabilisticSharpe());
    }

    private double probabilisticSharpe() {
        return switch (dialect) {
            case OWN -> Performance.probabilisticSharpe(excess, 0);
            case QUANTSTATS ->
                Performance.probabilisticSharpe(
                        Performance.sharpe(returns, 1, 0),
                        options.riskFree().decimal(),
                        returns.length,
                        Moments.sampleSkewness(returns),
                        Moments.sampleExcessKurtosis(returns));
            case PERFORMANCE_ANALYTICS -> {
                double sharpe = Performance.sharpe(returns, 1, riskFree);
                double skew = Moments.populationSkewness(returns);
                yield sharpe < 0 ? Double.NaN : Performance.probabilisticSharpe(sharpe, 0, returns.length, skew, 3);
            }
            case EMPYRICAL -> Double.NaN;
        };
    }

    private void drawdowns() {
        double growth = Performance.cagr(returns, year);
        double deepest = Drawdowns.maximum(returns);
        double risk = options.riskFree().decimal();
        int degrees = is(Dialect.QUANTSTATS) ? returns.length - 1 : returns.length;
        double ulcer = Math.sqrt(Drawdowns.squares(returns) / degrees);
        set(TearSheetLine.MAXIMUM_DRAWDOWN, is(Dialect.PERFORMANCE_ANALYTICS) ? -deepest : deepest);
        set(TearSheetLine.CALMAR, Performance.ratio(growth, -deepest));
        set(TearSheetLine.ULCER, ulcer);
        set(TearSheetLine.PAIN, Drawdowns.painIndex(returns));
        double above = switch (dialect) {
            case QUANTSTATS -> Performance.totalReturn(returns) - risk;
            case PERFORMANCE_ANALYTICS -> growth - risk;
            case OWN, EMPYRICAL -> growth;
        };
        set(TearSheetLine.MARTIN, Performance.ratio(above, ulcer));
        set(TearSheetLine.TIME_UNDER_WATER, Drawdowns.timeUnderWater(returns));
        set(TearSheetLine.LONGEST_UNDER_WATER, Performance.longestRun(Drawdowns.path(returns), -1));
        set(TearSheetLine.RECOVERY, Performance.ratio(Math.abs(Moments.sum(returns) - risk), -deepest));
    }

    private void winsAndLosses() {
        boolean aboveRiskFree = is(Dialect.EMPYRICAL) || is(Dialect.QUANTSTATS);
        set(TearSheetLine.OMEGA, Performance.omega(aboveRiskFree ? excess : returns, target));
        set(TearSheetLine.GAIN_TO_PAIN, Performance.gainToPain(returns));
        set(TearSheetLine.PROFIT_FACTOR, Performance.omega(returns, 0));
        set(TearSheetLine.HIT_RATE, Performance.hitRate(returns));
        set(TearSheetLine.PAYOFF, Performance.payoff(returns));
        set(
                TearSheetLine.KELLY,
                is(Dialect.PERFORMANCE_ANALYTICS)
                        ? Performance.ratio(Moments.mean(excess), Moments.sampleVariance(returns)) / 2
                        : Performance.kelly(returns));
        set(TearSheetLine.LONGEST_WINS, Performance.longestRun(returns, 1));
        set(TearSheetLine.LONGEST_LOSSES, Performance.longestRun(returns, -1));
        if (is(Dialect.QUANTSTATS)) {
            double traded = returns.length - Returns.count(returns, 0);
            set(TearSheetLine.TIME_IN_MARKET, Math.ceil(traded / returns.length * 100) / 100);
        }
    }

    private void moments() {
        boolean population = is(Dialect.EMPYRICAL) || is(Dialect.PERFORMANCE_ANALYTICS);
        set(TearSheetLine.SKEWNESS, population ? Moments.populationSkewness(returns) : Moments.sampleSkewness(returns));
        set(
                TearSheetLine.EXCESS_KURTOSIS,
                population ? Moments.populationExcessKurtosis(returns) : Moments.sampleExcessKurtosis(returns));
    }

    private void tails() {
        double tail = options.tail().value();
        double mean = Moments.mean(returns);
        double deviation = is(Dialect.PERFORMANCE_ANALYTICS)
                ? Moments.populationDeviation(returns)
                : Moments.sampleDeviation(returns);
        double z = Normal.quantile(tail);
        double normal = mean + z * deviation;
        double quantile = is(Dialect.QUANTSTATS) ? normal : Performance.historicalValueAtRisk(returns, options.tail());
        set(TearSheetLine.TAIL_RATIO, Performance.tailRatio(returns));
        set(TearSheetLine.VALUE_AT_RISK, quantile);
        set(TearSheetLine.EXPECTED_SHORTFALL, shortfall(quantile));
        set(TearSheetLine.NORMAL_VALUE_AT_RISK, normal);
        set(TearSheetLine.NORMAL_SHORTFALL, mean - deviation * Normal.density(z) / tail);
        set(
                TearSheetLine.CORNISH_FISHER_VALUE_AT_RISK,
                mean + Performance.cornishFisher(returns, options.tail()) * deviation);
    }

    private double shortfall(double quantile) {
        return switch (dialect) {
            case OWN -> Performance.historicalExpectedShortfall(returns, options.tail());
            case EMPYRICAL -> {
                int worst = (int) ((returns.length - 1) * options.tail().value()) + 1;
                yield Moments.mean(Arrays.stream(returns).sorted().limit(worst).toArray());
            }
            case QUANTSTATS, PERFORMANCE_ANALYTICS -> {
                double below = Performance.meanUpTo(returns, Math.nextDown(quantile));
                yield Double.isNaN(below) ? quantile : below;
            }
        };
    }

    TearSheetStatistics against(double[] own, double[] benchmark) {
        double beta = RelativePerformance.beta(own, benchmark);
        double alpha = RelativePerformance.alpha(own, benchmark) - (is(Dialect.QUANTSTATS) ? 0 : (1 - beta) * riskFree);
        double risk = RelativePerformance.trackingError(own, benchmark, year);
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
                    case OWN -> RelativePerformance.informationRatio(own, benchmark, year);
                    case EMPYRICAL, QUANTSTATS -> RelativePerformance.informationRatio(own, benchmark, 1);
                    case PERFORMANCE_ANALYTICS ->
                        Performance.ratio(Performance.cagr(own, year) - Performance.cagr(benchmark, year), risk);
                });
        boolean cumulative = is(Dialect.PERFORMANCE_ANALYTICS);
        set(
                TearSheetLine.UP_CAPTURE,
                cumulative
                        ? RelativePerformance.cumulativeCapture(own, benchmark, b -> b > 0)
                        : RelativePerformance.upCapture(own, benchmark, year));
        set(
                TearSheetLine.DOWN_CAPTURE,
                cumulative
                        ? RelativePerformance.cumulativeCapture(own, benchmark, b -> b <= 0)
                        : RelativePerformance.downCapture(own, benchmark, year));
        return this;
    }
}
