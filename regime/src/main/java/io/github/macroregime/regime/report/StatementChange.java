package io.github.macroregime.regime.report;

import java.io.Serializable;

/**
 * How one statement changed between two reports.
 *
 * @param before the earlier statement
 * @param after the later statement of the same subject
 */
public record StatementChange(MacroStatement before, MacroStatement after) implements Serializable {

    public StatementChange {
        if (!after.speaksOf(before)) {
            throw new IllegalArgumentException(
                    "after must speak of " + before.subject() + " but spoke of " + after.subject());
        }
    }

    /**
     * Whether the state is another one, for example a flattener after a steepener.
     *
     * @return true if the words of the state differ
     */
    public boolean isStateChanged() {
        return !before.state().equals(after.state());
    }

    /**
     * By how much the number changed.
     *
     * @return later less earlier, in their unit
     */
    public Figure by() {
        return after.figure().minus(before.figure());
    }

    boolean isMoved() {
        return isStateChanged()
                || Double.compare(before.figure().value(), after.figure().value()) != 0;
    }

    /** The subject, both states where they differ, both numbers and their difference. */
    @Override
    public String toString() {
        String states = isStateChanged() ? before.state() + " -> " + after.state() : after.state();
        return after.subject() + ": " + states + "; " + before.figure() + " -> " + after.figure() + " (" + by().signed()
                + ")";
    }
}
