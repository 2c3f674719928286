package io.github.macroregime.credit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import org.junit.jupiter.api.Test;

/** Break-even, duration times spread and returns of seven cases; some are rounded to 15 digits in the file. */
class CarryGolden {

    @Test
    void equals_the_exact_rationals() {
        Deviation deviation = new Deviation("carry_breakeven.json");
        int row = 0;
        for (JsonNode node : GoldenFile.json("carry_breakeven.json").get("rows")) {
            Carry carry = Carry.of(
                            basisPoints(node, "spread_bp"),
                            number(node, "spread_duration_start"),
                            number(node, "spread_duration_end"),
                            node.get("horizon_months").asInt() / 12.0)
                    .withRollDown(basisPoints(node, "roll_down_bp"))
                    .withAnnualExpectedLoss(basisPoints(node, "expected_loss_bp_per_year"));
            String where = "row " + row++ + " ";
            compare(deviation, carry.breakEvenWidening(), node, "breakeven_widening_bp", where);
            deviation.compare(
                    where + "ratio", carry.breakEvenOfSpread().orElseThrow(), number(node, "breakeven_over_spread"));
            deviation.compare(where + "dts", carry.durationTimesSpread().percent(), number(node, "dts"));
            compare(
                    deviation,
                    carry.excessReturn(Rate.ofBasisPoints(62.75)),
                    node,
                    "excess_return_bp_if_back_to_62_75",
                    where);
            compare(
                    deviation,
                    carry.excessReturn(Rate.ofBasisPoints(151.80)),
                    node,
                    "excess_return_bp_if_151_80",
                    where);
        }
        deviation.isAtMost(1e-12);
    }

    private static void compare(Deviation deviation, Rate actual, JsonNode node, String name, String where) {
        deviation.compare(where + name, actual.basisPoints(), number(node, name));
    }

    private static Rate basisPoints(JsonNode node, String name) {
        return Rate.ofBasisPoints(number(node, name));
    }

    private static double number(JsonNode node, String name) {
        return GoldenFile.number(node.get(name));
    }
}
