package io.github.macroregime.regime.curve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.GoldenFile;
import org.junit.jupiter.api.Test;

/** Labels are names, so they must all be the same. */
class CurveMovesGolden {

    @Test
    void namesTwentyMovesLikeTheOracle() {
        JsonNode cases = GoldenFile.json("curve_regime_cases.json").get("cases");
        assertThat(cases).hasSize(20);
        for (JsonNode one : cases) {
            CurveMove move = CurveMoves.classify(
                    Rate.ofBasisPoints(one.get("ds").asDouble()),
                    Rate.ofBasisPoints(one.get("dl").asDouble()),
                    Rate.ofBasisPoints(one.get("eps").asDouble()));
            assertThat(move.regime().name())
                    .as(one.toString())
                    .isEqualTo(one.get("label").asText());
        }
    }
}
