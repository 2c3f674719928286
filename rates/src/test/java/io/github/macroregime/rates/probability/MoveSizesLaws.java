package io.github.macroregime.rates.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Moves of 10, 15, 25 and 50 bp in one tree, against the sum over all joint outcomes. */
class MoveSizesLaws {

    private static final List<Rate> SIZES = IntStream.of(10, 15, 25, 50)
            .mapToObj(size -> Rate.ofBasisPoints(size))
            .toList();
    private static final int[] MOVES = {-150, -100, -50, -25, -15, -10, 0, 10, 15, 25, 50, 100, 150};

    /** A step of the oracle: the two moves beside it in basis points and the probability of the upper one. */
    private record Split(int lower, int upper, double chance) {

        private static Split of(double step) {
            int above = Arrays.stream(MOVES)
                    .filter(move -> move >= step)
                    .findFirst()
                    .orElseThrow();
            int below = Arrays.stream(MOVES).filter(move -> move <= step).max().orElseThrow();
            return new Split(below, above, above == below ? 1 : (step - below) / (above - below));
        }
    }

    private static OutcomeTree tree(List<Double> steps, Dependence dependence) {
        List<Meeting> meetings = IntStream.range(0, steps.size())
                .mapToObj(i -> LocalDate.of(2026, 1, 28).plusWeeks(6L * i))
                .map(day -> new Meeting(day, day.plusDays(1)))
                .toList();
        PathFrame frame = PathFrame.of(LocalDate.of(2026, 1, 2), OvernightIndex.effr(), meetings);
        PolicyPath path = PolicyPath.ofSteps(
                frame,
                Rate.ofPercent(4),
                steps.stream().map(Rate::ofBasisPoints).toList());
        return OutcomeTree.of(path, SIZES, dependence);
    }

    /** All two-to-the-n outcomes, each with the product of its probabilities. */
    private static Map<Integer, Double> independent(List<Split> splits) {
        Map<Integer, Double> totals = new TreeMap<>();
        for (int code = 0; code < 1 << splits.size(); code++) {
            int total = 0;
            double chance = 1;
            for (int i = 0; i < splits.size(); i++) {
                boolean upper = (code >> i & 1) == 1;
                total += upper ? splits.get(i).upper() : splits.get(i).lower();
                chance *= upper ? splits.get(i).chance() : 1 - splits.get(i).chance();
            }
            totals.merge(total, chance, Double::sum);
        }
        return totals;
    }

    /** One uniform state for all meetings: the upper move where the state lies in the top of its probability. */
    private static Map<Integer, Double> comonotone(List<Split> splits) {
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(0, 1), splits.stream().mapToDouble(split -> 1 - split.chance()))
                .sorted()
                .toArray();
        Map<Integer, Double> totals = new TreeMap<>();
        for (int e = 1; e < ends.length; e++) {
            double state = (ends[e - 1] + ends[e]) / 2;
            int total = splits.stream()
                    .mapToInt(split -> state > 1 - split.chance() ? split.upper() : split.lower())
                    .sum();
            totals.merge(total, ends[e] - ends[e - 1], Double::sum);
        }
        return totals;
    }

    @Property(seed = "20250722", tries = 300)
    void everyTotalHasTheProbabilityOfItsJointOutcomes(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -120, max = 120) Double> steps,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        OutcomeTree tree = tree(steps, new Dependence(share));
        for (int j = 0; j < steps.size(); j++) {
            List<Split> splits = steps.subList(0, j + 1).stream().map(Split::of).toList();
            Map<Integer, Double> apart = independent(splits);
            Map<Integer, Double> together = comonotone(splits);
            OutcomeDistribution totals = tree.cumulative(tree.meetings().get(j));
            for (int bp = -900; bp <= 900; bp += 5) {
                double expected = (1 - share) * apart.getOrDefault(bp, 0.0) + share * together.getOrDefault(bp, 0.0);
                assertThat(totals.probability(Rate.ofBasisPoints(bp))).isCloseTo(expected, offset(1e-9));
            }
            assertThat(totals.probabilities().stream().sum()).isCloseTo(1, offset(1e-12));
            double sum =
                    steps.subList(0, j + 1).stream().mapToDouble(step -> step).sum();
            assertThat(totals.mean().basisPoints()).isCloseTo(sum, offset(1e-6));
        }
    }

    /** −17 lies between −15 and −25: two in ten for the larger cut. 12 between 10 and 15, 60 between 50 and 100. */
    @Test
    void theNeighboursOfAStepByHand() {
        OutcomeDistribution cut = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(-17), SIZES);
        assertThat(cut.size()).isEqualTo(Rate.ofBasisPoints(5));
        assertThat(cut.lowest()).isEqualTo(-5);
        assertThat(cut.probability(Rate.ofBasisPoints(-25))).isCloseTo(0.2, offset(1e-12));
        assertThat(cut.probability(Rate.ofBasisPoints(-15))).isCloseTo(0.8, offset(1e-12));
        assertThat(cut.probability(Rate.ofBasisPoints(-20))).isZero();
        assertThat(cut.probability(Rate.ofBasisPoints(-17))).isZero();
        OutcomeDistribution hike = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(12), SIZES);
        assertThat(hike.probability(Rate.ofBasisPoints(15))).isCloseTo(0.4, offset(1e-12));
        OutcomeDistribution large = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(60), SIZES);
        assertThat(large.probability(Rate.ofBasisPoints(100))).isCloseTo(0.2, offset(1e-12));
        assertThat(OutcomeDistribution.twoPoint(Rate.ofBasisPoints(15), SIZES).probabilities())
                .hasToString("[1.0]");
        assertThat(OutcomeDistribution.twoPoint(Rate.ofBasisPoints(-100), SIZES).lowest())
                .isEqualTo(-20);
    }

    @Property(seed = "20250722")
    void oneSizeIsTheTreeOfThatSize(
            @ForAll @DoubleRange(min = -400, max = 400) double bp,
            @ForAll @DoubleRange(min = 5, max = 75) double size) {
        Rate move = Rate.ofBasisPoints(size);
        OutcomeDistribution one = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(bp), move);
        OutcomeDistribution listed = OutcomeDistribution.twoPoint(Rate.ofBasisPoints(bp), List.of(move));
        assertThat(listed.size()).isEqualTo(move);
        for (int k = one.lowest(); k <= one.highest(); k++) {
            assertThat(listed.probability(k)).isCloseTo(one.probability(k), offset(1e-12));
        }
    }

    /** At a first meeting of −17 and a second of 4: no move at the second only. */
    @Test
    void eventsAndFirstMovesCountInTheUnit() {
        OutcomeTree tree = tree(List.of(-17.0, 4.0), Dependence.independent());
        Meeting second = tree.meetings().get(1);
        assertThat(tree.atLeastCuts(3, second)).isCloseTo(0.2 + 0.8 * 0.6, offset(1e-12));
        assertThat(tree.probability(OutcomeEvent.total(-3, second))).isCloseTo(0.2 * 0.4 + 0.8 * 0.6, offset(1e-12));
        assertThat(tree.firstMove().get(0)).isCloseTo(1, offset(1e-12));
        assertThat(tree.firstMove().get(1)).isCloseTo(0, offset(1e-12));
        ProbabilityBounds bounds = tree.atLeastCutsBounds(3, second);
        assertThat(bounds.low()).isCloseTo(0.6, offset(1e-9));
        assertThat(bounds.high()).isCloseTo(0.8, offset(1e-9));
    }

    @Test
    void sizesWithoutAUnitAreRefused() {
        Rate step = Rate.ofBasisPoints(-17);
        assertThatThrownBy(() -> OutcomeDistribution.twoPoint(step, List.of()))
                .hasMessage("sizes must be at least 1 but was 0");
        assertThatThrownBy(() -> OutcomeDistribution.twoPoint(step, List.of(Rate.ofBasisPoints(25), Rate.ZERO)))
                .hasMessageContaining("sizes must be positive");
        assertThatThrownBy(() ->
                        OutcomeDistribution.twoPoint(step, List.of(Rate.ofBasisPoints(25), Rate.ofBasisPoints(0.0017))))
                .hasMessageContaining("whole multiples of one unit");
        assertThat(OutcomeDistribution.twoPoint(step, List.of(Rate.ofBasisPoints(12.5), Rate.ofBasisPoints(20)))
                        .size())
                .isEqualTo(Rate.ofBasisPoints(2.5));
    }
}
