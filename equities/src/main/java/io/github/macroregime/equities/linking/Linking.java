package io.github.macroregime.equities.linking;

/**
 * How effects of single periods are carried over several periods.
 *
 * <p>{@link #CARINO} and {@link #MENCHERO} do not depend on the order of the periods; the other three do, because
 * they tell what happened to money: an effect of an early period is worth more when later periods gain.
 */
public enum Linking {
    /** Logarithmic coefficients {@code k_t / k}; needs returns above −100 %. Cariño 1999. */
    CARINO,
    /** An optimal common coefficient with a correction for each period; needs returns of at least −100 %. Menchero 2000. */
    MENCHERO,
    /** Earlier periods at the portfolio's growth, later ones at the benchmark's. GRAP 1997. */
    GRAP,
    /** Each period carries the effects of all earlier ones on at the benchmark's return. Frongello 2002. */
    FRONGELLO,
    /**
     * Each effect times the growth of the portfolio before it: what a unit invested at the start earned. Sums to the
     * cumulative return for contributions, where the benchmark is zero; for an index these are its points.
     */
    POINTS
}
