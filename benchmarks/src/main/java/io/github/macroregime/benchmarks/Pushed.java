package io.github.macroregime.benchmarks;

import io.github.macroregime.core.window.RunningStatistic;

/** A whole series through a running form. */
final class Pushed {

    private Pushed() {}

    /** One answer for each observation. */
    static double[] through(RunningStatistic state, double[] x) {
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            result[t] = state.push(x[t]);
        }
        return result;
    }
}
