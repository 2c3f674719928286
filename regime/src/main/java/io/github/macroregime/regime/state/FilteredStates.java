package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import io.github.macroregime.core.series.Matrix;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * Filtered probabilities: of each state at each observation, given that observation and the ones before it.
 *
 * @param probabilities one row for each observation, one column for each state
 * @param predicted the same one step before the observation was seen
 * @param logLikelihood the logarithm of the density of all observations
 * @param observed how many observations were not missing
 */
public record FilteredStates(Matrix probabilities, Matrix predicted, double logLikelihood, int observed)
        implements Serializable {

    private static final int SHOWN = 5;

    public FilteredStates {
        Require.atLeast(observed, 0, "observed");
        Require.finite(logLikelihood, "logLikelihood");
        if (probabilities.rows() != predicted.rows() || probabilities.columns() != predicted.columns()) {
            throw new IllegalArgumentException("predicted must be " + probabilities.rows() + " x "
                    + probabilities.columns() + " but was " + predicted.rows() + " x " + predicted.columns());
        }
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
     * The probability of each state at the last observation.
     *
     * @return one number for each state
     * @throws IndexOutOfBoundsException if there is no observation
     */
    public Doubles latest() {
        return probabilities.row(size() - 1);
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
                        "Filtered states of %d observations (%d not missing), log-likelihood %.6f, %d flips",
                        size(), observed, logLikelihood, flips())
                + StateLabels.rows(probabilities, SHOWN);
    }
}
