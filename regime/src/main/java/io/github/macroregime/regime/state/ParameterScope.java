package io.github.macroregime.regime.state;

/** Whether a parameter of a model of hidden states switches with the state or is common to all states. */
public enum ParameterScope {

    /** One value in every state. */
    COMMON,

    /** A value of its own in each state. */
    SWITCHING
}
