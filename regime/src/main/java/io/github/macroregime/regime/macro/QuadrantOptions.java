package io.github.macroregime.regime.macro;

import java.io.Serializable;

/**
 * How growth and inflation are turned into quadrants.
 *
 * @param yearLag how many observations make a year, from 1
 * @param changeLag over how many observations the growth rate is said to rise or fall, from 1
 * @param minimumCount how many changes there must be before a probability is given, from 2
 * @param margin quadrants whose probability is at most this below that of the first are near-tied with it, in [0, 1)
 */
public record QuadrantOptions(int yearLag, int changeLag, int minimumCount, double margin) implements Serializable {

    /**
     * The margin of the defaults, chosen on data before 2000: the smallest one at which no more than a quarter of the
     * turns was undone within three releases.
     */
    public static final double DEFAULT_MARGIN = 0.10;

    public QuadrantOptions {
        require(yearLag >= 1, "yearLag must be at least 1", yearLag);
        require(changeLag >= 1, "changeLag must be at least 1", changeLag);
        require(minimumCount >= 2, "minimumCount must be at least 2", minimumCount);
        require(margin >= 0 && margin < 1, "margin must lie in [0, 1)", margin);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    /**
     * Monthly data: a year of 12, changes over 3, at least 24 changes, near-tied within {@value #DEFAULT_MARGIN}.
     *
     * @return the defaults
     */
    public static QuadrantOptions withDefaults() {
        return new QuadrantOptions(12, 3, 24, DEFAULT_MARGIN);
    }

    /**
     * Quarterly data: a year of 4, changes over 1, at least 8 changes, near-tied within {@value #DEFAULT_MARGIN}.
     *
     * @return options for quarterly data
     */
    public static QuadrantOptions ofQuarterlyData() {
        return new QuadrantOptions(4, 1, 8, DEFAULT_MARGIN);
    }

    /**
     * The same with another margin.
     *
     * @param below quadrants at most this far below the first are near-tied with it, in [0, 1)
     * @return the changed options
     */
    public QuadrantOptions withMargin(double below) {
        return new QuadrantOptions(yearLag, changeLag, minimumCount, below);
    }

    /**
     * The same with another minimum.
     *
     * @param changes how many changes there must be, from 2
     * @return the changed options
     */
    public QuadrantOptions withMinimumCount(int changes) {
        return new QuadrantOptions(yearLag, changeLag, changes, margin);
    }
}
