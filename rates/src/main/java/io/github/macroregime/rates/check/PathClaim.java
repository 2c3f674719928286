package io.github.macroregime.rates.check;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.time.LocalDate;

/** One thing that a written statement says about a policy path. */
public sealed interface PathClaim extends Serializable {

    /**
     * The rate today.
     *
     * @param rate where it lies
     */
    record Start(RateRange rate) implements PathClaim {}

    /**
     * The rate after the last meeting.
     *
     * @param rate where it lies
     */
    record Terminal(RateRange rate) implements PathClaim {}

    /**
     * The change over all meetings.
     *
     * @param change where it lies
     */
    record Total(RateRange change) implements PathClaim {}

    /**
     * The change at every meeting of a span.
     *
     * @param fromInclusive the first decision date that counts
     * @param toExclusive the decision date from which meetings no longer count
     * @param each where each change lies
     */
    record Steps(LocalDate fromInclusive, LocalDate toExclusive, RateRange each) implements PathClaim {}

    /**
     * The probability of one move against none at a meeting.
     *
     * @param decision the decision date
     * @param move the move, negative for a cut
     * @param lowProbability the least probability, in [0, 1]
     * @param highProbability the greatest probability, in [low, 1]
     */
    record Probability(LocalDate decision, Rate move, double lowProbability, double highProbability)
            implements PathClaim {

        public Probability {
            if (!(lowProbability >= 0 && highProbability >= lowProbability && highProbability <= 1)) {
                throw new IllegalArgumentException("probabilities must lie in order in [0, 1] but were "
                        + lowProbability + " and " + highProbability);
            }
        }

        /**
         * The expected change that the probability amounts to.
         *
         * @return move times probability
         */
        public RateRange expected() {
            return RateRange.between(move.times(lowProbability), move.times(highProbability));
        }
    }
}
