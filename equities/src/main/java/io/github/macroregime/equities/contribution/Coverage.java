package io.github.macroregime.equities.contribution;

import java.io.Serializable;
import java.util.List;

/**
 * How much of the whole the lines stand for.
 *
 * @param namesGiven constituents given, charges not counted
 * @param namesUsed of those, how many have a return that entered the sum
 * @param weightGiven the sum of the weights given; NaN where weights are not known
 * @param weightUsed the sum of the weights that entered the sum; NaN where weights are not known
 * @param missing ids left out or taken as zero, in the order given
 * @param carried ids whose return was repeated from an earlier day, in the order given
 * @param weightAgeDays calendar days from the close of the weights to the day; 0 where the weights were given as those at
 *     the beginning of the day
 */
public record Coverage(
        int namesGiven,
        int namesUsed,
        double weightGiven,
        double weightUsed,
        List<String> missing,
        List<String> carried,
        int weightAgeDays)
        implements Serializable {

    public Coverage {
        missing = List.copyOf(missing);
        carried = List.copyOf(carried);
        if (namesUsed < 0 || namesUsed > namesGiven) {
            throw new IllegalArgumentException("namesUsed must lie in [0, " + namesGiven + "] but was " + namesUsed);
        }
        if (weightAgeDays < 0) {
            throw new IllegalArgumentException("weightAgeDays must not be negative but was " + weightAgeDays);
        }
    }

    Coverage withWeightAge(int days) {
        return new Coverage(namesGiven, namesUsed, weightGiven, weightUsed, missing, carried, days);
    }

    /**
     * The share of the names that have a return.
     *
     * @return from 0 to 1; 1 if no name was given
     */
    public double nameShare() {
        return namesGiven == 0 ? 1 : (double) namesUsed / namesGiven;
    }

    /**
     * The part of the whole that no line claims: one minus the sum of the weights used.
     *
     * @return the unallocated weight, negative if the weights exceed one; NaN where weights are not known
     */
    public double unallocated() {
        return 1 - weightUsed;
    }
}
