package io.github.macroregime.credit.band;

/** Whether an edge belongs to the band it bounds, and whether the source of the band said so. */
public enum Ownership {

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
