package io.github.macroregime.regime.macro;

import java.io.Serializable;

/**
 * How growth and inflation are turned into quadrants.
 *
 * @param yearLag how many observations make a year, from 1
 * @param changeLag over how many observations the growth rate is said to rise or fall, from 1
 * @param minimumCount how many changes there must be before a probability is given, from 2
 * @param threshold a new label needs a probability above this, in [0, 1)
 * @param confirmations on how many releases in a row it needs it, from 1
 */
public record QuadrantOptions(int yearLag, int changeLag, int minimumCount, double threshold, int confirmations)
        implements Serializable {

    public QuadrantOptions {
        require(yearLag >= 1, "yearLag must be at least 1", yearLag);
        require(changeLag >= 1, "changeLag must be at least 1", changeLag);
        require(minimumCount >= 2, "minimumCount must be at least 2", minimumCount);
        require(threshold >= 0 && threshold < 1, "threshold must lie in [0, 1)", threshold);
        require(confirmations >= 1, "confirmations must be at least 1", confirmations);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    /**
     * Monthly data: a year of 12, changes over 3, at least 24 changes, a new label above 0.55 twice in a row.
     *
     * @return the defaults
     */
    public static QuadrantOptions withDefaults() {
        return new QuadrantOptions(12, 3, 24, 0.55, 2);
    }

    /**
     * Quarterly data: a year of 4, changes over 1, at least 8 changes, a new label above 0.55 twice in a row.
     *
     * @return options for quarterly data
     */
    public static QuadrantOptions ofQuarterlyData() {
        return new QuadrantOptions(4, 1, 8, 0.55, 2);
    }

    /**
     * The same with another rule for a new label.
     *
     * @param above the probability it needs, in [0, 1)
     * @param inARow on how many releases, from 1
     * @return the changed options
     */
    public QuadrantOptions withHysteresis(double above, int inARow) {
        return new QuadrantOptions(yearLag, changeLag, minimumCount, above, inARow);
    }

    /**
     * The same with another minimum.
     *
     * @param changes how many changes there must be, from 2
     * @return the changed options
     */
    public QuadrantOptions withMinimumCount(int changes) {
        return new QuadrantOptions(yearLag, changeLag, changes, threshold, confirmations);
    }
}
