package io.github.macroregime.regime.strategy;

import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
import java.util.EnumSet;
import java.util.Set;

/** Which statistics a vendor has. */
final class DialectLines {

    private static final Set<TearSheetLine> EMPYRICAL = EnumSet.of(
            TearSheetLine.TOTAL_RETURN,
            TearSheetLine.CAGR,
            TearSheetLine.VOLATILITY,
            TearSheetLine.SHARPE,
            TearSheetLine.DOWNSIDE_DEVIATION,
            TearSheetLine.SORTINO,
            TearSheetLine.MAXIMUM_DRAWDOWN,
            TearSheetLine.CALMAR,
            TearSheetLine.OMEGA,
            TearSheetLine.SKEWNESS,
            TearSheetLine.EXCESS_KURTOSIS,
            TearSheetLine.VALUE_AT_RISK,
            TearSheetLine.EXPECTED_SHORTFALL,
            TearSheetLine.TAIL_RATIO,
            TearSheetLine.STABILITY,
            TearSheetLine.BETA,
            TearSheetLine.ALPHA,
            TearSheetLine.INFORMATION_RATIO,
            TearSheetLine.UP_CAPTURE,
            TearSheetLine.DOWN_CAPTURE);

    private static final Set<TearSheetLine> QUANTSTATS = EnumSet.of(
            TearSheetLine.TOTAL_RETURN,
            TearSheetLine.CAGR,
            TearSheetLine.VOLATILITY,
            TearSheetLine.SHARPE,
            TearSheetLine.PROBABILISTIC_SHARPE,
            TearSheetLine.SORTINO,
            TearSheetLine.MAXIMUM_DRAWDOWN,
            TearSheetLine.CALMAR,
            TearSheetLine.ULCER,
            TearSheetLine.MARTIN,
            TearSheetLine.RECOVERY,
            TearSheetLine.OMEGA,
            TearSheetLine.GAIN_TO_PAIN,
            TearSheetLine.PROFIT_FACTOR,
            TearSheetLine.HIT_RATE,
            TearSheetLine.PAYOFF,
            TearSheetLine.KELLY,
            TearSheetLine.BEST,
            TearSheetLine.WORST,
            TearSheetLine.LONGEST_WINS,
            TearSheetLine.LONGEST_LOSSES,
            TearSheetLine.SKEWNESS,
            TearSheetLine.EXCESS_KURTOSIS,
            TearSheetLine.VALUE_AT_RISK,
            TearSheetLine.EXPECTED_SHORTFALL,
            TearSheetLine.TAIL_RATIO,
            TearSheetLine.BETA,
            TearSheetLine.ALPHA,
            TearSheetLine.INFORMATION_RATIO,
            TearSheetLine.TIME_IN_MARKET);

    private static final Set<TearSheetLine> PERFORMANCE_ANALYTICS = EnumSet.of(
            TearSheetLine.TOTAL_RETURN,
            TearSheetLine.CAGR,
            TearSheetLine.ANNUAL_MEAN,
            TearSheetLine.VOLATILITY,
            TearSheetLine.SHARPE,
            TearSheetLine.PROBABILISTIC_SHARPE,
            TearSheetLine.DOWNSIDE_DEVIATION,
            TearSheetLine.SORTINO,
            TearSheetLine.MAXIMUM_DRAWDOWN,
            TearSheetLine.CALMAR,
            TearSheetLine.ULCER,
            TearSheetLine.PAIN,
            TearSheetLine.MARTIN,
            TearSheetLine.OMEGA,
            TearSheetLine.PROFIT_FACTOR,
            TearSheetLine.KELLY,
            TearSheetLine.BEST,
            TearSheetLine.WORST,
            TearSheetLine.SKEWNESS,
            TearSheetLine.EXCESS_KURTOSIS,
            TearSheetLine.VALUE_AT_RISK,
            TearSheetLine.EXPECTED_SHORTFALL,
            TearSheetLine.NORMAL_VALUE_AT_RISK,
            TearSheetLine.NORMAL_SHORTFALL,
            TearSheetLine.CORNISH_FISHER_VALUE_AT_RISK,
            TearSheetLine.AUTOCORRELATION,
            TearSheetLine.BETA,
            TearSheetLine.ALPHA,
            TearSheetLine.TRACKING_ERROR,
            TearSheetLine.INFORMATION_RATIO,
            TearSheetLine.UP_CAPTURE,
            TearSheetLine.DOWN_CAPTURE);

    private DialectLines() {}

    static Set<TearSheetLine> of(Dialect dialect) {
        return switch (dialect) {
            case OWN -> EnumSet.complementOf(EnumSet.of(TearSheetLine.RECOVERY));
            case EMPYRICAL -> EMPYRICAL;
            case QUANTSTATS -> QUANTSTATS;
            case PERFORMANCE_ANALYTICS -> PERFORMANCE_ANALYTICS;
        };
    }
}
