package io.github.macroregime.regime.macro;

/** Which direction of a series means tighter financial conditions. */
public enum Tightening {

    /** A higher value is tighter, as of a spread or a yield. */
    HIGHER,

    /** A lower value is tighter, as of a price of equities. */
    LOWER;

    double sign() {
        return this == HIGHER ? 1 : -1;
    }
}
