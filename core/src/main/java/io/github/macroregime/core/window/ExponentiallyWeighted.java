package io.github.macroregime.core.window;

/** Leftover for {@code regime.signal}. */
public final class ExponentiallyWeighted {

    private ExponentiallyWeighted() {}

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] mean(double[] x, Decay over) {
        return over.mean().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] populationDeviation(double[] x, Decay over) {
        return over.populationDeviation().over(x);
    }
}
