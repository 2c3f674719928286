package io.github.macroregime.equities.breadth;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/**
 * The place of a name in the order of trailing returns.
 *
 * @param rank 1 for the largest return; equal returns share the best of their ranks
 * @param name the name
 * @param trailing its return over the look-back
 */
public record Leader(int rank, String name, Rate trailing) implements Serializable {

    public Leader {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(trailing, "trailing");
        if (rank < 1) {
            throw new IllegalArgumentException("rank of " + name + " must be at least 1 but was " + rank);
        }
    }
}
