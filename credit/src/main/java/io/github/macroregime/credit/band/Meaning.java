package io.github.macroregime.credit.band;

/** What the text of a band is about. */
public enum Meaning {

    /** A state of the market at this level. */
    STATE,

    /** How likely it is that the level is reached; it does not say what holds once it is. */
    LIKELIHOOD
}
