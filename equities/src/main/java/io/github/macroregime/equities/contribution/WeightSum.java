package io.github.macroregime.equities.contribution;

import java.io.Serializable;

/** What to do when the beginning weights do not add up to one. */
public sealed interface WeightSum extends Serializable {

    /**
     * Keeps the weights as given and reports the gap as unallocated.
     *
     * @param maximumGap the largest distance of the sum from one that is accepted, from 0
     */
    record Keep(double maximumGap) implements WeightSum {

        public Keep {
            if (!(maximumGap >= 0)) {
                throw new IllegalArgumentException("maximumGap must not be negative but was " + maximumGap);
            }
        }
    }

    /** Divides every weight by the sum. */
    record Normalise() implements WeightSum {}

    /** Keeps the weights and adds a line {@value #UNALLOCATED} with the rest of the weight and a return of zero. */
    record AddLine() implements WeightSum {}

    /** The id of the line that takes the weight that is not allocated. */
    String UNALLOCATED = "(unallocated)";
}
