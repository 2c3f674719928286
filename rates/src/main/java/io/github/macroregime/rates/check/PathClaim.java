package io.github.macroregime.rates.check;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.time.LocalDate;

/** One thing that a written statement says about a policy path. */
public sealed interface PathClaim extends Serializable
        permits PathClaim.Start, PathClaim.Terminal, PathClaim.Total, MeetingClaim {

    /**
     * The rate today.
     *
     * @param rate where it lies
     */
    record Start(RateRange rate) implements PathClaim {
        public Start {
            Require.components(Start.class, rate);
        }
    }

    /**
     * The rate after the last meeting.
     *
     * @param rate where it lies
     */
    record Terminal(RateRange rate) implements PathClaim {
        public Terminal {
            Require.components(Terminal.class, rate);
        }
    }

    /**
     * The change over all meetings.
     *
     * @param change where it lies
     */
    record Total(RateRange change) implements PathClaim {
        public Total {
            Require.components(Total.class, change);
        }
    }

    /**
     * The change at every meeting of a span.
     *
     * @param fromInclusive the first decision date that counts
     * @param toExclusive the decision date from which meetings no longer count
     * @param each where each change lies
     */
    record Steps(LocalDate fromInclusive, LocalDate toExclusive, RateRange each) implements MeetingClaim {

        public Steps {
            Require.components(Steps.class, fromInclusive, toExclusive, each);
        }

        @Override
        public boolean concerns(Meeting meeting) {
            return !meeting.decision().isBefore(fromInclusive)
                    && meeting.decision().isBefore(toExclusive);
        }

        @Override
        public PathConsistencyCheck.Subject subject() {
            return PathConsistencyCheck.Subject.SPAN;
        }

        @Override
        public String statement() {
            return each.basisPointText() + " at each meeting from " + fromInclusive + " to before " + toExclusive;
        }

        @Override
        public String arithmetic(int meetings, RateRange sum) {
            return meetings + " meetings at " + each.basisPointText() + " are " + sum.basisPointText();
        }
    }

    /**
     * The probability of one move against none at a meeting.
     *
     * @param decision the decision date
     * @param move the move, negative for a cut
     * @param lowProbability the least probability, in [0, 1]
     * @param highProbability the greatest probability, in [low, 1]
     */
    record Probability(LocalDate decision, Rate move, double lowProbability, double highProbability)
            implements MeetingClaim {

        public Probability {
            Require.components(Probability.class, decision, move);
            if (!(lowProbability >= 0 && highProbability >= lowProbability && highProbability <= 1)) {
                throw new IllegalArgumentException("probabilities must lie in order in [0, 1] but were "
                        + lowProbability + " and " + highProbability);
            }
        }

        /** The expected change that the probability amounts to: move times probability. */
        @Override
        public RateRange each() {
            return RateRange.between(move.times(lowProbability), move.times(highProbability));
        }

        @Override
        public boolean concerns(Meeting meeting) {
            return decision.equals(meeting.decision());
        }

        @Override
        public PathConsistencyCheck.Subject subject() {
            return PathConsistencyCheck.Subject.PROBABILITY;
        }

        @Override
        public String statement() {
            return NumberText.of(
                    "%.0f to %.0f %% for %+.0f bp on %s",
                    100 * lowProbability, 100 * highProbability, move.basisPoints(), decision);
        }

        @Override
        public String arithmetic(int meetings, RateRange sum) {
            return "probabilities of " + statement().replace(" for ", " of ") + " are an expected change of "
                    + sum.basisPointText();
        }
    }
}
