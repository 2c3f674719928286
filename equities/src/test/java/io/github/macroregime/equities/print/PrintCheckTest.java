package io.github.macroregime.equities.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.macroregime.core.check.Finding;
import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.equities.print.Claim.Yardstick;
import io.github.macroregime.fixture.GoldenFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintCheckTest {

    private static final Rate TENTH = Rate.ofPercent(0.10);

    private final JsonNode golden = GoldenFile.json("equities/seed_2025-07-22.json");
    private final PrintedDay day = Edition.day(golden);

    @Test
    void the_table_states_a_sum_that_holds() {
        List<Finding> standing = PrintCheck.check(day, List.of());
        assertThat(standing).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
        assertThat(standing.get(0).arithmetic())
                .isEqualTo("+0.14 +0.07 +0.05 +0.05 +0.05 +0.03 +0.03 +0.02 +0.02 -0.31 -0.05 = +0.10 pp; "
                        + "rounding alone can move the sum by 0.0550 pp");
        assertThat(standing.get(1).arithmetic())
                .isEqualTo("contribution over return sums to 102.86 %, with rounding to between 94.53 % and 111.35 %");
        assertThat(standing.get(2).arithmetic())
                .isEqualTo("returns that fit the printed figures and weights that sum to 100 %: [0.0480 %, 0.1235 %]");
    }

    @Test
    void real_estate_lifted_by_return_but_not_by_contribution() {
        List<Finding> findings = PrintCheck.leadership("Health Care", "Real Estate").stream()
                .map(claim -> PrintCheck.check(day, claim))
                .toList();
        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.CONSISTENT, Verdict.CONSISTENT, Verdict.CONSISTENT, Verdict.INCONSISTENT);
        assertThat(findings.get(2).arithmetic()).isEqualTo("+1.46 %, rank 2 of 11");
        assertThat(findings.get(3))
                .hasToString("Real Estate is among the first 2 by contribution: inconsistent "
                        + "(+0.03 pp, tied for ranks 6 to 7 of 11)");
    }

    @Test
    void energy_and_industrials_follow_the_mean_not_the_index() {
        for (String id : List.of("Energy", "Industrials")) {
            assertThat(inLine(id, Yardstick.EQUAL_WEIGHT_MEAN).verdict()).isEqualTo(Verdict.CONSISTENT);
            assertThat(inLine(id, Yardstick.INDEX).verdict()).isEqualTo(Verdict.INCONSISTENT);
        }
        assertThat(inLine("Energy", Yardstick.INDEX).arithmetic())
                .isEqualTo("+0.59 % against +0.10 %: +0.49 pp, in line up to 0.10 pp");
        assertThat(inLine("Energy", Yardstick.EQUAL_WEIGHT_MEAN).arithmetic())
                .isEqualTo("+0.59 % against +0.63 %: -0.04 pp, in line up to 0.10 pp");
    }

    private Finding inLine(String id, Yardstick yardstick) {
        return PrintCheck.check(day, new Claim.InLineWith(id, yardstick, TENTH));
    }

    @Test
    void materials_are_filed_under_cyclical() {
        List<Basket> baskets = Edition.baskets(golden);
        Finding finding = PrintCheck.check(day, new Claim.FiledUnder("Materials", "defensive", baskets));
        assertThat(finding.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(finding.arithmetic())
                .contains("defensive [Health Care, Consumer Staples, Utilities] contributed +0.22 pp")
                .contains("Materials is filed under cyclical and contributed +0.02 pp");
        assertThat(PrintCheck.check(day, new Claim.FiledUnder("Utilities", "defensive", baskets))
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
    }

    @Test
    void a_tie_across_the_last_place_is_undecided() {
        assertThat(PrintCheck.check(day, new Claim.AmongFirst("Real Estate", Measure.CONTRIBUTION, 6))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void the_close_of_the_exchange_is_feasible_and_half_a_percent_is_not() {
        assertThat(PrintCheck.check(day, new Claim.IndexReturned(Rate.ofPercent(0.0639)))
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(PrintCheck.check(day, new Claim.IndexReturned(Rate.ofPercent(0.5)))
                        .verdict())
                .isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void improved_breadth_needs_the_day_before() {
        assertThat(PrintCheck.check(day, new Claim.BreadthImproved()).verdict()).isEqualTo(Verdict.UNDECIDED);
        PrintedDay worse = new PrintedDay(
                Edition.DATE.minusDays(1), List.of(PrintedDay.Line.ofPercent("Energy", -0.02, -0.59)), Rate.ZERO, 2);
        assertThat(PrintCheck.check(day, new Claim.BreadthImprovedFrom(worse)).verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(PrintCheck.check(worse, new Claim.BreadthImprovedFrom(day)).verdict())
                .isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void contradicting_figures_leave_no_weight() {
        PrintedDay odd = new PrintedDay(
                Edition.DATE, List.of(PrintedDay.Line.ofPercent("Energy", 0.30, -0.59)), Rate.ofPercent(0.30), 2);
        assertThat(PrintedIntervals.impliedWeights(odd).get(0).possible()).isFalse();
        assertThat(PrintedIntervals.indexReturn(odd))
                .isEqualTo(new FeasibleReturn.Impossible(
                        "no weight from 0 to 1 fits the contribution and the return of Energy"));
        assertThat(PrintCheck.check(odd, List.of()))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.INCONSISTENT);
    }

    @Test
    void a_return_of_zero_leaves_the_weight_undefined_but_bounded_below() {
        PrintedDay flat =
                new PrintedDay(Edition.DATE, List.of(PrintedDay.Line.ofPercent("Energy", 0.02, 0)), Rate.ZERO, 1 + 1);
        ImpliedWeight weight = PrintedIntervals.impliedWeights(flat).get(0);
        assertThat(weight.point()).isEmpty();
        assertThat(weight.possible()).isFalse();
        PrintedDay zero =
                new PrintedDay(Edition.DATE, List.of(PrintedDay.Line.ofPercent("Energy", 0, 0)), Rate.ZERO, 2);
        assertThat(PrintedIntervals.impliedWeights(zero).get(0).low()).isZero();
        assertThat(PrintedIntervals.impliedWeights(zero).get(0).high()).isEqualTo(1);
    }

    @Test
    void more_decimals_than_printed_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrintedDay(
                        Edition.DATE, List.of(PrintedDay.Line.ofPercent("Energy", 0.021, 0.59)), Rate.ZERO, 2))
                .withMessage("contribution of Energy must have at most 2 decimals of a percent but was 0.021 %");
    }

    @Test
    void an_unknown_sector_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrintCheck.check(day, new Claim.AmongFirst("Homebuilders", Measure.RETURN, 2)))
                .withMessage("id must be a row of the table but was Homebuilders");
    }

    @Test
    void a_sum_that_rounding_can_explain_is_undecided() {
        List<PrintedDay.Line> lines =
                List.of(PrintedDay.Line.ofPercent("A", 0.1, 0.2), PrintedDay.Line.ofPercent("B", 0.1, 0.2));
        assertThat(sumVerdict(lines, 0.3)).isEqualTo(Verdict.UNDECIDED);
        assertThat(sumVerdict(lines, 0.2)).isEqualTo(Verdict.CONSISTENT);
        assertThat(sumVerdict(lines, 0)).isEqualTo(Verdict.INCONSISTENT);
    }

    private static Verdict sumVerdict(List<PrintedDay.Line> lines, double indexPercent) {
        PrintedDay printed = new PrintedDay(Edition.DATE, lines, Rate.ofPercent(indexPercent), 1);
        return PrintCheck.check(printed, List.of()).get(0).verdict();
    }

    @Test
    void weights_that_never_sum_to_one_leave_no_return() {
        PrintedDay small =
                new PrintedDay(Edition.DATE, List.of(PrintedDay.Line.ofPercent("A", 0.10, 1)), Rate.ofPercent(0.1), 2);
        assertThat(PrintedIntervals.indexReturn(small))
                .hasToString("impossible: the implied weights sum to between 9.45 % and 10.55 %, never to 100 %");
    }
}
