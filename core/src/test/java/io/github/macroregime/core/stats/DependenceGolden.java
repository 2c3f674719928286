package io.github.macroregime.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.window.Decay;
import io.github.macroregime.core.window.RunningCorrelations;
import io.github.macroregime.core.window.Window;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependenceGolden {

    private static final GoldenTable SERIES = GoldenTable.read("regime/series.csv");
    private static final double[] CLOSE = SERIES.numbers("es_close");
    private static final String[] ASSETS = {"es_close", "nq", "rty", "btc", "zn", "gc"};

    private static double[] simpleReturns(String name) {
        double[] price = SERIES.numbers(name);
        double[] returns = new double[price.length];
        returns[0] = Double.NaN;
        for (int t = 1; t < price.length; t++) {
            returns[t] = price[t] / price[t - 1] - 1;
        }
        return returns;
    }

    private static double[] logReturns() {
        return IntStream.range(1, CLOSE.length)
                .mapToDouble(t -> Math.log(CLOSE[t]) - Math.log(CLOSE[t - 1]))
                .toArray();
    }

    // Exact decimal arithmetic for the product moments; SciPy and pandas for the rest. A return carries the rounding of
    // a price ratio, eps / |return|, which is why correlations are held to 1e-12 and not closer.
    @Test
    void pairs() {
        GoldenTable golden = GoldenTable.read("regime/pairs.csv");
        Deviation deviation = new Deviation("pairs.csv");
        double[] es = simpleReturns("es_close");
        for (String other : new String[] {"nq", "zn"}) {
            double[] y = simpleReturns(other);
            for (int w : new int[] {20, 63}) {
                deviation.compare(
                        "corr", Window.of(w).correlation().over(es, y), golden.numbers("corr_" + other + "_" + w));
                deviation.compare(
                        "beta", Window.of(w).beta().over(es, y), golden.numbers("beta_" + other + "_on_es_" + w));
                compareCovariance(deviation, Window.of(w).sampleCovariance().over(es, y), golden, other, w);
            }
            deviation.compare(
                    "ewm", Decay.halfLife(21).correlation().over(es, y), golden.numbers("ewmcorr_" + other + "_hl21"));
            double[] spearman = golden.numbers("spearman_" + other + "_63");
            double[] kendall = golden.numbers("kendall_tau_b_" + other + "_63");
            for (int t = 63; t < es.length; t++) {
                double[] a = Arrays.copyOfRange(es, t - 62, t + 1);
                double[] b = Arrays.copyOfRange(y, t - 62, t + 1);
                deviation.compare("spearman", t, Ranks.spearman(a, b), spearman[t]);
                deviation.compare("kendall", t, Ranks.kendall(a, b), kendall[t]);
            }
        }
        deviation.isAtMost(1e-12);
    }

    // Covariances of returns are of the size 1e-4 and may be close to zero: relative to the product of deviations.
    private static void compareCovariance(
            Deviation deviation, double[] actual, GoldenTable golden, String other, int w) {
        double[] sx = Window.of(w).sampleDeviation().over(simpleReturns("es_close"));
        double[] sy = Window.of(w).sampleDeviation().over(simpleReturns(other));
        double[] expected = golden.numbers("cov1_" + other + "_" + w);
        for (int t = 0; t < expected.length; t++) {
            deviation.compare("cov", t, actual[t], expected[t], Double.isNaN(sx[t]) ? 1 : sx[t] * sy[t]);
        }
    }

    private static double[] squared(double[] x) {
        return Arrays.stream(x).map(value -> value * value).toArray();
    }

    // The file holds realised volatilities and semideviations, the roots of ours. math.fsum on log returns; a
    // difference of logarithms is good to 1e-16 absolute, so odd moments near zero are
    // compared against 1.
    @Test
    void realisedMoments() {
        GoldenTable golden = GoldenTable.read("regime/realised_moments.csv");
        Deviation deviation = new Deviation("realised_moments.csv");
        double[] r = new double[CLOSE.length];
        r[0] = Double.NaN;
        for (int t = 1; t < r.length; t++) {
            r[t] = Math.log(CLOSE[t] / CLOSE[t - 1]);
        }
        deviation.compareRelative("rv", Window.of(22).realisedVariance().over(r), squared(golden.numbers("rv_22")));
        deviation.compare("rskew", Window.of(22).realisedSkewness().over(r), golden.numbers("rskew_22"));
        deviation.compare("rkurt", Window.of(22).realisedKurtosis().over(r), golden.numbers("rkurt_22"));
        deviation.compareRelative(
                "up", Window.of(22).upsideRealisedVariance().over(r), squared(golden.numbers("up_semi_22")));
        deviation.compareRelative(
                "down", Window.of(22).downsideRealisedVariance().over(r), squared(golden.numbers("dn_semi_22")));
        deviation.compare("skew", Window.of(22).realisedVarianceSkew().over(r), golden.numbers("semi_skew_22"));
        deviation.isAtMost(1e-12);
    }

    // Exact arithmetic rounded once. Skewness and excess kurtosis are compared against 1 where they are small.
    @Test
    void higherMoments() {
        GoldenTable golden = GoldenTable.read("regime/rolling_moments_exact.csv");
        Deviation deviation = new Deviation("rolling_moments_exact.csv skewness, kurtosis");
        for (int w : new int[] {20, 63}) {
            deviation.compare("skew", Window.of(w).sampleSkewness().over(CLOSE), golden.numbers("skew_adj_" + w));
            deviation.compare("kurt", Window.of(w).sampleExcessKurtosis().over(CLOSE), golden.numbers("kurt_adj_" + w));
            deviation.compare("skew", Window.of(w).populationSkewness().over(CLOSE), golden.numbers("skew_pop_" + w));
            deviation.compare(
                    "kurt", Window.of(w).populationExcessKurtosis().over(CLOSE), golden.numbers("kurt_pop_" + w));
        }
        deviation.isAtMost(1e-12);
    }

    // NumPy in double arithmetic: matrices to 1e-13, eigenvectors to that over the gap between eigenvalues.
    @Test
    void lockstep() {
        JsonNode json = GoldenFile.json("regime/pca_lockstep.json");
        double[][] returns =
                Arrays.stream(ASSETS).map(DependenceGolden::simpleReturns).toArray(double[][]::new);
        Deviation deviation = new Deviation("pca_lockstep.json");
        for (JsonNode golden : json.get("cases")) {
            int t = golden.get("t").asInt();
            int from = t - golden.get("w").asInt() + 1;
            double[][] window = Arrays.stream(returns)
                    .map(x -> Arrays.copyOfRange(x, from, t + 1))
                    .toArray(double[][]::new);
            Matrix matrix = Correlations.matrix(window).orElseThrow();
            Spectrum spectrum = Spectrum.of(matrix);
            for (int i = 0; i < ASSETS.length; i++) {
                for (int j = 0; j < ASSETS.length; j++) {
                    deviation.compare(
                            "corr",
                            t,
                            matrix.get(i, j),
                            golden.get("corr").get(i).get(j).asDouble());
                }
            }
            deviation.compare("values", spectrum.values().toArray(), GoldenFile.numbers(golden.get("eigenvalues")));
            deviation.compare(
                    "loadings",
                    spectrum.vectors().column(0).toArray(),
                    GoldenFile.numbers(golden.get("pc1_loadings_sign_max_abs_positive")));
            deviation.compare(
                    "share", t, spectrum.share(1), golden.get("pc1_share").asDouble());
            deviation.compare(
                    "absorption",
                    t,
                    spectrum.share(2),
                    golden.get("absorption_k2").asDouble());
            deviation.compare(
                    "average",
                    t,
                    Correlations.averagePairwise(matrix),
                    golden.get("avg_pairwise").asDouble());
            deviation.compare(
                    "absolute",
                    t,
                    Correlations.averageAbsolutePairwise(matrix),
                    golden.get("avg_abs_pairwise").asDouble());
            deviation.compare(
                    "effective",
                    t,
                    spectrum.effectiveRank(),
                    golden.get("effective_number").asDouble());
            double[] last = Arrays.stream(returns).mapToDouble(x -> x[t]).toArray();
            deviation.compare(
                    "dispersion",
                    t,
                    Moments.populationDeviation(last),
                    golden.get("dispersion_last").asDouble());
        }
        deviation.isAtMost(1e-12);
    }

    @Test
    void rollingLockstep() {
        GoldenTable golden = GoldenTable.read("regime/lockstep_series.csv");
        double[][] returns =
                Arrays.stream(ASSETS).map(DependenceGolden::simpleReturns).toArray(double[][]::new);
        Deviation deviation = new Deviation("lockstep_series.csv");
        deviation.compare(
                "share",
                RunningCorrelations.rollingLeadingShare(Window.of(63), returns),
                golden.numbers("pc1_share_63"));
        deviation.compare(
                "average",
                RunningCorrelations.rollingAveragePairwise(Window.of(63), returns),
                golden.numbers("avg_pairwise_63"));
        deviation.isAtMost(1e-12);
    }

    // statsmodels in double arithmetic; the regressions on a log price have a level of 8 and a slope of 1e-2.
    @Test
    void firstOrderAutoregressions() {
        JsonNode json = GoldenFile.json("regime/timeseries_oracle.json");
        double[] logPrice = Arrays.stream(CLOSE).map(Math::log).toArray();
        double[] nq = SERIES.numbers("nq");
        double[] ratio = IntStream.range(0, CLOSE.length)
                .mapToDouble(t -> Math.log(nq[t] / CLOSE[t]))
                .toArray();
        double[] r = logReturns();
        double[] synthetic = new double[r.length];
        for (int t = 1; t < r.length; t++) {
            synthetic[t] = 0.8 * synthetic[t - 1] + 100 * r[t];
        }
        Deviation deviation = new Deviation("timeseries_oracle.json ar1");
        compareAutoregression(deviation, json, "logprice_all", logPrice);
        compareAutoregression(deviation, json, "logprice_300_449", Arrays.copyOfRange(logPrice, 300, 450));
        compareAutoregression(deviation, json, "log_nq_over_es_all", ratio);
        compareAutoregression(deviation, json, "logreturns_all", r);
        compareAutoregression(deviation, json, "synth08", synthetic);
        deviation.isAtMost(1e-12);
    }

    private static void compareAutoregression(Deviation deviation, JsonNode json, String name, double[] y) {
        JsonNode golden = json.get("ar1").get(name);
        double[] before = Arrays.copyOfRange(y, 0, y.length - 1);
        double[] change =
                IntStream.range(1, y.length).mapToDouble(t -> y[t] - y[t - 1]).toArray();
        Regression fit = LeastSquares.withIntercept(change, before).orElseThrow();
        assertThat(fit.observations()).as(name).isEqualTo(golden.get("n_obs").asInt());
        deviation.compareRelative(name, 0, fit.intercept(), golden.get("alpha").asDouble());
        deviation.compareRelative(name, 1, fit.slope(), golden.get("lambda").asDouble());
        deviation.compareRelative(
                name, 2, fit.standardErrors().get(1), golden.get("se_lambda").asDouble());
        deviation.compareRelative(
                name, 3, fit.tStatistics().get(1), golden.get("t_lambda").asDouble());
        deviation.compareRelative(
                name, 4, fit.residualDeviation(), golden.get("resid_std_ddof2").asDouble());
    }

    @Test
    void autocorrelations() {
        double[] expected = GoldenFile.numbers(
                GoldenFile.json("regime/timeseries_oracle.json").get("acf").get("logreturns_lags0_10"));
        Deviation deviation = new Deviation("timeseries_oracle.json acf");
        deviation.compare("acf", Autocorrelation.function(logReturns(), 10), expected);
        deviation.isAtMost(1e-12);
    }

    // The same source; a Newey-West error is a small difference of large lagged products.
    @Test
    void trends() {
        double[] logPrice = Arrays.stream(CLOSE).map(Math::log).toArray();
        Deviation deviation = new Deviation("timeseries_oracle.json trend");
        for (JsonNode golden : GoldenFile.json("regime/timeseries_oracle.json").get("trend_tstat")) {
            int t = golden.get("t").asInt();
            int w = golden.get("w").asInt();
            double[] y = Arrays.copyOfRange(logPrice, t - w + 1, t + 1);
            double[] time = IntStream.range(0, w).asDoubleStream().toArray();
            Regression fit = LeastSquares.withIntercept(y, time).orElseThrow();
            deviation.compareRelative(
                    "slope", t, fit.slope(), golden.get("slope").asDouble());
            deviation.compareRelative(
                    "t", t, fit.tStatistics().get(1), golden.get("t_stat").asDouble());
            deviation.compare("r2", t, fit.rSquared(), golden.get("r2").asDouble());
            deviation.compareRelative(
                    "s",
                    t,
                    fit.residualDeviation(),
                    golden.get("resid_std_ddof2").asDouble());
            deviation.compareRelative(
                    "nw",
                    t,
                    fit.neweyWestTStatistics(4).get(1),
                    golden.get("t_hac_bartlett_4").asDouble());
            deviation.compareRelative(
                    "rolling slope",
                    t,
                    Window.of(w).slope().over(logPrice)[t],
                    golden.get("slope").asDouble());
            deviation.compareRelative(
                    "rolling t",
                    t,
                    Window.of(w).slopeTStatistic().over(logPrice)[t],
                    golden.get("t_stat").asDouble());
        }
        deviation.isAtMost(1e-11);
    }
}
