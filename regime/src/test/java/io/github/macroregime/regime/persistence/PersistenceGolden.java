package io.github.macroregime.regime.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.stats.Autocorrelation;
import io.github.macroregime.core.stats.Regression;
import io.github.macroregime.core.stats.SignificanceTest;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.signal.TrendStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Against statsmodels, nolds and numpy. The tolerance is 1e-9 relative: regressions and tests on log prices lose digits
 * to their condition, in the oracle as much as here.
 */
class PersistenceGolden {

    private static final double TOLERANCE = 1e-9;
    private static final double[] LOG_PRICE = Arrays.stream(
                    GoldenTable.read("regime/series.csv").numbers("es_close"))
            .map(StrictMath::log)
            .toArray();
    private static final double[] RETURNS = IntStream.range(1, LOG_PRICE.length)
            .mapToDouble(t -> LOG_PRICE[t] - LOG_PRICE[t - 1])
            .toArray();

    private final GoldenFile golden = GoldenFile.read("regime/timeseries_oracle.json");

    private static double[] slice(String name) {
        return switch (name) {
            case "all" -> LOG_PRICE;
            case "300_449" -> Arrays.copyOfRange(LOG_PRICE, 300, 450);
            default -> Arrays.copyOfRange(LOG_PRICE, 450, 600);
        };
    }

    @Test
    void varianceRatiosAgreeInAllVariants() {
        for (String part : List.of("all", "300_449", "450_599")) {
            for (int q : new int[] {2, 4, 8, 16}) {
                for (VarianceRatio.Bias bias : VarianceRatio.Bias.values()) {
                    for (VarianceRatio.Errors errors : VarianceRatio.Errors.values()) {
                        String node = "/variance_ratio/" + part + "_q" + q
                                + (bias == VarianceRatio.Bias.BIASED ? "_biased" : "_debiased")
                                + (errors == VarianceRatio.Errors.ROBUST ? "_robust" : "_homo");
                        VarianceRatio test =
                                VarianceRatio.of(slice(part), q, bias, errors).orElseThrow();
                        golden.assertAgrees(node + "/vr", test.ratio(), TOLERANCE);
                        golden.assertAgrees(node + "/z", test.z(), TOLERANCE);
                        golden.assertAgrees(node + "/p_two_sided", test.test().pValue(), TOLERANCE);
                        if (errors == VarianceRatio.Errors.ROBUST) {
                            golden.assertAgrees(node + "/theta", test.theta(), TOLERANCE);
                        }
                    }
                }
            }
        }
    }

    private static double[] levels(String name) {
        return switch (name) {
            case "logprice_all" -> LOG_PRICE;
            case "logprice_300_449" -> Arrays.copyOfRange(LOG_PRICE, 300, 450);
            case "log_nq_over_es_all" -> {
                double[] nq = GoldenTable.read("regime/series.csv").numbers("nq");
                yield IntStream.range(0, nq.length)
                        .mapToDouble(t -> StrictMath.log(nq[t]) - LOG_PRICE[t])
                        .toArray();
            }
            case "logreturns_all" -> RETURNS;
            case "logreturns_300_449" -> Arrays.copyOfRange(RETURNS, 299, 449);
            default -> {
                double[] y = new double[RETURNS.length];
                for (int t = 1; t < y.length; t++) {
                    y[t] = 0.8 * y[t - 1] + 100 * RETURNS[t];
                }
                yield y;
            }
        };
    }

    @Test
    void meanReversionAgreesWithStatsmodels() {
        golden.at("/ar1").fieldNames().forEachRemaining(name -> {
            String node = "/ar1/" + name;
            MeanReversion fit = MeanReversion.of(levels(name)).orElseThrow();
            assertThat(fit.observations()).isEqualTo(golden.at(node + "/n_obs").intValue());
            golden.assertAgrees(node + "/alpha", fit.intercept(), TOLERANCE);
            golden.assertAgrees(node + "/lambda", fit.pull(), TOLERANCE);
            golden.assertAgrees(node + "/phi", fit.persistence(), TOLERANCE);
            golden.assertAgrees(node + "/t_lambda", fit.pullTStatistic(), TOLERANCE);
            golden.assertAgrees(node + "/resid_std_ddof2", fit.residualDeviation(), TOLERANCE);
            golden.assertAgrees(node + "/equilibrium_mean", fit.equilibrium().orElseThrow(), TOLERANCE);
            golden.assertAgrees(
                    node + "/ou_stationary_std_resid~1sqrt(1-phi^2)",
                    fit.stationaryDeviation().orElseThrow(),
                    TOLERANCE);
            golden.assertAgrees(node + "/z_of_last", fit.zScore().orElseThrow(), TOLERANCE);
            JsonNode halfLife = golden.at(node + "/halflife_exact_-ln2~1ln(phi)");
            if (halfLife.isNull()) {
                assertThat(fit.halfLife()).isEqualTo(HalfLife.None.OVERSHOOTING);
            } else {
                golden.assertAgrees(
                        node + "/halflife_exact_-ln2~1ln(phi)", fit.halfLife().orElseThrow(), TOLERANCE);
            }
        });
    }

    @Test
    void unitRootsAgreeWithStatsmodels() {
        golden.at("/adf").fieldNames().forEachRemaining(name -> {
            String node = "/adf/" + name;
            String[] parts = name.split("_(?=lag|AIC)");
            double[] levels = levels(parts[0]);
            UnitRoot.Terms terms = name.endsWith("_ct")
                    ? UnitRoot.Terms.CONSTANT_AND_TREND
                    : name.endsWith("_c") ? UnitRoot.Terms.CONSTANT : UnitRoot.Terms.NONE;
            boolean chosen = parts[1].startsWith("AIC");
            SignificanceTest test = chosen
                    ? UnitRoot.withBestLag(levels, UnitRoot.usualLargestLag(levels.length), terms)
                            .orElseThrow()
                    : UnitRoot.of(levels, parts[1].charAt(3) - '0', terms).orElseThrow();
            golden.assertAgrees(node + "/stat", test.statistic(), TOLERANCE);
            golden.assertAgrees(node + "/p_mackinnon", test.pValue(), TOLERANCE);
            assertThat(test.observations()).isEqualTo(golden.at(node + "/nobs").intValue());
            if (chosen) {
                assertThat(test.lags()).isEqualTo(golden.at(node + "/usedlag").intValue());
            } else {
                golden.assertAgrees(
                        node + "/crit/1%",
                        UnitRoot.criticalValue(terms, UnitRoot.Level.ONE_PERCENT, test.observations()),
                        TOLERANCE);
                golden.assertAgrees(
                        node + "/crit/5%",
                        UnitRoot.criticalValue(terms, UnitRoot.Level.FIVE_PERCENT, test.observations()),
                        TOLERANCE);
                golden.assertAgrees(
                        node + "/crit/10%",
                        UnitRoot.criticalValue(terms, UnitRoot.Level.TEN_PERCENT, test.observations()),
                        TOLERANCE);
            }
        });
    }

    @Test
    void stationarityAgreesWithStatsmodels() {
        for (String name : List.of("logprice_all", "logprice_300_449", "synth08")) {
            String node = "/kpss/" + name + "_c_nlags8";
            SignificanceTest test =
                    Stationarity.of(levels(name), 8, Stationarity.About.MEAN).orElseThrow();
            golden.assertAgrees(node + "/stat", test.statistic(), TOLERANCE);
            golden.assertAgrees(node + "/p_table", test.pValue(), TOLERANCE);
        }
    }

    @Test
    void autocorrelationsAgreeWithStatsmodels() {
        double[] actual = Autocorrelation.function(RETURNS, 10);
        for (int lag = 0; lag <= 10; lag++) {
            golden.assertAgrees("/acf/logreturns_lags0_10/" + lag, actual[lag], TOLERANCE);
        }
    }

    @Test
    void trendsAgreeWithStatsmodels() {
        double[] close = GoldenTable.read("regime/series.csv").numbers("es_close");
        JsonNode cases = golden.at("/trend_tstat");
        for (int i = 0; i < cases.size(); i++) {
            String node = "/trend_tstat/" + i;
            int t = golden.at(node + "/t").intValue();
            int window = golden.at(node + "/w").intValue();
            Regression fit = TrendStatistic.fit(Arrays.copyOfRange(LOG_PRICE, t + 1 - window, t + 1));
            golden.assertAgrees(node + "/slope", fit.slope(), TOLERANCE);
            golden.assertAgrees(node + "/t_stat", fit.tStatistics().get(1), TOLERANCE);
            golden.assertAgrees(node + "/r2", fit.rSquared(), TOLERANCE);
            golden.assertAgrees(node + "/resid_std_ddof2", fit.residualDeviation(), TOLERANCE);
            golden.assertAgrees(node + "/t_hac_bartlett_4", new TrendStatistic(window, 4).over(close)[t], TOLERANCE);
        }
    }

    @Test
    void exponentsAgreeWithNolds() {
        HurstExponent range = HurstExponent.rescaledRange(RETURNS, lengths("/hurst/nolds_rs_corrected1"))
                .orElseThrow();
        golden.assertAgrees("/hurst/nolds_rs_corrected1/H", range.exponent(), TOLERANCE);
        compare("/hurst/nolds_rs_corrected1/log_rs", range);
        HurstExponent overlapping = HurstExponent.detrendedFluctuation(RETURNS, lengths("/dfa/nolds_order1_overlap1"))
                .orElseThrow();
        golden.assertAgrees("/dfa/nolds_order1_overlap1/alpha", overlapping.exponent(), TOLERANCE);
        compare("/dfa/nolds_order1_overlap1/log_F", overlapping);
        HurstExponent sideBySide = HurstExponent.detrendedFluctuationSideBySide(
                        RETURNS, lengths("/dfa/nolds_order1_overlap0"))
                .orElseThrow();
        golden.assertAgrees("/dfa/nolds_order1_overlap0/alpha", sideBySide.exponent(), TOLERANCE);
        compare("/dfa/nolds_order1_overlap0/log_F", sideBySide);
        assertThat(lengths("/dfa/nolds_order1_overlap1")).isEqualTo(HurstExponent.grid(RETURNS.length));
    }

    private int[] lengths(String node) {
        return Arrays.stream(golden.numbers(node + "/nvals"))
                .mapToInt(n -> (int) n)
                .toArray();
    }

    private void compare(String node, HurstExponent actual) {
        JsonNode expected = golden.at(node);
        for (int i = 0; i < expected.size(); i++) {
            golden.assertAgrees(node + "/" + i, actual.logStatistics().get(i), TOLERANCE);
        }
    }
}
