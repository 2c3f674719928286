package io.github.macroregime.regime.macro;

/** How the parts of an index of financial conditions are weighed. */
public enum ConditionWeights {

    /** Every part counts the same. */
    EQUAL,

    /**
     * By the first principal component of the standardised parts up to each date, scaled so that the sizes of the
     * weights sum to one and signed so that their sum is positive: up is tighter.
     */
    FIRST_COMPONENT
}
