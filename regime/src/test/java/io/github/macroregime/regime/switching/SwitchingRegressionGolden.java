package io.github.macroregime.regime.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.HindsightStates;
import io.github.macroregime.regime.state.MarkovChain;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Published results of EViews and Stata, six printed digits of parameters, hence 1e-5; and the same recomputed with
 * sixteen digits at the published parameters, where rounding over 521 steps explains 1e-10.
 */
class SwitchingRegressionGolden {

    private static final String FILE = "published_markov_switching.json";
    private static final double RECOMPUTED = 1e-10;
    private static final double PRINTED = 1e-5;

    private final JsonNode root = GoldenFile.json(FILE);

    @Test
    void hamiltonsOutputOf1989() {
        JsonNode golden = root.get("hamilton1989_gnp_ar4");
        double[] p = GoldenFile.numbers(golden.get("params_published_eviews"));
        SwitchingModel model = SwitchingModel.ofHamilton(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]),
                Doubles.of(p[2], p[3]),
                p[4],
                Doubles.of(p[5], p[6], p[7], p[8]));
        double[] y = GoldenFile.numbers(golden.get("rgnp_growth_1951q1_1984q4"));
        FilteredStates filtered = compare("Hamilton", model, y, golden);
        assertThat(filtered.logLikelihood()).isEqualTo(-181.26339, within(PRINTED));
        assertThat(filtered.observed()).isEqualTo(131);
        Deviation printed = new Deviation(FILE + " Hamilton printed");
        JsonNode published = golden.get("published");
        printed.compare("filtered", tail(filtered.of(1), 4), GoldenFile.numbers(published.get("filtered_regime1")));
        printed.compare(
                "smoothed",
                tail(SwitchingRegression.smoothHindsight(y, model).of(1), 4),
                GoldenFile.numbers(published.get("smoothed_regime1")));
        printed.isAtMost(PRINTED);
        assertThat(SwitchingRegression.hindsightGap(y, model)).isEqualTo(printedGap(published));
        assertThat(model.chain().expectedDuration(0).orElseThrow())
                .isEqualTo(golden.get("mle").get("expected_durations").get(0).asDouble(), within(1e-3));
    }

    // Labels of the printed probabilities of state 1, none of which is a half.
    private static HindsightGap printedGap(JsonNode published) {
        double[] filtered = GoldenFile.numbers(published.get("filtered_regime1"));
        double[] smoothed = GoldenFile.numbers(published.get("smoothed_regime1"));
        int differing = 0;
        int filteredFlips = 0;
        int smoothedFlips = 0;
        for (int t = 0; t < filtered.length; t++) {
            differing += filtered[t] > 0.5 == smoothed[t] > 0.5 ? 0 : 1;
            filteredFlips += t > 0 && filtered[t] > 0.5 != filtered[t - 1] > 0.5 ? 1 : 0;
            smoothedFlips += t > 0 && smoothed[t] > 0.5 != smoothed[t - 1] > 0.5 ? 1 : 0;
        }
        return new HindsightGap(filtered.length, differing, filteredFlips, smoothedFlips);
    }

    @Test
    void outputWithOneSwitchingLag() {
        JsonNode golden = root.get("gnp_ar1_switching");
        double[] p = GoldenFile.numbers(golden.get("params_published_eviews"));
        SwitchingModel model = new SwitchingModel(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]),
                SwitchingModel.Level.MEAN,
                Doubles.of(p[2], p[3]),
                Doubles.of(p[4], p[4]),
                Matrix.copyOf(new double[][] {{p[5]}, {p[6]}}));
        double[] y = GoldenFile.numbers(root.get("hamilton1989_gnp_ar4").get("rgnp_growth_1951q1_1984q4"));
        FilteredStates filtered = compare("one lag", model, y, golden);
        assertThat(filtered.logLikelihood()).isEqualTo(-186.7575, within(1e-4));
        Deviation printed = new Deviation(FILE + " one lag printed");
        JsonNode published = golden.get("published");
        printed.compare("filtered", tail(filtered.of(0), 1), GoldenFile.numbers(published.get("filtered_regime0")));
        printed.compare(
                "durations",
                new double[] {
                    model.chain().expectedDuration(0).orElseThrow(),
                    model.chain().expectedDuration(1).orElseThrow()
                },
                GoldenFile.numbers(published.get("expected_durations")));
        printed.isAtMost(PRINTED);
    }

    @Test
    void fedFundsAroundASwitchingMean() {
        JsonNode golden = root.get("fedfunds_constant_switch");
        double[] p = GoldenFile.numbers(golden.get("params_published_stata"));
        SwitchingModel model = SwitchingModel.ofMeans(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]), Doubles.of(p[2], p[3]), Doubles.of(p[4], p[4]));
        FilteredStates filtered = compare("fed funds", model, GoldenFile.numbers(golden.get("fedfunds")), golden);
        assertThat(filtered.logLikelihood()).isEqualTo(-508.63592, within(PRINTED));
        Deviation printed = new Deviation(FILE + " fed funds printed");
        JsonNode published = golden.get("published");
        printed.compare("filtered", filtered.of(0).toArray(), GoldenFile.numbers(published.get("filtered0")));
        printed.compare(
                "predicted", filtered.predicted().column(0).toArray(), GoldenFile.numbers(published.get("predicted0")));
        printed.isAtMost(PRINTED);
    }

    @Test
    void excessReturnsWithSwitchingVariance() {
        JsonNode golden = root.get("areturns_l1_switching_variance");
        double[] p = GoldenFile.numbers(golden.get("params_published_stata"));
        SwitchingModel model = new SwitchingModel(
                MarkovChain.ofTwoStates(p[0], 1 - p[1]),
                SwitchingModel.Level.INTERCEPT,
                Doubles.of(p[2], p[3]),
                Doubles.of(p[6], p[7]),
                Matrix.copyOf(new double[][] {{p[4]}, {p[5]}}));
        FilteredStates filtered = compare("excess returns", model, GoldenFile.numbers(golden.get("areturns")), golden);
        assertThat(filtered.logLikelihood()).isEqualTo(-745.7977, within(1e-4));
    }

    private static FilteredStates compare(String name, SwitchingModel model, double[] y, JsonNode golden) {
        JsonNode computed = golden.get("computed_at_published_params");
        Deviation deviation = new Deviation(FILE + " " + name);
        FilteredStates filtered = SwitchingRegression.filter(y, model);
        HindsightStates smoothed = SwitchingRegression.smoothHindsight(y, model);
        deviation.compare(
                "likelihood", filtered.logLikelihood(), computed.get("llf").asDouble());
        for (int k = 0; k < 2; k++) {
            compareRow(deviation, "filtered", filtered.of(k), computed, k, model.order());
            compareRow(deviation, "smoothed", smoothed.of(k), computed, k, model.order());
            compareRow(deviation, "predicted", filtered.predicted().column(k), computed, k, model.order());
        }
        if (computed.has("llf_obs")) {
            double[] increments = SwitchingRegression.logLikelihoodIncrements(y, model);
            deviation.compare(
                    "increments",
                    tail(Doubles.copyOf(increments), model.order()),
                    GoldenFile.numbers(computed.get("llf_obs")));
        }
        deviation.isAtMost(RECOMPUTED);
        return filtered;
    }

    private static void compareRow(
            Deviation deviation, String what, Doubles actual, JsonNode computed, int state, int order) {
        if (computed.has(what)) {
            deviation.compare(
                    what + " " + state,
                    tail(actual, order),
                    GoldenFile.numbers(computed.get(what).get(state)));
        }
    }

    private static double[] tail(Doubles values, int from) {
        return Arrays.copyOfRange(values.toArray(), from, values.size());
    }
}
