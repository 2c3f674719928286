package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@index "Fréchet bounds"} of the probability of an event: the least and the greatest when only the distribution at
 * each meeting is known, and what would have to be true for them.
 *
 * <p>Both ends are attained: each comes with a joint distribution of the meetings that has the given distribution at
 * each of them.
 *
 * @param event the event
 * @param assumed its probability under the dependence of the tree
 * @param bounds the least and the greatest probability over all dependences
 * @param meetings the meetings that the event looks at, in order
 * @param whenLeast a joint distribution under which the event is least likely
 * @param whenMost a joint distribution under which the event is most likely
 */
public record DependenceBounds(
        OutcomeEvent event,
        double assumed,
        ProbabilityBounds bounds,
        List<Meeting> meetings,
        List<JointOutcome> whenLeast,
        List<JointOutcome> whenMost)
        implements Serializable {

    public DependenceBounds {
        Require.components(DependenceBounds.class, event, bounds, meetings, whenLeast, whenMost);
        Require.observed(assumed, "assumed");
        meetings = List.copyOf(meetings);
        whenLeast = List.copyOf(whenLeast);
        whenMost = List.copyOf(whenMost);
    }

    /** The event with its bounds, then the two joint distributions that attain them. */
    @Override
    public String toString() {
        return NumberText.of("%s: %s, %.1f %% as assumed", event, bounds, 100 * assumed)
                + meetings.stream()
                        .map(meeting -> meeting.decision().toString())
                        .collect(Collectors.joining(" ", "\nmoves at ", ""))
                + "\nleast likely when\n" + lines(whenLeast) + "\nmost likely when\n" + lines(whenMost);
    }

    private static String lines(List<JointOutcome> distribution) {
        return distribution.stream().map(JointOutcome::toString).collect(Collectors.joining("\n"));
    }

    /**
     * What may happen at several meetings together and how likely it is.
     *
     * @param moves the change at each meeting in whole moves, negative for cuts
     * @param probability in [0, 1]
     */
    public record JointOutcome(List<Integer> moves, double probability) implements Serializable {

        public JointOutcome {
            Require.components(JointOutcome.class, moves);
            Require.observed(probability, "probability");
            moves = List.copyOf(moves);
        }

        /** The probability in percent and the moves. */
        @Override
        public String toString() {
            return NumberText.of("%6.2f %%  ", 100 * probability)
                    + moves.stream()
                            .map(move -> String.format(Locale.ROOT, "%+3d", move))
                            .collect(Collectors.joining(" "));
        }
    }
}
