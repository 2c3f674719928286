package io.github.macroregime.rates.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.AverageFuture;
import io.github.macroregime.rates.instrument.Quote;
import io.github.macroregime.rates.meeting.Meeting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What must hold for every law of outcomes. */
class OutcomeLaws {

    private static final Rate QUARTER = Rate.ofBasisPoints(25);

    private static OutcomeTree tree(List<Double> steps, Rate size, double share) {
        List<Meeting> meetings = IntStream.range(0, steps.size())
                .mapToObj(i -> LocalDate.of(2026, 1, 28).plusWeeks(6L * i))
                .map(day -> new Meeting(day, day.plusDays(1)))
                .toList();
        List<OutcomeDistribution> laws = steps.stream()
                .map(step -> OutcomeDistribution.twoPoint(Rate.ofBasisPoints(step), size))
                .toList();
        return new OutcomeTree(meetings, laws, new Dependence(share));
    }

    @Property(seed = "20250722")
    void splitKeepsTheMeanAndHasTheVarianceOfItsFraction(
            @ForAll @DoubleRange(min = -400, max = 400) double bp,
            @ForAll @DoubleRange(min = 5, max = 75) double size) {
        Rate move = Rate.ofBasisPoints(size);
        OutcomeDistribution law = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(bp), move);
        double fraction = Math.abs(bp / size) % 1;
        assertThat(law.mean().basisPoints()).isCloseTo(bp, offset(1e-6));
        assertThat(Math.pow(law.standardDeviation().basisPoints() / size, 2))
                .isCloseTo(fraction * (1 - fraction), offset(1e-8));
        assertThat(law.probabilities().stream().sum()).isCloseTo(1, offset(1e-15));
    }

    @Property(seed = "20250722")
    void wholeMovesAreCertain(@ForAll @IntRange(min = -12, max = 12) int moves) {
        OutcomeDistribution law = OutcomeDistribution.twoPoint(QUARTER.times(moves), QUARTER);
        assertThat(law.probability(moves)).isEqualTo(1);
        assertThat(law.probabilities().size()).isEqualTo(1);
    }

    @Property(seed = "20250722")
    void cutsAndHikesAreMirrorImages(@ForAll @DoubleRange(min = -400, max = 400) double bp) {
        OutcomeDistribution law = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(bp), QUARTER);
        OutcomeDistribution mirror = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(-bp), QUARTER);
        for (int k = law.lowest(); k <= law.highest(); k++) {
            assertThat(mirror.probability(-k)).isEqualTo(law.probability(k));
        }
    }

    @Property(seed = "20250722")
    void everyDependenceKeepsTheMeanOfThePath(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -60, max = 60) Double> steps,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        OutcomeTree tree = tree(steps, QUARTER, share);
        double sum = 0;
        for (int j = 0; j < steps.size(); j++) {
            sum += steps.get(j);
            OutcomeDistribution law = tree.cumulative(tree.meetings().get(j));
            assertThat(law.mean().basisPoints()).isCloseTo(sum, offset(1e-6));
            assertThat(law.probabilities().stream().sum()).isCloseTo(1, offset(1e-12));
            assertThat(tree.aggregated(tree.meetings().get(j)).mean().basisPoints())
                    .isCloseTo(sum, offset(1e-6));
        }
    }

    @Property(seed = "20250722")
    void noDependenceLeavesTheBounds(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -60, max = 60) Double> steps,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 0, max = 10) int moves) {
        OutcomeTree tree = tree(steps, QUARTER, share);
        Meeting last = tree.meetings().get(steps.size() - 1);
        assertThat(tree.atLeastCutsBounds(moves, last).contains(tree.atLeastCuts(moves, last)))
                .isTrue();
    }

    @Property(seed = "20250722")
    void firstMovesSumToTheProbabilityOfAnyMove(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -24, max = 24) Double> steps) {
        OutcomeTree tree = tree(steps, QUARTER, 0);
        double none =
                tree.steps().stream().mapToDouble(law -> law.probability(0)).reduce(1, (a, b) -> a * b);
        assertThat(tree.firstMove().stream().sum()).isCloseTo(1 - none, offset(1e-12));
    }

    @Property(seed = "20250722")
    void entropyKeepsMeanAndDeviationAndIsNoLessThanTheSplitOfThem(
            @ForAll @DoubleRange(min = -90, max = 90) double mean,
            @ForAll @DoubleRange(min = 14, max = 40) double deviation) {
        OutcomeDistribution law = MaximumEntropy.of(
                        Rate.ofBasisPoints(mean), Rate.ofBasisPoints(deviation), QUARTER, -12, 12)
                .orElseThrow();
        assertThat(law.mean().basisPoints()).isCloseTo(mean, offset(1e-7));
        assertThat(law.standardDeviation().basisPoints()).isCloseTo(deviation, offset(1e-7));
    }

    @Property(seed = "20250722")
    void publishedProcedureIsEvenInBothDirections(
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double first, @ForAll @IntRange(min = 1, max = 30) int day) {
        assertThat(change(first, day, FedWatch.DecisionDay.NEW_RATE))
                .isCloseTo(-change(-first, day, FedWatch.DecisionDay.NEW_RATE), offset(1e-9));
        assertThat(change(first, day, FedWatch.DecisionDay.OLD_RATE)).isCloseTo(100 * first, offset(1e-9));
    }

    /** Clean months on both sides: the change is their difference whatever the day of the decision. */
    private static double change(double percent, int day, FedWatch.DecisionDay convention) {
        var quotes = IntStream.rangeClosed(8, 10)
                .mapToObj(month -> Quote.of(
                        AverageFuture.zq(YearMonth.of(2022, month)), Rate.ofPercent(month == 10 ? 3 + percent : 3)))
                .toList();
        return FedWatch.of(convention)
                .table(LocalDate.of(2022, 8, 15), quotes, List.of(LocalDate.of(2022, 9, day)))
                .rows()
                .get(0)
                .change()
                .basisPoints();
    }

    @Test
    void twoDecisionsInAMonthAndTwoQuotesOfAMonthAreRefused() {
        FedWatch procedure = FedWatch.of(FedWatch.DecisionDay.NEW_RATE);
        assertThatThrownBy(() -> procedure.table(
                        LocalDate.of(2020, 3, 1),
                        List.of(),
                        List.of(LocalDate.of(2020, 3, 3), LocalDate.of(2020, 3, 15))))
                .hasMessageContaining("2020-03-15");
        assertThat(procedure
                        .table(LocalDate.of(2020, 3, 1), List.of(), List.of(LocalDate.of(2020, 3, 18)))
                        .unsolved())
                .containsExactly(LocalDate.of(2020, 3, 18));
    }
}
