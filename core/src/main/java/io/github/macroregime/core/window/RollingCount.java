package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/** How many observations the positions of a window hold, whatever its minimum count and its policy for missing ones. */
final class RollingCount implements RunningStatistic {

    private final boolean[] observed;
    private int at = -1;
    private int count;

    RollingCount(Window window) {
        this.observed = new boolean[window.length()];
    }

    private RollingCount(RollingCount source) {
        this.observed = source.observed.clone();
        this.at = source.at;
        this.count = source.count;
    }

    @Override
    public double push(double x) {
        boolean entering = !Double.isNaN(Require.finite(x, "x"));
        at = at + 1 == observed.length ? 0 : at + 1;
        count += (entering ? 1 : 0) - (observed[at] ? 1 : 0);
        observed[at] = entering;
        return count;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingCount(this);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    static double[] of(double[] x, Window window) {
        Require.finite(x, "x");
        int length = window.length();
        double[] result = new double[x.length];
        int count = 0;
        for (int t = 0; t < x.length; t++) {
            count += Double.isNaN(x[t]) ? 0 : 1;
            count -= t >= length && !Double.isNaN(x[t - length]) ? 1 : 0;
            result[t] = count;
        }
        return result;
    }
}
