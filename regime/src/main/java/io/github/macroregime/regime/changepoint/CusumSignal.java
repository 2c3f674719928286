package io.github.macroregime.regime.changepoint;

/** What a CUSUM chart says at an observation. */
public enum CusumSignal {

    /** The upper sum passed its threshold: the mean has risen. */
    RISEN,

    /** The lower sum passed its threshold: the mean has fallen. */
    FALLEN,

    /** Neither sum passed it. */
    IN_CONTROL
}
