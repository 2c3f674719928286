package io.github.macroregime.equities.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.AttributionOptions.AllocationModel;
import io.github.macroregime.equities.attribution.AttributionOptions.InteractionView;
import io.github.macroregime.equities.attribution.CurrencyAttribution.Market;
import io.github.macroregime.equities.attribution.CurrencyAttribution.ReturnKind;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.contribution.Contributions;
import io.github.macroregime.equities.linking.Linking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Offset<Double> EXACT = within(1e-15);
    private static final WeightSum LEVERED = new WeightSum.Keep(0.3);

    private static final Segment STOCKS = Segment.of("stocks", 0.6, pc(5), 0.5, pc(4));
    private static final Segment BONDS = Segment.of("bonds", 0.4, pc(1), 0.5, pc(2));

    private static Rate pc(double percent) {
        return Rate.ofPercent(percent);
    }

    @Test
    void interaction_moves_between_columns_and_never_changes_the_total() {
        // Rp = 3.4 %, Rb = 3 %; stocks: 0.1 x 1 %, 0.5 x 1 %, 0.1 x 1 %; bonds: -0.1 x -1 %, 0.5 x -1 %, -0.1 x -1 %.
        ArithmeticAttribution shown = ArithmeticAttribution.of(DAY, List.of(STOCKS, BONDS));
        assertEffects(shown.lines().get(0), 0.1, 0.5, 0.1);
        assertEffects(shown.lines().get(1), 0.1, -0.5, 0.1);
        assertEffects(view(InteractionView.IN_SELECTION).lines().get(0), 0.1, 0.6, 0);
        assertEffects(view(InteractionView.IN_ALLOCATION).lines().get(0), 0.2, 0.5, 0);
        assertThat(shown.excess().percent()).isCloseTo(0.4, within(1e-14));
        assertThat(shown.residual().decimal()).isCloseTo(0, EXACT);
    }

    private static ArithmeticAttribution view(InteractionView view) {
        return ArithmeticAttribution.of(
                DAY, List.of(STOCKS, BONDS), AttributionOptions.withDefaults().withInteraction(view));
    }

    private static void assertEffects(EffectLine line, double allocation, double selection, double interaction) {
        assertThat(line.allocation().percent()).isCloseTo(allocation, within(1e-13));
        assertThat(line.selection().percent()).isCloseTo(selection, within(1e-13));
        assertThat(line.interaction().percent()).isCloseTo(interaction, within(1e-13));
    }

    @Test
    void a_segment_off_benchmark_earns_no_allocation() {
        ArithmeticAttribution attribution = ArithmeticAttribution.of(
                DAY, List.of(Segment.of("stocks", 0.9, pc(4), 1, pc(4)), Segment.offBenchmark("gold", 0.1, pc(10))));
        assertEffects(attribution.lines().get(1), 0, 0, 0.6);
        assertThat(attribution.total().total().percent()).isCloseTo(0.6, within(1e-13));
    }

    @Test
    void a_segment_not_held_is_all_allocation() {
        ArithmeticAttribution attribution = ArithmeticAttribution.of(
                DAY, List.of(Segment.of("stocks", 1, pc(4), 0.8, pc(4)), Segment.notHeld("gold", 0.2, pc(-6))));
        // Rb = 2 %: -0.2 x (-6 % - 2 %) = 1.6 %.
        assertEffects(attribution.lines().get(1), 1.6, 0, 0);
        assertThat(attribution.residual().decimal()).isCloseTo(0, EXACT);
    }

    @Test
    void unequal_sums_of_weights_leave_the_benchmark_return_on_the_gap() {
        AttributionOptions kept = AttributionOptions.withDefaults().withWeightSum(LEVERED);
        ArithmeticAttribution levered =
                ArithmeticAttribution.of(DAY, List.of(Segment.of("stocks", 1.3, pc(4), 1, pc(4))), kept);
        assertThat(levered.residual().percent()).isCloseTo(1.2, within(1e-13));
        AttributionOptions bhb = kept.withModel(AllocationModel.BRINSON_HOOD_BEEBOWER);
        assertThat(ArithmeticAttribution.of(DAY, List.of(Segment.of("stocks", 1.3, pc(4), 1, pc(4))), bhb)
                        .residual()
                        .decimal())
                .isCloseTo(0, EXACT);
    }

    @Test
    void weights_in_percent_or_beyond_one_are_refused_by_every_attribution() {
        List<Segment> percent = List.of(Segment.of("A", 35, pc(5), 40, pc(4)), Segment.of("B", 30, pc(1), 60, pc(2)));
        List<Segment> beyond = List.of(Segment.of("A", 1.2, pc(5), 1, pc(4)));
        List<Segment> benchmark = List.of(Segment.of("A", 1, pc(5), 0.7, pc(4)));
        Classification desk = Classification.of("desk", Map.of("A", "core", "B", "core"));
        refused(
                "portfolio weights must sum to 1 within 0.01 but summed to 65.0",
                () -> ArithmeticAttribution.of(DAY, percent));
        refused(
                "portfolio weights must sum to 1 within 0.01 but summed to 65.0",
                () -> GeometricAttribution.of(DAY, percent));
        refused(
                "portfolio weights must sum to 1 within 0.01 but summed to 65.0",
                () -> NestedAttribution.of(DAY, percent, desk));
        refused(
                "portfolio weights must sum to 1 within 0.01 but summed to 1.2",
                () -> GeometricAttribution.of(DAY, beyond));
        refused(
                "benchmark weights must sum to 1 within 0.01 but summed to 0.7",
                () -> NestedAttribution.of(DAY, benchmark, desk));
        refused(
                "portfolio weights of day 1 must sum to 1 within 0.01 but summed to 65.0",
                () -> DailyGroups.carino(
                        new double[] {0.4, 0.6, 35, 30},
                        new double[] {0.4, 0.6, 0.4, 0.6},
                        new double[] {0.01, 0.02, 0.01, 0.02},
                        new int[] {0, 0},
                        1));
        Market hedged = new Market("EU", 1, 1, pc(10), pc(5), pc(20), 1, 0.5);
        refused(
                "benchmark exposures must sum to 1 within 0.01 but summed to 0.5",
                () -> CurrencyAttribution.ankrimHensel(
                        DAY, List.of(hedged), Map.of("EU", pc(1)), ReturnKind.CONTINUOUS));
        refused(
                "beginWeights must sum to 1 within 0.01 but summed to 65.0",
                () -> Contributions.of(Map.of("A", 35.0, "B", 30.0), Map.of("A", pc(1), "B", pc(2))));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void weights_beyond_one_can_be_scaled_or_shown_as_a_line() {
        List<Segment> levered = List.of(Segment.of("A", 1.2, pc(5), 0.8, pc(4)));
        // 0.2 borrowed at nothing and 0.2 held in cash: 6 % against 3.2 %.
        ArithmeticAttribution shown = ArithmeticAttribution.of(
                DAY, levered, AttributionOptions.withDefaults().withWeightSum(new WeightSum.AddLine()));
        // A: 0.4 x (4 % - 3.2 %), 0.8 x 1 %, 0.4 x 1 %; unallocated: -0.4 x -3.2 %.
        assertEffects(shown.lines().get(0), 0.32, 0.8, 0.4);
        assertThat(shown.lines().get(1).id()).isEqualTo("(unallocated)");
        assertEffects(shown.lines().get(1), 1.28, 0, 0);
        assertThat(shown.residual().decimal()).isCloseTo(0, EXACT);
        GeometricAttribution scaled = GeometricAttribution.of(DAY, levered, new WeightSum.Normalise());
        assertThat(scaled.portfolioReturn().percent()).isCloseTo(5, within(1e-13));
        assertThat(scaled.benchmarkReturn().percent()).isCloseTo(4, within(1e-13));
        assertThat(scaled.residual().decimal()).isCloseTo(0, EXACT);
        NestedAttribution nested = NestedAttribution.of(
                DAY, levered, Classification.of("desk", Map.of("A", "core")), new WeightSum.AddLine());
        assertThat(nested.excess().percent()).isCloseTo(2.8, within(1e-13));
        assertThat(nested.explained().percent()).isCloseTo(2.8, within(1e-13));
        Market market = Market.unhedged("EU", 0.5, 0.5, pc(3), pc(1), pc(4));
        CurrencyAttribution currency = CurrencyAttribution.karnoskySinger(
                DAY, List.of(market), Map.of("EU", pc(1)), ReturnKind.CONTINUOUS, new WeightSum.Normalise());
        assertThat(currency.portfolioReturn().percent()).isCloseTo(7, within(1e-13));
        assertThat(CurrencyAttribution.karnoskySinger(
                                DAY,
                                List.of(market),
                                Map.of("EU", pc(1)),
                                ReturnKind.CONTINUOUS,
                                new WeightSum.AddLine())
                        .lines())
                .extracting(CurrencyAttribution.Line::id)
                .containsExactly("EU", "(unallocated)");
    }

    @Test
    void brinson_fachler_takes_weights_and_returns_by_name() {
        ArithmeticAttribution named = ArithmeticAttribution.brinsonFachler(
                DAY,
                new TreeMap<>(Map.of("bonds", 0.4, "stocks", 0.6)),
                Map.of("stocks", pc(5), "bonds", pc(1)),
                Map.of("stocks", 0.5, "bonds", 0.3, "gold", 0.2),
                Map.of("stocks", pc(4), "bonds", pc(2), "gold", pc(1)));
        assertThat(named.lines()).extracting(EffectLine::id).containsExactly("bonds", "stocks", "gold");
        // Rb = 2.8 %.
        assertEffects(named.lines().get(0), 0.1 * -0.8, 0.3 * -1, 0.1 * -1);
        assertEffects(named.lines().get(1), 0.1 * 1.2, 0.5, 0.1);
        assertEffects(named.lines().get(2), -0.2 * -1.8, 0, 0);
        assertThat(named.excess().percent()).isCloseTo(0.6, within(1e-13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArithmeticAttribution.brinsonFachler(
                        DAY, Map.of("A", 1.0), Map.of(), Map.of("A", 1.0), Map.of("A", pc(1))))
                .withMessage("portfolio return of A must be finite where its weight is not zero but was NaN");
    }

    @Test
    void drift_and_decision_sum_to_the_allocation() {
        double[] wp = {0.62, 0.38};
        double[] reference = {0.6, 0.4};
        double[] wb = {0.5, 0.5};
        double[] rb = {0.04, 0.02};
        double[] whole = Brinson.fachlerAllocation(wp, wb, rb, 0.03);
        double[] decided = Brinson.fachlerAllocation(reference, wb, rb, 0.03);
        double[] drift = Brinson.drift(wp, reference, rb, 0.03);
        assertThat(drift[0]).isCloseTo(0.0002, EXACT);
        assertThat(decided[0] + drift[0]).isCloseTo(whole[0], EXACT);
    }

    @Test
    void a_parent_without_benchmark_goes_up_whole_as_selection() {
        NestedAttribution nested = NestedAttribution.of(
                DAY,
                List.of(
                        Segment.of("A", 0.7, pc(3), 1, pc(2)),
                        Segment.offBenchmark("B", 0.2, pc(5)),
                        Segment.offBenchmark("C", 0.1, pc(-1))),
                Classification.of("desk", Map.of("A", "core", "B", "satellite", "C", "satellite")));
        NestedAttribution.Node satellite = nested.node("satellite").orElseThrow();
        // 0.2 x 5 % - 0.1 x 1 % - 0.3 x 2 % = 0.3 %.
        assertThat(satellite.selection().percent()).isCloseTo(0.3, within(1e-13));
        assertThat(satellite.allocation()).isEqualTo(Rate.ZERO);
        assertThat(nested.node("satellite", "B")).isEmpty();
        assertThat(nested.explained().percent()).isCloseTo(nested.excess().percent(), within(1e-13));
    }

    @Test
    void long_and_short_weights_that_cancel_have_no_return_of_their_own() {
        // .1 + .2 - .3 is 5.6e-17 in binary: by it the pair would have a return of some 1e14 %.
        NestedAttribution nested = NestedAttribution.of(
                DAY,
                List.of(
                        Segment.of("A", 1, pc(3), 1, pc(2)),
                        Segment.of("B", 0.1, pc(6), 0.1, pc(5)),
                        Segment.of("C", 0.2, pc(2), 0.2, pc(1)),
                        Segment.of("D", -0.3, pc(1), -0.3, pc(2))),
                Classification.of("desk", Map.of("A", "core", "B", "pair", "C", "pair", "D", "pair")));
        // 0.7 % in the portfolio, 0.1 % in the benchmark.
        NestedAttribution.Node pair = nested.node("pair").orElseThrow();
        assertThat(pair.selection().percent()).isCloseTo(0.6, within(1e-13));
        assertThat(pair.allocation()).isEqualTo(Rate.ZERO);
        assertThat(nested.node("pair", "B")).isEmpty();
        assertThat(nested.explained().percent()).isCloseTo(nested.excess().percent(), within(1e-13));
    }

    @Test
    void weights_that_cancel_earn_interaction_in_many_groups_at_once() {
        double[] weights = {1, 0.1, 0.2, -0.3};
        double[] benchmark = {1, 0, 0, 0};
        int[] groups = {0, 1, 1, 1};
        double[] returns = {0.02, 0.06, 0.02, 0.01};
        DailyGroups held = DailyGroups.carino(weights, benchmark, returns, groups, 2);
        DailyGroups short2 = DailyGroups.carino(benchmark, weights, returns, groups, 2);
        // 0.6 % + 0.4 % - 0.3 %.
        assertThat(held.interaction().get(1)).isCloseTo(0.007, within(1e-15));
        assertThat(short2.interaction().get(1)).isCloseTo(-0.007, within(1e-15));
        assertThat(held.selection().get(1)).isZero();
        assertThat(short2.residual().decimal()).isCloseTo(0, within(1e-15));
    }

    @Test
    void ankrim_and_hensel_tell_premium_from_surprise() {
        List<Market> markets = List.of(
                Market.unhedged("US", 0.4, 0.5, pc(2), pc(2), Rate.ZERO),
                new Market("EU", 0.6, 0.5, pc(3), pc(1), pc(4), 0.6, 0.5));
        CurrencyAttribution split = CurrencyAttribution.ankrimHensel(
                DAY, markets, Map.of("US", Rate.ZERO, "EU", pc(1)), ReturnKind.CONTINUOUS);
        // Premium 1 %, surprise 3 %: benchmark 0.5 x 1 %, 0.5 x 3 %; active 0.1 x (1 % - 0.5 %), 0.1 x (3 % - 1.5 %).
        CurrencyAttribution.Line europe = split.lines().get(1);
        assertThat(europe.carry().percent()).isCloseTo(0.05, within(1e-13));
        assertThat(europe.currency().percent()).isCloseTo(0.15, within(1e-13));
        assertThat(europe.allocation().percent()).isCloseTo(-0.05, within(1e-13));
        assertThat(europe.selection().percent()).isCloseTo(1, within(1e-13));
        assertThat(europe.interaction().percent()).isCloseTo(0.2, within(1e-13));
        assertThat(split.residual().decimal()).isCloseTo(0, EXACT);
        // 0.4 x 2 % + 0.6 x (3 % + 4 %) = 5 %.
        assertThat(split.portfolioReturn().percent()).isCloseTo(5, within(1e-13));
    }

    @Test
    void simple_returns_show_the_cross_term() {
        List<Market> markets = List.of(Market.unhedged("EU", 1, 1, pc(10), pc(5), pc(20)));
        CurrencyAttribution split =
                CurrencyAttribution.karnoskySinger(DAY, markets, Map.of("EU", pc(3)), ReturnKind.SIMPLE);
        // 1.1 x 1.2 - 1 = 32 % against 1.05 x 1.2 - 1 = 26 %.
        assertThat(split.portfolioReturn().percent()).isCloseTo(32, within(1e-12));
        assertThat(split.benchmarkReturn().percent()).isCloseTo(26, within(1e-12));
        assertThat(split.total().cross().percent()).isCloseTo(1, within(1e-12));
        assertThat(split.residual().decimal()).isCloseTo(0, EXACT);
    }

    @Test
    void a_market_without_a_cash_return_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrencyAttribution.karnoskySinger(
                        DAY,
                        List.of(Market.unhedged("EU", 1, 1, pc(10), pc(5), pc(20))),
                        Map.of("US", Rate.ZERO),
                        ReturnKind.SIMPLE))
                .withMessage("cashReturns must hold a rate for EU but hold [US]");
    }

    @Test
    void a_whole_without_risk_has_no_shares() {
        RiskContributions none =
                RiskContributions.of(List.of("cash"), Doubles.of(1), Matrix.copyOf(new double[][] {{0}}));
        assertThat(none.volatility()).isEqualTo(Rate.ZERO);
        assertThat(none.contributions().get(0)).isZero();
        assertThat(none.shares().isMissing(0)).isTrue();
    }

    @Test
    void periods_out_of_order_are_refused() {
        ArithmeticAttribution day = ArithmeticAttribution.of(DAY, List.of(STOCKS, BONDS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkedAttribution.of(List.of(day, day), Linking.CARINO))
                .withMessage("periods[1] must lie after 2025-07-22 but was 2025-07-22");
        assertThatIllegalArgumentException().isThrownBy(() -> LinkedAttribution.of(List.of(), Linking.CARINO));
    }

    @Test
    void a_weight_without_a_return_is_refused_with_the_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("gold", 0.1, 0, Double.NaN, Double.NaN))
                .withMessage("portfolio return of gold must be finite where its weight is not zero but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArithmeticAttribution.of(DAY, List.of(STOCKS, STOCKS)))
                .withMessage("ids must be distinct but stocks is repeated");
    }

    @Test
    void the_table_shows_effects_and_their_total() {
        assertThat(ArithmeticAttribution.of(DAY, List.of(STOCKS, BONDS)).toString())
                .isEqualTo("""
                    BRINSON_FACHLER, portfolio 3.4000 %, benchmark 3.0000 % on 2025-07-22
                    in pp                        allocation  selection interaction      total
                    stocks                           0.1000     0.5000      0.1000     0.7000
                    bonds                            0.1000    -0.5000      0.1000    -0.3000
                    total                            0.2000     0.0000      0.2000     0.4000
                    residual                                                           0.0000\
                    """);
    }

    @Test
    void what_unequal_sums_of_weights_leave_is_printed() {
        // Rb is 3 %, the weights differ by 0.1.
        List<Segment> levered = List.of(Segment.of("stocks", 0.7, pc(5), 0.5, pc(4)), BONDS);
        assertThat(ArithmeticAttribution.of(
                                DAY, levered, AttributionOptions.withDefaults().withWeightSum(LEVERED))
                        .toString())
                .endsWith("\nresidual                                                           0.3000");
        GeometricAttribution geometric = GeometricAttribution.of(DAY, levered, LEVERED);
        // Growth of 1.039 over 1.03, explained 1.033 / 1.03 x 1.039 / 1.036.
        assertThat(geometric.residual().percent()).isCloseTo(0.3 * 1.039 / 1.03 / 1.036, within(1e-13));
        assertThat(geometric.toString())
                .endsWith("\nresidual                                                           0.2921");
        assertThat(CurrencyAttribution.karnoskySinger(
                                DAY,
                                List.of(Market.unhedged("EU", 1.2, 1, pc(10), pc(5), pc(20))),
                                Map.of("EU", pc(3)),
                                ReturnKind.CONTINUOUS,
                                LEVERED)
                        .toString())
                // 0.2 of the benchmark's 25 %.
                .endsWith(" 5.0000");
    }

    @Test
    void every_result_prints_itself_with_units() {
        List<Segment> segments = List.of(STOCKS, BONDS);
        assertThat(GeometricAttribution.of(DAY, segments).toString()).startsWith("""
            Geometric attribution on 2025-07-22, portfolio 3.4000 %, benchmark 3.0000 %, excess 0.3883 %
            in pp                        allocation  selection interaction      total
            stocks                           0.0971     0.5814      0.0000     0.6785
            """);
        ArithmeticAttribution day = ArithmeticAttribution.of(DAY, segments);
        assertThat(LinkedAttribution.of(List.of(day), Linking.CARINO).toString())
                .startsWith("CARINO over 1 periods, portfolio 3.4000 %, benchmark 3.0000 %\n")
                .endsWith("total                            0.2000     0.0000      0.2000     0.4000"
                        + "\nresidual                                                           0.0000");
        assertThat(NestedAttribution.of(DAY, segments, Classification.of("desk", Map.of("stocks", "risky")))
                        .toString())
                .contains("\nrisky  ")
                .contains("\n  stocks  ")
                .contains("\n(unclassified)  ");
        assertThat(RiskContributions.of(List.of("A", "B"), Doubles.of(0.5, 0.5), Matrix.copyOf(new double[][] {
                            {0.04, 0}, {0, 0.04}
                        }))
                        .toString())
                .isEqualTo("""
                    Risk of 14.1421 %
                                           contribution      share
                    A                          7.0711 %    50.00 %
                    B                          7.0711 %    50.00 %\
                    """);
        assertThat(CurrencyAttribution.karnoskySinger(
                                DAY,
                                List.of(Market.unhedged("EU", 1, 1, pc(10), pc(5), pc(20))),
                                Map.of("EU", pc(3)),
                                ReturnKind.CONTINUOUS)
                        .toString())
                .startsWith("KARNOSKY_SINGER on 2025-07-22, portfolio 30.0000 %, benchmark 25.0000 %\nin pp ");
    }
}
