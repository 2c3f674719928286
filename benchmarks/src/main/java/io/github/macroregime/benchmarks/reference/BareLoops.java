package io.github.macroregime.benchmarks.reference;

import java.util.Arrays;

/**
 * The least a statistic can cost: one loop without checks, missing values or care for rounding.
 *
 * <p>The running differences lose digits (a mean drifts, a variance is ruined by an outlier that has left), which is
 * why they are bounds and not candidates.
 */
public final class BareLoops {

    private BareLoops() {}

    /** A running sum that adds the newest and takes away the oldest. */
    public static double[] mean(double[] x, int window) {
        double[] result = new double[x.length];
        double sum = 0;
        for (int t = 0; t < window - 1; t++) {
            sum += x[t];
            result[t] = Double.NaN;
        }
        double weight = 1.0 / window;
        for (int t = window - 1; t < x.length; t++) {
            sum += x[t];
            result[t] = sum * weight;
            sum -= x[t - window + 1];
        }
        return result;
    }

    /** Welford's mean and squares with the oldest swapped for the newest. */
    public static double[] sampleDeviation(double[] x, int window) {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, window - 1, Double.NaN);
        double mean = EveryWindow.mean(x, 0, window);
        double deviation = EveryWindow.sampleDeviation(x, 0, window);
        double squares = deviation * deviation * (window - 1);
        result[window - 1] = deviation;
        double weight = 1.0 / window;
        double divisor = 1.0 / (window - 1);
        for (int t = window; t < x.length; t++) {
            double change = x[t] - x[t - window];
            double before = mean;
            mean += change * weight;
            squares += change * (x[t] - mean + x[t - window] - before);
            result[t] = Math.sqrt(squares * divisor);
        }
        return result;
    }

    /** Blocks of one window, the largest of a suffix and a prefix. */
    public static double[] max(double[] x, int window) {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, window - 1, Double.NaN);
        double[] suffix = new double[window + 1];
        for (int start = 0; start < x.length; start += window) {
            int end = Math.min(start + window, x.length);
            double prefix = Double.NEGATIVE_INFINITY;
            for (int t = start; t < end; t++) {
                prefix = Math.max(prefix, x[t]);
                if (t >= window - 1) {
                    result[t] = Math.max(suffix[t - start + 1], prefix);
                }
            }
            suffix[window] = Double.NEGATIVE_INFINITY;
            for (int i = end - start - 1; i >= 0; i--) {
                suffix[i] = Math.max(x[start + i], i + 1 == end - start ? x[start + i] : suffix[i + 1]);
            }
        }
        return result;
    }

    /** The recursion from the first observation. */
    public static double[] exponentialMean(double[] x, double alpha) {
        double[] result = new double[x.length];
        double mean = x[0];
        for (int t = 0; t < x.length; t++) {
            mean += alpha * (x[t] - mean);
            result[t] = mean;
        }
        return result;
    }

    /** One sort of the whole series. */
    public static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
