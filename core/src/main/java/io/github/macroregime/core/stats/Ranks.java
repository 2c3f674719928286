package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/**
 * Ranks of an array, and the correlations that are made of ranks.
 *
 * <p>Ranks rise from 1 for the smallest number. <b>Cost</b>: linear; a correlation ranks twice.
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

    private static final int DIGIT_BITS = 8;

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
        double[] ranks = new double[x.length];
        Arrays.fill(ranks, Double.NaN);
        int[] order = order(x);
        for (int from = 0, to = 0, group = 1; from < order.length; from = to, group++) {
            while (to < order.length && x[order[to]] == x[order[from]]) {
                to++;
            }
            for (int at = from; at < to; at++) {
                ranks[order[at]] = switch (ties) {
                    case AVERAGE -> (from + 1 + to) / 2.0;
                    case LOWEST -> from + 1;
                    case HIGHEST -> to;
                    case DENSE -> group;
                    case FIRST -> at + 1;
                };
            }
        }
        return ranks;
    }

    /** The places of the numbers in ascending order, equal ones as they stand: a radix sort of their bits. */
    private static int[] order(double[] x) {
        long[] keys = new long[x.length];
        int[] places = new int[x.length];
        int[][] starts = new int[Long.BYTES][(1 << DIGIT_BITS) + 1];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                // Negative numbers with all bits turned, others with the sign turned, zeros without a sign.
                long bits = Double.doubleToRawLongBits(x[i] + 0.0);
                keys[i] = bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
                places[count++] = i;
                for (int at = 0; at < starts.length; at++) {
                    starts[at][digit(keys[i], at) + 1]++;
                }
            }
        }
        int[] order = Arrays.copyOf(places, count);
        for (int at = 0; count > 0 && at < starts.length; at++) {
            order = byDigit(order, keys, at, starts[at]);
        }
        return order;
    }

    private static int[] byDigit(int[] places, long[] keys, int at, int[] starts) {
        if (starts[digit(keys[places[0]], at) + 1] == places.length) {
            return places;
        }
        for (int digit = 1; digit < starts.length; digit++) {
            starts[digit] += starts[digit - 1];
        }
        int[] sorted = new int[places.length];
        for (int place : places) {
            sorted[starts[digit(keys[place], at)]++] = place;
        }
        return sorted;
    }

    private static int digit(long key, int at) {
        return (int) (key >>> (DIGIT_BITS * at)) & ((1 << DIGIT_BITS) - 1);
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
