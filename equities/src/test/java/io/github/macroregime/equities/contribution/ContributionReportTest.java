package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.ContributionPolicy.MissingReturn;
import io.github.macroregime.equities.contribution.ContributionPolicy.ResidualLimit;
import io.github.macroregime.equities.contribution.ContributionPolicy.WeightSum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContributionReportTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);

    private static final List<Position> DAY_OF_THREE = List.of(
            Position.held("A", 0.5, Rate.ofPercent(2)),
            Position.held("B", 0.3, Rate.ofPercent(-1)),
            Position.held("C", 0.2, Rate.ofPercent(4)));

    private final ContributionReport report = ContributionReport.of(DAY, DAY_OF_THREE);

    @Test
    void contribution_is_weight_times_return() {
        assertThat(report.lines()).extracting(ContributionLine::id).containsExactly("A", "C", "B");
        assertThat(report.contributions())
                .containsExactly(Rate.ofPercent(1), Rate.ofPercent(0.8), Rate.ofPercent(-0.3));
        assertThat(report.explained()).isEqualTo(Rate.ofPercent(1.5));
        assertThat(report.gainers()).extracting(ContributionLine::id).containsExactly("A", "C");
        assertThat(report.losers()).extracting(ContributionLine::id).containsExactly("B");
    }

    @Test
    void nothing_reported_leaves_no_residual() {
        assertThat(report.residual()).isEmpty();
        assertThat(report.reported()).isEmpty();
    }

    @Test
    void residual_is_reported_minus_explained_and_knows_its_rounding_part() {
        ContributionReport compared = report.against(Rate.ofPercent(1.52), Rate.ofPercent(0.015));
        assertThat(compared.residual())
                .hasValueSatisfying(residual -> assertThat(residual.percent()).isCloseTo(0.02, within(1e-14)));
        Reconciliation.Compared reconciliation = (Reconciliation.Compared) compared.reconciliation();
        assertThat(reconciliation.fromRounding()).isEqualTo(Rate.ofPercent(0.015));
        assertThat(reconciliation.beyondRounding().percent()).isCloseTo(0.005, within(1e-14));
        assertThat(reconciliation.verdict()).isEqualTo(Reconciliation.Verdict.DOES_NOT_CLOSE);
    }

    @Test
    void a_residual_above_the_limit_is_refused() {
        ContributionPolicy strict = ContributionPolicy.withDefaults()
                .withResidualLimit(new ResidualLimit.RefusedAbove(Rate.ofBasisPoints(0.5)));
        ContributionReport closing = ContributionReport.of(DAY, DAY_OF_THREE, strict);
        assertThat(closing.against(Rate.ofPercent(1.51)).residual()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> closing.against(Rate.ofPercent(2)))
                .withMessageContaining("residual of 0.500000 % must not exceed 0.015000 %");
    }

    @Test
    void a_missing_return_is_left_out_and_named() {
        ContributionReport partial =
                withMissing(ContributionPolicy.withDefaults().withMissingReturn(new MissingReturn.Exclude(0.30)));
        assertThat(partial.explained().percent()).isCloseTo(1.8, within(1e-14));
        assertThat(partial.coverage().missing()).containsExactly("B");
        assertThat(partial.coverage().weightUsed()).isEqualTo(0.7);
        assertThat(partial.line("B").orElseThrow().counted()).isFalse();
    }

    @Test
    void too_much_missing_weight_is_refused_with_the_names() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withMissing(ContributionPolicy.withDefaults()))
                .withMessage("weight without return must not exceed 0.1 but was 0.3: [B]");
    }

    @Test
    void a_missing_return_can_be_zero_or_spread_or_carried() {
        ContributionPolicy defaults = ContributionPolicy.withDefaults();
        assertThat(withMissing(defaults.withMissingReturn(new MissingReturn.ZeroReturn()))
                        .explained()
                        .percent())
                .isCloseTo(1.8, within(1e-14));
        assertThat(withMissing(defaults.withMissingReturn(new MissingReturn.Renormalise(0.3)))
                        .explained()
                        .percent())
                .isCloseTo(1.8 / 0.7, within(1e-14));
        ContributionReport carried = withMissing(defaults.withMissingReturn(new MissingReturn.CarryForward(3, 0)));
        assertThat(carried.explained()).isEqualTo(Rate.ofPercent(1.5));
        assertThat(carried.coverage().carried()).containsExactly("B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withMissing(defaults.withMissingReturn(new MissingReturn.CarryForward(1, 0))))
                .withMessageContaining("[B]");
    }

    @Test
    void a_weight_given_to_the_others_is_not_printed_beside_theirs() {
        ContributionPolicy spread =
                ContributionPolicy.withDefaults().withMissingReturn(new MissingReturn.Renormalise(0.3));
        assertThat(withMissing(spread).toString()).isEqualTo("""
            Contributions on 2025-07-22
                                             weight     return contribution
            A                               71.43 %     2.00 %      1.43 pp
            C                               28.57 %     4.00 %      1.14 pp
            B                                     -          -            - no return, its 30.00 % given to the others
            explained                                                2.5714 pp
            2 of 3 names, weight 100.00 %\
            """);
    }

    @Test
    void a_missing_weight_is_scaled_like_the_others() {
        ContributionReport normal = ContributionReport.of(
                DAY,
                List.of(
                        Position.held("A", 75, Rate.ofPercent(2)),
                        Position.unpriced("B", 5),
                        Position.held("C", 20, Rate.ofPercent(4))),
                ContributionPolicy.withDefaults()
                        .withMissingReturn(new MissingReturn.Exclude(10))
                        .withWeightSum(new WeightSum.Normalise()));
        assertThat(normal.line("B").orElseThrow().weight()).isEqualTo(0.05);
        assertThat(normal.explained().percent()).isCloseTo(2.3, within(1e-14));
    }

    @Test
    void contributions_by_name_keep_the_order_of_the_weights() {
        Map<String, Rate> named = Contributions.of(
                new TreeMap<>(Map.of("A", 0.5, "B", 0.3, "C", 0.2)),
                Map.of("A", Rate.ofPercent(2), "B", Rate.ofPercent(-1), "C", Rate.ofPercent(4), "D", Rate.ZERO));
        assertThat(named.keySet()).containsExactly("A", "B", "C");
        assertThat(named.values()).containsExactly(Rate.ofPercent(1), Rate.ofPercent(-0.3), Rate.ofPercent(0.8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contributions.of(Map.of("A", 1.0), Map.of("B", Rate.ZERO)))
                .withMessage("returns must hold A but hold [B]");
    }

    private static ContributionReport withMissing(ContributionPolicy policy) {
        return ContributionReport.of(
                DAY,
                List.of(DAY_OF_THREE.get(0), Position.stale("B", 0.3, Rate.ofPercent(-1), 2), DAY_OF_THREE.get(2)),
                policy);
    }

    @Test
    void weights_that_miss_one_are_refused_scaled_or_shown() {
        List<Position> half = DAY_OF_THREE.subList(0, 1);
        ContributionPolicy defaults = ContributionPolicy.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContributionReport.of(DAY, half))
                .withMessage("beginWeights must sum to 1 within 0.01 but summed to 0.5");
        assertThat(ContributionReport.of(DAY, half, defaults.withWeightSum(new WeightSum.Normalise()))
                        .explained())
                .isEqualTo(Rate.ofPercent(2));
        ContributionReport kept = ContributionReport.of(DAY, half, defaults.withWeightSum(new WeightSum.Keep(0.5)));
        assertThat(kept.coverage().unallocated()).isEqualTo(0.5);
        ContributionReport shown = ContributionReport.of(DAY, half, defaults.withWeightSum(new WeightSum.AddLine()));
        assertThat(shown.line(WeightSum.UNALLOCATED).orElseThrow().weight()).isEqualTo(0.5);
        assertThat(shown.explained()).isEqualTo(Rate.ofPercent(1));
        assertThat(shown.coverage().unallocated()).isEqualTo(0.5);
    }

    @Test
    void a_fee_has_a_contribution_and_no_weight() {
        ContributionReport withFee = ContributionReport.of(
                DAY, List.of(Position.held("A", 1, Rate.ofPercent(1)), Position.charge("fee", Rate.ofBasisPoints(-2))));
        assertThat(withFee.explained()).isEqualTo(Rate.ofPercent(0.98));
        assertThat(withFee.coverage().namesGiven()).isEqualTo(1);
        assertThat(withFee.line("fee").orElseThrow().periodReturn()).isEmpty();
    }

    @Test
    void groups_sum_their_members_and_follow_the_calendar() {
        Classification sectors = Classification.of("desk", Map.of("A", "Tech", "B", "Tech", "C", "Energy"))
                .withMove("C", DAY.plusDays(1), "Tech");
        ContributionReport grouped = report.by(sectors);
        ContributionLine tech = grouped.line("Tech").orElseThrow();
        assertThat(tech.contribution()).isEqualTo(Rate.ofPercent(0.7));
        assertThat(tech.periodReturn().orElseThrow().percent()).isCloseTo(0.7 / 0.8, within(1e-14));
        assertThat(grouped.lines()).hasSize(2);
        assertThat(sectors.pathOf("C", DAY.plusDays(1))).containsExactly("Tech");
        assertThat(sectors.pathOf("Z", DAY)).containsExactly(Classification.UNCLASSIFIED);
    }

    @Test
    void nested_groups_are_named_by_their_path() {
        Classification nested = Classification.ofPaths(
                "desk", Map.of("A", List.of("Tech", "Semis"), "B", List.of("Tech", "Software"), "C", List.of("Cash")));
        assertThat(report.by(nested, 2).lines())
                .extracting(ContributionLine::id)
                .containsExactly("Tech / Semis", "Cash", "Tech / Software");
        assertThat(report.by(nested, 1).lines())
                .extracting(ContributionLine::id)
                .containsExactly("Cash", "Tech");
    }

    @Test
    void a_group_without_net_weight_has_no_return() {
        ContributionReport hedged = ContributionReport.of(
                DAY,
                List.of(
                        Position.held("long", 0.5, Rate.ofPercent(1)),
                        Position.held("short", -0.5, Rate.ofPercent(-1)),
                        Position.held("cash", 1, Rate.ZERO)));
        ContributionLine pair = hedged.basket(Basket.of("pair", "long", "short"));
        assertThat(pair.contribution()).isEqualTo(Rate.ofPercent(1));
        assertThat(pair.periodReturn()).isEmpty();
    }

    @Test
    void long_and_short_positions_have_returns_of_their_own() {
        ContributionReport hedged = ContributionReport.of(
                DAY, List.of(Position.held("A", 1.5, Rate.ofPercent(1)), Position.held("B", -0.5, Rate.ofPercent(-2))));
        ContributionReport sides = hedged.bySide();
        assertThat(sides.line("long").orElseThrow().periodReturn()).contains(Rate.ofPercent(1));
        assertThat(sides.line("short").orElseThrow().periodReturn()).contains(Rate.ofPercent(-2));
        assertThat(sides.line("short").orElseThrow().contribution()).isEqualTo(Rate.ofPercent(1));
    }

    @Test
    void factors_leave_the_specific_return_as_residual() {
        ContributionReport factors = ContributionReport.ofFactors(
                        DAY,
                        List.of(
                                Position.held("market", 1.2, Rate.ofPercent(1)),
                                Position.held("value", -0.3, Rate.ofPercent(0.5))))
                .against(Rate.ofPercent(1.25));
        assertThat(factors.explained().percent()).isCloseTo(1.05, within(1e-14));
        assertThat(factors.residual().orElseThrow().percent()).isCloseTo(0.2, within(1e-14));
    }

    @Test
    void old_weights_are_flagged_and_weights_of_the_day_refused() {
        BeginWeights weights = new BeginWeights(DAY.minusDays(22), List.of("A", "B"), Doubles.of(0.5, 0.5));
        ContributionReport aged = ContributionReport.of(
                weights,
                DAY,
                Map.of("A", Rate.ofPercent(1), "B", Rate.ZERO, "C", Rate.ZERO),
                ContributionPolicy.withDefaults());
        assertThat(aged.coverage().weightAgeDays()).isEqualTo(22);
        assertThat(aged.toString()).endsWith("2 of 2 names, weight 100.00 %, weights 22 days old");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.ageDays(weights.asOf()))
                .withMessage("date must lie after the close of the weights, 2025-06-30, but was 2025-06-30");
    }

    @Test
    void weights_drift_with_the_returns_of_a_day() {
        BeginWeights weights = new BeginWeights(DAY.minusDays(1), List.of("A", "B"), Doubles.of(0.5, 0.5));
        BeginWeights after = weights.drifted(DAY, Map.of("A", Rate.ofPercent(10), "B", Rate.ofPercent(-10)));
        assertThat(after.asOf()).isEqualTo(DAY);
        assertThat(after.weights().get(0)).isCloseTo(0.55, within(1e-15));
        assertThat(after.weights().get(1)).isCloseTo(0.45, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.drifted(DAY, Map.of("A", Rate.ZERO)))
                .withMessage("returns must hold B on 2025-07-22 but did not");
    }

    @Test
    void everything_that_travels_is_serializable() throws Exception {
        ContributionReport compared = report.against(Rate.ofPercent(1.4));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(compared);
        assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject())
                .isEqualTo(compared);
    }

    @Test
    void repeated_ids_and_bad_weights_are_refused_with_the_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContributionReport.of(
                        DAY, List.of(Position.held("A", 0.5, Rate.ZERO), Position.unpriced("A", 0.5))))
                .withMessage("ids must be distinct but A is repeated");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.unpriced("A", Double.NaN))
                .withMessage("beginWeight of A must be finite but was NaN");
    }

    @Test
    void the_table_shows_parts_that_sum_to_the_total() {
        assertThat(report.against(Rate.ofPercent(1.5)).toString()).isEqualTo("""
            Contributions on 2025-07-22
                                             weight     return contribution
            A                               50.00 %     2.00 %      1.00 pp
            C                               20.00 %     4.00 %      0.80 pp
            B                               30.00 %    -1.00 %     -0.30 pp
            explained                                                1.5000 pp
            reported                                                 1.5000 pp
            residual (closes)                                        0.0000 pp
              from rounding                                          0.0000 pp
              beyond rounding                                        0.0000 pp
            3 of 3 names, weight 100.00 %\
            """);
    }
}
