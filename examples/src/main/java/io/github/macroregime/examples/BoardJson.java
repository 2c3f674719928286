package io.github.macroregime.examples;

import io.github.macroregime.regime.strength.StrengthRow;
import io.github.macroregime.regime.tracker.BoardBlock;
import java.util.Map;

/** The field {@code board} of the JSON. */
final class BoardJson {

    private BoardJson() {}

    static Map<String, Object> of(BoardBlock block) {
        return JsonObject.of(
                "synthetic", block.isSynthetic(),
                "assets", block.board().rows().stream().map(BoardJson::asset).toList(),
                "unscored",
                        block.board().unscored().stream().map(Object::toString).toList());
    }

    private static Map<String, Object> asset(StrengthRow row) {
        return JsonObject.of(
                "asset", row.asset(),
                "observed", row.observed().toString(),
                "close", row.close(),
                "strength_score", row.strength().value(),
                "word", row.strength().word().name(),
                "momentum_score", row.strength().momentum(),
                "reversion_score", row.strength().reversion(),
                "trend_weight_fraction", row.strength().omega(),
                "agreement_fraction", row.strength().agreement(),
                "tail", row.strength().tail().name(),
                "n", row.strength().observations());
    }
}
