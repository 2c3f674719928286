package io.github.macroregime.rates.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.TargetRange.RangeOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Distributions of two meetings, small enough to be added up by eye. */
class OutcomeTest {

    private static final Rate QUARTER = Rate.ofBasisPoints(25);
    private static final List<Meeting> MEETINGS = IntStream.of(1, 3)
            .mapToObj(month -> LocalDate.of(2031, month, 15))
            .map(day -> new Meeting(day, day.plusDays(1)))
            .toList();

    private static OutcomeDistribution of(double bp) {
        return OutcomeDistribution.twoPoint(Rate.ofBasisPoints(bp), QUARTER);
    }

    private static OutcomeTree tree(double first, double second, double share) {
        return new OutcomeTree(MEETINGS, List.of(of(first), of(second)), new Dependence(share));
    }

    /** Hikes of 40 and 60 percent: apart 24 percent for both, in one state 40. */
    @Test
    void hikesAtTwoMeetings() {
        assertThat(tree(10, 15, 0).atLeastHikes(2, MEETINGS.get(1))).isCloseTo(0.24, offset(1e-12));
        assertThat(tree(10, 15, 1).atLeastHikes(2, MEETINGS.get(1))).isCloseTo(0.4, offset(1e-12));
        assertThat(tree(10, 15, 0.25).atLeastHikes(2, MEETINGS.get(1))).isCloseTo(0.28, offset(1e-12));
        assertThat(tree(10, 15, 0).atLeastHikes(0, MEETINGS.get(1))).isCloseTo(1, offset(1e-12));
    }

    /** No hike at all has 0.6 x 0.4 apart and 0.4 in one state, so that the second comes first with 36 and 20 percent. */
    @Test
    void theFirstMoveUnderEachDependence() {
        double[] expected = {0.36, 0.2, 0.25 * 0.36 + 0.75 * 0.2};
        double[] shares = {0, 1, 0.75};
        for (int i = 0; i < 3; i++) {
            Doubles first = tree(10, 15, shares[i]).firstMove();
            assertThat(first.get(0)).isCloseTo(0.4, offset(1e-12));
            assertThat(first.get(1)).isCloseTo(expected[i], offset(1e-12));
        }
        assertThat(tree(10, -15, 1).firstMove().get(1))
                .as("a cut where the state is low, a hike where it is high: never neither")
                .isCloseTo(0.6, offset(1e-12));
    }

    /** Cuts of 40 and 60 percent: both happen with 0 to 40 percent, one at least with 60 to 100. */
    @Test
    void boundsOfCutsInClosedFormAndByTheProgram() {
        OutcomeTree two = tree(-10, -15, 0);
        ProbabilityBounds both = two.atLeastCutsBounds(2, MEETINGS.get(1));
        assertThat(both.low()).isCloseTo(0, offset(1e-12));
        assertThat(both.high()).isCloseTo(0.4, offset(1e-12));
        ProbabilityBounds any = two.atLeastCutsBounds(1, MEETINGS.get(1));
        assertThat(any.low()).isCloseTo(0.6, offset(1e-12));
        assertThat(any.high()).isCloseTo(1, offset(1e-12));
        OutcomeTree three = new OutcomeTree(
                MEETINGS,
                List.of(new OutcomeDistribution(QUARTER, -2, Doubles.of(0.2, 0.2, 0.6)), of(-15)),
                Dependence.independent());
        ProbabilityBounds deep = three.atLeastCutsBounds(3, MEETINGS.get(1));
        assertThat(deep.low()).isCloseTo(0, offset(1e-12));
        assertThat(deep.high()).isCloseTo(0.2, offset(1e-12));
        assertThat(deep.contains(0.2)).isTrue();
        assertThat(deep.contains(0.3)).isFalse();
        assertThat(any.contains(0.5)).isFalse();
    }

    @Test
    void outcomesAsTargetRanges() {
        TargetRange now = TargetRange.around(Rate.ofPercent(4.33), Rate.ofBasisPoints(8), QUARTER);
        assertThat(now).hasToString("4.25-4.50 %");
        assertThat(now.overnight(Rate.ofBasisPoints(8))).isEqualTo(Rate.ofPercent(4.33));
        OutcomeDistribution split = new OutcomeDistribution(QUARTER, -2, Doubles.of(0.3, 0, 0.7));
        assertThat(split.byTargetRange(now)).hasSize(2);
        RangeOutcome cut = split.byTargetRange(now).get(0);
        assertThat(cut.range()).hasToString("3.75-4.00 %");
        assertThat(cut.probability()).isEqualTo(0.3);
        assertThat(cut).hasToString("3.75-4.00 % 30.0 %");
        assertThat(split.byTargetRange(now).get(1).range()).isEqualTo(now);
        assertThat(new TargetRange(QUARTER, QUARTER).upper())
                .as("a single rate")
                .isEqualTo(QUARTER);
        assertThatThrownBy(() -> new TargetRange(QUARTER, Rate.ZERO)).hasMessageContaining("upper must not lie below");
    }

    /** A mean of 30 bp is 1.2 moves: the largest of three outcomes, 50 bp, may have 20 to 60 percent. */
    @Test
    void threePointsOfARise() {
        Rate mean = Rate.ofBasisPoints(30);
        assertThat(OutcomeDistribution.threePoint(mean, QUARTER, 0.1)).isEmpty();
        OutcomeDistribution three =
                OutcomeDistribution.threePoint(mean, QUARTER, 0.3).orElseThrow();
        assertThat(three.lowest()).isZero();
        assertThat(three.probability(0)).isCloseTo(0.1, offset(1e-12));
        assertThat(three.probability(1)).isCloseTo(0.6, offset(1e-12));
        assertThat(three.probability(2)).isEqualTo(0.3);
        assertThat(three.mean().basisPoints()).isCloseTo(30, offset(1e-9));
        OutcomeDistribution fall = OutcomeDistribution.threePoint(Rate.ofBasisPoints(-30), QUARTER, 0.3)
                .orElseThrow();
        assertThat(fall.lowest()).isEqualTo(-2);
        assertThat(fall.probability(-2)).isEqualTo(0.3);
        assertThat(OutcomeDistribution.threePoint(mean, QUARTER, 0.7)).isEmpty();
    }

    @Test
    void sumsAndMixturesKeepTheirEnds() {
        OutcomeDistribution sum = of(-10).plusIndependent(of(15));
        assertThat(sum.lowest()).isEqualTo(-1);
        assertThat(sum.highest()).isEqualTo(1);
        OutcomeDistribution mixed = of(-10).mixedWith(of(40), 0.25);
        assertThat(mixed.lowest()).isEqualTo(-1);
        assertThat(mixed.highest()).isEqualTo(2);
        assertThat(mixed.probability(2)).isCloseTo(0.25 * 0.6, offset(1e-12));
        assertThat(of(-10).mixedWith(of(40), 0))
                .extracting(each -> each.probability(-1))
                .isEqualTo(0.4);
        assertThat(of(-10).mixedWith(of(40), 1).probability(1)).isCloseTo(0.4, offset(1e-12));
        OutcomeDistribution tens = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(5), Rate.ofBasisPoints(10));
        assertThatThrownBy(() -> of(-10).mixedWith(tens, 0.5)).hasMessageContaining("other must be on moves of");
        assertThatThrownBy(() -> of(-10).plusIndependent(tens)).hasMessageContaining("other must be on moves of");
        assertThatThrownBy(() -> of(-10).mixedWith(of(40), 1.5)).hasMessageContaining("share must lie in [0, 1]");
    }

    /** On 0 and 1 with mean a half the deviation is a half; on −1 to 2 it is 1.5 at most, all on the ends. */
    @Test
    void entropyKnowsTheDeviationsThatCannotBe() {
        Rate half = Rate.ofBasisPoints(12.5);
        assertThat(MaximumEntropy.of(half, Rate.ofBasisPoints(30), QUARTER, -1, 2))
                .isInstanceOf(MaximumEntropy.Found.class);
        assertThat(MaximumEntropy.of(half, Rate.ofBasisPoints(37), QUARTER, -1, 2))
                .isInstanceOf(MaximumEntropy.Found.class);
        assertThat(MaximumEntropy.of(half, Rate.ofBasisPoints(38), QUARTER, -1, 2))
                .isInstanceOf(MaximumEntropy.Infeasible.class);
        assertThat(MaximumEntropy.of(half, Rate.ofBasisPoints(12), QUARTER, -1, 2))
                .isEqualTo(new MaximumEntropy.Infeasible(Rate.ofBasisPoints(12.5)));
        assertThat(MaximumEntropy.of(half, Rate.ofBasisPoints(12.5), QUARTER, -1, 2))
                .isInstanceOfSatisfying(MaximumEntropy.Found.class, found -> {
                    assertThat(found.atMinimum()).isTrue();
                    assertThat(found.entropy()).isCloseTo(Math.log(2), offset(1e-12));
                });
        assertThat(MaximumEntropy.of(Rate.ofBasisPoints(60), Rate.ofBasisPoints(30), QUARTER, -1, 2))
                .as("a mean outside the support")
                .isInstanceOf(MaximumEntropy.Infeasible.class);
        assertThatThrownBy(() -> MaximumEntropy.of(half, half, QUARTER, 1, 1))
                .hasMessageContaining("highest above lowest");
    }

    /**
     * August at 4 % without a meeting, then two months with one each where the strip ends: September's 3.9 % with 15 of
     * 30 days at 4 ends at 3.8, October's 3.78 with 28 of 31 days at 3.8 ends at 3.5933.
     */
    @Test
    void theProcedureGoesForwardsWhereTheStripEnds() {
        List<Quote> quotes = List.of(
                Quote.of(AverageFuture.zq(YearMonth.of(2031, 8)), Rate.ofPercent(4)),
                Quote.of(AverageFuture.zq(YearMonth.of(2031, 9)), Rate.ofPercent(3.9)),
                Quote.of(AverageFuture.zq(YearMonth.of(2031, 10)), Rate.ofPercent(3.78)));
        List<LocalDate> decisions = List.of(LocalDate.of(2031, 9, 15), LocalDate.of(2031, 10, 28));
        FedWatchTable table =
                FedWatch.of(FedWatch.DecisionDay.OLD_RATE).table(LocalDate.of(2031, 8, 20), quotes, decisions);
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).end().percent()).isCloseTo(3.8, offset(1e-12));
        assertThat(table.rows().get(1).start().percent()).isCloseTo(3.8, offset(1e-12));
        assertThat(table.rows().get(1).end().percent()).isCloseTo(3.8 - 0.02 * 31 / 3, offset(1e-12));
        assertThat(table.missingMonths()).isEmpty();
        FedWatchTable without = FedWatch.of(FedWatch.DecisionDay.OLD_RATE)
                .table(LocalDate.of(2031, 9, 20), quotes.subList(1, 3), decisions);
        assertThat(without.missingMonths())
                .as("August lies before a meeting that is over")
                .isEmpty();
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        Rate largest = Rate.ofDecimal(1e90);
        assertThat(new OutcomeDistribution(largest, 0, Doubles.of(1)).size()).isEqualTo(largest);
        for (Rate size : List.of(Rate.ZERO, Rate.ofBasisPoints(-25), Rate.ofDecimal(1.01e90))) {
            assertThatThrownBy(() -> new OutcomeDistribution(size, 0, Doubles.of(1)))
                    .hasMessage("size must be positive and at most 1e90 but was " + size);
        }
        assertThat(new OutcomeDistribution(QUARTER, 0, Doubles.of(0.5, 0.5 + 0.9e-9)).highest())
                .isEqualTo(1);
        assertThatThrownBy(() -> new OutcomeDistribution(QUARTER, 0, Doubles.of(0.5, 0.75)))
                .hasMessage("probabilities must sum to 1 but sum to 1.25");
        assertThatThrownBy(() -> new OutcomeDistribution(QUARTER, 0, Doubles.of(1.5, -0.5)))
                .hasMessage("probabilities[1] must not be negative but was -0.5");
        assertThatThrownBy(() -> new OutcomeDistribution(QUARTER, 0, Doubles.of(1, Double.NaN)))
                .hasMessage("probabilities[1] must not be negative but was NaN");
    }

    @Test
    void stepsBelongToMeetings() {
        assertThatThrownBy(() -> new OutcomeTree(MEETINGS, List.of(of(10)), Dependence.independent()))
                .hasMessage("steps must be one distribution for each of the 2 meetings, at least one, but were 1");
        assertThatThrownBy(() -> new OutcomeTree(List.of(), List.of(), Dependence.independent()))
                .hasMessage("steps must be one distribution for each of the 0 meetings, at least one, but were 0");
        Meeting other = new Meeting(LocalDate.of(2031, 5, 15), LocalDate.of(2031, 5, 16));
        assertThatThrownBy(() -> tree(10, 15, 0).cumulative(other))
                .hasMessage("meeting must be one of the 2 but was " + other);
        OutcomeEvent step = new OutcomeEvent.Step(MEETINGS.get(0), 1, 1);
        assertThat(new OutcomeEvent.AtLeast(0, List.of(step, new OutcomeEvent.Not(step))))
                .hasToString("at least 0 of (" + step + ", not (" + step + "))");
        assertThatThrownBy(() -> new OutcomeEvent.AtLeast(-1, List.of(step)))
                .hasMessage("count must not be negative and events must not be empty but were -1 and 1");
        assertThatThrownBy(() -> new OutcomeEvent.AtLeast(0, List.of()))
                .hasMessage("count must not be negative and events must not be empty but were 0 and 0");
    }

    @Test
    void sizesAndDeviationsOfEntropyAreChecked() {
        Rate half = Rate.ofBasisPoints(12.5);
        String message = "size must be positive, deviation not negative and highest above lowest but were ";
        assertThatThrownBy(() -> MaximumEntropy.of(half, half, Rate.ZERO, -1, 2))
                .hasMessage(message + "0 %, 0.125 % and -1 to 2");
        assertThatThrownBy(() -> MaximumEntropy.of(half, Rate.ofBasisPoints(-1), QUARTER, -1, 2))
                .hasMessage(message + "0.25 %, -0.01 % and -1 to 2");
        assertThatThrownBy(() -> MaximumEntropy.of(half, half, QUARTER, 1, 1))
                .hasMessage(message + "0.25 %, 0.125 % and 1 to 1");
        assertThat(MaximumEntropy.of(QUARTER, Rate.ZERO, QUARTER, 0, 1))
                .as("a whole move for certain, at the end of the support")
                .isInstanceOfSatisfying(
                        MaximumEntropy.Found.class,
                        found -> assertThat(found.entropy()).isZero());
    }

    /** Of 10 and 25 bp the unit is 5 bp; 0.01 and 100 bp are ten thousand units apart, 0.01 and 100.01 one more. */
    @Test
    void sizesHaveOneUnit() {
        assertThat(MoveSizes.unit(List.of(Rate.ofBasisPoints(10), QUARTER))).isEqualTo(Rate.ofBasisPoints(5));
        assertThat(MoveSizes.unit(List.of(Rate.ofBasisPoints(0.01), Rate.ofBasisPoints(100))))
                .isEqualTo(Rate.ofBasisPoints(0.01));
        assertThatThrownBy(() -> MoveSizes.unit(List.of(Rate.ofBasisPoints(0.01), Rate.ofBasisPoints(100.01))))
                .hasMessageStartingWith("sizes must be whole multiples of one unit, up to 10000 of it, but were ");
        for (Rate size : List.of(Rate.ZERO, Rate.ofBasisPoints(-25))) {
            assertThatThrownBy(() -> MoveSizes.unit(List.of(QUARTER, size)))
                    .hasMessage("sizes must be positive but one was " + size);
        }
        assertThatThrownBy(() -> MoveSizes.unit(List.of())).hasMessage("sizes must be at least 1 but was 0");
    }

    @Test
    void decisionsLieInMonthsOfTheirOwnAndQuotesAreMonthlyFutures() {
        FedWatch procedure = FedWatch.of(FedWatch.DecisionDay.OLD_RATE);
        LocalDate day = LocalDate.of(2031, 8, 20);
        Quote august = Quote.of(AverageFuture.zq(YearMonth.of(2031, 8)), Rate.ofPercent(4));
        List<LocalDate> twice = List.of(LocalDate.of(2031, 9, 15), LocalDate.of(2031, 9, 16));
        assertThatThrownBy(() -> procedure.table(day, List.of(august), twice))
                .hasMessage("decisions must lie in different months but were 2031-09-15 and 2031-09-16");
        assertThat(procedure.table(day, List.of(august), List.of()))
                .asString()
                .endsWith("\nno coming meeting on record in the months quoted");
        assertThat(procedure.table(day, List.of(august), twice.subList(0, 1)))
                .asString()
                .doesNotContain("no coming meeting")
                .contains("\nnot solved: [2031-09-15]", "\nlacks the average of [2031-09]: ");
        assertThatThrownBy(() -> procedure.table(day, List.of(august, august), twice.subList(0, 1)))
                .hasMessage("quotes must name 2031-08 once but name it twice");
    }
}
