package io.github.macroregime.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.regime.state.FilteredStates;
import io.github.macroregime.regime.state.Fit;
import io.github.macroregime.regime.state.HindsightGap;
import io.github.macroregime.regime.state.HindsightPath;
import io.github.macroregime.regime.state.HindsightStates;
import io.github.macroregime.regime.state.MarkovChain;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Own log-space code in another language, equal to statsmodels 0.13.5 within 1e-11 and to brute force over all paths
 * on ten points. Rounding of 599 steps explains 1e-11 here too, and of 400 steps of maximisation 1e-9.
 */
class GaussianHmmGolden {

    private static final String FILE = "hmm_oracle.json";

    private final JsonNode root = GoldenFile.json(FILE);

    @Test
    void filtersSmoothsAndDecodesLikeTheOracle() {
        Deviation deviation = new Deviation(FILE);
        for (Map.Entry<String, JsonNode> one : root.get("cases").properties()) {
            compare(one.getKey(), one.getValue(), deviation);
        }
        deviation.isAtMost(1e-11);
    }

    private void compare(String name, JsonNode golden, Deviation deviation) {
        double[] x = GoldenFile.numbers(golden.has("x") ? golden.get("x") : root.get("x"));
        HmmParameters parameters = parameters(golden);
        FilteredStates filtered = GaussianHmm.filter(x, parameters);
        HindsightStates smoothed = GaussianHmm.smoothHindsight(x, parameters);
        HindsightPath path = GaussianHmm.viterbiHindsight(x, parameters);
        for (int k = 0; k < parameters.states(); k++) {
            deviation.compare(
                    name + " filtered " + k,
                    filtered.of(k).toArray(),
                    GoldenFile.numbers(golden.get("filtered").get(k)));
            deviation.compare(
                    name + " predicted " + k,
                    filtered.predicted().column(k).toArray(),
                    GoldenFile.numbers(golden.get("predicted").get(k)));
            deviation.compare(
                    name + " smoothed " + k,
                    smoothed.of(k).toArray(),
                    GoldenFile.numbers(golden.get("smoothed").get(k)));
            deviation.compare(
                    name + " moves " + k,
                    smoothed.expectedTransitions().row(k).toArray(),
                    GoldenFile.numbers(golden.get("expected_transitions").get(k)));
            deviation.compare(
                    name + " duration " + k,
                    parameters.chain().expectedDuration(k).orElseThrow(),
                    golden.get("expected_durations").get(k).asDouble());
        }
        deviation.compare(
                name + " long run",
                parameters.chain().stationaryDistribution().orElseThrow().toArray(),
                GoldenFile.numbers(golden.get("stationary")));
        deviation.compare(
                name + " increments",
                GaussianHmm.logLikelihoodIncrements(x, parameters),
                GoldenFile.numbers(golden.get("loglik_increments")));
        deviation.compare(
                name + " likelihood",
                filtered.logLikelihood(),
                golden.get("loglik").asDouble());
        deviation.compare(
                name + " path",
                path.logProbability(),
                golden.get("viterbi_logprob").asDouble());
        assertThat(text(path)).isEqualTo(golden.get("viterbi_path").asText());
        assertThat(text(smoothed.labels()))
                .isEqualTo(golden.get("posterior_decode_smoothed").asText());
    }

    @Test
    void filteredAndSmoothedLabelsDifferAsMeasured() {
        HmmParameters parameters = parameters(root.get("cases").get("two_state_steady"));
        HindsightGap gap = GaussianHmm.hindsightGap(GoldenFile.numbers(root.get("x")), parameters);
        assertThat(gap).isEqualTo(new HindsightGap(599, 34, 38, 10));
    }

    @Test
    void climbsLikeTheOracle() {
        JsonNode golden = root.get("em_baum_welch_2state");
        double[] x = GoldenFile.numbers(root.get("x"));
        double deviation = Moments.populationDeviation(x);
        double mean = Moments.mean(x);
        HmmParameters parameters = new HmmParameters(
                Doubles.of(0.5, 0.5),
                MarkovChain.ofTwoStates(0.95, 0.95),
                Doubles.of(mean, mean),
                Doubles.of(0.5 * deviation * deviation, 2 * deviation * deviation));
        Deviation found = new Deviation(FILE + " EM");
        double[] trace = GoldenFile.numbers(golden.get("loglik_trace"));
        for (int i = 0; i < trace.length; i++) {
            found.compare("trace " + i, GaussianHmm.logLikelihood(x, parameters), trace[i]);
            if (i == 1) {
                compareParameters(parameters, golden.get("after_1"), found);
            }
            if (i == 400) {
                compareParameters(parameters, golden.get("after_400"), found);
            }
            parameters = BaumWelch.step(x, parameters, 0);
        }
        found.isAtMost(1e-9);
    }

    @Test
    void fitFromItsOwnStartsIsAtLeastAsLikely() {
        double[] x = GoldenFile.numbers(root.get("x"));
        Fit<HmmParameters> fit = BaumWelch.fit(x, HmmOptions.withDefaults());
        assertThat(fit).isInstanceOf(Fit.Converged.class);
        Fit.Converged<HmmParameters> converged = (Fit.Converged<HmmParameters>) fit;
        double after400 =
                root.get("em_baum_welch_2state").get("after_400").get("loglik").asDouble();
        assertThat(converged.logLikelihood()).isGreaterThan(after400 - 1e-3);
        double maximum = root.get("markov_regression_mle_2state").get("llf").asDouble();
        assertThat(GaussianHmm.logLikelihood(
                        x,
                        HmmParameters.stationary(
                                converged.model().chain(),
                                converged.model().means(),
                                converged.model().variances())))
                .as("started in the long run it cannot beat the maximum found by statsmodels")
                .isLessThanOrEqualTo(maximum + 1e-5)
                .isGreaterThan(maximum - 0.5);
    }

    private static void compareParameters(HmmParameters actual, JsonNode golden, Deviation deviation) {
        deviation.compare("pi", actual.initial().toArray(), GoldenFile.numbers(golden.get("pi")));
        deviation.compare("mu", actual.means().toArray(), GoldenFile.numbers(golden.get("mu")));
        deviation.compare("var", actual.variances().toArray(), GoldenFile.numbers(golden.get("var")));
        for (int i = 0; i < 2; i++) {
            deviation.compare(
                    "A" + i,
                    actual.chain().transition().row(i).toArray(),
                    GoldenFile.numbers(golden.get("A").get(i)));
        }
    }

    private static HmmParameters parameters(JsonNode golden) {
        return new HmmParameters(
                Doubles.copyOf(GoldenFile.numbers(golden.get("pi"))),
                MarkovChain.of(GoldenFile.rows(golden.get("A"))),
                Doubles.copyOf(GoldenFile.numbers(golden.get("mu"))),
                Doubles.copyOf(GoldenFile.numbers(golden.get("var"))));
    }

    private static String text(HindsightPath path) {
        return path.states().stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static String text(int[] labels) {
        return Arrays.stream(labels).mapToObj(String::valueOf).collect(Collectors.joining());
    }
}
