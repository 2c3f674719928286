package io.github.macroregime.core.check;

import java.util.Collection;
import java.util.Comparator;

/** Whether a printed statement agrees with the figures, from the best verdict to the worst. */
public enum Verdict {
    /** The figures bear the statement out. */
    CONSISTENT("consistent"),
    /** The figures cannot tell. */
    UNDECIDED("undecided"),
    /** The statement can be true only under a condition, which the arithmetic of the finding names. */
    CONDITIONAL("consistent only under a condition"),
    /** The figures contradict the statement. */
    INCONSISTENT("inconsistent");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * The verdict where the figures decide.
     *
     * @param consistent whether they bear the statement out
     * @return consistent or inconsistent
     */
    public static Verdict of(boolean consistent) {
        return consistent ? CONSISTENT : INCONSISTENT;
    }

    /**
     * The worst of some verdicts.
     *
     * @param verdicts verdicts in any order
     * @return the last of them in the order of this enum, consistent if there are none
     */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(CONSISTENT);
    }

    /** The verdict in words. */
    @Override
    public String toString() {
        return words;
    }
}
