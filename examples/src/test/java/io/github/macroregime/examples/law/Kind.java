package io.github.macroregime.examples.law;

/** What the answer of a function has to do with the order of its series, and so which law it keeps. */
enum Kind {

    /** Series to series: what stands at a position or date depends on nothing after it. */
    CAUSAL,

    /** One answer about all of the series: it must not carry a value for each position. */
    WHOLE,

    /** An object about all of the series that keeps something for each position, such as the residuals of a fit. */
    FIT,

    /** As known on the date among the arguments: what lies after that date may be cut off or be anything. */
    DATED,

    /** Positions are names and not times: putting them in another order puts the answer in that order. */
    EXCHANGEABLE,

    /** Positions belong to something else that is bound, such as states or unknowns: only one length is accepted. */
    VECTOR,

    /** Values for periods: those of all periods but the last depend on nothing after them. */
    PERIODS,

    /** What follows each position: a value that is given already does not change. The name says "forward". */
    FORWARD,

    /** What the whole sample says about each position. The name says "Hindsight". */
    HINDSIGHT,

    /** Shares of the days in a closed stretch of time, known at its end; for the rooms that link effects. */
    LINKED,

    /** A check or a store: it answers nothing. */
    CHECK
}
