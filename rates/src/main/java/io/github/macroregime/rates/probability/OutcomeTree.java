package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.path.PathStep;
import io.github.macroregime.rates.path.PolicyPath;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The joint distribution of the outcomes of several meetings.
 *
 * <p>The distribution at each meeting is given, usually the two moves next to the step of a policy path; the dependence
 * between meetings is a stated assumption. The mean after every meeting is that of the path.
 *
 * <pre>{@code
 * OutcomeTree tree = OutcomeTree.of(path, Rate.ofBasisPoints(25), Dependence.independent());
 * tree.atLeastCuts(2, meeting); // under independence
 * tree.atLeastCutsBounds(2, meeting); // under any dependence
 * }</pre>
 *
 * @param meetings in order
 * @param steps the distribution of the change at each meeting, all counted in moves of one size
 * @param dependence the dependence between the meetings
 */
public record OutcomeTree(List<Meeting> meetings, List<OutcomeDistribution> steps, Dependence dependence)
        implements Serializable {

    public OutcomeTree {
        Require.components(OutcomeTree.class, meetings, steps, dependence);
        meetings = List.copyOf(meetings);
        steps = List.copyOf(steps);
        if (meetings.isEmpty() || meetings.size() != steps.size()) {
            throw new IllegalArgumentException("steps must be one distribution for each of the " + meetings.size()
                    + " meetings, at least one, but were " + steps.size());
        }
        for (OutcomeDistribution step : steps) {
            if (!step.size().equals(steps.get(0).size())) {
                throw new IllegalArgumentException("steps must be on moves of one size but were on "
                        + steps.get(0).size() + " and " + step.size());
            }
        }
    }

    /**
     * The tree of a path: two adjacent outcomes at each meeting, up to the first whose change is not identified.
     *
     * @param path the path whose steps are the means; that at its first meeting must be identified
     * @param size the size of one move, positive
     * @param dependence the dependence between the meetings
     * @return the tree
     * @throws IllegalArgumentException if the path has no meeting, its first step is not identified or the size is not positive
     */
    public static OutcomeTree of(PolicyPath path, Rate size, Dependence dependence) {
        return of(path, step -> OutcomeDistribution.twoPoint(step, size), dependence);
    }

    /**
     * The tree of a path where the bank moves by several sizes: the two moves next to the step at each meeting.
     *
     * <p>Moves are counted in the largest unit that all sizes are whole multiples of: a cut of 25 bp in moves of 10, 15
     * and 25 bp is −5.
     *
     * @param path the path whose steps are the means, with at least one meeting
     * @param sizes the sizes of moves, positive, as {@link OutcomeDistribution#twoPoint(Rate, List)} takes them
     * @param dependence the dependence between the meetings
     * @return the tree
     * @throws IllegalArgumentException if the path has no meeting, or as {@link OutcomeDistribution#twoPoint(Rate, List)}
     */
    public static OutcomeTree of(PolicyPath path, List<Rate> sizes, Dependence dependence) {
        List<Rate> own = List.copyOf(sizes);
        return of(path, step -> OutcomeDistribution.twoPoint(step, own), dependence);
    }

    private static OutcomeTree of(
            PolicyPath path, Function<Rate, OutcomeDistribution> outcomes, Dependence dependence) {
        List<OutcomeDistribution> steps = path.steps().stream()
                .map(PathStep::step)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .map(outcomes)
                .toList();
        return new OutcomeTree(path.meetings().subList(0, steps.size()), steps, dependence);
    }

    /**
     * The distribution of the total change by a meeting, that meeting included.
     *
     * @param meeting one of the meetings
     * @return the distribution of the sum of the changes so far
     * @throws IllegalArgumentException if the tree does not have the meeting
     */
    public OutcomeDistribution cumulative(Meeting meeting) {
        int last = place(meeting);
        double share = dependence.comonotoneShare();
        if (share == 0) {
            return independent(last);
        }
        return share == 1 ? comonotone(last) : independent(last).mixedWith(comonotone(last), share);
    }

    int place(Meeting meeting) {
        int at = meetings.indexOf(meeting);
        if (at < 0) {
            throw new IllegalArgumentException("meeting must be one of the " + meetings.size() + " but was " + meeting);
        }
        return at;
    }

    OutcomeDistribution independent(int last) {
        return steps.subList(0, last + 1).stream()
                .reduce(OutcomeDistribution::plusIndependent)
                .orElseThrow();
    }

    private OutcomeDistribution comonotone(int last) {
        double[] states = states();
        int lowest =
                IntStream.rangeClosed(0, last).map(i -> steps.get(i).lowest()).sum();
        int highest =
                IntStream.rangeClosed(0, last).map(i -> steps.get(i).highest()).sum();
        double[] sum = new double[highest - lowest + 1];
        for (int s = 1; s < states.length; s++) {
            double middle = (states[s - 1] + states[s]) / 2;
            int total = IntStream.rangeClosed(0, last)
                    .map(i -> quantile(steps.get(i), middle))
                    .sum();
            sum[total - lowest] += states[s] - states[s - 1];
        }
        return new OutcomeDistribution(steps.get(0).size(), lowest, Doubles.copyOf(sum));
    }

    /** The ends of the stretches of the common state within which no meeting changes its outcome. */
    private double[] states() {
        DoubleStream ends = steps.stream()
                .flatMapToDouble(distribution -> IntStream.range(distribution.lowest(), distribution.highest())
                        .mapToDouble(distribution::atMost));
        return DoubleStream.concat(DoubleStream.of(0, 1), ends)
                .map(end -> Math.min(1, end))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int quantile(OutcomeDistribution distribution, double state) {
        int moves = distribution.lowest();
        while (moves < distribution.highest() && distribution.atMost(moves) <= state) {
            moves++;
        }
        return moves;
    }

    /**
     * The distribution of the total change by a meeting read off its mean alone: the two outcomes next to it.
     *
     * <p>This is the aggregated view; it has the least variance of all distributions with that mean.
     *
     * @param meeting one of the meetings
     * @return the distribution on two adjacent totals
     * @throws IllegalArgumentException if the tree does not have the meeting
     */
    public OutcomeDistribution aggregated(Meeting meeting) {
        return OutcomeDistribution.twoPoint(
                cumulative(meeting).mean(), steps.get(0).size());
    }

    /**
     * The distribution of the change at a meeting, which under independence is also the one given any outcome before it.
     *
     * @param meeting one of the meetings
     * @return the distribution of its step
     * @throws IllegalArgumentException if the tree does not have the meeting
     */
    public OutcomeDistribution conditional(Meeting meeting) {
        return steps.get(place(meeting));
    }

    /**
     * The probability that the rate has been cut by so many moves or more by a meeting.
     *
     * @param moves how many, not negative
     * @param meeting one of the meetings, included
     * @return in [0, 1]
     * @throws IllegalArgumentException if the tree does not have the meeting
     */
    public double atLeastCuts(int moves, Meeting meeting) {
        return cumulative(meeting).atMost(-moves);
    }

    /**
     * The probability that the rate has been raised by so many moves or more by a meeting.
     *
     * @param moves how many, not negative
     * @param meeting one of the meetings, included
     * @return in [0, 1]
     * @throws IllegalArgumentException if the tree does not have the meeting
     */
    public double atLeastHikes(int moves, Meeting meeting) {
        return cumulative(meeting).atLeast(moves);
    }

    /**
     * The probability that the rate has been cut by so many moves or more by a meeting, under any dependence.
     *
     * <p>A closed form where each meeting has one or two adjacent outcomes, as {@link #of} makes them; otherwise that of
     * {@link #dependenceBounds}. It cannot be narrowed without an assumption on the dependence.
     *
     * @param moves how many, not negative
     * @param meeting one of the meetings, included
     * @return the bounds
     * @throws IllegalArgumentException if the tree does not have the meeting, or a distribution has more than two outcomes and
     *     all of them have more than 47 free probabilities
     */
    public ProbabilityBounds atLeastCutsBounds(int moves, Meeting meeting) {
        List<OutcomeDistribution> distributions = steps.subList(0, place(meeting) + 1);
        if (distributions.stream()
                .anyMatch(distribution -> distribution.probabilities().size() > 2)) {
            return dependenceBounds(OutcomeEvent.totalAtMost(-moves, meeting)).bounds();
        }
        int highest =
                distributions.stream().mapToInt(OutcomeDistribution::highest).sum();
        double[] lower = distributions.stream()
                .mapToDouble(distribution -> distribution.probability(distribution.highest() - 1))
                .toArray();
        return ProbabilityBounds.atLeast(lower, moves + highest);
    }

    /**
     * The probability of an event under the dependence of this tree.
     *
     * @param event the event
     * @return in [0, 1]
     * @throws IllegalArgumentException if the tree does not have a meeting of the event, or the event is no total and
     *     looks at more than about a million joint outcomes
     */
    public double probability(OutcomeEvent event) {
        return probability(JointLattice.of(this, event));
    }

    private double probability(JointLattice lattice) {
        double share = dependence.comonotoneShare();
        double independent = share == 1 ? 0 : lattice.independently();
        double comonotone = share == 0 ? 0 : comonotone(lattice);
        return Math.min(1, (1 - share) * independent + share * comonotone);
    }

    private double comonotone(JointLattice lattice) {
        double[] states = states();
        int[] cell = new int[lattice.places.length];
        double sum = 0;
        for (int s = 1; s < states.length; s++) {
            double middle = (states[s - 1] + states[s]) / 2;
            for (int i = 0; i < cell.length; i++) {
                int move = quantile(steps.get(lattice.places[i]), middle);
                cell[i] = Math.max(0, Arrays.binarySearch(lattice.moves[i], move));
            }
            sum += lattice.happens(cell) ? states[s] - states[s - 1] : 0;
        }
        return sum;
    }

    /**
     * The bounds of the probability of an event, whatever the dependence between the meetings.
     *
     * <p>{@code min} and {@code max} of {@code P(event)} over all joint distributions that have the distribution of
     * this tree at each meeting. Both are attained, and the answer holds the joint distributions that attain them:
     * nothing narrower is true without an assumption on the dependence.
     *
     * <p><b>Unit</b>: probabilities, within 1e-12. <b>Cost</b>: a linear program with one condition for each free
     * probability; each of its few dozen steps looks at all joint outcomes of the meetings in the event, or, for a
     * total by a meeting, at all totals. <b>Source</b>: the duality of the transport problem with several given
     * distributions; {@link ProbabilityBounds#atLeast} is its closed form for counts, Rüger 1978.
     *
     * @param event the event
     * @return the bounds, the probability under the dependence of this tree, and the two joint distributions
     * @throws IllegalArgumentException if the tree does not have a meeting of the event, the event looks at more than
     *     47 free probabilities (one less than the outcomes of each meeting), or it is no total and looks at more than
     *     about a million joint outcomes
     */
    public DependenceBounds dependenceBounds(OutcomeEvent event) {
        JointLattice lattice = JointLattice.of(this, event);
        ExtremeCoupling.Extreme least = ExtremeCoupling.of(lattice, false);
        ExtremeCoupling.Extreme most = ExtremeCoupling.of(lattice, true);
        return new DependenceBounds(
                event,
                probability(lattice),
                new ProbabilityBounds(Math.min(least.probability(), most.probability()), most.probability()),
                Arrays.stream(lattice.places).mapToObj(meetings::get).toList(),
                least.distribution(),
                most.distribution());
    }

    /**
     * The probability that the first change happens at each meeting.
     *
     * <p><b>Shape</b>: one number for each meeting; what is missing to 1 is the probability of no change at all.
     *
     * @return in the order of the meetings
     */
    public Doubles firstMove() {
        double[] first = new double[steps.size()];
        double before = 1;
        for (int j = 0; j < first.length; j++) {
            double still = untouched(j);
            first[j] = Math.max(0, before - still);
            before = still;
        }
        return Doubles.copyOf(first);
    }

    /** The probability of no change up to and including a meeting. */
    private double untouched(int last) {
        double share = dependence.comonotoneShare();
        double product = 1;
        double from = 0;
        double to = 1;
        for (OutcomeDistribution distribution : steps.subList(0, last + 1)) {
            product *= distribution.probability(0);
            from = Math.max(from, distribution.atMost(-1));
            to = Math.min(to, distribution.atMost(0));
        }
        return (1 - share) * product + share * Math.max(0, to - from);
    }

    /** One line for each meeting: mean, deviation and the probabilities of cut, no change and hike by then. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(dependence.toString());
        text.append(String.format(
                Locale.ROOT,
                "\n%-10s  %9s  %9s  %8s  %9s  %8s",
                "decision",
                "mean bp",
                "dev bp",
                "lower %",
                "same %",
                "higher %"));
        for (Meeting meeting : meetings) {
            OutcomeDistribution distribution = cumulative(meeting);
            text.append(NumberText.of(
                    "\n%s  %+9.2f  %9.2f  %8.1f  %9.1f  %8.1f",
                    meeting.decision(),
                    distribution.mean().basisPoints(),
                    distribution.standardDeviation().basisPoints(),
                    100 * distribution.atMost(-1),
                    100 * distribution.probability(0),
                    100 * distribution.atLeast(1)));
        }
        return text.toString();
    }
}
