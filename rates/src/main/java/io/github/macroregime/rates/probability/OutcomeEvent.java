package io.github.macroregime.rates.probability;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that may happen at several meetings together, for example cuts at two of them or a total of −100 bp.
 *
 * <p>Events are data: they are built from the change at one meeting and the total by a meeting, joined by {@link
 * #and}, {@link #or}, {@link #not} and {@link #atLeast}. Moves are counted in whole steps of the tree, negative for
 * cuts; both ends of a range belong to it.
 */
public sealed interface OutcomeEvent extends Serializable {

    /**
     * The change at one meeting lies in a range.
     *
     * @param meeting the meeting
     * @param fewest the lowest change in moves
     * @param most the highest change in moves, not below the lowest
     */
    record Step(Meeting meeting, int fewest, int most) implements OutcomeEvent {

        public Step {
            Require.components(Step.class, meeting);
            requireRange(fewest, most);
        }

        @Override
        public String toString() {
            return range(fewest, most) + " at " + meeting.decision();
        }
    }

    /**
     * The total change by a meeting, that meeting included, lies in a range.
     *
     * @param by the last meeting counted
     * @param fewest the lowest total in moves
     * @param most the highest total in moves, not below the lowest
     */
    record Total(Meeting by, int fewest, int most) implements OutcomeEvent {

        public Total {
            Require.components(Total.class, by);
            requireRange(fewest, most);
        }

        @Override
        public String toString() {
            return range(fewest, most) + " in all by " + by.decision();
        }
    }

    /**
     * An event does not happen.
     *
     * @param event the event
     */
    record Not(OutcomeEvent event) implements OutcomeEvent {

        public Not {
            Require.components(Not.class, event);
        }

        @Override
        public String toString() {
            return "not (" + event + ")";
        }
    }

    /**
     * So many of several events happen, or more.
     *
     * @param count how many, from 0
     * @param events the events
     */
    record AtLeast(int count, List<OutcomeEvent> events) implements OutcomeEvent {

        public AtLeast {
            Require.components(AtLeast.class, events);
            events = List.copyOf(events);
            if (count < 0 || events.isEmpty()) {
                throw new IllegalArgumentException("count must not be negative and events must not be empty but were "
                        + count + " and " + events.size());
            }
        }

        @Override
        public String toString() {
            return "at least " + count + " of "
                    + events.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    private static void requireRange(int fewest, int most) {
        if (most < fewest) {
            throw new IllegalArgumentException("most must not lie below " + fewest + " but was " + most);
        }
    }

    private static String range(int fewest, int most) {
        if (fewest == most) {
            return String.valueOf(fewest);
        }
        if (fewest == Integer.MIN_VALUE) {
            return most + " or lower";
        }
        return most == Integer.MAX_VALUE ? fewest + " or higher" : fewest + " to " + most;
    }

    /**
     * The rate is cut at a meeting.
     *
     * @param meeting the meeting
     * @return one move down or more
     */
    static OutcomeEvent cutAt(Meeting meeting) {
        return new Step(meeting, Integer.MIN_VALUE, -1);
    }

    /**
     * The rate is raised at a meeting.
     *
     * @param meeting the meeting
     * @return one move up or more
     */
    static OutcomeEvent hikeAt(Meeting meeting) {
        return new Step(meeting, 1, Integer.MAX_VALUE);
    }

    /**
     * The rate is left alone at a meeting.
     *
     * @param meeting the meeting
     * @return no move
     */
    static OutcomeEvent unchangedAt(Meeting meeting) {
        return new Step(meeting, 0, 0);
    }

    /**
     * The total change by a meeting is exactly so many moves.
     *
     * @param moves the total, negative for cuts; −4 for 100 bp of cuts in moves of 25 bp
     * @param by the last meeting counted
     * @return the event
     */
    static OutcomeEvent total(int moves, Meeting by) {
        return new Total(by, moves, moves);
    }

    /**
     * The total change by a meeting is so many moves or lower.
     *
     * @param moves the highest total, −2 for two cuts or more
     * @param by the last meeting counted
     * @return the event
     */
    static OutcomeEvent totalAtMost(int moves, Meeting by) {
        return new Total(by, Integer.MIN_VALUE, moves);
    }

    /**
     * The total change by a meeting is so many moves or higher.
     *
     * @param moves the lowest total, 2 for two hikes or more
     * @param by the last meeting counted
     * @return the event
     */
    static OutcomeEvent totalAtLeast(int moves, Meeting by) {
        return new Total(by, moves, Integer.MAX_VALUE);
    }

    /**
     * So many of several events happen, or more.
     *
     * @param count how many, from 0
     * @param events the events, at least one
     * @return the event
     * @throws IllegalArgumentException if the count is negative or there is no event
     */
    static OutcomeEvent atLeast(int count, List<OutcomeEvent> events) {
        return new AtLeast(count, events);
    }

    /**
     * Both events happen.
     *
     * @param other another event
     * @return the event
     */
    default OutcomeEvent and(OutcomeEvent other) {
        return new AtLeast(2, List.of(this, other));
    }

    /**
     * One of the events happens, or both.
     *
     * @param other another event
     * @return the event
     */
    default OutcomeEvent or(OutcomeEvent other) {
        return new AtLeast(1, List.of(this, other));
    }

    /**
     * This event does not happen.
     *
     * @return the complement
     */
    default OutcomeEvent not() {
        return new Not(this);
    }
}
