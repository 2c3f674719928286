package io.github.macroregime.equities.attribution;

import static io.github.macroregime.fixture.GoldenFile.number;
import static io.github.macroregime.fixture.GoldenFile.numbers;
import static io.github.macroregime.fixture.GoldenFile.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.CurrencyAttribution.Market;
import io.github.macroregime.equities.attribution.CurrencyAttribution.ReturnKind;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.fixture.Deviation;
import io.github.macroregime.fixture.GoldenFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files exact to 20 decimals, effects below one: 1e-15; the published tables have their own tolerances. */
class AttributionGolden {

    private static final double TOLERANCE = 1e-15;
    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    @Test
    void three_levels() {
        JsonNode root = GoldenFile.json("hierarchy_three_level.json");
        Deviation deviation = Deviation.absolute("hierarchy_three_level.json");
        List<Segment> stocks = new ArrayList<>();
        Map<String, List<String>> paths = new HashMap<>();
        for (JsonNode row : root.get("rows")) {
            String id = row.get("stock").asText();
            stocks.add(new Segment(
                    id, number(row.get("wp")), number(row.get("wb")), number(row.get("Rp")), number(row.get("Rb"))));
            paths.put(
                    id, List.of(row.get("sector").asText(), row.get("industry").asText()));
        }
        NestedAttribution nested = NestedAttribution.of(DAY, stocks, Classification.ofPaths("desk", paths));
        root.get("sector").properties().forEach(each -> compare(deviation, nested, each, each.getKey()));
        root.get("industry")
                .properties()
                .forEach(each -> compare(deviation, nested, each, each.getKey().split("/")));
        root.get("stock").properties().forEach(each -> {
            List<String> path = Objects.requireNonNull(paths.get(each.getKey()));
            NestedAttribution.Node node =
                    nested.node(path.get(0), path.get(1), each.getKey()).orElseThrow();
            deviation.compare(
                    each.getKey(), node.allocation().decimal(), each.getValue().get("allocation"));
            deviation.compare(
                    each.getKey(), node.selection().decimal(), each.getValue().get("selection"));
        });
        deviation.compare("portfolio", nested.portfolioReturn().decimal(), root.get("portfolio_return"));
        deviation.compare("benchmark", nested.benchmarkReturn().decimal(), root.get("benchmark_return"));
        deviation.compare("excess", nested.excess().decimal(), root.get("excess"));
        deviation.compare("total", nested.explained().decimal(), root.get("total_check"));
        deviation.isAtMost(TOLERANCE);
    }

    private static void compare(
            Deviation deviation, NestedAttribution nested, Map.Entry<String, JsonNode> expected, String... path) {
        NestedAttribution.Node node = nested.node(path).orElseThrow();
        deviation.compare(
                expected.getKey(),
                node.allocation().decimal(),
                expected.getValue().get("allocation"));
        deviation.compare(
                expected.getKey(), node.portfolioWeight(), expected.getValue().get("wp"));
        deviation.compare(
                expected.getKey(), node.benchmarkWeight(), expected.getValue().get("wb"));
    }

    @Test
    void karnosky_singer() {
        JsonNode root = GoldenFile.json("karnosky_singer.json");
        Deviation deviation = Deviation.absolute("karnosky_singer.json");
        List<Market> markets = new ArrayList<>();
        Map<String, Rate> cash = new HashMap<>();
        for (JsonNode row : root.get("rows")) {
            String id = row.get("market").asText();
            cash.put(id, rate(row.get("cash")));
            markets.add(new Market(
                    id,
                    number(row.get("wp")),
                    number(row.get("wb")),
                    rate(row.get("local_p")),
                    rate(row.get("local_b")),
                    rate(row.get("currency")),
                    number(row.get("currency_wp")),
                    number(row.get("currency_wb"))));
        }
        CurrencyAttribution split = CurrencyAttribution.karnoskySinger(DAY, markets, cash, ReturnKind.CONTINUOUS);
        for (CurrencyAttribution.Line line : split.lines()) {
            JsonNode expected = root.get("effects").get(line.id());
            deviation.compare(line.id(), line.allocation().decimal(), expected.get("market_allocation"));
            deviation.compare(line.id(), line.selection().decimal(), expected.get("selection"));
            deviation.compare(line.id(), line.interaction().decimal(), expected.get("interaction"));
            deviation.compare(line.id(), line.currency().decimal(), expected.get("currency"));
        }
        deviation.compare("portfolio", split.portfolioReturn().decimal(), root.get("portfolio_return"));
        deviation.compare("benchmark", split.benchmarkReturn().decimal(), root.get("benchmark_return"));
        deviation.compare("excess", split.excess().decimal(), root.get("excess"));
        deviation.compare("total", split.total().total().decimal(), root.get("total"));
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void risk() {
        JsonNode root = GoldenFile.json("risk_contribution.json");
        Deviation deviation = Deviation.absolute("risk_contribution.json");
        Doubles weights = Doubles.copyOf(numbers(root.get("weights")));
        Matrix covariance = Matrix.copyOf(rows(root.get("cov")));
        RiskContributions risk = RiskContributions.of(List.of("A", "B", "C"), weights, covariance);
        deviation.compare("volatility", risk.volatility().decimal(), root.get("volatility"));
        deviation.compare(
                "variance", risk.volatility().decimal() * risk.volatility().decimal(), root.get("variance"));
        deviation.compare("marginal", risk.marginal().toArray(), root.get("marginal"));
        deviation.compare("contribution", risk.contributions().toArray(), root.get("contribution"));
        deviation.compare("share", risk.shares().toArray(), root.get("share"));
        Doubles volatilities = Doubles.of(
                Math.sqrt(covariance.get(0, 0)), Math.sqrt(covariance.get(1, 1)), Math.sqrt(covariance.get(2, 2)));
        deviation.compare(
                "correlation",
                RiskContributions.impliedAverageCorrelation(weights, volatilities, risk.volatility()),
                root.get("implied_average_correlation"));
        deviation.isAtMost(TOLERANCE);
    }

    @Test
    void an_example_that_misstates_its_own_sums_leaves_a_residual() {
        JsonNode root = GoldenFile.json("published_but_inconsistent.json");
        Deviation deviation = Deviation.absolute("published_but_inconsistent.json");
        List<Segment> segments = new ArrayList<>();
        for (JsonNode row : root.get("rows")) {
            segments.add(Segment.of(
                    row.get("sector").asText(),
                    number(row.get("wp_pct")) / 100,
                    percent(row.get("Rp_pct")),
                    number(row.get("wb_pct")) / 100,
                    percent(row.get("Rb_pct"))));
        }
        ArithmeticAttribution attribution = ArithmeticAttribution.of(DAY, segments);
        Rate halfUnit = Rate.ofPercent(0.005);
        Reconciliation.Compared portfolio =
                attribution.portfolioAgainst(percent(root.get("printed_portfolio")), halfUnit);
        Reconciliation.Compared benchmark =
                attribution.benchmarkAgainst(percent(root.get("printed_benchmark")), halfUnit);
        deviation.compare("portfolio", portfolio.explained().percent(), root.get("true_portfolio"));
        deviation.compare("benchmark", benchmark.explained().percent(), root.get("true_benchmark"));
        deviation.compare("residual", portfolio.residual().percent(), root.get("residual_portfolio"));
        deviation.compare("residual", benchmark.residual().percent(), root.get("residual_benchmark"));
        for (int i = 0; i < segments.size(); i++) {
            EffectLine line = attribution.lines().get(i);
            deviation.compare(
                    line.id(),
                    line.allocation().percent(),
                    root.get("bf_allocation").get(i));
            deviation.compare(
                    line.id(), line.selection().percent(), root.get("selection").get(i));
            deviation.compare(
                    line.id(),
                    line.interaction().percent(),
                    root.get("interaction").get(i));
        }
        deviation.compare("excess", attribution.excess().percent(), root.get("excess"));
        deviation.compare("sum", attribution.total().total().percent(), root.get("sum_effects"));
        deviation.isAtMost(1e-14);
        assertThat(List.of(portfolio.verdict(), benchmark.verdict()))
                .containsOnly(Reconciliation.Verdict.DOES_NOT_CLOSE);
    }

    @Test
    void a_geometric_table_with_drifting_totals_leaves_a_residual() {
        JsonNode root = GoldenFile.json("published_geometric_not_reconciling.json");
        Deviation deviation = Deviation.absolute("published_geometric_not_reconciling.json");
        Rate halfUnit = Rate.ofDecimal(0.00005);
        List<Reconciliation.Verdict> verdicts = new ArrayList<>();
        for (int t = 0; t < root.get("printed_excess").size(); t++) {
            Rate allocation = rate(root.get("printed_allocation").get(t));
            Rate selection = rate(root.get("printed_selection").get(t));
            Reconciliation.Compared printed = GeometricAttribution.reconciled(
                    allocation, selection, rate(root.get("printed_excess").get(t)), halfUnit);
            Reconciliation.Compared recomputed = GeometricAttribution.reconciled(
                    allocation,
                    selection,
                    rate(root.get("recomputed_excess_fixed_weights").get(t)),
                    halfUnit);
            // The file rounds its residual, compounded minus printed, to four decimals.
            deviation.compare(
                    "residual " + t,
                    -printed.residual().decimal(),
                    root.get("residual_per_quarter").get(t));
            verdicts.add(printed.verdict());
            // With one set of weights for totals and effects the residual all but vanishes.
            if (printed.verdict() == Reconciliation.Verdict.DOES_NOT_CLOSE) {
                assertThat(recomputed.residual().abs().decimal())
                        .isLessThan(printed.residual().abs().decimal() / 3);
            }
        }
        deviation.isAtMost(0.00005);
        assertThat(verdicts.get(0)).isEqualTo(Reconciliation.Verdict.WITHIN_ROUNDING);
        assertThat(verdicts.subList(1, 7)).containsOnly(Reconciliation.Verdict.DOES_NOT_CLOSE);
    }

    @Test
    void a_level_that_was_not_divided_by_its_weight_leaves_a_residual() {
        JsonNode root = GoldenFile.json("multilevel_not_reconciling.json");
        Deviation deviation = Deviation.absolute("multilevel_not_reconciling.json");
        JsonNode inputs = root.get("inputs");
        Rate stocks = rate(inputs.get("Rb_stock"));
        Rate bonds = rate(inputs.get("Rb_bond"));
        List<Segment> types = List.of(
                Segment.of("stock", number(inputs.get("wp_stock")), stocks, number(inputs.get("wb_stock")), stocks),
                Segment.of("bond", number(inputs.get("wp_bond")), bonds, number(inputs.get("wb_bond")), bonds));
        NestedAttribution nested =
                NestedAttribution.of(DAY, types, Classification.of("type", Map.of("stock", "stocks", "bond", "bonds")));
        deviation.compare("level 1", nested.geometricAllocation(1).decimal(), root.get("correct_level1"));
        // The file gives the correct value to sixteen decimals.
        deviation.isAtMost(1e-15);
        Reconciliation.Compared printed = new Reconciliation.Compared(
                nested.geometricAllocation(1), rate(root.get("printed")), Rate.ofDecimal(0.00005));
        assertThat(printed.verdict()).isEqualTo(Reconciliation.Verdict.DOES_NOT_CLOSE);
        assertThat(printed.residual().decimal()).isLessThan(-0.024);
    }

    private static Rate rate(JsonNode node) {
        return Rate.ofDecimal(number(node));
    }

    private static Rate percent(JsonNode node) {
        return Rate.ofPercent(number(node));
    }
}
