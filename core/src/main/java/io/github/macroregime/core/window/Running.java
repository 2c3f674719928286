package io.github.macroregime.core.window;

/** Leftover for {@code regime.signal}. */
public final class Running {

    private Running() {}

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic max(Window over) {
        return over.max().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic min(Window over) {
        return over.min().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic argMax(Window over) {
        return over.argMax().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic argMin(Window over) {
        return over.argMin().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic sampleVariance(Window over) {
        return over.sampleVariance().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic mean(Window over) {
        return over.mean().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic sampleDeviation(Window over) {
        return over.sampleDeviation().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic zScore(Window over) {
        return over.zScore().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic populationZScore(Window over) {
        return over.populationZScore().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic mean(Decay over) {
        return over.mean().start();
    }

    /**
     * Leftover.
     *
     * @param over what it is taken over
     * @return the statistic
     */
    public static RunningStatistic populationDeviation(Decay over) {
        return over.populationDeviation().start();
    }
}
