package io.github.macroregime.regime.state;

/** By what the states of a fitted model are numbered, so that a refit keeps their meaning. */
public enum StateOrder {

    /** The state of the smallest variance is 0; of equal variances the one of the smaller mean comes first. */
    VARIANCE,

    /** The state of the smallest mean is 0; of equal means the one of the smaller variance comes first. */
    MEAN
}
