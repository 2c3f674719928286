package io.github.macroregime.rates.path;

import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.util.Locale;

/**
 * What a policy path says about one meeting.
 *
 * @param meeting the meeting
 * @param rateAfter the overnight rate once the decision is effective
 * @param step the change at this meeting
 * @param cumulative the change from today's rate, this meeting included
 */
public record PathStep(Meeting meeting, Rate rateAfter, Rate step, Rate cumulative) implements Serializable {

    /**
     * The cumulative change counted in moves.
     *
     * @param size the size of one move, positive, for example 25 bp
     * @return the signed number of moves, negative for cuts
     * @throws IllegalArgumentException if the size is not positive
     */
    public double moves(Rate size) {
        AdjacentOutcomes.requirePositive(size);
        return cumulative.decimal() / size.decimal();
    }

    /** The decision, the rate after it, the step and the total. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.4f %%, step %+.2f bp, total %+.2f bp",
                meeting.decision(),
                rateAfter.percent(),
                step.basisPoints(),
                cumulative.basisPoints());
    }
}
