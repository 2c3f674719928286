package io.github.macroregime.regime.signal;

/** How far averages of a level lie behind it, by the change of each day. */
final class Averages {

    private Averages() {}

    /** What is still missing of a change in an exponential average so many days later: {@code (1 - alpha)^(lag + 1)}. */
    static double behind(double alpha, int lag) {
        return StrictMath.pow(1 - alpha, lag + 1);
    }

    /** The weight of a change in the mean of a window less its newest level: {@code (lag + 1) / n - 1}. */
    static double fromMean(int window, int lag) {
        return lag < window - 1 ? (lag + 1.0) / window - 1 : 0;
    }
}
