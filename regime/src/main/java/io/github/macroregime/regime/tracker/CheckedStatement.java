package io.github.macroregime.regime.tracker;

import java.io.Serializable;

/**
 * A printed sentence with what the figures say to it.
 *
 * @param text the sentence as printed, or the check that the figures themselves call for
 * @param verdict whether the figures carry it
 * @param arithmetic the figures that decide it
 */
public record CheckedStatement(String text, Verdict verdict, String arithmetic) implements Serializable {

    /** Whether the figures carry a sentence. */
    public enum Verdict {
        /** The figures carry it. */
        HOLDS("holds"),
        /** The figures contradict it. */
        FAILS("does not hold"),
        /** The figures allow it only under a condition that the arithmetic names. */
        STRAINED("only under a condition"),
        /** The figures do not decide. */
        OPEN("cannot be decided");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** The verdict in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** The sentence, the verdict and the arithmetic. */
    @Override
    public String toString() {
        return text + ": " + verdict + " (" + arithmetic + ")";
    }
}
