package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Doubles;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The probability of each state at each observation, from parameters that were fitted on earlier observations only.
 *
 * @param probabilities one for each state: one number for each observation, NaN before the first fit
 * @param fittedAt the positions from which each fit was used, on the observations before it
 * @param fits the parameters of each fit
 * @param <M> what a fit gives
 */
public record WalkForwardStates<M extends Serializable>(
        List<Doubles> probabilities, List<Integer> fittedAt, List<M> fits) implements Serializable {

    public WalkForwardStates {
        probabilities = List.copyOf(probabilities);
        fittedAt = List.copyOf(fittedAt);
        fits = List.copyOf(fits);
        if (fittedAt.size() != fits.size()) {
            throw new IllegalArgumentException(
                    "fits must have one for each of the " + fittedAt.size() + " positions but had " + fits.size());
        }
    }

    /**
     * The probability of one state over time.
     *
     * @param state from 0 to states − 1
     * @return one number for each observation, NaN before the first fit
     */
    public Doubles of(int state) {
        return probabilities.get(state);
    }

    /** The fits and where they began. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "States walked forward over %d observations, %d fits", of(0).size(), fits.size()));
        for (int i = 0; i < fits.size(); i++) {
            text.append("\nfrom ").append(fittedAt.get(i)).append(": ").append(fits.get(i));
        }
        return text.toString();
    }
}
