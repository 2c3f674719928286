package io.github.macroregime.core.stats;

import java.util.Arrays;

/**
 * Sums and squares over a trailing window, without ever taking a value out of a running total.
 *
 * <p>Time is cut into blocks as long as the window. When a block is complete, the sums over each of its suffixes are
 * taken once, about its last observation; a window is then one suffix of the block before and one prefix of the
 * block in progress. Every pivot that is used lies inside the window, hence
 * {@code sum (x - pivot)^2 <= (1 + n) sum (x - mean)^2}: the level of the series costs no digits, nothing drifts, and
 * what has left the window is forgotten entirely.
 *
 * <p>The prefix shares the pivot of the suffix if the block before ended in an observation. If it ended in a gap,
 * the prefix takes its own first observation, and the suffix is moved to it when the two are put together; without
 * a gap that move is by zero and changes no bit.
 */
final class PivotedMoment extends WindowedStatistic {

    private final Moment moment;
    private final int[] suffixCount;
    private final double[] suffixSum;
    private final double[] suffixSquares;
    private double suffixPivot = Double.NaN;
    private int prefixCount;
    private double prefixSum;
    private double prefixSquares;
    private double prefixPivot = Double.NaN;

    PivotedMoment(Moment moment, Window window) {
        super(window);
        this.moment = moment;
        this.suffixCount = new int[window.length() + 1];
        this.suffixSum = new double[window.length() + 1];
        this.suffixSquares = new double[window.length() + 1];
    }

    private PivotedMoment(PivotedMoment source) {
        super(source);
        this.moment = source.moment;
        this.suffixCount = source.suffixCount.clone();
        this.suffixSum = source.suffixSum.clone();
        this.suffixSquares = source.suffixSquares.clone();
        this.suffixPivot = source.suffixPivot;
        this.prefixCount = source.prefixCount;
        this.prefixSum = source.prefixSum;
        this.prefixSquares = source.prefixSquares;
        this.prefixPivot = source.prefixPivot;
    }

    @Override
    public RunningStatistic copy() {
        return new PivotedMoment(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        if (position == block.length - 1) {
            beginBlock();
            return;
        }
        if (Double.isNaN(entering)) {
            return;
        }
        if (Double.isNaN(prefixPivot)) {
            prefixPivot = entering;
        }
        double fromPivot = entering - prefixPivot;
        prefixCount++;
        prefixSum += fromPivot;
        prefixSquares += fromPivot * fromPivot;
    }

    private void beginBlock() {
        suffixPivot = lastObservation();
        prefixPivot = block[block.length - 1];
        prefixCount = 0;
        prefixSum = 0;
        prefixSquares = 0;
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            if (!Double.isNaN(block[i])) {
                double fromPivot = block[i] - suffixPivot;
                count++;
                sum += fromPivot;
                squares += fromPivot * fromPivot;
            }
            suffixCount[i] = count;
            suffixSum[i] = sum;
            suffixSquares[i] = squares;
        }
    }

    private double lastObservation() {
        int i = block.length - 1;
        while (i > 0 && Double.isNaN(block[i])) {
            i--;
        }
        return block[i];
    }

    @Override
    double value(int position, int count, double newest) {
        int suffix = position == block.length - 1 ? 0 : position + 1;
        double inSuffix = suffixCount[suffix];
        if (inSuffix == 0) {
            return moment.read(prefixCount, prefixPivot, prefixSum, prefixSquares, newest);
        }
        double sum = suffixSum[suffix];
        double squares = suffixSquares[suffix];
        if (prefixCount == 0) {
            return moment.read(inSuffix, suffixPivot, sum, squares, newest);
        }
        double move = suffixPivot - prefixPivot;
        squares += 2 * move * sum + inSuffix * (move * move);
        sum += inSuffix * move;
        return moment.read(inSuffix + prefixCount, prefixPivot, sum + prefixSum, squares + prefixSquares, newest);
    }

    /** The mean alone, without the squares. */
    static double[] meanOfComplete(double[] x, int window, int minimumCount) {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, Math.min(window - 1, x.length), Double.NaN);
        double[] suffix = new double[Math.min(window, x.length)];
        firstBlock(Moment.MEAN, x, window, minimumCount, result);
        for (int start = window; start <= x.length; start += window) {
            double pivot = x[start - 1];
            double sum = 0;
            for (int i = window - 1; i >= 0; i--) {
                sum += x[start - window + i] - pivot;
                suffix[i] = sum;
            }
            result[start - 1] = pivot + sum / window;
            double prefix = 0;
            int end = Math.min(x.length, start + window - 1);
            for (int t = start, j = 1; t < end; t++, j++) {
                prefix += x[t] - pivot;
                result[t] = suffix[j] + prefix;
            }
            // A loop of its own, so that the division vectorises.
            for (int t = start; t < end; t++) {
                result[t] = pivot + result[t] / window;
            }
        }
        return result;
    }

    /** Every full window of a series without gaps, for which each block has one count and one pivot. */
    static double[] ofComplete(Moment moment, double[] x, int window, int minimumCount) {
        double[] result = new double[x.length];
        Arrays.fill(result, 0, Math.min(window - 1, x.length), Double.NaN);
        int block = Math.min(window, x.length);
        double[] suffixSum = new double[block];
        double[] suffixSquares = new double[block];
        double[] sum = new double[block];
        double[] squares = new double[block];
        firstBlock(moment, x, window, minimumCount, result);
        for (int start = window; start <= x.length; start += window) {
            double pivot = x[start - 1];
            suffixes(x, start - window, window, suffixSum, suffixSquares);
            sum[0] = suffixSum[0];
            squares[0] = suffixSquares[0];
            int end = Math.min(x.length, start + window - 1);
            double prefixSum = 0;
            double prefixSquares = 0;
            for (int t = start, j = 1; t < end; t++, j++) {
                double fromPivot = x[t] - pivot;
                prefixSum += fromPivot;
                prefixSquares += fromPivot * fromPivot;
                sum[j] = suffixSum[j] + prefixSum;
                squares[j] = suffixSquares[j] + prefixSquares;
            }
            moment.read(window, pivot, sum, squares, x, start - 1, end, result);
        }
        return result;
    }

    private static void suffixes(double[] x, int start, int window, double[] suffixSum, double[] suffixSquares) {
        double pivot = x[start + window - 1];
        double sum = 0;
        double squares = 0;
        for (int i = window - 1; i >= 0; i--) {
            double fromPivot = x[start + i] - pivot;
            sum += fromPivot;
            squares += fromPivot * fromPivot;
            suffixSum[i] = sum;
            suffixSquares[i] = squares;
        }
    }

    private static void firstBlock(Moment moment, double[] x, int window, int minimumCount, double[] result) {
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < Math.min(window - 1, x.length); t++) {
            double fromPivot = x[t] - x[0];
            sum += fromPivot;
            squares += fromPivot * fromPivot;
            if (t + 1 >= minimumCount) {
                result[t] = moment.read(t + 1, x[0], sum, squares, x[t]);
            }
        }
    }
}
