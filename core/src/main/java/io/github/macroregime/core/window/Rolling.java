package io.github.macroregime.core.window;

/** Leftover for {@code regime.signal}. */
public final class Rolling {

    private Rolling() {}

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] mean(double[] x, int over) {
        return Window.of(over).mean().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] slope(double[] x, int over) {
        return Window.of(over).slope().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] sampleDeviation(double[] x, Window over) {
        return over.sampleDeviation().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] max(double[] x, Window over) {
        return over.max().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] min(double[] x, Window over) {
        return over.min().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] zScore(double[] x, Window over) {
        return over.zScore().over(x);
    }

    /**
     * Leftover.
     *
     * @param x the series
     * @param over what it is taken over
     * @return the statistic
     */
    public static double[] populationZScore(double[] x, Window over) {
        return over.populationZScore().over(x);
    }
}
