package io.github.macroregime.equities.contribution;

/** Where the return of a line comes from. */
public enum Standing {
    /** Observed on the day. */
    OBSERVED(""),
    /** Printed by somebody, together with the contribution and without a weight. */
    PRINTED(""),
    /** Repeated from an earlier day. */
    CARRIED("carried"),
    /** Not observed and taken as zero. */
    ZERO_FILLED("taken as 0"),
    /** Not observed and left out. */
    EXCLUDED("no return"),
    /** A contribution without weight and return, such as a fee. */
    CHARGE("charge"),
    /** Weight that no constituent claims. */
    UNALLOCATED("unallocated"),
    /** Several lines together. */
    GROUP("");

    private final String note;

    Standing(String note) {
        this.note = note;
    }

    String note() {
        return note;
    }
}
