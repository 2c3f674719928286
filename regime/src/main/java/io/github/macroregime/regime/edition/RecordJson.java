package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.strategy.ModelRecord;
import io.github.macroregime.regime.strategy.ModelRecord.Benchmark;
import io.github.macroregime.regime.strategy.ModelRecord.Calls;
import io.github.macroregime.regime.strategy.ModelRecord.Earned;
import io.github.macroregime.regime.strategy.ModelRecord.Estimate;
import io.github.macroregime.regime.strategy.ModelRecord.Part;
import java.util.List;
import java.util.Map;

/** An entry of the field {@code records} of the JSON. */
final class RecordJson {

    private RecordJson() {}

    static Map<String, Object> of(ModelRecord record) {
        return JsonWriter.object(
                "model", record.model(),
                "asset", record.asset(),
                "edge", record.edge().name(),
                "verdict", record.verdict(),
                "first", record.first().toString(),
                "last", record.last().toString(),
                "n", record.n(),
                "cost_bp", record.protocol().cost().basisPoints(),
                "draws", record.protocol().draws(),
                "variants_tried", record.protocol().variantsTried(),
                "earned", earned(record.earned()),
                "benchmarks", record.benchmarks().stream().map(RecordJson::of).toList(),
                "deflated_sharpe", record.deflatedSharpe(),
                "long_pct", record.sides().longs().percent(),
                "short_pct", record.sides().shorts().percent(),
                "costs_pct", record.sides().costs().percent(),
                "turnover", record.sides().turnover(),
                "in_market_fraction", record.sides().timeInMarket(),
                "bullish", calls(record.bullish()),
                "bearish", calls(record.bearish()),
                "rank_correlation", record.rankCorrelation(),
                "eras", parts(record.eras()),
                "regimes", parts(record.regimes()));
    }

    private static Map<String, Object> earned(Earned earned) {
        return JsonWriter.object(
                "mean_pct", earned.mean().percent(),
                "sharpe", estimate(earned.sharpe()),
                "worst_fall_pct", earned.worstFall().percent());
    }

    private static Map<String, Object> of(Benchmark benchmark) {
        Map<String, Object> fields = earned(benchmark.earned());
        fields.put("name", benchmark.earned().name());
        fields.put("lead", estimate(benchmark.lead()));
        return fields;
    }

    private static Map<String, Object> calls(Calls calls) {
        return JsonWriter.object(
                "n", calls.n(),
                "effective_n", calls.effectiveN(),
                "right_fraction", calls.hitRate(),
                "all_days_fraction", calls.baseRate(),
                "lead", estimate(calls.lead()));
    }

    private static List<Map<String, Object>> parts(List<Part> parts) {
        return parts.stream()
                .map(each -> JsonWriter.object(
                        "name", each.name(), "n", each.n(), "sharpe", each.sharpe(), "held", each.held()))
                .toList();
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        return JsonWriter.object("value", estimate.value(), "low", estimate.low(), "high", estimate.high());
    }
}
