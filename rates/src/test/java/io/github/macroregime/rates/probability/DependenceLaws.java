package io.github.macroregime.rates.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.probability.DependenceBounds.JointOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

/** How likely events of several meetings can be at all. */
class DependenceLaws {

    private static final Rate QUARTER = Rate.ofBasisPoints(25);

    private static List<Meeting> meetings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LocalDate.of(2026, 1, 28).plusWeeks(6L * i))
                .map(day -> new Meeting(day, day.plusDays(1)))
                .toList();
    }

    private static OutcomeTree tree(List<OutcomeDistribution> laws, double share) {
        return new OutcomeTree(meetings(laws.size()), laws, new Dependence(share));
    }

    private static OutcomeTree ofSteps(double share, double... steps) {
        return tree(
                Arrays.stream(steps)
                        .mapToObj(step -> OutcomeDistribution.twoPoint(Rate.ofBasisPoints(step), QUARTER))
                        .toList(),
                share);
    }

    /** Up to five meetings with one to three outcomes; tenths of probability make ties, as markets do. */
    @Provide
    Arbitrary<List<OutcomeDistribution>> chains() {
        Arbitrary<OutcomeDistribution> law = Combinators.combine(
                        Arbitraries.integers().between(-2, 1),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.doubles().between(0, 1))
                .as(DependenceLaws::law);
        return law.list().ofMinSize(1).ofMaxSize(5);
    }

    private static OutcomeDistribution law(int lowest, int first, int second, double other) {
        double p = first / 10.0;
        double q = (1 - p) * (second > 7 ? other : second / 10.0);
        return new OutcomeDistribution(QUARTER, lowest, Doubles.of(p, q, 1 - p - q < 1e-12 ? 0 : 1 - p - q));
    }

    /** Any event of any depth, from a row of numbers. */
    private static OutcomeEvent event(List<Meeting> meetings, List<Integer> numbers) {
        List<OutcomeEvent> parts = new ArrayList<>();
        for (int i = 0; i + 2 < numbers.size(); i += 3) {
            Meeting meeting = meetings.get(numbers.get(i) % meetings.size());
            int move = numbers.get(i + 1) % 5 - 3;
            parts.add(
                    switch (numbers.get(i + 2) % 6) {
                        case 0 -> OutcomeEvent.cutAt(meeting);
                        case 1 -> OutcomeEvent.hikeAt(meeting).not();
                        case 2 -> OutcomeEvent.unchangedAt(meeting);
                        case 3 -> OutcomeEvent.total(move, meeting);
                        case 4 -> OutcomeEvent.totalAtMost(move, meeting);
                        default -> OutcomeEvent.totalAtLeast(move, meeting);
                    });
        }
        return parts.size() == 1 ? parts.get(0) : OutcomeEvent.atLeast(1 + numbers.get(0) % parts.size(), parts);
    }

    @Property(seed = "20250722", tries = 500)
    void everyDependenceLiesInsideAndBothEndsAreAttained(
            @ForAll("chains") List<OutcomeDistribution> laws,
            @ForAll @Size(min = 3, max = 9) List<@IntRange(min = 0, max = 60) Integer> numbers,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        OutcomeTree tree = tree(laws, share);
        OutcomeEvent event = event(tree.meetings(), numbers);
        DependenceBounds found = tree.dependenceBounds(event);
        for (double dial : new double[] {0, share, 1}) {
            assertThat(found.bounds().contains(tree(laws, dial).probability(event)))
                    .as("%s under %s comonotone", found, dial)
                    .isTrue();
        }
        assertThat(found.assumed()).isEqualTo(tree.probability(event));
        keepsTheLaws(tree, found, found.whenLeast(), found.bounds().low());
        keepsTheLaws(tree, found, found.whenMost(), found.bounds().high());
    }

    private static void keepsTheLaws(
            OutcomeTree tree, DependenceBounds found, List<JointOutcome> joint, double probability) {
        double sum = 0;
        double[][] seen = new double[found.meetings().size()][9];
        for (JointOutcome one : joint) {
            for (int i = 0; i < seen.length; i++) {
                seen[i][one.moves().get(i) + 4] += one.probability();
            }
            sum += certain(tree, found, one.moves()) ? one.probability() : 0;
        }
        assertThat(sum).isCloseTo(probability, offset(1e-12));
        for (int i = 0; i < seen.length; i++) {
            OutcomeDistribution law = tree.conditional(found.meetings().get(i));
            for (int move = -4; move <= 4; move++) {
                assertThat(seen[i][move + 4]).isCloseTo(law.probability(move), offset(1e-12));
            }
        }
    }

    /** Whether an event happens for sure when these moves are made, asked of a tree without any doubt. */
    private static boolean certain(OutcomeTree tree, DependenceBounds found, List<Integer> moves) {
        List<OutcomeDistribution> sure = new ArrayList<>(tree.steps());
        for (int i = 0; i < moves.size(); i++) {
            sure.set(
                    tree.meetings().indexOf(found.meetings().get(i)),
                    new OutcomeDistribution(QUARTER, moves.get(i), Doubles.of(1)));
        }
        return tree(sure, 0).probability(found.event()) > 0.5;
    }

    @Property(seed = "20250722", tries = 300)
    void boundsOfTheComplementAreTheMirrorImage(
            @ForAll("chains") List<OutcomeDistribution> laws,
            @ForAll @Size(min = 3, max = 9) List<@IntRange(min = 0, max = 60) Integer> numbers) {
        OutcomeTree tree = tree(laws, 0.3);
        OutcomeEvent event = event(tree.meetings(), numbers);
        DependenceBounds one = tree.dependenceBounds(event);
        DependenceBounds other = tree.dependenceBounds(event.not());
        assertThat(other.bounds().low()).isCloseTo(1 - one.bounds().high(), offset(1e-12));
        assertThat(other.bounds().high()).isCloseTo(1 - one.bounds().low(), offset(1e-12));
        assertThat(other.assumed()).isCloseTo(1 - one.assumed(), offset(1e-12));
    }

    @Property(seed = "20250722", tries = 300)
    void aGeneralSolverFindsTheSameBounds(
            @ForAll("chains") List<OutcomeDistribution> laws,
            @ForAll @Size(min = 3, max = 9) List<@IntRange(min = 0, max = 60) Integer> numbers) {
        OutcomeTree tree = tree(laws, 0);
        OutcomeEvent event = event(tree.meetings(), numbers);
        DependenceBounds found = tree.dependenceBounds(event);
        assertThat(found.bounds().high()).isCloseTo(simplex(tree, found, GoalType.MAXIMIZE), offset(1e-9));
        assertThat(found.bounds().low()).isCloseTo(simplex(tree, found, GoalType.MINIMIZE), offset(1e-9));
    }

    /** The linear program with all cells written out, solved by Commons Math. */
    private static double simplex(OutcomeTree tree, DependenceBounds found, GoalType goal) {
        List<OutcomeDistribution> laws =
                found.meetings().stream().map(tree::conditional).toList();
        List<List<Integer>> cells = new ArrayList<>(List.of(List.of()));
        for (OutcomeDistribution law : laws) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> cell : cells) {
                for (int move = law.lowest(); move <= law.highest(); move++) {
                    List<Integer> one = new ArrayList<>(cell);
                    one.add(move);
                    longer.add(one);
                }
            }
            cells = longer;
        }
        double[] worth = new double[cells.size()];
        for (int c = 0; c < worth.length; c++) {
            worth[c] = certain(tree, found, cells.get(c)) ? 1 : 0;
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            for (int move = laws.get(i).lowest(); move <= laws.get(i).highest(); move++) {
                double[] row = new double[cells.size()];
                for (int c = 0; c < row.length; c++) {
                    row[c] = cells.get(c).get(i) == move ? 1 : 0;
                }
                constraints.add(
                        new LinearConstraint(row, Relationship.EQ, laws.get(i).probability(move)));
            }
        }
        return new SimplexSolver()
                .optimize(
                        new MaxIter(20_000),
                        new LinearObjectiveFunction(worth, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    @Property(seed = "20250722", tries = 300)
    void countsHaveTheBoundsOfRueger(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -60, max = 60) Double> steps,
            @ForAll @IntRange(min = 0, max = 12) int moves) {
        OutcomeTree tree =
                ofSteps(0, steps.stream().mapToDouble(Double::doubleValue).toArray());
        Meeting last = tree.meetings().get(steps.size() - 1);
        ProbabilityBounds closed = tree.atLeastCutsBounds(moves, last);
        ProbabilityBounds found =
                tree.dependenceBounds(OutcomeEvent.totalAtMost(-moves, last)).bounds();
        assertThat(found.low()).isCloseTo(closed.low(), offset(1e-12));
        assertThat(found.high()).isCloseTo(closed.high(), offset(1e-12));
    }

    @Property(seed = "20250722", tries = 300)
    void countsOfListedEventsHaveTheBoundsOfRuegerToo(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 0, max = 25) Double> cuts,
            @ForAll @IntRange(min = 0, max = 9) int count) {
        OutcomeTree tree = ofSteps(0, cuts.stream().mapToDouble(cut -> -cut).toArray());
        List<OutcomeEvent> events =
                tree.meetings().stream().map(OutcomeEvent::cutAt).toList();
        double[] odds = tree.steps().stream().mapToDouble(law -> law.atMost(-1)).toArray();
        ProbabilityBounds closed = ProbabilityBounds.atLeast(odds, count);
        ProbabilityBounds found =
                tree.dependenceBounds(OutcomeEvent.atLeast(count, events)).bounds();
        assertThat(found.low()).isCloseTo(closed.low(), offset(1e-12));
        assertThat(found.high()).isCloseTo(closed.high(), offset(1e-12));
    }

    @Property(seed = "20250722", tries = 300)
    void cutsAtBothMeetingsHaveTheBoundsOfFrechet(
            @ForAll @DoubleRange(min = 0, max = 25) double first,
            @ForAll @DoubleRange(min = 0, max = 25) double between,
            @ForAll @DoubleRange(min = 0, max = 25) double second) {
        OutcomeTree tree = ofSteps(0.5, -first, -between, -second);
        DependenceBounds found =
                tree.dependenceBounds(OutcomeEvent.cutAt(tree.meetings().get(0))
                        .and(OutcomeEvent.cutAt(tree.meetings().get(2))));
        double p = first / 25;
        double q = second / 25;
        assertThat(found.meetings())
                .containsExactly(tree.meetings().get(0), tree.meetings().get(2));
        assertThat(found.bounds().low()).isCloseTo(Math.max(0, p + q - 1), offset(1e-12));
        assertThat(found.bounds().high()).isCloseTo(Math.min(p, q), offset(1e-12));
        assertThat(found.assumed()).isCloseTo((p * q + Math.min(p, q)) / 2, offset(1e-12));
    }

    /** The means of the specification: P(100 bp of cuts) is 36 % comonotone and 6.4 % independent. */
    @Test
    void fourMeetingsOfAtMostOneCut() {
        OutcomeTree tree = ofSteps(0, -14.75, -11.0, -17.0, -9.0);
        Meeting last = tree.meetings().get(3);
        DependenceBounds hundred = tree.dependenceBounds(OutcomeEvent.total(-4, last));
        assertThat(hundred.assumed()).isCloseTo(0.06355008, offset(1e-12));
        assertThat(hundred.bounds().low()).isCloseTo(0, offset(1e-12));
        assertThat(hundred.bounds().high()).isCloseTo(0.36, offset(1e-12));
        assertThat(hundred.whenMost()).anyMatch(one -> one.moves().equals(List.of(-1, -1, -1, -1)));
        assertThat(hundred.toString())
                .contains("-4 in all by 2026-06-03: 0.0 to 36.0 %, 6.4 % as assumed")
                .contains("moves at 2026-01-28 2026-03-11 2026-04-22 2026-06-03")
                .contains("36.00 %   -1  -1  -1  -1");
        // The mean of the total is 2.07 cuts; what is not two cuts averages at most four: 2.07 <= 2 p + 4 (1 - p).
        DependenceBounds two = tree.dependenceBounds(OutcomeEvent.total(-2, last));
        assertThat(two.bounds().low()).isCloseTo(0, offset(1e-12));
        assertThat(two.bounds().high()).isCloseTo(0.965, offset(1e-12));
    }

    @Test
    void totalsOfManyOutcomesNeedNoList() {
        OutcomeTree tree = ofEntropy(11, 2);
        Meeting last = tree.meetings().get(10);
        DependenceBounds found = tree.dependenceBounds(OutcomeEvent.totalAtMost(-8, last));
        assertThat(found.assumed())
                .isCloseTo(tree.cumulative(last).atMost(-8), offset(1e-12))
                .isBetween(found.bounds().low(), found.bounds().high());
        assertThat(found.bounds()).isEqualTo(tree.atLeastCutsBounds(8, last));
        keepsTheLaws(tree, found, found.whenMost(), found.bounds().high());
        keepsTheLaws(tree, found, found.whenLeast(), found.bounds().low());
        assertThatThrownBy(() -> tree.dependenceBounds(OutcomeEvent.atLeast(
                        3, tree.meetings().stream().map(OutcomeEvent::cutAt).toList())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event must look at no more than 1048576");
        assertThatThrownBy(() -> ofEntropy(11, 4).dependenceBounds(OutcomeEvent.totalAtMost(-8, last)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no more than 48 free probabilities of outcomes but looks at 89");
    }

    private static OutcomeTree ofEntropy(int count, int widest) {
        return tree(
                IntStream.range(0, count)
                        .mapToObj(i -> MaximumEntropy.of(
                                        Rate.ofBasisPoints(-10 - i),
                                        Rate.ofBasisPoints(14 + i),
                                        QUARTER,
                                        -widest,
                                        widest)
                                .orElseThrow())
                        .toList(),
                0);
    }

    @Test
    void eventsRefuseWhatTheyCannotMean() {
        Meeting meeting = meetings(1).get(0);
        assertThatThrownBy(() -> new OutcomeEvent.Step(meeting, 1, 0))
                .hasMessageContaining("most must not lie below 1");
        assertThatThrownBy(() -> OutcomeEvent.atLeast(-1, List.of(OutcomeEvent.cutAt(meeting))))
                .hasMessageContaining("-1 and 1");
        assertThat(OutcomeEvent.hikeAt(meeting).or(OutcomeEvent.cutAt(meeting)).not())
                .hasToString("not (at least 1 of (1 or higher at 2026-01-28, -1 or lower at 2026-01-28))");
        OutcomeTree other = ofSteps(0, -5);
        assertThatThrownBy(
                        () -> other.probability(OutcomeEvent.cutAt(meetings(2).get(1))))
                .hasMessageContaining("must be one of the 1");
    }
}
