package io.github.macroregime.equities.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.attribution.CurrencyAttribution.Market;
import io.github.macroregime.equities.attribution.CurrencyAttribution.ReturnKind;
import io.github.macroregime.equities.contribution.Classification;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import io.github.macroregime.equities.linking.Linking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Attributions by hand, and what each of them refuses. */
class AttributionFactsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final Offset<Double> EXACT = within(1e-13);
    private static final Classification DESK =
            Classification.of("desk", Map.of("A", "equities", "B", "equities", "C", "bonds"));

    private static Rate pc(double percent) {
        return Rate.ofPercent(percent);
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** Rp = 5.7 %, Rb = 4.4 %; equities of the benchmark return 6 %, bonds 2 %. */
    @Test
    void nested_effects_add_up_level_by_level() {
        NestedAttribution nested = NestedAttribution.of(
                DAY,
                List.of(
                        Segment.of("A", 0.5, pc(10), 0.3, pc(8)),
                        Segment.of("B", 0.2, pc(2), 0.3, pc(4)),
                        Segment.of("C", 0.3, pc(1), 0.4, pc(2))),
                DESK);
        assertThat(nested.allocation(1).percent())
                .as("0.1 x (6 - 4.4) and -0.1 x (2 - 4.4)")
                .isCloseTo(0.40, EXACT);
        assertThat(nested.allocation(2).percent())
                .as("(0.5 - 0.35) x (8 - 6) and (0.2 - 0.35) x (4 - 6)")
                .isCloseTo(0.60, EXACT);
        assertThat(nested.selection().percent())
                .as("0.5 x 2, 0.2 x -2 and 0.3 x -1")
                .isCloseTo(0.30, EXACT);
        assertThat(nested.excess().percent()).isCloseTo(1.30, EXACT);
        assertThat(nested.explained().percent()).isCloseTo(1.30, EXACT);
    }

    /** The benchmark holds 0.8 and returns 4 %, 5 % of what it holds; the portfolio holds 1.3. */
    @Test
    void the_gap_of_weights_earns_what_the_benchmark_earns_on_its_weights() {
        NestedAttribution nested = NestedAttribution.of(
                DAY,
                List.of(Segment.of("A", 0.9, pc(10), 0.4, pc(8)), Segment.of("C", 0.4, pc(1), 0.4, pc(2))),
                DESK,
                new WeightSum.Keep(0.5));
        assertThat(nested.node().orElseThrow().allocation().percent())
                .as("0.5 x 5 %")
                .isCloseTo(2.5, EXACT);
        assertThat(nested.allocation(1).percent())
                .as("(0.9 - 0.65) x 3 and (0.4 - 0.65) x -3")
                .isCloseTo(1.5, EXACT);
        assertThat(nested.levelFunds().stream().mapToDouble(Rate::percent).toArray())
                .containsExactly(new double[] {4, 8, 8}, EXACT);
        assertThat(nested.geometricAllocation(1).decimal()).isCloseTo(1.08 / 1.04 - 1, EXACT);
        assertThat(nested.geometricSelection().decimal()).isCloseTo(1.094 / 1.08 - 1, EXACT);
        assertThat(nested.explained().percent()).isCloseTo(9.4 - 4, EXACT);
    }

    /** A long and a short of the benchmark cancel: what they earned beyond the benchmark's 3.6 % is selection. */
    @Test
    void a_group_that_cancels_in_the_benchmark_is_all_selection() {
        NestedAttribution nested = NestedAttribution.of(
                DAY,
                List.of(
                        Segment.of("A", 0.5, pc(10), 0.4, pc(8)),
                        Segment.notHeld("B", -0.4, pc(4)),
                        Segment.of("C", 0.8, pc(1), 1, pc(2))),
                DESK,
                new WeightSum.Keep(0.5));
        assertThat(nested.node("equities").orElseThrow().selection().percent())
                .as("5 - 1.3 x 1.6 - 0.5 x 3.6")
                .isCloseTo(1.12, EXACT);
        assertThat(nested.node().orElseThrow().allocation().percent()).isCloseTo(0.3 * 3.6, EXACT);
        assertThat(nested.explained().percent()).isCloseTo(5.8 - 3.6, EXACT);
    }

    /** Half long, half short: 5 % of interaction, and the missing weight is allocation. */
    @Test
    void what_a_group_that_cancels_in_the_portfolio_earned_is_interaction() {
        DailyGroups day = DailyGroups.carino(
                new double[] {0.5, -0.5, 1},
                new double[] {0.4, 0.2, 0.4},
                new double[] {0.1, 0, 0.02},
                new int[] {0, 0, 1},
                2);
        assertThat(day.interaction().toArray()).containsExactly(new double[] {0.05, 0}, EXACT);
        assertThat(day.allocation().toArray())
                .as("-0.6 x (1 / 15 - 0.048) and 0.6 x (0.02 - 0.048)")
                .containsExactly(new double[] {-0.0112, -0.0168}, EXACT);
        assertThat(day.selection().toArray()).containsExactly(new double[] {0, 0}, EXACT);
        assertThat(day.residual().decimal()).isCloseTo(0, EXACT);
    }

    @Test
    void one_period_linked_is_the_period() {
        ArithmeticAttribution period = ArithmeticAttribution.of(
                DAY,
                List.of(Segment.of("stocks", 0.6, pc(5), 0.5, pc(4)), Segment.of("bonds", 0.4, pc(1), 0.5, pc(1))));
        EffectLine line =
                LinkedAttribution.of(List.of(period), Linking.CARINO).byPeriod().get(0);
        assertThat(line.id()).isEqualTo("2025-07-22");
        assertThat(line.allocation().percent()).as("0.1 x 1.5 and -0.1 x -1.5").isCloseTo(0.3, EXACT);
        assertThat(line.selection().percent()).isCloseTo(0.5, EXACT);
        assertThat(line.interaction().percent()).isCloseTo(0.1, EXACT);
    }

    @Test
    void geometric_attribution_needs_something_left() {
        refused(
                "return of the benchmark must be above -100 % but was -100.0 %",
                () -> GeometricAttribution.of(DAY, List.of(Segment.of("A", 1, pc(5), 1, pc(-100)))));
        refused(
                "return of the notional fund must be above -100 % but was -100.0 %",
                () -> GeometricAttribution.of(
                        DAY, List.of(Segment.of("A", 1, pc(5), 0.5, pc(-100)), Segment.of("B", 0, pc(4), 0.5, pc(4)))));
    }

    @Test
    void a_geometric_excess_is_over_what_the_benchmark_left() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeometricAttribution(DAY, List.of(), pc(5), pc(-100), pc(5)))
                .withMessageStartingWith("benchmarkReturn must be above -100 % and leave a finite excess but was -100");
        assertThat(new GeometricAttribution(DAY, List.of(), pc(-100), pc(25), pc(5))
                        .excess()
                        .decimal())
                .isCloseTo(-1, EXACT);
    }

    /**
     * Half of the portfolio, 0.8 of the benchmark and 0.3 and 0.6 of the exposures are given. The benchmark earns 4 % on
     * assets, 0.8 % of premium and 1.2 % of surprise; the rest of each side earns nothing.
     */
    @Test
    void weight_that_no_market_has_is_a_market_without_a_return() {
        CurrencyAttribution shown = CurrencyAttribution.ankrimHensel(
                DAY,
                List.of(new Market("EU", 0.5, 0.8, pc(6), pc(5), pc(3), 0.3, 0.6)),
                Map.of("EU", pc(1)),
                ReturnKind.CONTINUOUS,
                new WeightSum.AddLine());
        CurrencyAttribution.Line rest = shown.lines().get(1);
        assertThat(rest.allocation().percent()).as("0.3 x -4").isCloseTo(-1.2, EXACT);
        assertThat(rest.carry().percent()).as("0.3 x -0.8").isCloseTo(-0.24, EXACT);
        assertThat(rest.currency().percent()).as("0.3 x -1.2").isCloseTo(-0.36, EXACT);
        assertThat(rest.selection()).isEqualTo(Rate.ZERO);
        assertThat(shown.lines().get(0).total().percent())
                .as("-0.3 + 0.8 - 0.3 - 0.06 - 0.24")
                .isCloseTo(-0.1, EXACT);
        assertThat(shown.excess().percent()).as("4.1 - 6").isCloseTo(-1.9, EXACT);
        assertThat(shown.residual().percent()).isCloseTo(0, EXACT);
    }

    @Test
    void a_covariance_is_held_to_its_shape_and_symmetry() {
        List<String> ids = List.of("A", "B");
        Doubles half = Doubles.of(0.5, 0.5);
        String sizes = "weights and covariance must have the size of the 2 ids but had ";
        refused(
                sizes + "1 and 2 x 2",
                () -> RiskContributions.of(ids, Doubles.of(1), Matrix.copyOf(2, 2, new double[] {1, 0, 0, 1})));
        refused(sizes + "2 and 1 x 2", () -> RiskContributions.of(ids, half, Matrix.copyOf(1, 2, new double[] {1, 0})));
        refused(sizes + "2 and 2 x 1", () -> RiskContributions.of(ids, half, Matrix.copyOf(2, 1, new double[] {1, 0})));
        refused(
                "weight of B must be given but was NaN",
                () -> RiskContributions.of(
                        ids, Doubles.of(1, Double.NaN), Matrix.copyOf(2, 2, new double[] {1, 0, 0, 1})));
        refused(
                "covariance must be symmetric but (1, 0) was 0.5 and (0, 1) 0.25",
                () -> RiskContributions.of(ids, half, Matrix.copyOf(2, 2, new double[] {1, 0.25, 0.5, 1})));
        // Noise of 1e-13 of the two volatilities' product, far above 1e-12 of their ratio.
        double[] noisy = {1e8, 100, 100 + 1e-5, 1e8};
        assertThat(RiskContributions.of(ids, half, Matrix.copyOf(2, 2, noisy))).isNotNull();
        refused(
                "volatilities[1] must be finite but was NaN",
                () -> RiskContributions.impliedAverageCorrelation(half, Doubles.of(0.25, Double.NaN), pc(20)));
        refused(
                "weights and volatilities must form at least one pair but gave 0.0",
                () -> RiskContributions.impliedAverageCorrelation(Doubles.of(1), Doubles.of(0.25), pc(20)));
    }

    @Test
    void a_market_is_named_once() {
        Market market = Market.unhedged("EU", 0.5, 0.5, pc(1), pc(1), pc(2));
        refused(
                "ids must be distinct but EU is repeated",
                () -> CurrencyAttribution.karnoskySinger(
                        DAY, List.of(market, market), Map.of("EU", pc(1)), ReturnKind.CONTINUOUS));
    }

    @Test
    void a_segment_has_a_return_where_it_has_a_weight() {
        double none = Double.NaN;
        refused(
                "portfolio weight of A must be finite but was Infinity",
                () -> new Segment("A", Double.POSITIVE_INFINITY, 1, 0, 0));
        refused("benchmark weight of A must be finite but was NaN", () -> new Segment("A", 1, none, 0, 0));
        refused(
                "portfolio return of A must be finite where its weight is not zero but was NaN",
                () -> new Segment("A", 0.1, 0, none, none));
        refused(
                "benchmark return of A must be finite where its weight is not zero but was -Infinity",
                () -> new Segment("A", 0, 0, none, Double.NEGATIVE_INFINITY));
        assertThat(new Segment("A", 0, 0.1, none, 0.02).portfolioContribution()).isZero();
        assertThat(new Segment("A", Double.MAX_VALUE, 0, 0, none).portfolioWeight())
                .isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void days_are_held_to_their_weights_and_returns() {
        int[] one = {0, 0};
        double[] half = {0.5, 0.5};
        refused(
                "benchmark weights of day 0 must sum to 1 within 0.01 but summed to 65.0",
                () -> DailyGroups.carino(half, new double[] {35, 30}, new double[2], one, 1));
        refused(
                "weights and return of stock 1 on day 1 must be finite but were 0.5, 0.5 and NaN",
                () -> DailyGroups.carino(
                        new double[] {0.5, 0.5, 0.5, 0.5},
                        new double[] {0.5, 0.5, 0.5, 0.5},
                        new double[] {0, 0, 0, Double.NaN},
                        one,
                        1));
        refused(
                "portfolio and benchmark must return more than -100 % on day 0 but returned -100.0 % and 0.0 %",
                () -> DailyGroups.carino(new double[] {1, 0}, new double[] {0, 1}, new double[] {-1, 0}, one, 1));
        refused(
                "portfolio and benchmark must return more than -100 % on day 0 but returned 0.0 % and -100.0 %",
                () -> DailyGroups.carino(new double[] {0, 1}, new double[] {1, 0}, new double[] {-1, 0}, one, 1));
    }

    /** Two days of 10 %: of the growth of 21 % each day explains half, and so does each of two equal stocks. */
    @Test
    void contributions_of_days_add_up_to_the_growth() {
        double[] weights = {0.5, 0.5, 0.5, 0.5};
        double[] returns = {0.1, 0.1, 0.1, 0.1};
        DailyGroups groups = DailyGroups.carino(weights, weights, returns, new int[] {0, 1}, 2);
        assertThat(groups.contributions().toArray()).containsExactly(new double[] {0.105, 0.105}, EXACT);
        assertThat(groups.portfolioReturn().percent()).isCloseTo(21, EXACT);
        assertThat(groups.excess()).isEqualTo(Rate.ZERO);
        assertThat(groups.residual().decimal()).isCloseTo(0, EXACT);
    }

    @Test
    void weightsOfAnySumAreKeptButNotOfNone() {
        WeightSum any = new WeightSum.Keep(Double.POSITIVE_INFINITY);
        assertThat(any.factor("weights", 1e300)).isEqualTo(1);
        for (double sum : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> any.factor("weights", sum))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("weights must sum to 1");
        }
    }

    @Test
    void periodsAreLinkedInTheirOrder() {
        List<Segment> segments = List.of(Segment.of("stocks", 1, pc(5), 1, pc(4)));
        ArithmeticAttribution first = ArithmeticAttribution.of(DAY, segments);
        for (LocalDate second : List.of(DAY, DAY.minusDays(1))) {
            List<ArithmeticAttribution> periods = List.of(first, ArithmeticAttribution.of(second, segments));
            String message = "periods[1] must lie after 2025-07-22 but was " + second;
            refused(message, () -> LinkedAttribution.of(periods, Linking.CARINO));
            refused(message, () -> LinkedAttribution.daviesLaker(periods));
        }
        String none = "periods must hold at least one attribution but was empty";
        refused(none, () -> LinkedAttribution.of(List.of(), Linking.CARINO));
        refused(none, () -> LinkedAttribution.daviesLaker(List.of()));
    }

    /** A variance of 2 x 0.5 x -0.5 x 2 + 0.25 + 0.25 = -0.5 cannot be. */
    @Test
    void aVarianceIsNotNegative() {
        refused(
                "covariance must not give a negative variance but gave -0.5",
                () -> RiskContributions.of(
                        List.of("A", "B"), Doubles.of(0.5, -0.5), Matrix.copyOf(2, 2, new double[] {1, 2, 2, 1})));
        RiskContributions none = RiskContributions.of(
                List.of("A", "B"), Doubles.of(0.5, -0.5), Matrix.copyOf(2, 2, new double[] {1, 1, 1, 1}));
        assertThat(none.volatility()).isEqualTo(Rate.ZERO);
    }
}
