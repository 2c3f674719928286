package io.github.macroregime.benchmarks.reference;

import java.util.Arrays;

/** Every window from its own observations: the obvious way, and the only one where a library knows no windows. */
public final class EveryWindow {

    private EveryWindow() {}

    /** A statistic of part of an array. */
    @FunctionalInterface
    public interface OfRange {

        /**
         * The statistic.
         *
         * @param x the series, not to be changed
         * @param fromInclusive the first position
         * @param toExclusive the position behind the last
         * @return its value
         */
        double of(double[] x, int fromInclusive, int toExclusive);
    }

    /**
     * The statistic of each full window.
     *
     * @param x the series
     * @param window how many observations, from 1
     * @param statistic what is asked of each
     * @return one value for each observation, NaN before the first full window
     */
    public static double[] of(double[] x, int window, OfRange statistic) {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, Math.min(window - 1, x.length), Double.NaN);
        for (int t = window - 1; t < x.length; t++) {
            result[t] = statistic.of(x, t - window + 1, t + 1);
        }
        return result;
    }

    /**
     * The statistic of all observations so far.
     *
     * @param x the series
     * @param minimumCount the first answer, from 1
     * @param statistic what is asked of each
     * @return one value for each observation, NaN before there are enough
     */
    public static double[] expanding(double[] x, int minimumCount, OfRange statistic) {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, Math.min(minimumCount - 1, x.length), Double.NaN);
        for (int t = minimumCount - 1; t < x.length; t++) {
            result[t] = statistic.of(x, 0, t + 1);
        }
        return result;
    }

    /** The sum over the count. */
    public static double mean(double[] x, int fromInclusive, int toExclusive) {
        double sum = 0;
        for (int i = fromInclusive; i < toExclusive; i++) {
            sum += x[i];
        }
        return sum / (toExclusive - fromInclusive);
    }

    /** In two passes, divided by one less than the count. */
    public static double sampleDeviation(double[] x, int fromInclusive, int toExclusive) {
        double mean = mean(x, fromInclusive, toExclusive);
        double squares = 0;
        for (int i = fromInclusive; i < toExclusive; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(squares / (toExclusive - fromInclusive - 1));
    }

    /** By looking at each. */
    public static double max(double[] x, int fromInclusive, int toExclusive) {
        double max = x[fromInclusive];
        for (int i = fromInclusive + 1; i < toExclusive; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    /** By sorting a copy, type 7, the 95th percentile. */
    public static double quantile95(double[] x, int fromInclusive, int toExclusive) {
        double[] sorted = Arrays.copyOfRange(x, fromInclusive, toExclusive);
        Arrays.sort(sorted);
        double place = 0.95 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** By comparing the last with each, half of the ties counted. */
    public static double percentileRank(double[] x, int fromInclusive, int toExclusive) {
        double last = x[toExclusive - 1];
        int below = 0;
        int equal = 0;
        for (int i = fromInclusive; i < toExclusive; i++) {
            below += x[i] < last ? 1 : 0;
            equal += x[i] == last ? 1 : 0;
        }
        return (below + 0.5 * equal) / (toExclusive - fromInclusive);
    }
}
