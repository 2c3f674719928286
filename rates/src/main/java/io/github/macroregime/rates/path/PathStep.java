package io.github.macroregime.rates.path;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.SerialForm;
import io.github.macroregime.core.unit.NumberText;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.meeting.Meeting;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a policy path says about one meeting; what the quotes leave open is empty.
 *
 * @param meeting the meeting
 * @param rateAfter the overnight rate once the decision is effective
 * @param step the change at this meeting
 * @param cumulative the change from today's rate, this meeting included
 */
public record PathStep(Meeting meeting, Optional<Rate> rateAfter, Optional<Rate> step, Optional<Rate> cumulative)
        implements Serializable {

    public PathStep {
        Require.components(PathStep.class, meeting, rateAfter, step, cumulative);
    }

    /**
     * The cumulative change counted in moves.
     *
     * @param size the size of one move, positive, for example 25 bp
     * @return the signed number of moves, negative for cuts, or nothing if the cumulative change is not identified
     * @throws IllegalArgumentException if the size is not positive
     */
    public OptionalDouble moves(Rate size) {
        AdjacentOutcomes.requirePositive(size);
        return cumulative.stream()
                .mapToDouble(change -> change.basisPoints() / size.basisPoints())
                .findFirst();
    }

    /** The decision, the rate after it, the step and the total, as far as they are identified. */
    @Override
    public String toString() {
        return meeting.decision()
                + rateAfter
                        .map(rate -> NumberText.of(": %.4f %%", rate.percent()))
                        .orElse(": not identified by the quotes")
                + changed(", step", step)
                + changed(", total", cumulative);
    }

    private static String changed(String name, Optional<Rate> change) {
        return change.map(known -> NumberText.of("%s %+.2f bp", name, known.basisPoints()))
                .orElse("");
    }

    private Object writeReplace() {
        return SerialForm.of(PathStep.class, meeting, rateAfter, step, cumulative);
    }
}
