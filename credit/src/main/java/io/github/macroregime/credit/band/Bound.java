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

    /** Whether an edge belongs to the band it bounds, and whether the source of the band said so. */
    enum Ownership {

        /** The edge belongs to the band, as its source states. */
        INCLUDED,

        /** The edge does not belong to the band, as its source states. */
        EXCLUDED,

        /** The edge is taken into the band because the source does not say. */
        ASSUMED_INCLUDED,

        /** The edge is left out of the band because the source does not say. */
        ASSUMED_EXCLUDED;

        /**
         * Whether the edge belongs to the band.
         *
         * @return true for both kinds of inclusion
         */
        public boolean includes() {
            return this == INCLUDED || this == ASSUMED_INCLUDED;
        }

        /**
         * Whether the source says to whom the edge belongs.
         *
         * @return false for the assumed kinds
         */
        public boolean isStated() {
            return this == INCLUDED || this == EXCLUDED;
        }
    }
}
