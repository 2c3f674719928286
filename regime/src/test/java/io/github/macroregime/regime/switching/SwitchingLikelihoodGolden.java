package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.MarkovChain;
import io.github.macroregime.regime.state.ParameterScope;
import io.github.macroregime.regime.state.StateOrder;
import org.junit.jupiter.api.Test;

/**
 * The optima that EViews and Stata publish, reached from our own starts.
 *
 * <p>Six or seven digits of parameters are printed, and the packages stop some 1e-6 short of the top: in each case our
 * log-likelihood is no lower than that of the printed parameters, which statsmodels computed with sixteen digits. Hence
 * 1e-5 for parameters, and 3e-5 for the autoregression of order one, whose printed means lie farthest from the top.
 */
class SwitchingLikelihoodGolden {

    private static final String FILE = "published_markov_switching.json";
    private static final double PRINTED = 1e-5;

    private final JsonNode root = GoldenFile.json(FILE);
    private final double[] output =
            GoldenFile.numbers(root.get("hamilton1989_gnp_ar4").get("rgnp_growth_1951q1_1984q4"));

    @Test
    void hamiltonsOutputOf1989() {
        JsonNode golden = root.get("hamilton1989_gnp_ar4");
        SwitchingOptions options = SwitchingOptions.ofHamilton(4);
        Fit.Converged<SwitchingModel> fit = fit(output, options, golden, -181.26339, 1e-5);
        double[] p = GoldenFile.numbers(golden.get("params_published_eviews"));
        SwitchingModel published = SwitchingModel.ofHamilton(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]),
                Doubles.of(p[2], p[3]),
                p[4],
                Doubles.of(p[5], p[6], p[7], p[8]));
        compare("Hamilton", fit.model(), published, PRINTED);
        assertThat(fit.observed()).isEqualTo(131);
        assertThat(fit.freeParameters()).isEqualTo(9);
        Deviation criteria = new Deviation(FILE + " Hamilton, criteria and stays of statsmodels");
        JsonNode mle = golden.get("mle");
        criteria.compare("AIC", fit.aic(), mle.get("aic").asDouble());
        criteria.compare("BIC", fit.bic(), mle.get("bic").asDouble());
        for (int k = 0; k < 2; k++) {
            criteria.compare(
                    "stay " + k,
                    fit.model().chain().expectedDuration(k).orElseThrow(),
                    mle.get("expected_durations").get(k).asDouble());
        }
        criteria.isAtMost(5e-5);
        SwitchingErrors errors =
                SwitchingLikelihood.standardErrors(output, fit.model(), options).orElseThrow();
        double[] bse = GoldenFile.numbers(golden.get("published").get("bse_oim"));
        Deviation printed = new Deviation(FILE + " Hamilton, standard errors");
        printed.compare("p00", errors.transition().get(0, 0), bse[0]);
        printed.compare("p10", errors.transition().get(1, 0), bse[1]);
        printed.compare("levels", errors.levels().toArray(), new double[] {bse[2], bse[3]});
        printed.compare("lags", errors.lags().row(0).toArray(), new double[] {bse[5], bse[6], bse[7], bse[8]});
        // Seven decimals are printed, at a point some 1e-6 from the top.
        printed.isAtMost(2e-6);
    }

    @Test
    void outputWithOneSwitchingLag() {
        JsonNode golden = root.get("gnp_ar1_switching");
        SwitchingOptions options = SwitchingOptions.ofHamilton(1).withCoefficients(ParameterScope.SWITCHING);
        Fit.Converged<SwitchingModel> fit = fit(output, options, golden, -186.7575, 1e-4);
        double[] p = GoldenFile.numbers(golden.get("params_published_eviews"));
        SwitchingModel published = new SwitchingModel(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]),
                SwitchingModel.Level.MEAN,
                Doubles.of(p[2], p[3]),
                Doubles.of(p[4], p[4]),
                Matrix.copyOf(new double[][] {{p[5]}, {p[6]}}));
        compare("one lag", fit.model(), published.reordered(1, 0), 3e-5);
    }

    @Test
    void fedFundsAroundASwitchingMean() {
        JsonNode golden = root.get("fedfunds_constant_switch");
        double[] y = GoldenFile.numbers(golden.get("fedfunds"));
        SwitchingOptions options = SwitchingOptions.ofMeans();
        Fit.Converged<SwitchingModel> fit = fit(y, options, golden, -508.63592, 1e-5);
        double[] p = GoldenFile.numbers(golden.get("params_published_stata"));
        SwitchingModel published = SwitchingModel.ofMeans(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]), Doubles.of(p[2], p[3]), Doubles.of(p[4], p[4]));
        compare("fed funds", fit.model(), published, 1e-6);
        SwitchingErrors errors =
                SwitchingLikelihood.standardErrors(y, fit.model(), options).orElseThrow();
        double[] bse = GoldenFile.numbers(golden.get("mle").get("bse"));
        Deviation deviation = new Deviation(FILE + " fed funds, standard errors of statsmodels");
        deviation.compare("p00", errors.transition().get(0, 0), bse[0]);
        deviation.compare("p10", errors.transition().get(1, 0), bse[1]);
        deviation.compare("levels", errors.levels().toArray(), new double[] {bse[2], bse[3]});
        deviation.compare("variance", errors.variances().get(0), bse[4]);
        // statsmodels takes differences of the log-likelihood at its own, less exact, maximum.
        deviation.isAtMost(1e-4);
    }

    @Test
    void excessReturnsWithSwitchingVariance() {
        JsonNode golden = root.get("areturns_l1_switching_variance");
        double[] y = GoldenFile.numbers(golden.get("areturns"));
        SwitchingOptions options = SwitchingOptions.ofRegressions(1).withVariances(ParameterScope.SWITCHING);
        Fit.Converged<SwitchingModel> fit = fit(y, options, golden, -745.7977, 1e-4);
        double[] p = GoldenFile.numbers(golden.get("params_published_stata"));
        SwitchingModel published = new SwitchingModel(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]),
                SwitchingModel.Level.INTERCEPT,
                Doubles.of(p[2], p[3]),
                Doubles.of(p[6], p[7]),
                Matrix.copyOf(new double[][] {{p[4]}, {p[5]}}));
        compare("excess returns", fit.model(), published, 2e-6);
        assertThat(SwitchingLikelihood.fit(y, options.withOrder(StateOrder.VARIANCE))
                        .orElseThrow())
                .isEqualTo(fit.model());
    }

    private static Fit.Converged<SwitchingModel> fit(
            double[] y, SwitchingOptions options, JsonNode golden, double printed, double tolerance) {
        Fit<SwitchingModel> fit = SwitchingLikelihood.fit(y, options);
        assertThat(fit).isInstanceOf(Fit.Converged.class);
        Fit.Converged<SwitchingModel> converged = (Fit.Converged<SwitchingModel>) fit;
        double atPrinted = golden.get("computed_at_published_params").get("llf").asDouble();
        assertThat(converged.logLikelihood())
                .isGreaterThanOrEqualTo(atPrinted - 1e-10)
                .isEqualTo(atPrinted, within(1e-8))
                .isEqualTo(printed, within(tolerance));
        for (int start = 1; start <= 8; start++) {
            assertThat(SwitchingLikelihood.fit(y, options.withStarts(start)))
                    .as("the first start alone is enough, and later ones find nothing higher")
                    .isEqualTo(fit);
        }
        return converged;
    }

    private static void compare(String name, SwitchingModel fitted, SwitchingModel published, double tolerance) {
        Deviation deviation = new Deviation(FILE + " " + name + ", parameters");
        deviation.compare(
                "levels", fitted.levels().toArray(), published.levels().toArray());
        deviation.compare(
                "variances", fitted.variances().toArray(), published.variances().toArray());
        for (int k = 0; k < 2; k++) {
            deviation.compare(
                    "lags " + k,
                    fitted.lags().row(k).toArray(),
                    published.lags().row(k).toArray());
            deviation.compare(
                    "chain " + k,
                    fitted.chain().transition().row(k).toArray(),
                    published.chain().transition().row(k).toArray());
        }
        deviation.isAtMost(tolerance);
    }
}
