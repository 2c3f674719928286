package io.github.macroregime.equities.attribution;

import static io.github.macroregime.equities.golden.GoldenFile.number;
import static io.github.macroregime.equities.golden.GoldenFile.numbers;
import static io.github.macroregime.equities.golden.GoldenFile.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.CurrencyAttribution.Market;
import io.github.macroregime.equities.attribution.CurrencyAttribution.ReturnKind;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.equities.golden.GoldenFile;
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
        GoldenFile golden = GoldenFile.read("hierarchy_three_level.json");
        JsonNode root = golden.root();
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
        root.get("sector").properties().forEach(each -> compare(golden, nested, each, each.getKey()));
        root.get("industry")
                .properties()
                .forEach(each -> compare(golden, nested, each, each.getKey().split("/")));
        root.get("stock").properties().forEach(each -> {
            List<String> path = Objects.requireNonNull(paths.get(each.getKey()));
            NestedAttribution.Node node =
                    nested.node(path.get(0), path.get(1), each.getKey()).orElseThrow();
            golden.compare(
                    each.getKey(), node.allocation().decimal(), each.getValue().get("allocation"));
            golden.compare(
                    each.getKey(), node.selection().decimal(), each.getValue().get("selection"));
        });
        golden.compare("portfolio", nested.portfolioReturn().decimal(), root.get("portfolio_return"));
        golden.compare("benchmark", nested.benchmarkReturn().decimal(), root.get("benchmark_return"));
        golden.compare("excess", nested.excess().decimal(), root.get("excess"));
        golden.compare("total", nested.explained().decimal(), root.get("total_check"));
        golden.within(TOLERANCE);
    }

    private static void compare(
            GoldenFile golden, NestedAttribution nested, Map.Entry<String, JsonNode> expected, String... path) {
        NestedAttribution.Node node = nested.node(path).orElseThrow();
        golden.compare(
                expected.getKey(),
                node.allocation().decimal(),
                expected.getValue().get("allocation"));
        golden.compare(
                expected.getKey(), node.portfolioWeight(), expected.getValue().get("wp"));
        golden.compare(
                expected.getKey(), node.benchmarkWeight(), expected.getValue().get("wb"));
    }

    @Test
    void karnosky_singer() {
        GoldenFile golden = GoldenFile.read("karnosky_singer.json");
        JsonNode root = golden.root();
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
            golden.compare(line.id(), line.allocation().decimal(), expected.get("market_allocation"));
            golden.compare(line.id(), line.selection().decimal(), expected.get("selection"));
            golden.compare(line.id(), line.interaction().decimal(), expected.get("interaction"));
            golden.compare(line.id(), line.currency().decimal(), expected.get("currency"));
        }
        golden.compare("portfolio", split.portfolioReturn().decimal(), root.get("portfolio_return"));
        golden.compare("benchmark", split.benchmarkReturn().decimal(), root.get("benchmark_return"));
        golden.compare("excess", split.excess().decimal(), root.get("excess"));
        golden.compare("total", split.total().total().decimal(), root.get("total"));
        golden.within(TOLERANCE);
    }

    @Test
    void risk() {
        GoldenFile golden = GoldenFile.read("risk_contribution.json");
        JsonNode root = golden.root();
        Doubles weights = Doubles.copyOf(numbers(root.get("weights")));
        Matrix covariance = Matrix.copyOf(table(root.get("cov")));
        RiskContributions risk = RiskContributions.of(List.of("A", "B", "C"), weights, covariance);
        golden.compare("volatility", risk.volatility().decimal(), root.get("volatility"));
        golden.compare(
                "variance", risk.volatility().decimal() * risk.volatility().decimal(), root.get("variance"));
        golden.compare("marginal", risk.marginal().toArray(), root.get("marginal"));
        golden.compare("contribution", risk.contributions().toArray(), root.get("contribution"));
        golden.compare("share", risk.shares().toArray(), root.get("share"));
        Doubles volatilities = Doubles.of(
                Math.sqrt(covariance.get(0, 0)), Math.sqrt(covariance.get(1, 1)), Math.sqrt(covariance.get(2, 2)));
        golden.compare(
                "correlation",
                RiskContributions.impliedAverageCorrelation(weights, volatilities, risk.volatility()),
                root.get("implied_average_correlation"));
        golden.within(TOLERANCE);
    }

    @Test
    void an_example_that_misstates_its_own_sums_leaves_a_residual() {
        GoldenFile golden = GoldenFile.read("published_but_inconsistent.json");
        JsonNode root = golden.root();
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
        golden.compare("portfolio", portfolio.explained().percent(), root.get("true_portfolio"));
        golden.compare("benchmark", benchmark.explained().percent(), root.get("true_benchmark"));
        golden.compare("residual", portfolio.residual().percent(), root.get("residual_portfolio"));
        golden.compare("residual", benchmark.residual().percent(), root.get("residual_benchmark"));
        for (int i = 0; i < segments.size(); i++) {
            EffectLine line = attribution.lines().get(i);
            golden.compare(
                    line.id(),
                    line.allocation().percent(),
                    root.get("bf_allocation").get(i));
            golden.compare(
                    line.id(), line.selection().percent(), root.get("selection").get(i));
            golden.compare(
                    line.id(),
                    line.interaction().percent(),
                    root.get("interaction").get(i));
        }
        golden.compare("excess", attribution.excess().percent(), root.get("excess"));
        golden.compare("sum", attribution.total().total().percent(), root.get("sum_effects"));
        golden.within(1e-14);
        assertThat(List.of(portfolio.verdict(), benchmark.verdict()))
                .containsOnly(Reconciliation.Verdict.DOES_NOT_CLOSE);
    }

    @Test
    void a_geometric_table_with_drifting_totals_leaves_a_residual() {
        GoldenFile golden = GoldenFile.read("published_geometric_not_reconciling.json");
        JsonNode root = golden.root();
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
            golden.compare(
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
        golden.within(0.00005);
        assertThat(verdicts.get(0)).isEqualTo(Reconciliation.Verdict.WITHIN_ROUNDING);
        assertThat(verdicts.subList(1, 7)).containsOnly(Reconciliation.Verdict.DOES_NOT_CLOSE);
    }

    @Test
    void a_level_that_was_not_divided_by_its_weight_leaves_a_residual() {
        GoldenFile golden = GoldenFile.read("multilevel_not_reconciling.json");
        JsonNode root = golden.root();
        JsonNode inputs = root.get("inputs");
        Rate stocks = rate(inputs.get("Rb_stock"));
        Rate bonds = rate(inputs.get("Rb_bond"));
        List<Segment> types = List.of(
                Segment.of("stock", number(inputs.get("wp_stock")), stocks, number(inputs.get("wb_stock")), stocks),
                Segment.of("bond", number(inputs.get("wp_bond")), bonds, number(inputs.get("wb_bond")), bonds));
        NestedAttribution nested =
                NestedAttribution.of(DAY, types, Classification.of("type", Map.of("stock", "stocks", "bond", "bonds")));
        golden.compare("level 1", nested.geometricAllocation(1).decimal(), root.get("correct_level1"));
        // The file gives the correct value to sixteen decimals.
        golden.within(1e-15);
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
