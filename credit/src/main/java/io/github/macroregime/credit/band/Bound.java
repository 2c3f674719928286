package io.github.macroregime.credit.band;

import io.github.macroregime.core.unit.Rate;
import java.io.Serializable;
import java.util.Objects;

/** Where a band begins or ends: at a level, or never. */
public sealed interface Bound extends Serializable {

    /** The band goes on without end on this side. */
    Bound NONE = new Unbounded();

    /**
     * A bound at a level.
     *
     * @param level the level
     * @param ownership whether the level itself belongs to the band
     * @return the bound
     */
    static Bound at(Rate level, Ownership ownership) {
        return new Edge(level, ownership);
    }

    /** No bound. */
    record Unbounded() implements Bound {}

    /**
     * A bound at a level.
     *
     * @param level the level
     * @param ownership whether the level itself belongs to the band
     */
    record Edge(Rate level, Ownership ownership) implements Bound {

        public Edge {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(ownership, "ownership");
        }
    }
}
