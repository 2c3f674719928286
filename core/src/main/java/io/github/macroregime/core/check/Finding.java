package io.github.macroregime.core.check;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the figures say about one statement.
 *
 * @param statement the statement that was checked, as printed or as a sentence of the check itself
 * @param verdict whether the figures bear it out
 * @param arithmetic the figures that decide it, or what is lacking to decide it
 */
public record Finding(String statement, Verdict verdict, String arithmetic) implements Serializable {

    public Finding {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(arithmetic, "arithmetic");
    }

    /** The statement, the verdict and the arithmetic in one line. */
    @Override
    public String toString() {
        return statement + ": " + verdict + " (" + arithmetic + ")";
    }
}
