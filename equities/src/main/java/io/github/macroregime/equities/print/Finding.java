package io.github.macroregime.equities.print;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the figures say to one sentence.
 *
 * @param sentence the sentence that was checked
 * @param verdict whether the figures carry it
 * @param arithmetic the figures that decide it
 */
public record Finding(String sentence, Verdict verdict, String arithmetic) implements Serializable {

    /** Whether figures carry a sentence. */
    public enum Verdict {
        /** The figures carry it. */
        CARRIED("carried"),
        /** The figures say otherwise. */
        NOT_CARRIED("not carried"),
        /** The figures cannot tell. */
        UNDECIDED("undecided");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** The verdict in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    public Finding {
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(arithmetic, "arithmetic");
    }

    static Verdict verdict(boolean carried) {
        return carried ? Verdict.CARRIED : Verdict.NOT_CARRIED;
    }

    /** The sentence, the verdict and the arithmetic in one line. */
    @Override
    public String toString() {
        return sentence + ": " + verdict + " (" + arithmetic + ")";
    }
}
