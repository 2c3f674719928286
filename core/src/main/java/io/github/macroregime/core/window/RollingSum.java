package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/**
 * The plain sum over a trailing window, as one suffix of the block before and one prefix of the block in progress,
 * so that nothing is ever taken out of a running total.
 */
final class RollingSum extends WindowedStatistic {

    private final double[] suffix;
    private double prefix;

    RollingSum(Window window) {
        super(window);
        this.suffix = new double[window.length() + 1];
    }

    private RollingSum(RollingSum source) {
        super(source);
        this.suffix = source.suffix.clone();
        this.prefix = source.prefix;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingSum(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        if (position < block.length - 1) {
            prefix += orZero(entering);
            return;
        }
        prefix = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            suffix[i] = suffix[i + 1] + orZero(block[i]);
        }
    }

    @Override
    double value(int position, int count, double newest) {
        return position == block.length - 1 ? suffix[0] : suffix[position + 1] + prefix;
    }

    @Override
    double valueWith(int position, int count, double leaving, double entering) {
        if (position < block.length - 1) {
            return suffix[position + 1] + (prefix + orZero(entering));
        }
        double sum = 0 + orZero(entering);
        for (int i = block.length - 2; i >= 0; i--) {
            sum += orZero(block[i]);
        }
        return sum;
    }

    private static double orZero(double x) {
        return Double.isNaN(x) ? 0 : x;
    }

    /** Every window of a series, complete or not. */
    static double[] of(double[] x, Window window) {
        return Require.finite(x, "x") ? ofComplete(x, window.length(), window.minimumCount()) : ofGapped(x, window);
    }

    /** Every window of a series with gaps, which add nothing. */
    static double[] ofGapped(double[] observed, Window window) {
        double[] x = CarriedForward.through(observed, window.missing());
        double[] filled = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            filled[t] = orZero(x[t]);
        }
        return WindowedStatistic.whereReady(ofComplete(filled, window.length(), 1), x, window);
    }

    /** Every window of a series without gaps. */
    static double[] ofComplete(double[] x, int window, int minimumCount) {
        double[] result = new double[x.length];
        double first = 0;
        for (int t = 0; t < Math.min(window - 1, x.length); t++) {
            first += x[t];
            result[t] = t + 1 < minimumCount ? Double.NaN : first;
        }
        double[] suffix = new double[Math.min(window, x.length)];
        for (int start = window; start <= x.length; start += window) {
            double sum = 0;
            for (int i = window - 1; i >= 0; i--) {
                sum += x[start - window + i];
                suffix[i] = sum;
            }
            result[start - 1] = sum;
            double prefix = 0;
            int end = Math.min(x.length, start + window - 1);
            for (int t = start, j = 1; t < end; t++, j++) {
                prefix += x[t];
                result[t] = suffix[j] + prefix;
            }
        }
        return result;
    }
}
