package io.github.macroregime.equities.contribution;

import java.io.Serializable;

/**
 * What to do with a constituent that has a weight but no return of the day.
 *
 * <p>No choice but {@link Renormalise} changes the line of another constituent.
 */
public sealed interface MissingReturn extends Serializable {

    /**
     * Leaves it out; what it really added ends in the residual.
     *
     * @param maximumWeight the largest sum of absolute weights that may be missing, from 0
     */
    record Exclude(double maximumWeight) implements MissingReturn {

        public Exclude {
            checkLimit(maximumWeight);
        }
    }

    /** Takes the return as zero and says so on the line. */
    record ZeroReturn() implements MissingReturn {}

    /**
     * Leaves it out and scales the other weights up to the same sum.
     *
     * @param maximumWeight the largest sum of absolute weights that may be missing, from 0
     */
    record Renormalise(double maximumWeight) implements MissingReturn {

        public Renormalise {
            checkLimit(maximumWeight);
        }
    }

    /**
     * Repeats the newest return that is young enough, and says so on the line; leaves out what is older.
     *
     * @param maximumAgeDays how many calendar days old a return may be, from 1
     * @param maximumWeight the largest sum of absolute weights that may still be missing, from 0
     */
    record CarryForward(int maximumAgeDays, double maximumWeight) implements MissingReturn {

        public CarryForward {
            checkLimit(maximumWeight);
            if (maximumAgeDays < 1) {
                throw new IllegalArgumentException("maximumAgeDays must be at least 1 but was " + maximumAgeDays);
            }
        }
    }

    private static void checkLimit(double maximumWeight) {
        if (!(maximumWeight >= 0)) {
            throw new IllegalArgumentException("maximumWeight must not be negative but was " + maximumWeight);
        }
    }
}
