package io.github.macroregime.regime.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.regime.changepoint.ChangePoints.RunLengthPrior;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePointsGolden {

    private final JsonNode bocpd = GoldenFile.json("bocpd_oracle.json");
    private final double[] x = GoldenFile.numbers(bocpd.get("x"));

    /** Own log-space code in another language, equal to hildensia's package within 2e-15; rounding explains 1e-11. */
    @Test
    void runLengthsLikeAdamsAndMacKay() {
        JsonNode golden = bocpd.get("prior");
        RunLengthPrior prior = RunLengthPrior.withDefaults()
                .withMeanRunLength(golden.get("lam").asDouble())
                .withMean(golden.get("mu0").asDouble(), golden.get("k0").asDouble())
                .withVariance(golden.get("a0").asDouble(), golden.get("b0").asDouble());
        RunLengthFilter filter = RunLengthFilter.of(prior);
        Deviation deviation = new Deviation("bocpd_oracle.json");
        for (int t = 0; t < x.length; t++) {
            JsonNode row = bocpd.get("rows").get(t);
            filter.update(x[t]);
            deviation.compare(
                    "P(0) at " + t, filter.posterior().get(0), row.get("p_r0").asDouble());
            deviation.compare(
                    "P(<10) at " + t,
                    filter.probabilityShorterThan(10),
                    row.get("p_run_lt_10").asDouble());
            deviation.compare(
                    "P(<11) at " + t,
                    filter.probabilityShorterThan(11),
                    row.get("p_run_le_10").asDouble());
            deviation.compare(
                    "mean at " + t, filter.meanRun(), row.get("mean_run_length").asDouble());
            deviation.compare(
                    "P(most likely) at " + t,
                    filter.posterior().get(filter.mostLikelyRun()),
                    row.get("p_map").asDouble());
            deviation.compare(
                    "next at " + t,
                    filter.predictiveMean(),
                    row.get("pred_mean").asDouble());
            deviation.compare(
                    "evidence at " + t,
                    filter.logEvidence(),
                    row.get("log_evidence_cum").asDouble());
            assertThat(filter.mostLikelyRun())
                    .isEqualTo(row.get("map_run_length").asInt());
        }
        deviation.compare(
                "final", filter.posterior().toArray(), GoldenFile.numbers(bocpd.get("final_run_length_posterior")));
        deviation.isAtMost(1e-11);
    }

    /** Own code in another language; sums of at most some dozens of numbers, so 1e-12. */
    @Test
    void sumsLikePage() {
        JsonNode golden = GoldenFile.json("cusum_oracle.json");
        Cusum.Options options = Cusum.Options.withDefaults(
                        golden.get("target_mean").asDouble(),
                        golden.get("target_std").asDouble())
                .withAllowance(golden.get("k").asDouble())
                .withThreshold(golden.get("h").asDouble());
        CusumHistory history = Cusum.history(x, options);
        Deviation deviation = new Deviation("cusum_oracle.json");
        deviation.compare("up", history.up().toArray(), GoldenFile.numbers(golden.get("cpos")));
        deviation.compare("down", history.down().toArray(), GoldenFile.numbers(golden.get("cneg")));
        deviation.isAtMost(1e-12);
        List<List<Integer>> alarms = new ArrayList<>();
        for (int t : history.alarms()) {
            alarms.add(List.of(t, history.signals().get(t) == Cusum.Signal.RISEN ? 1 : -1));
        }
        List<List<Integer>> expected = new ArrayList<>();
        golden.get("alarms")
                .forEach(a -> expected.add(List.of(a.get(0).asInt(), a.get(1).asInt())));
        assertThat(alarms).isEqualTo(expected);
    }
}
