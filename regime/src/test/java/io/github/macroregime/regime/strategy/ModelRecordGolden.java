package io.github.macroregime.regime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenFile;
import io.github.macroregime.fixture.GoldenTable;
import io.github.macroregime.regime.cycle.MomentumCycle;
import io.github.macroregime.regime.cycle.MomentumHistory;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Earned;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A whole record against an independent numpy and scipy script, the bootstrap included. */
class ModelRecordGolden {

    private static final double TOLERANCE = 1e-10;
    private static final GoldenTable SERIES = GoldenTable.read("regime/series.csv");
    private static final TimeSeries CLOSES = TimeSeries.of(
            DateIndex.copyOf(SERIES.texts("date").stream().map(LocalDate::parse).toList()),
            SERIES.numbers("es_close"),
            Unit.PRICE);
    private static final JsonNode GOLDEN = GoldenFile.json("model_record.json").get("numbers");
    private static final MomentumCycle CYCLE = new MomentumCycle(126, 10);
    private static final ModelRecord RECORD = record();

    private static ModelRecord record() {
        MomentumHistory history = CYCLE.over(CLOSES);
        TimeSeries scores = CLOSES.through(CYCLE::scores, Unit.SCORE);
        return Evaluation.withDefaults()
                .withVariantsTried(7)
                .of("cycle", "ES", CLOSES, scores, date -> history.asOf(date).map(Object::toString));
    }

    private static void assertIs(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(TOLERANCE));
    }

    private static void assertIs(Estimate actual, JsonNode low, JsonNode high) {
        assertIs(actual.low(), low);
        assertIs(actual.high(), high);
    }

    private static void assertIs(Earned actual, JsonNode expected) {
        assertIs(actual.mean().decimal(), expected.get("mean"));
        assertIs(actual.sharpe().value(), expected.get("sharpe"));
        assertIs(actual.sharpe(), expected.get("low"), expected.get("high"));
        assertIs(actual.worstFall().decimal(), expected.get("fall"));
    }

    private static void assertIs(Calls actual, JsonNode expected) {
        assertThat(actual.n()).isEqualTo(expected.get("n").asInt());
        assertThat(actual.effectiveN()).isCloseTo(actual.n() / 21.0, within(TOLERANCE));
        assertIs(actual.hitRate(), expected.get("hit"));
        assertIs(actual.baseRate(), expected.get("base"));
        assertIs(actual.lead(), expected.get("low"), expected.get("high"));
    }

    private static void assertIs(Part actual, JsonNode expected) {
        assertThat(actual.n()).isEqualTo(expected.get(0).asInt());
        assertIs(actual.sharpe(), expected.get(1));
        assertIs(actual.held(), expected.get(2));
    }

    @Test
    void modelAndBenchmarks() {
        assertThat(RECORD.n()).isEqualTo(GOLDEN.get("n").asInt());
        assertIs(RECORD.earned(), GOLDEN.get("model"));
        assertThat(RECORD.benchmarks()).hasSize(4);
        for (Benchmark benchmark : RECORD.benchmarks()) {
            JsonNode expected = GOLDEN.get(benchmark.earned().name());
            assertIs(benchmark.earned(), expected);
            assertIs(benchmark.lead().value(), expected.get("lead"));
            assertIs(benchmark.lead(), expected.get("leadLow"), expected.get("leadHigh"));
        }
    }

    @Test
    void deflatedSharpeAndSides() {
        assertIs(RECORD.deflatedSharpe(), GOLDEN.get("deflated"));
        JsonNode sides = GOLDEN.get("sides");
        assertIs(RECORD.sides().longs().decimal(), sides.get("longs"));
        assertIs(RECORD.sides().shorts().decimal(), sides.get("shorts"));
        assertIs(RECORD.sides().turnover(), sides.get("turnover"));
        assertIs(RECORD.sides().timeInMarket(), sides.get("market"));
        assertIs(RECORD.sides().costs().decimal() / 5e-4, sides.get("turnover"));
    }

    @Test
    void callsErasAndRegimes() {
        assertIs(RECORD.bullish(), GOLDEN.get("bullish"));
        assertIs(RECORD.bearish(), GOLDEN.get("bearish"));
        assertIs(RECORD.rankCorrelation(), GOLDEN.get("rank"));
        for (int e = 0; e < 3; e++) {
            assertIs(RECORD.eras().get(e), GOLDEN.get("eras").get(e));
        }
        assertThat(RECORD.regimes()).hasSize(4);
        RECORD.regimes().forEach(part -> assertIs(part, GOLDEN.get("regimes").get(part.name())));
    }
}
