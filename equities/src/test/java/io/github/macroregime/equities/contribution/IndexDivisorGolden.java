package io.github.macroregime.equities.contribution;

import static io.github.macroregime.fixture.GoldenFile.number;
import static io.github.macroregime.fixture.GoldenFile.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels near 5,000 carry 13 decimals in a double: 1e-11 for levels, points and divisors, 1e-15 for fractions. */
class IndexDivisorGolden {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private final JsonNode root = GoldenFile.json("index_divisor.json");
    private final Deviation deviation = Deviation.absolute("index_divisor.json");
    private final IndexSnapshot before = new IndexSnapshot(DAY, members("price0"), number(root.get("divisor")));
    private final IndexSnapshot after =
            new IndexSnapshot(DAY.plusDays(1), members("price1"), number(root.get("divisor")));

    @Test
    void levels_and_points() {
        deviation.compare("level0", before.level(), root.get("level0"));
        deviation.compare("level1", after.level(), root.get("level1"));
        deviation.compare("points", after.level() - before.level(), root.get("points"));
        ContributionReport report = before.to(after);
        for (int i = 0; i < before.members().size(); i++) {
            ContributionLine line = report.line(before.members().get(i).id()).orElseThrow();
            deviation.compare(
                    "points " + i,
                    line.points(before.level()),
                    root.get("points_each").get(i));
        }
        deviation.isAtMost(1e-11);
    }

    @Test
    void weights_and_contributions() {
        ContributionReport report = before.to(after);
        for (int i = 0; i < before.members().size(); i++) {
            String id = before.members().get(i).id();
            ContributionLine line = report.line(id).orElseThrow();
            deviation.compare(
                    "weight " + i, line.weight(), root.get("begin_weight").get(i));
            deviation.compare(
                    "return " + i, line.returnDecimal(), root.get("return_each").get(i));
            deviation.compare(
                    "contribution " + i,
                    line.contribution().decimal(),
                    root.get("contribution").get(i));
            deviation.compare(
                    "end weight " + i, after.weight(id), root.get("end_weight").get(i));
        }
        deviation.compare("return", report.explained().decimal(), root.get("return_"));
        double[] drifted = Contributions.drifted(numbers(root.get("begin_weight")), numbers(root.get("return_each")));
        deviation.compare("drifted", drifted, root.get("end_weight"));
        deviation.isAtMost(1e-15);
        assertThat(((Reconciliation.Compared) report.reconciliation()).verdict())
                .isEqualTo(Reconciliation.Verdict.CLOSES);
    }

    @Test
    void replacement_keeps_the_level() {
        JsonNode replacement = root.get("replacement");
        List<IndexSnapshot.Member> members = new ArrayList<>(after.members());
        members.remove(replacement.get("removed_index").asInt());
        members.add(IndexSnapshot.Member.of("added", number(replacement.get("added_market_value")), 1));
        IndexSnapshot rebalanced = after.rebalanced(members);
        deviation.compare("before", after.marketValue(), replacement.get("market_value_before"));
        deviation.compare("after", rebalanced.marketValue(), replacement.get("market_value_after"));
        deviation.compare("divisor", rebalanced.divisor(), replacement.get("divisor_after"));
        deviation.compare("level", rebalanced.level(), replacement.get("level_after"));
        deviation.isAtMost(1e-11);
    }

    private List<IndexSnapshot.Member> members(String prices) {
        double[] price = numbers(root.get(prices));
        double[] shares = numbers(root.get("shares"));
        double[] factor = numbers(root.get("float_factor"));
        List<IndexSnapshot.Member> members = new ArrayList<>();
        for (int i = 0; i < price.length; i++) {
            members.add(new IndexSnapshot.Member("M" + i, price[i], shares[i], factor[i]));
        }
        return members;
    }
}
