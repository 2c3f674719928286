package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;
import java.util.List;

/**
 * The Viterbi path: the single most likely sequence of states, given the whole sample, the future included.
 *
 * @param states one state number for each observation
 * @param logProbability the logarithm of the joint density of this sequence and the observations
 */
public record HindsightPath(List<Integer> states, double logProbability) implements Serializable {

    public HindsightPath {
        Require.components(HindsightPath.class, states);
        states = List.copyOf(states);
        Require.counts(states, "states");
    }

    /** The length, the number of changes and the log-probability. */
    @Override
    public String toString() {
        int[] labels = states.stream().mapToInt(Integer::intValue).toArray();
        return NumberText.of(
                "Path in hindsight of %d observations, %d flips, log-probability %.6f",
                labels.length, StateLabels.flips(labels), logProbability);
    }
}
