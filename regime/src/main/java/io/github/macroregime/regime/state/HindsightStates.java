package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * Smoothed probabilities: of each state at each observation, given the whole sample, the future included.
 *
 * <p>Good for dating the past; never to be shown as what was known at the time.
 *
 * @param probabilities one row for each observation, one column for each state
 * @param expectedTransitions entry (i, j) is the expected count of transitions from state i to state j
 * @param logLikelihood the logarithm of the density of all observations
 */
public record HindsightStates(Matrix probabilities, Matrix expectedTransitions, double logLikelihood)
        implements Serializable {

    private static final int SHOWN = 5;

    public HindsightStates {
        Require.components(HindsightStates.class, probabilities, expectedTransitions);
        Require.finite(logLikelihood, "logLikelihood");
    }

    /**
     * How many observations there are, missing ones included.
     *
     * @return the length
     */
    public int size() {
        return probabilities.rows();
    }

    /**
     * The probability of one state over time.
     *
     * @param state from 0 to states − 1
     * @return one number for each observation
     */
    public Doubles of(int state) {
        return probabilities.column(state);
    }

    /**
     * The most likely state at each observation, the lower number where two are equally likely.
     *
     * @return a new array of state numbers
     */
    public int[] labels() {
        return StateLabels.mostLikely(probabilities);
    }

    /**
     * How often the most likely state changes from one observation to the next.
     *
     * @return from 0
     */
    public int flips() {
        return StateLabels.flips(labels());
    }

    /** The log-likelihood and the first and last rows. */
    @Override
    public String toString() {
        return NumberText.of(
                        "States in hindsight of %d observations, log-likelihood %.6f, %d flips",
                        size(), logLikelihood, flips())
                + StateLabels.rows(probabilities, SHOWN);
    }
}
