package io.github.macroregime.regime.state;

/** Whether a coefficient of a switching model is one for all states or has a value in each. */
public enum Sharing {

    /** One value in every state. */
    COMMON,

    /** A value of its own in each state. */
    BY_STATE
}
