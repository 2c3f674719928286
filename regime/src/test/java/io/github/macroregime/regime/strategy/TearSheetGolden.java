package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Probability;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.strategy.Drawdowns.Drawdown;
import io.github.macroregime.regime.strategy.TearSheetOptions.Dialect;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Against empyrical, quantstats and PerformanceAnalytics run from source, and against numpy for the own definitions.
 * Tolerance: 1e-10 relative, the rounding of sums of 599 returns in statistics near zero; R printed fifteen digits.
 */
class TearSheetGolden {

    private static final double TOLERANCE = 1e-10;
    private static final TimeSeries RETURNS = returns("es_close");
    private static final TimeSeries BENCHMARK = returns("nq");

    private static TimeSeries returns(String asset) {
        GoldenTable table = GoldenTable.read("regime/series.csv");
        double[] close = table.numbers(asset);
        double[] returns = new double[close.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = close[i + 1] / close[i] - 1;
        }
        DateIndex dates = DateIndex.copyOf(
                table.texts("date").stream().skip(1).map(LocalDate::parse).toList());
        return TimeSeries.of(dates, returns, Unit.FRACTION);
    }

    private static TearSheet sheet(Dialect dialect) {
        return TearSheet.of(RETURNS, BENCHMARK, TearSheetOptions.tradingDays().withDialect(dialect));
    }

    private static void agree(Dialect dialect, String node, Map<TearSheetLine, String> names) {
        GoldenFile golden = GoldenFile.read("tearsheet_oracle.json");
        TearSheet sheet = sheet(dialect);
        names.forEach((statistic, name) -> golden.assertAgrees(
                "/" + node + "/" + name + (dialect == Dialect.OWN ? "/value" : ""),
                sheet.number(statistic).orElseThrow(),
                TOLERANCE));
    }

    @Test
    void ownDefinitionsAgreeWithNumpy() {
        Map<TearSheetLine, String> names = new EnumMap<>(TearSheetLine.class);
        names.put(TearSheetLine.TOTAL_RETURN, "total_return");
        names.put(TearSheetLine.CAGR, "cagr_periods");
        names.put(TearSheetLine.ANNUAL_MEAN, "mean_annual_arith");
        names.put(TearSheetLine.VOLATILITY, "vol_annual");
        names.put(TearSheetLine.SHARPE, "sharpe");
        names.put(TearSheetLine.DOWNSIDE_DEVIATION, "downside_dev_annual");
        names.put(TearSheetLine.SORTINO, "sortino");
        names.put(TearSheetLine.MAXIMUM_DRAWDOWN, "max_drawdown");
        names.put(TearSheetLine.CALMAR, "calmar");
        names.put(TearSheetLine.ULCER, "ulcer_index");
        names.put(TearSheetLine.PAIN, "pain_index");
        names.put(TearSheetLine.MARTIN, "martin_ratio");
        names.put(TearSheetLine.OMEGA, "omega0");
        names.put(TearSheetLine.GAIN_TO_PAIN, "gain_to_pain");
        names.put(TearSheetLine.PROFIT_FACTOR, "profit_factor");
        names.put(TearSheetLine.HIT_RATE, "hit_rate_ex_zero");
        names.put(TearSheetLine.PAYOFF, "payoff");
        names.put(TearSheetLine.SKEWNESS, "skew_adj");
        names.put(TearSheetLine.EXCESS_KURTOSIS, "kurt_excess_adj");
        names.put(TearSheetLine.VALUE_AT_RISK, "var_hist_0.05");
        names.put(TearSheetLine.EXPECTED_SHORTFALL, "es_hist_0.05");
        names.put(TearSheetLine.NORMAL_VALUE_AT_RISK, "var_normal_0.05");
        names.put(TearSheetLine.NORMAL_SHORTFALL, "es_normal_0.05");
        names.put(TearSheetLine.CORNISH_FISHER_VALUE_AT_RISK, "var_cornish_fisher_0.05");
        names.put(TearSheetLine.TAIL_RATIO, "tail_ratio");
        names.put(TearSheetLine.PROBABILISTIC_SHARPE, "psr_0");
        names.put(TearSheetLine.AUTOCORRELATION, "autocorr1");
        names.put(TearSheetLine.BETA, "beta");
        names.put(TearSheetLine.ALPHA, "alpha_annual_arith");
        names.put(TearSheetLine.TRACKING_ERROR, "tracking_error_annual");
        names.put(TearSheetLine.INFORMATION_RATIO, "information_ratio_annual");
        names.put(TearSheetLine.STABILITY, "stability_r2");
        names.put(TearSheetLine.LONGEST_WINS, "longest_win_streak");
        names.put(TearSheetLine.LONGEST_LOSSES, "longest_loss_streak");
        names.put(TearSheetLine.LONGEST_UNDER_WATER, "longest_underwater_periods");
        names.put(TearSheetLine.TIME_UNDER_WATER, "time_underwater");
        agree(Dialect.OWN, "definitions", names);
    }

    @Test
    void empyricalIsReproduced() {
        Map<TearSheetLine, String> names = new EnumMap<>(TearSheetLine.class);
        names.put(TearSheetLine.TOTAL_RETURN, "cum_returns_final");
        names.put(TearSheetLine.CAGR, "annual_return_cagr");
        names.put(TearSheetLine.VOLATILITY, "annual_volatility");
        names.put(TearSheetLine.SHARPE, "sharpe_rf0");
        names.put(TearSheetLine.SORTINO, "sortino_mar0");
        names.put(TearSheetLine.DOWNSIDE_DEVIATION, "downside_risk");
        names.put(TearSheetLine.MAXIMUM_DRAWDOWN, "max_drawdown");
        names.put(TearSheetLine.CALMAR, "calmar");
        names.put(TearSheetLine.OMEGA, "omega_0");
        names.put(TearSheetLine.STABILITY, "stability_r2");
        names.put(TearSheetLine.TAIL_RATIO, "tail_ratio");
        names.put(TearSheetLine.VALUE_AT_RISK, "var_5pct_hist");
        names.put(TearSheetLine.EXPECTED_SHORTFALL, "cvar_5pct_hist");
        names.put(TearSheetLine.ALPHA, "alpha_geom");
        names.put(TearSheetLine.BETA, "beta");
        names.put(TearSheetLine.INFORMATION_RATIO, "excess_sharpe_IR_per_period");
        names.put(TearSheetLine.UP_CAPTURE, "up_capture");
        names.put(TearSheetLine.DOWN_CAPTURE, "down_capture");
        agree(Dialect.EMPYRICAL, "empyrical", names);
    }

    @Test
    void quantstatsIsReproduced() {
        Map<TearSheetLine, String> names = new EnumMap<>(TearSheetLine.class);
        names.put(TearSheetLine.SHARPE, "sharpe");
        names.put(TearSheetLine.SORTINO, "sortino");
        names.put(TearSheetLine.OMEGA, "omega");
        names.put(TearSheetLine.GAIN_TO_PAIN, "gain_to_pain_ratio");
        names.put(TearSheetLine.CAGR, "cagr");
        names.put(TearSheetLine.SKEWNESS, "skew");
        names.put(TearSheetLine.EXCESS_KURTOSIS, "kurtosis");
        names.put(TearSheetLine.CALMAR, "calmar");
        names.put(TearSheetLine.ULCER, "ulcer_index");
        names.put(TearSheetLine.MARTIN, "ulcer_performance_index");
        names.put(TearSheetLine.VALUE_AT_RISK, "value_at_risk");
        names.put(TearSheetLine.EXPECTED_SHORTFALL, "conditional_value_at_risk");
        names.put(TearSheetLine.TAIL_RATIO, "tail_ratio");
        names.put(TearSheetLine.PAYOFF, "payoff_ratio");
        names.put(TearSheetLine.PROFIT_FACTOR, "profit_factor");
        names.put(TearSheetLine.RECOVERY, "recovery_factor");
        names.put(TearSheetLine.MAXIMUM_DRAWDOWN, "max_drawdown");
        names.put(TearSheetLine.KELLY, "kelly_criterion");
        names.put(TearSheetLine.VOLATILITY, "volatility");
        names.put(TearSheetLine.HIT_RATE, "win_rate");
        names.put(TearSheetLine.BEST, "best");
        names.put(TearSheetLine.WORST, "worst");
        names.put(TearSheetLine.TOTAL_RETURN, "comp");
        names.put(TearSheetLine.LONGEST_WINS, "consecutive_wins");
        names.put(TearSheetLine.LONGEST_LOSSES, "consecutive_losses");
        names.put(TearSheetLine.PROBABILISTIC_SHARPE, "probabilistic_sharpe_ratio");
        names.put(TearSheetLine.INFORMATION_RATIO, "information_ratio");
        names.put(TearSheetLine.BETA, "greeks_beta");
        names.put(TearSheetLine.ALPHA, "greeks_alpha");
        agree(Dialect.QUANTSTATS, "quantstats", names);
    }

    @Test
    void performanceAnalyticsIsReproduced() {
        Map<TearSheetLine, String> names = new EnumMap<>(TearSheetLine.class);
        names.put(TearSheetLine.CAGR, "Return.annualized_geometric_scale252");
        names.put(TearSheetLine.VOLATILITY, "StdDev.annualized");
        names.put(TearSheetLine.SHARPE, "SharpeRatio.annualized_geom");
        names.put(TearSheetLine.DOWNSIDE_DEVIATION, "DownsideDeviation_full");
        names.put(TearSheetLine.SORTINO, "SortinoRatio");
        names.put(TearSheetLine.CALMAR, "CalmarRatio");
        names.put(TearSheetLine.ULCER, "UlcerIndex");
        names.put(TearSheetLine.PAIN, "PainIndex");
        names.put(TearSheetLine.MARTIN, "MartinRatio");
        names.put(TearSheetLine.OMEGA, "Omega_L0");
        names.put(TearSheetLine.VALUE_AT_RISK, "VaR_historical_95");
        names.put(TearSheetLine.EXPECTED_SHORTFALL, "ES_historical_95");
        names.put(TearSheetLine.NORMAL_VALUE_AT_RISK, "VaR_gaussian_95");
        names.put(TearSheetLine.NORMAL_SHORTFALL, "ES_gaussian_95");
        names.put(TearSheetLine.CORNISH_FISHER_VALUE_AT_RISK, "VaR_modified_95");
        names.put(TearSheetLine.SKEWNESS, "skewness_moment");
        names.put(TearSheetLine.EXCESS_KURTOSIS, "kurtosis_excess");
        names.put(TearSheetLine.INFORMATION_RATIO, "InformationRatio");
        names.put(TearSheetLine.TRACKING_ERROR, "TrackingError");
        names.put(TearSheetLine.BETA, "CAPM.beta");
        names.put(TearSheetLine.ALPHA, "CAPM.alpha");
        agree(Dialect.PERFORMANCE_ANALYTICS, "PerformanceAnalytics", names);
    }

    /** Exactly the statistics of the vendor with its values, and no others. */
    @Test
    void dialectsHaveExactlyTheirVendorsStatistics() {
        GoldenFile golden = GoldenFile.read("tearsheet_dialects.json");
        for (String sample : List.of("short", "monthly", "index")) {
            TimeSeries own = "index".equals(sample) ? RETURNS : series(golden, sample, "returns");
            TimeSeries benchmark = "index".equals(sample) ? BENCHMARK : series(golden, sample, "benchmark");
            for (String shift : List.of("plain", "shifted")) {
                String node = "/" + sample + "/" + shift;
                TearSheetOptions options = TearSheetOptions.of(
                                golden.at("/" + sample + "/year").asDouble())
                        .withRiskFree(
                                Rate.ofDecimal(golden.at(node + "/risk_free").asDouble()))
                        .withTarget(Rate.ofDecimal(golden.at(node + "/target").asDouble()))
                        .withTail(Probability.from(golden.at(node + "/tail").asDouble()));
                for (Dialect dialect : List.of(Dialect.EMPYRICAL, Dialect.QUANTSTATS, Dialect.PERFORMANCE_ANALYTICS)) {
                    TearSheet sheet = TearSheet.of(own, benchmark, options.withDialect(dialect));
                    agreeExactly(golden, node + "/" + dialect, sheet);
                }
            }
        }
    }

    private static void agreeExactly(GoldenFile golden, String node, TearSheet sheet) {
        Set<TearSheetLine> expected = EnumSet.noneOf(TearSheetLine.class);
        golden.at(node).properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                expected.add(TearSheetLine.valueOf(entry.getKey()));
            }
        });
        assertThat(sheet.values().keySet()).as(node).isEqualTo(expected);
        expected.forEach(line ->
                golden.assertAgrees(node + "/" + line, sheet.number(line).orElseThrow(), TOLERANCE));
    }

    private static TimeSeries series(GoldenFile golden, String sample, String name) {
        List<LocalDate> dates = GoldenFile.list(golden.at("/" + sample + "/dates")).stream()
                .map(GoldenFile::date)
                .toList();
        return TimeSeries.of(DateIndex.copyOf(dates), golden.numbers("/" + sample + "/" + name), Unit.FRACTION);
    }

    @Test
    void riskFreeReturnsOtherTailsAndLoAgree() {
        GoldenFile golden = GoldenFile.read("tearsheet_oracle.json");
        TearSheetOptions options =
                TearSheetOptions.tradingDays().withRiskFree(Rate.ofPercent(4)).withTail(Probability.percent(1));
        TearSheet sheet = TearSheet.of(RETURNS, options);
        double[] returns = RETURNS.values().toArray();
        golden.assertAgrees(
                "/definitions/sharpe_rf4_geom/value",
                sheet.number(TearSheetLine.SHARPE).orElseThrow(),
                TOLERANCE);
        golden.assertAgrees(
                "/definitions/var_hist_0.01/value",
                sheet.number(TearSheetLine.VALUE_AT_RISK).orElseThrow(),
                TOLERANCE);
        golden.assertAgrees(
                "/definitions/es_hist_0.01/value",
                sheet.number(TearSheetLine.EXPECTED_SHORTFALL).orElseThrow(),
                TOLERANCE);
        golden.assertAgrees(
                "/definitions/var_normal_0.01/value",
                Performance.normalValueAtRisk(returns, Probability.percent(1)),
                TOLERANCE);
        golden.assertAgrees(
                "/definitions/es_normal_0.01/value",
                Performance.normalExpectedShortfall(returns, Probability.percent(1)),
                TOLERANCE);
        golden.assertAgrees(
                "/definitions/var_cornish_fisher_0.01/value",
                Performance.cornishFisherValueAtRisk(returns, Probability.percent(1)),
                TOLERANCE);
        golden.assertAgrees("/definitions/cagr_calendar/value", Performance.calendarCagr(returns, 837), TOLERANCE);
        golden.assertAgrees("/definitions/sharpe_lo2002_q5/value", Performance.sharpeOver(returns, 5), TOLERANCE);
    }

    @Test
    void drawdownsAndMonthsAgree() {
        GoldenFile golden = GoldenFile.read("tearsheet_oracle.json");
        TearSheet sheet = sheet(Dialect.OWN);
        for (int i = 0; i < 5; i++) {
            Drawdown drawdown = sheet.drawdowns().get(i);
            String node = "/drawdowns_top5/" + i;
            golden.assertAgrees(node + "/depth", drawdown.depth().decimal(), TOLERANCE);
            assertThat(drawdown.periods()).isEqualTo(golden.at(node + "/length").intValue());
            assertThat(RETURNS.dates().indexOf(drawdown.firstLoss()))
                    .hasValue(golden.at(node + "/peak_return_index").intValue() + 1);
            assertThat(RETURNS.dates().indexOf(drawdown.trough()))
                    .hasValue(golden.at(node + "/trough").intValue());
            if (golden.at(node + "/recovery").isNull()) {
                assertThat(drawdown.state()).isEqualTo(Drawdown.State.OPEN);
            } else {
                assertThat(RETURNS.dates().indexOf(drawdown.end()))
                        .hasValue(golden.at(node + "/recovery").intValue());
            }
        }
        assertThat(sheet.months()).hasSize(golden.at("/monthly_returns").size());
        for (MonthlyReturn month : sheet.months()) {
            golden.assertAgrees(
                    "/monthly_returns/" + month.month(), month.value().decimal(), TOLERANCE);
        }
    }

    @Test
    void theRedRockExampleIsReproduced() {
        GoldenFile golden = GoldenFile.read("regime/published_tables.json");
        double[] returns = golden.numbers("/red_rock_sortino/returns");
        golden.assertAgrees("/red_rock_sortino/sortino", Performance.sortino(returns, 1, 0), 1e-3);
    }

    @Test
    void theSheetPrintsItself() {
        assertThat(sheet(Dialect.OWN).toString())
                .contains("n = 599", "252 periods a year", "Sharpe ratio", "0.1696", "drawdowns: ", "2024");
    }
}
