package io.github.macroregime.core.window;

/** Leftover for {@code regime.signal}. */
public final class Running {

    private Running() {}

    public static RunningStatistic max(Window over) {
        return over.max().start();
    }

    public static RunningStatistic min(Window over) {
        return over.min().start();
    }

    public static RunningStatistic argMax(Window over) {
        return over.argMax().start();
    }

    public static RunningStatistic argMin(Window over) {
        return over.argMin().start();
    }

    public static RunningStatistic sampleVariance(Window over) {
        return over.sampleVariance().start();
    }

    public static RunningStatistic mean(Window over) {
        return over.mean().start();
    }

    public static RunningStatistic sampleDeviation(Window over) {
        return over.sampleDeviation().start();
    }

    public static RunningStatistic zScore(Window over) {
        return over.zScore().start();
    }

    public static RunningStatistic populationZScore(Window over) {
        return over.populationZScore().start();
    }

    public static RunningStatistic mean(Decay over) {
        return over.mean().start();
    }

    public static RunningStatistic populationDeviation(Decay over) {
        return over.populationDeviation().start();
    }
}
