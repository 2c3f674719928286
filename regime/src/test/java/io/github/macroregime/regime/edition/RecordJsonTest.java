package io.github.macroregime.regime.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.regime.strategy.Evaluation;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Earned;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import io.github.macroregime.regime.strategy.ModelRecord.Sides;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record of a model in the JSON, beside the numbers that it was made of. */
class RecordJsonTest {

    private static JsonNode json(Map<String, Object> object) {
        return new ObjectMapper().valueToTree(object);
    }

    private static void assertNumber(JsonNode object, String field, double value) {
        assertThat(object.path(field).isNumber()).as(field).isTrue();
        assertThat(object.get(field).asDouble()).as(field).isCloseTo(value, within(1e-6));
    }

    private static Estimate estimate(double value) {
        return new Estimate(value, value - 0.5, value + 0.25);
    }

    private static Map<String, Object> told(double value) {
        return Map.of("value", value, "low", value - 0.5, "high", value + 0.25);
    }

    @Test
    void aRecordIsToldInFull() {
        ModelRecord record = new ModelRecord(
                "trend",
                "index",
                Evaluation.withDefaults(),
                LocalDate.of(2015, 1, 2),
                LocalDate.of(2025, 7, 22),
                2500,
                new Earned("trend", Rate.ofPercent(6.25), estimate(0.75), Rate.ofPercent(-12.5)),
                List.of(new Benchmark(
                        new Earned("hold", Rate.ofPercent(3), estimate(0.5), Rate.ofPercent(-25)), estimate(0.25))),
                0.96,
                new Sides(Rate.ofPercent(7), Rate.ofPercent(-0.5), Rate.ofPercent(0.25), 12.5, 0.875),
                new Calls(1200, 57, 0.553, 0.541, estimate(0.125)),
                new Calls(7, 5, 0.25, 0.375, estimate(-0.125)),
                0.0456,
                List.of(new Part("first", 1250, 0.7, 0.25)),
                List.of(new Part("calm", 99, 0.1, 0.2)));
        JsonNode told = json(RecordJson.of(record));
        assertThat(told.get("edge").asText()).isEqualTo(record.edge().name());
        assertThat(told.get("verdict").asText()).isEqualTo(record.verdict());
        assertThat(told.get("model").asText()).isEqualTo("trend");
        assertThat(told.get("asset").asText()).isEqualTo("index");
        assertThat(told.get("first").asText()).isEqualTo("2015-01-02");
        assertThat(told.get("last").asText()).isEqualTo("2025-07-22");
        assertThat(told.get("n").asInt()).isEqualTo(2500);
        assertNumber(told, "cost_bp", record.protocol().cost().basisPoints());
        assertThat(told.get("draws").asInt()).isEqualTo(record.protocol().draws());
        assertThat(told.get("variants_tried").asInt())
                .isEqualTo(record.protocol().variantsTried());
        assertThat(told.get("earned"))
                .isEqualTo(json(Map.of("mean_pct", 6.25, "sharpe", told(0.75), "worst_fall_pct", -12.5)));
        assertThat(told.get("benchmarks").get(0))
                .isEqualTo(json(Map.of(
                        "name",
                        "hold",
                        "mean_pct",
                        3.0,
                        "sharpe",
                        told(0.5),
                        "worst_fall_pct",
                        -25.0,
                        "lead",
                        told(0.25))));
        assertNumber(told, "deflated_sharpe", 0.96);
        assertNumber(told, "long_pct", 7);
        assertNumber(told, "short_pct", -0.5);
        assertNumber(told, "costs_pct", 0.25);
        assertNumber(told, "turnover", 12.5);
        assertNumber(told, "in_market_fraction", 0.875);
        assertThat(told.get("bullish"))
                .isEqualTo(json(Map.of(
                        "n",
                        1200,
                        "effective_n",
                        57.0,
                        "right_fraction",
                        0.553,
                        "all_days_fraction",
                        0.541,
                        "lead",
                        told(0.125))));
        assertThat(told.get("bearish").get("n").asInt()).isEqualTo(7);
        assertNumber(told, "rank_correlation", 0.0456);
        assertThat(told.get("eras").get(0))
                .isEqualTo(json(Map.of("name", "first", "n", 1250, "sharpe", 0.7, "held", 0.25)));
        assertThat(told.get("regimes").get(0).get("name").asText()).isEqualTo("calm");
    }
}
