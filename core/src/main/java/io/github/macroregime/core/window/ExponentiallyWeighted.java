package io.github.macroregime.core.window;

/** Leftover for {@code regime.signal}. */
public final class ExponentiallyWeighted {

    private ExponentiallyWeighted() {}

    public static double[] mean(double[] x, Decay over) {
        return over.mean().over(x);
    }

    public static double[] populationDeviation(double[] x, Decay over) {
        return over.populationDeviation().over(x);
    }
}
