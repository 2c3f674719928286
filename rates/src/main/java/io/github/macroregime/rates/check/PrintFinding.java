package io.github.macroregime.rates.check;

import java.io.Serializable;

/**
 * One line of the check of printed figures.
 *
 * @param subject what was looked at
 * @param verdict whether the statement can be true
 * @param implied the number that the rest of the statement implies here
 * @param arithmetic the sum in words and figures
 */
public record PrintFinding(Subject subject, Verdict verdict, RateRange implied, String arithmetic)
        implements Serializable {

    /** What a finding is about. */
    public enum Subject {
        /** Start, total and terminal rate against each other. */
        LEVEL,
        /** The probability at one meeting as an expected change. */
        PROBABILITY,
        /** The changes of a span of meetings together. */
        SPAN,
        /** The change at one meeting of which several things are said. */
        MEETING,
        /** What the meetings that the statement leaves out would have to add up to. */
        REST
    }

    /** Whether a statement can be true. */
    public enum Verdict {
        /** It fits with everything else said. */
        CONSISTENT,
        /** It can be true only if the implied number is. */
        CONDITIONAL,
        /** It contradicts the rest. */
        INCONSISTENT
    }

    /** The verdict and the arithmetic. */
    @Override
    public String toString() {
        return verdict + "  " + arithmetic;
    }
}
