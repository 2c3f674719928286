package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/**
 * Ranks of an array, and the correlations that are made of ranks.
 *
 * <p>Ranks rise from 1 for the smallest number. <b>Cost</b>: one sort, two for a correlation.
 */
public final class Ranks {

    /** Which rank {@index ties}, equal numbers, get. */
    public enum Ties {
        /** The mean of the ranks they take up. */
        AVERAGE,
        /** The lowest of the ranks they take up. */
        LOWEST,
        /** The highest of the ranks they take up. */
        HIGHEST,
        /** The lowest, and the next number gets the next rank without a gap. */
        DENSE,
        /** Ranks in the order of their places. */
        FIRST
    }

    private Ranks() {}

    /**
     * The rank of each number.
     *
     * <p><b>Missing</b> values get no rank and are not counted.
     *
     * @param x the numbers, in any order
     * @param ties what equal numbers get
     * @return one rank from 1 for each number, NaN where the number is missing
     * @throws IllegalArgumentException if a number is infinite
     */
    public static double[] of(double[] x, Ties ties) {
        Require.finite(x, "x");
        double[] ascending = ascending(x);
        int[] ends = new int[ascending.length];
        int[] groups = new int[ascending.length];
        for (int to = 0, group = 1; to < ascending.length; group++) {
            int from = to;
            while (to < ascending.length && ascending[to] == ascending[from]) {
                to++;
            }
            ends[from] = to;
            groups[from] = group;
        }
        int[] taken = new int[ascending.length];
        double[] ranks = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            ranks[i] = Double.NaN;
            if (!Double.isNaN(x[i])) {
                int from = firstAtLeast(ascending, x[i]);
                ranks[i] = switch (ties) {
                    case AVERAGE -> (from + 1 + ends[from]) / 2.0;
                    case LOWEST -> from + 1;
                    case HIGHEST -> ends[from];
                    case DENSE -> groups[from];
                    case FIRST -> from + ++taken[from];
                };
            }
        }
        return ranks;
    }

    /** The numbers in order, missing ones left out and zeros without a sign. */
    private static double[] ascending(double[] x) {
        double[] ascending = new double[x.length];
        int count = 0;
        for (double each : x) {
            if (!Double.isNaN(each)) {
                ascending[count++] = each + 0.0;
            }
        }
        Arrays.sort(ascending, 0, count);
        return Arrays.copyOf(ascending, count);
    }

    private static int firstAtLeast(double[] ascending, double value) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * {@index "Spearman's correlation"} ({@index "rank correlation"}): Pearson's correlation of the average ranks.
     *
     * <p><b>Missing</b>: a NaN anywhere makes the result NaN.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @return from −1 to 1, NaN if all numbers of one array are equal
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ or one is infinite
     */
    public static double spearman(double[] x, double[] y) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        return complete(x, y) ? Moments.correlation(of(x, Ties.AVERAGE), of(y, Ties.AVERAGE)) : Double.NaN;
    }

    /**
     * {@index "Kendall's tau-b"}: concordant pairs C less discordant pairs D, corrected for ties: {@code (C - D) /
     * sqrt((P - X)(P - Y))} with P pairs of which X are tied in x and Y in y.
     *
     * <p><b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: the square of the length.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @return from −1 to 1, NaN if all numbers of one array are equal
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ or one is infinite
     */
    public static double kendall(double[] x, double[] y) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        if (!complete(x, y)) {
            return Double.NaN;
        }
        long surplus = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 1; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int orderX = sign(x[i], x[j]);
                int orderY = sign(y[i], y[j]);
                surplus += (long) orderX * orderY;
                untiedX += orderX == 0 ? 0 : 1;
                untiedY += orderY == 0 ? 0 : 1;
            }
        }
        double scale = Math.sqrt((double) untiedX) * Math.sqrt((double) untiedY);
        return scale > 0 ? Math.max(-1, Math.min(1, surplus / scale)) : Double.NaN;
    }

    private static boolean complete(double[] x, double[] y) {
        boolean completeX = Require.finite(x, "x");
        return Require.finite(y, "y") && completeX;
    }

    private static int sign(double a, double b) {
        return a == b ? 0 : a > b ? 1 : -1;
    }
}
