package io.github.macroregime.regime.curve;

/** Which end of the curve moved more. */
public enum CurveDriver {

    /** The short yield moved more. */
    FRONT,

    /** The long yield moved more. */
    LONG,

    /** Both moved by the same within the tolerance, or neither moved. */
    BOTH
}
