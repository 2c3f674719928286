package io.github.macroregime.benchmarks;

import java.util.SplittableRandom;

/** Seeded series: random walks, because order statistics of independent draws are the easier ones. */
final class Walk {

    private Walk() {}

    /** A walk about a level of 1,000 with steps below one half. */
    static double[] of(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[length];
        double level = 1000;
        for (int t = 0; t < length; t++) {
            level += random.nextDouble() - 0.5;
            x[t] = level;
        }
        return x;
    }

    /** Prices above zero whose daily changes are about one percent. */
    static double[] prices(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] close = new double[length];
        double logarithm = Math.log(4000);
        for (int t = 0; t < length; t++) {
            logarithm += 0.035 * (random.nextDouble() - 0.5);
            close[t] = Math.exp(logarithm);
        }
        return close;
    }
}
