package io.github.macroregime.regime.switching;

/** Whether a parameter of a Markov-switching model switches with the state or is common to all states. */
public enum ParameterScope {

    /** One value in every state. */
    COMMON,

    /** A value of its own in each state. */
    SWITCHING
}
