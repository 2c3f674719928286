package io.github.macroregime.regime.edition;

import io.github.macroregime.core.io.JsonWriter;
import io.github.macroregime.regime.report.StrengthPart;
import io.github.macroregime.regime.strength.FlipPrices.Flip;
import io.github.macroregime.regime.strength.StrengthRow;
import java.util.Map;

/** The field {@code board} of the JSON. */
final class BoardJson {

    private BoardJson() {}

    static Map<String, Object> of(StrengthPart part) {
        return JsonWriter.object(
                "synthetic", part.isSynthetic(),
                "assets",
                        part.board().rows().stream()
                                .map(row -> asset(part, row))
                                .toList(),
                "unscored",
                        part.board().unscored().stream().map(Object::toString).toList());
    }

    private static Map<String, Object> asset(StrengthPart part, StrengthRow row) {
        Map<String, Object> asset = JsonWriter.object(
                "asset", row.asset(),
                "observed", row.observed().toString(),
                "close", row.close(),
                "strength_score", row.strength().value(),
                "label", row.strength().label().name(),
                "momentum_score", row.strength().momentum(),
                "reversion_score", row.strength().reversion(),
                "momentum_weight_fraction", row.strength().momentumWeight(),
                "agreement_fraction", row.strength().agreement(),
                "tail", row.strength().tail().name(),
                "n", row.strength().observations());
        part.flips(row.asset()).ifPresent(flips -> {
            asset.put("tail_if_unchanged", flips.ifUnchanged().name());
            asset.put("flip_up", flip(flips.up()));
            asset.put("flip_down", flip(flips.down()));
        });
        return asset;
    }

    private static Map<String, Object> flip(Flip flip) {
        if (flip instanceof Flip.At at) {
            return JsonWriter.object(
                    "price", at.price(),
                    "move_pct", at.move().percent(),
                    "becomes", at.becomes().name(),
                    "method", at.method().name());
        }
        return JsonWriter.object(
                "searched_to_pct", ((Flip.NoneWithin) flip).searchedTo().percent());
    }
}
