package io.github.macroregime.equities.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.macroregime.core.check.Verdict;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.equities.contribution.Basket;
import io.github.macroregime.equities.contribution.ContributionReport;
import io.github.macroregime.equities.contribution.Reconciliation;
import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.equities.print.Claim.Yardstick;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed tables of one to four rows, at the limits of each verdict. */
class PrintFactsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
    private static final PrintedDay FOUR =
            day(0.4, line("A", 0.4, 1.5), line("B", 0.1, 0.5), line("C", 0.1, 0.5), line("D", -0.2, -0.5));

    private static PrintedDay.Line line(String id, double contribution, double periodReturn) {
        return PrintedDay.Line.ofPercent(id, contribution, periodReturn);
    }

    private static PrintedDay day(double indexPercent, PrintedDay.Line... lines) {
        return new PrintedDay(DAY, List.of(lines), Rate.ofPercent(indexPercent), 2);
    }

    /** Half a unit for the row and half for the sum: one unit apart may be rounding, two may not. */
    @ParameterizedTest
    @CsvSource({"0.50, CONSISTENT", "0.51, UNDECIDED", "0.49, UNDECIDED", "0.52, INCONSISTENT", "0.48, INCONSISTENT"})
    void aSumMayBeARowAndAHalfUnitAway(double index, Verdict verdict) {
        assertThat(PrintCheck.check(day(index, line("A", 0.5, 1)), List.of())
                        .get(0)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void weightsThatAlwaysExceedOneFitNoReturn() {
        PrintedDay twice = day(1, line("A", 0.5, 0.5), line("B", 0.5, 0.5));
        assertThat(PrintedIntervals.indexReturn(twice))
                .hasToString("impossible: the implied weights sum to between 196.04 % and 200.00 %, never to 100 %");
        assertThat(PrintCheck.check(twice, List.of()).get(1).verdict()).isEqualTo(Verdict.INCONSISTENT);
    }

    /**
     * A row of 0.50 over 1.00 has 98.5/2 to 101/1.99 percent of the weight; the rest returns what is known of it. By hand,
     * in fractions of Python: the least weight of A and the rest at 2.005 against the greatest and the rest at 1.995.
     */
    @Test
    void aRowOfUnknownContributionTakesTheRestOfTheWeight() {
        PrintedDay one = day(0, line("A", 0.5, 1));
        FeasibleReturn.Range found =
                PrintedIntervals.indexReturn(one, List.of(Rate.ofPercent(2))).orElseThrow();
        assertThat(found.high().percent()).isCloseTo(1.5124626865671642, within(1e-13));
        assertThat(found.low().percent()).isCloseTo(1.487462311557789, within(1e-13));
        FeasibleReturn.Range still = PrintedIntervals.indexReturn(one, List.of(Rate.ofPercent(-0.005)))
                .orElseThrow();
        assertThat(still.high().percent()).isCloseTo(0.505, within(1e-13));
        assertThat(still.low().percent()).isCloseTo(0.4899253731343284, within(1e-13));
        FeasibleReturn.Range mirror = PrintedIntervals.indexReturn(
                        day(0, line("A", -0.5, -1)), List.of(Rate.ofPercent(0.005)))
                .orElseThrow();
        assertThat(mirror.low().percent()).isCloseTo(-0.505, within(1e-13));
        assertThat(mirror.high().percent()).isCloseTo(-0.4899253731343284, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"1, INCONSISTENT", "2, UNDECIDED", "3, CONSISTENT", "4, CONSISTENT"})
    void aTieIsAmongTheFirstWhereItsLastPlaceIs(int places, Verdict verdict) {
        assertThat(PrintCheck.check(FOUR, new Claim.AmongFirst("B", Measure.RETURN, places)))
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(verdict))
                .asString()
                .contains("B is among the first " + places + " by return", "tied for ranks 2 to 3 of 4");
        assertThat(PrintCheck.check(FOUR, new Claim.AmongFirst("A", Measure.CONTRIBUTION, places)))
                .asString()
                .contains("consistent (+0.40 pp, rank 1 of 4)");
    }

    /** The mean of 1.5, 0.5, 0.5 and -0.5 is 0.5. */
    @Test
    void inLineIsUpToTheTolerance() {
        assertThat(inLine("A", Yardstick.EQUAL_WEIGHT_MEAN, 1)).isEqualTo(Verdict.CONSISTENT);
        assertThat(inLine("A", Yardstick.EQUAL_WEIGHT_MEAN, 0.99)).isEqualTo(Verdict.INCONSISTENT);
        assertThat(inLine("D", Yardstick.EQUAL_WEIGHT_MEAN, 1)).isEqualTo(Verdict.CONSISTENT);
        assertThat(inLine("B", Yardstick.EQUAL_WEIGHT_MEAN, 0)).isEqualTo(Verdict.CONSISTENT);
        assertThat(inLine("B", Yardstick.INDEX, 0)).isEqualTo(Verdict.INCONSISTENT);
        assertThat(inLine("B", Yardstick.INDEX, 0.1)).as("0.5 against 0.4").isEqualTo(Verdict.CONSISTENT);
        assertThat(inLine("D", Yardstick.INDEX, 0.9)).as("-0.5 against 0.4").isEqualTo(Verdict.CONSISTENT);
        assertThat(inLine("D", Yardstick.INDEX, 0.89)).isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void claimsAreCheckedAfterWhatEveryTableClaims() {
        List<Claim> claims = List.of(
                new Claim.InLineWith("B", Yardstick.INDEX, Rate.ofPercent(0.1)),
                new Claim.InLineWith("B", Yardstick.EQUAL_WEIGHT_MEAN, Rate.ZERO));
        assertThat(PrintCheck.check(FOUR, claims))
                .hasSize(5)
                .endsWith(PrintCheck.check(FOUR, claims.get(0)), PrintCheck.check(FOUR, claims.get(1)));
        assertThat(PrintCheck.check(FOUR, claims.get(0)))
                .asString()
                .startsWith("B moved in line with the index: consistent (+0.50 % against +0.40 %: +0.10 pp");
        assertThat(PrintCheck.check(FOUR, claims.get(1)))
                .asString()
                .startsWith("B moved in line with the equal-weight mean: consistent");
    }

    /** At most 0.495 of the return and at least 0.495 of the contribution: all of the weight and no less. */
    @Test
    void aWeightMayBeOnePointAlone() {
        assertThat(PrintedIntervals.impliedWeights(day(0.5, line("A", 0.5, 0.49)))
                        .get(0)
                        .possible())
                .isTrue();
        assertThat(PrintedIntervals.indexReturn(day(0.5, line("A", 0.5, 0.49)))).hasToString("[0.4950 %, 0.4950 %]");
        assertThat(PrintedIntervals.impliedWeights(day(0.5, line("A", 0.51, 0.49)))
                        .get(0)
                        .possible())
                .isFalse();
    }

    private static Verdict inLine(String id, Yardstick yardstick, double tolerance) {
        return PrintCheck.check(FOUR, new Claim.InLineWith(id, yardstick, Rate.ofPercent(tolerance)))
                .verdict();
    }

    @Test
    void aRowMayBeFiledUnderNoBasket() {
        Claim filed = new Claim.FiledUnder("D", "first", List.of(Basket.of("none", "C"), Basket.of("first", "A", "B")));
        assertThat(PrintCheck.check(FOUR, filed))
                .hasToString("D belongs to first: inconsistent (first [A, B] contributed +0.50 pp; D is filed under no"
                        + " basket and contributed -0.20 pp)");
    }

    @Test
    void equalBreadthHasNotImproved() {
        assertThat(PrintCheck.check(FOUR, new Claim.BreadthImprovedFrom(FOUR)).verdict())
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(PrintCheck.check(FOUR, new Claim.BreadthImproved()).arithmetic())
                .isEqualTo("3 up, 1 down, 0 unchanged (within 0 %), 0 missing; the table does not show the day before");
    }

    @Test
    void claimsThatSayNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim.AmongFirst("A", Measure.RETURN, 0))
                .withMessage("places must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim.InLineWith("A", Yardstick.INDEX, Rate.ofPercent(-0.1)))
                .withMessageStartingWith("tolerance must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Claim.FiledUnder("A", "second", List.of(Basket.of("first", "A"))))
                .withMessage("baskets must hold \"second\" but hold [first]");
    }

    @Test
    void tablesOfOneRowAndItsFigures() {
        for (int places : new int[] {-1, 9}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PrintedDay(DAY, List.of(line("A", 0, 0)), Rate.ZERO, places))
                    .withMessage("places must lie in [0, 8] but was " + places);
        }
        assertThat(new PrintedDay(DAY, List.of(line("A", 2, 3)), Rate.ofPercent(1), 0)
                        .halfUnit()
                        .percent())
                .isEqualTo(0.5);
        assertThat(new PrintedDay(DAY, List.of(line("A", 0.00000002, 3)), Rate.ZERO, 8)
                        .halfUnit()
                        .percent())
                .isEqualTo(5e-9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day(0))
                .withMessage("lines must hold at least one row but was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day(0, line("A", 0, 0), line("A", 1, 1)))
                .withMessage("ids must be distinct but A is repeated");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day(0, line("A", 0, 0.125)))
                .withMessageStartingWith("return of A must have at most 2 decimals of a percent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day(0.125, line("A", 0, 0)))
                .withMessageStartingWith("indexReturn must have at most 2 decimals of a percent");
        assertThat(FOUR.line("B")).contains(line("B", 0.1, 0.5));
        assertThat(FOUR.line("E")).isEmpty();
    }

    /** Rounding moves the sum of four rows by 0.02 pp, and the printed index by 0.005 more. */
    @Test
    void aReportKnowsWhatRoundingMayExplain() {
        assertThat(bound(FOUR.report()).percent()).isCloseTo(0.025, within(1e-15));
        assertThat(bound(FOUR.reportAgainst(Rate.ofPercent(0.3913))).percent()).isCloseTo(0.02, within(1e-15));
        assertThat(FOUR.sumOfContributions()).isEqualTo(Rate.ofPercent(0.4));
    }

    private static Rate bound(ContributionReport report) {
        return ((Reconciliation.Compared) report.reconciliation()).roundingBound();
    }

    @Test
    void aRangeAllowsItsEndsAndAContradictionNothing() {
        FeasibleReturn.Range range = new FeasibleReturn.Range(Rate.ofPercent(1), Rate.ofPercent(2));
        assertThat(range.allows(Rate.ofPercent(1))).isTrue();
        assertThat(range.allows(Rate.ofPercent(2))).isTrue();
        assertThat(range.allows(Rate.ofPercent(0.9999))).isFalse();
        assertThat(range.allows(Rate.ofPercent(2.0001))).isFalse();
        assertThat(range.orElseThrow()).isSameAs(range);
        assertThat(new FeasibleReturn.Range(Rate.ZERO, Rate.ZERO)).hasToString("[0.0000 %, 0.0000 %]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeasibleReturn.Range(Rate.ofPercent(2), Rate.ofPercent(1)))
                .withMessageStartingWith("low must not exceed");
        FeasibleReturn none = new FeasibleReturn.Impossible("no weight fits");
        assertThat(none.allows(Rate.ZERO)).isFalse();
        assertThatIllegalStateException().isThrownBy(none::orElseThrow).withMessage("no weight fits");
    }
}
