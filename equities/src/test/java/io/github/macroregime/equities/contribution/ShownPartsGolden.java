package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.fixture.GoldenFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Displayed decimals are exact, hence no tolerance. */
class ShownPartsGolden {

    private final JsonNode cases = GoldenFile.json("largest_remainder.json").get("cases");

    @Test
    void largest_remainder() {
        for (JsonNode each : cases) {
            int places = each.get("decimals").asInt();
            ShownParts shown = each.get("forced_total").isNull()
                    ? ShownParts.byLargestRemainder(parts(each), places)
                    : ShownParts.forcedTo(parts(each), percent(each.get("forced_total")), places);
            assertSame(each, shown.parts(), "displayed");
            assertThat(shown.total())
                    .isEqualByComparingTo(each.get("displayed_total").asText());
            assertThat(shown.residual()).isZero();
            assertThat(largestShift(each, shown))
                    .isEqualByComparingTo(each.get("max_abs_shift").asText());
        }
        System.out.println("largest_remainder.json: exact");
    }

    @Test
    void independent_rounding() {
        for (JsonNode each : cases) {
            ShownParts shown =
                    ShownParts.independently(parts(each), each.get("decimals").asInt());
            assertSame(each, shown.parts(), "independent_half_up");
            assertThat(shown.total().subtract(shown.residual()))
                    .isEqualByComparingTo(each.get("independent_sum").asText());
        }
    }

    private static BigDecimal largestShift(JsonNode each, ShownParts shown) {
        BigDecimal largest = BigDecimal.ZERO;
        for (int i = 0; i < shown.parts().size(); i++) {
            BigDecimal exact = new BigDecimal(each.get("values").get(i).asText());
            largest = largest.max(shown.parts().get(i).subtract(exact).abs());
        }
        return largest;
    }

    private static void assertSame(JsonNode each, List<BigDecimal> shown, String field) {
        List<BigDecimal> expected = StreamSupport.stream(each.get(field).spliterator(), false)
                .map(node -> new BigDecimal(node.asText()))
                .toList();
        assertThat(shown)
                .as(each.get("name").asText())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(expected);
    }

    private static List<Rate> parts(JsonNode each) {
        return StreamSupport.stream(each.get("values").spliterator(), false)
                .map(ShownPartsGolden::percent)
                .toList();
    }

    private static Rate percent(JsonNode node) {
        return Rate.ofDecimal(Unit.PERCENT.parse(node.asText()));
    }
}
