package io.github.macroregime.equities.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.linking.Linking;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LinkedContributionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 7, 21);

    private static ContributionReport day(int later, double first, double second) {
        return ContributionReport.of(
                MONDAY.plusDays(later),
                List.of(
                        Position.held("A", 0.5, Rate.ofPercent(first)),
                        Position.held("B", 0.5, Rate.ofPercent(second))));
    }

    private static IndexSnapshot close(int later, IndexSnapshot.Member... members) {
        return new IndexSnapshot(MONDAY.plusDays(later), List.of(members), 2);
    }

    @Test
    void points_weigh_a_day_by_the_level_it_begins_at() {
        // Day 1: +10 and 0, so the level is 1.05 when day 2 adds 0 and +4.
        LinkedContributions linked = LinkedContributions.of(List.of(day(0, 10, 0), day(1, 0, 4)));
        assertThat(linked.contribution("A").orElseThrow().percent()).isCloseTo(5, within(1e-13));
        assertThat(linked.contribution("B").orElseThrow().percent()).isCloseTo(2.1, within(1e-13));
        assertThat(linked.cumulativeReturn().percent()).isCloseTo(7.1, within(1e-13));
        assertThat(linked.contribution("C")).isEmpty();
        assertThat(linked).hasToString("""
            Contributions from 2025-07-21 to 2025-07-22, 2 days linked by POINTS
            A                                5.0000 pp
            B                                2.1000 pp
            total                            7.1000 pp\
            """);
    }

    @Test
    void reported_returns_compound_and_leave_a_residual() {
        Rate bound = Rate.ofPercent(0.005);
        LinkedContributions linked = LinkedContributions.of(List.of(
                day(0, 10, 0).against(Rate.ofPercent(5), bound), day(1, 0, 4).against(Rate.ofPercent(3), bound)));
        Reconciliation.Compared compared = (Reconciliation.Compared) linked.reconciliation();
        assertThat(compared.residual().percent()).isCloseTo(1.05, within(1e-13));
        assertThat(compared.roundingBound().percent()).isCloseTo(0.01, within(1e-14));
        assertThat(compared.verdict()).isEqualTo(Reconciliation.Verdict.DOES_NOT_CLOSE);
        assertThat(LinkedContributions.of(List.of(day(0, 10, 0), day(1, 0, 4).against(Rate.ofPercent(2))))
                        .reconciliation())
                .isInstanceOf(Reconciliation.Unreported.class);
    }

    @Test
    void the_largest_stands_first_and_what_was_reported_last() {
        Rate bound = Rate.ofPercent(0.005);
        LinkedContributions linked = LinkedContributions.of(List.of(
                day(0, 0, 10).against(Rate.ofPercent(5), bound), day(1, 4, 0).against(Rate.ofPercent(3), bound)));
        assertThat(linked.toString().lines())
                .containsExactly(
                        "Contributions from 2025-07-21 to 2025-07-22, 2 days linked by POINTS",
                        "B                                5.0000 pp",
                        "A                                2.1000 pp",
                        "total                            7.1000 pp",
                        "reported                         8.1500 pp",
                        String.format(
                                Locale.ROOT,
                                "%-28s     1.0500 pp",
                                "residual (" + Reconciliation.Verdict.DOES_NOT_CLOSE + ")"));
    }

    @Test
    void a_sum_beyond_all_numbers_is_refused_by_name() {
        LinkedContributions linked = LinkedContributions.of(List.of(day(0, 10, 0), day(1, 0, 4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkedContributions(
                        linked.method(),
                        linked.dates(),
                        linked.ids(),
                        Matrix.copyOf(2, 2, new double[] {0, 1e308, 0, 1e308}),
                        linked.reconciliation()))
                .withMessageContaining("linked of B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkedContributions(
                        linked.method(),
                        linked.dates(),
                        linked.ids(),
                        Matrix.copyOf(1, 1, new double[] {0.05}),
                        linked.reconciliation()))
                .withMessage("linked must have 2 rows and 2 columns but had 1 and 1");
    }

    @Test
    void days_out_of_order_and_a_total_loss_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkedContributions.of(List.of(day(1, 0, 0), day(0, 0, 0))))
                .withMessage("days[1] must lie after 2025-07-22 but was 2025-07-21");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkedContributions.of(List.of(day(0, -100, -100)), Linking.CARINO))
                .withMessageContaining("period 0 must be above -100 %");
        assertThat(LinkedContributions.of(List.of(day(0, -100, -100))).cumulativeReturn())
                .isEqualTo(Rate.ofPercent(-100));
    }

    @Test
    void an_index_action_between_two_closes_is_refused_with_the_name() {
        IndexSnapshot before = close(0, IndexSnapshot.Member.of("A", 10, 5), IndexSnapshot.Member.of("B", 20, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        before.to(close(1, IndexSnapshot.Member.of("A", 11, 6), IndexSnapshot.Member.of("B", 20, 5))))
                .withMessage("index actions must be made on the earlier close but A changed by 2025-07-22");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> before.to(close(1, IndexSnapshot.Member.of("A", 11, 5))))
                .withMessage("index actions must be made on the earlier close but [B] left by 2025-07-22");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> before.to(before))
                .withMessage("later must lie after 2025-07-21 but was 2025-07-21");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexSnapshot.Member.of("A", 0, 5))
                .withMessage("price of A must be positive and finite but was 0.0");
    }
}
