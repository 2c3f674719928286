package io.github.macroregime.core.window;

import java.io.Serializable;

/**
 * What a window does about observations that are missing.
 *
 * <p>A missing value is {@code NaN} and nothing else. Under every policy the result recovers as soon as the gap
 * has left the window.
 */
public sealed interface Missing extends Serializable {

    /** A missing value in the window makes the result missing; the default everywhere. */
    Missing STRICT = new Strict();

    /** The observations that are there count, if there are at least as many as the minimum count. */
    Missing SKIP = new Skip();

    /**
     * The last observation stands in for a missing one until it is too old; what is still missing then counts as
     * under {@link #STRICT}.
     *
     * @param maxAge for how many positions in a row a value may be repeated, from 0
     * @return the policy
     * @throws IllegalArgumentException if the age is negative
     */
    static Missing carry(int maxAge) {
        return new Carry(maxAge);
    }

    /** The policy of {@link #STRICT}. */
    record Strict() implements Missing {
        @Override
        public String toString() {
            return "no gaps";
        }
    }

    /** The policy of {@link #SKIP}. */
    record Skip() implements Missing {
        @Override
        public String toString() {
            return "gaps skipped";
        }
    }

    /**
     * The policy of {@link #carry(int)}.
     *
     * @param maxAge for how many positions in a row a value may be repeated, from 0
     */
    record Carry(int maxAge) implements Missing {

        public Carry {
            if (maxAge < 0) {
                throw new IllegalArgumentException("maxAge must not be negative but was " + maxAge);
            }
        }

        @Override
        public String toString() {
            return "gaps carried up to " + maxAge;
        }
    }
}
