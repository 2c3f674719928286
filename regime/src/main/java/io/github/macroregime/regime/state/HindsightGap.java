package io.github.macroregime.regime.state;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.NumberText;
import java.io.Serializable;

/**
 * How much calmer a regime looks once its future is known: filtered against smoothed labels of one sample.
 *
 * @param observations how many observations there are
 * @param differing at how many of them the two labels differ
 * @param filteredFlips how often the filtered label changes
 * @param hindsightFlips how often the smoothed label changes
 */
public record HindsightGap(int observations, int differing, int filteredFlips, int hindsightFlips)
        implements Serializable {

    public HindsightGap {
        Require.atLeast(observations, 0, "observations");
        Require.atLeast(differing, 0, "differing");
        Require.atLeast(filteredFlips, 0, "filteredFlips");
        Require.atLeast(hindsightFlips, 0, "hindsightFlips");
    }

    /**
     * The gap between the labels of one sample.
     *
     * @param filtered the state at each observation, from the past alone
     * @param smoothed the state at each observation, from the whole sample
     * @return how much they differ
     * @throws IllegalArgumentException if the lengths differ
     */
    public static HindsightGap between(int[] filtered, int[] smoothed) {
        if (smoothed.length != filtered.length) {
            throw new IllegalArgumentException(
                    "smoothed must have " + filtered.length + " labels like filtered but had " + smoothed.length);
        }
        int differing = 0;
        for (int t = 0; t < filtered.length; t++) {
            differing += filtered[t] == smoothed[t] ? 0 : 1;
        }
        return new HindsightGap(filtered.length, differing, StateLabels.flips(filtered), StateLabels.flips(smoothed));
    }

    /**
     * The share of observations at which the labels differ.
     *
     * @return from 0 to 1, 0 without observations
     */
    public double differingShare() {
        return observations == 0 ? 0 : (double) differing / observations;
    }

    /** One sentence with all four numbers. */
    @Override
    public String toString() {
        return NumberText.of(
                "Filtered and smoothed labels differ on %d of %d observations (%.1f %%); the filtered label changes %d"
                        + " times, the smoothed one %d times",
                differing, observations, 100 * differingShare(), filteredFlips, hindsightFlips);
    }
}
