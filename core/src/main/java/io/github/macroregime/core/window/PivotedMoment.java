package io.github.macroregime.core.window;

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

    private static final int READ_TOGETHER = 1024;

    private final Moment moment;
    private final int[] suffixCount;
    private final double[] suffixSum;
    private final double[] suffixSquares;
    private double suffixPivot = Double.NaN;
    private int prefixCount;
    private double prefixSum;
    private double prefixSquares;
    private double prefixPivot = Double.NaN;
    private int far;

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
        this.far = source.far;
    }

    @Override
    public RunningStatistic copy() {
        return new PivotedMoment(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        far += (Far.is(entering) ? 1 : 0) - (Far.is(leaving) ? 1 : 0);
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
        suffixPivot = suffixes(block, 0, block.length, suffixCount, suffixSum, suffixSquares);
        prefixPivot = block[block.length - 1];
        prefixCount = 0;
        prefixSum = 0;
        prefixSquares = 0;
    }

    @Override
    double value(int position, int count, double newest) {
        if (far > 0) {
            return Far.moment(moment, observations(position, count), newest);
        }
        int suffix = position == block.length - 1 ? 0 : position + 1;
        return read(suffix, prefixCount, prefixPivot, prefixSum, prefixSquares, newest);
    }

    @Override
    double valueWith(int position, int count, double leaving, double entering) {
        if (far > 0 || Far.is(entering)) {
            return copy().push(entering);
        }
        if (position == block.length - 1) {
            return ofBlockEndingIn(entering);
        }
        if (Double.isNaN(entering)) {
            return value(position, count, entering);
        }
        double pivot = Double.isNaN(prefixPivot) ? entering : prefixPivot;
        double fromPivot = entering - pivot;
        return read(
                position + 1,
                prefixCount + 1,
                pivot,
                prefixSum + fromPivot,
                prefixSquares + fromPivot * fromPivot,
                entering);
    }

    private double ofBlockEndingIn(double entering) {
        double pivot = entering;
        int count = Double.isNaN(entering) ? 0 : 1;
        double sum = 0;
        double squares = 0;
        for (int i = block.length - 2; i >= 0; i--) {
            if (!Double.isNaN(block[i])) {
                pivot = Double.isNaN(pivot) ? block[i] : pivot;
                double fromPivot = block[i] - pivot;
                count++;
                sum += fromPivot;
                squares += fromPivot * fromPivot;
            }
        }
        return moment.read(count, pivot, sum, squares, entering);
    }

    private double read(int suffix, int count, double pivot, double ofSum, double ofSquares, double newest) {
        double inSuffix = suffixCount[suffix];
        if (inSuffix == 0) {
            return moment.read(count, pivot, ofSum, ofSquares, newest);
        }
        double sum = suffixSum[suffix];
        double squares = suffixSquares[suffix];
        if (count == 0) {
            return moment.read(inSuffix, suffixPivot, sum, squares, newest);
        }
        double move = suffixPivot - pivot;
        squares += 2 * move * sum + inSuffix * (move * move);
        sum += inSuffix * move;
        return moment.read(inSuffix + count, pivot, sum + ofSum, squares + ofSquares, newest);
    }

    /** Every window of a series, complete or not. */
    static double[] of(Moment moment, double[] x, Window window) {
        boolean isComplete = Far.areAllNear(x);
        if (!isComplete && Far.any(x)) {
            return through(new PivotedMoment(moment, window), x);
        }
        if (!isComplete && hasGap(x)) {
            return GappedMoment.of(moment, x, window);
        }
        return moment.isMean()
                ? meanOfComplete(x, window.length(), window.minimumCount())
                : ofComplete(moment, x, window.length(), window.minimumCount());
    }

    private static boolean hasGap(double[] x) {
        for (double value : x) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** The sums over each suffix of a block, about its last observation, which is returned. */
    private static double suffixes(
            double[] x, int start, int length, int[] counts, double[] sums, double[] squaresOfSuffixes) {
        int i = length - 1;
        while (i > 0 && Double.isNaN(x[start + i])) {
            i--;
        }
        double pivot = x[start + i];
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (i = length - 1; i >= 0; i--) {
            if (!Double.isNaN(x[start + i])) {
                double fromPivot = x[start + i] - pivot;
                count++;
                sum += fromPivot;
                squares += fromPivot * fromPivot;
            }
            counts[i] = count;
            sums[i] = sum;
            squaresOfSuffixes[i] = squares;
        }
        return pivot;
    }

    /** The mean alone, without the squares. */
    static double[] meanOfComplete(double[] x, int window, int minimumCount) {
        double[] result = new double[x.length];
        firstBlock(Moment.MEAN, x, window, minimumCount, result);
        double[] suffix = new double[Math.min(window, x.length)];
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

    /**
     * Every full window of a series without gaps, for which each block has one count and one pivot.
     *
     * <p>What is left to do once the sums are known, a division or two and a root for each window, is done for many
     * windows together: blocks may be short, and a vector loop is at its best when it is long.
     */
    static double[] ofComplete(Moment moment, double[] x, int window, int minimumCount) {
        double[] result = new double[x.length];
        firstBlock(moment, x, window, minimumCount, result);
        int block = Math.min(window, x.length);
        double[] suffixSum = new double[block];
        double[] suffixSquares = new double[block];
        int most = Math.min(x.length, READ_TOGETHER + block);
        double[] squares = new double[most];
        double[] sum = new double[moment.isScore() ? most : 0];
        double[] fromPivot = new double[sum.length];
        double[] n = new double[most];
        Arrays.fill(n, window);
        int read = window - 1;
        for (int start = window; start <= x.length; start += window) {
            suffixes(x, start - window, window, suffixSum, suffixSquares);
            int end = Math.min(x.length, start + window - 1);
            if (moment.isScore()) {
                scan(x, start, end, suffixSum, suffixSquares, read, squares, sum, fromPivot);
            } else {
                scan(x, start, end, suffixSum, suffixSquares, read, squares);
            }
            if (end - read >= READ_TOGETHER || start + window > x.length) {
                moment.read(n, squares, sum, fromPivot, end - read);
                System.arraycopy(squares, 0, result, read, end - read);
                read = end;
            }
        }
        return result;
    }

    private static void scan(
            double[] x, int start, int end, double[] suffixSum, double[] suffixSquares, int read, double[] squares) {
        double n = suffixSum.length;
        double pivot = x[start - 1];
        double prefixSum = 0;
        double prefixSquares = 0;
        squares[start - 1 - read] = Moment.squaresAboutMean(n, suffixSum[0], suffixSquares[0]);
        for (int t = start, j = 1; t < end; t++, j++) {
            double fromPivot = x[t] - pivot;
            prefixSum += fromPivot;
            prefixSquares += fromPivot * fromPivot;
            squares[t - read] = Moment.squaresAboutMean(n, suffixSum[j] + prefixSum, suffixSquares[j] + prefixSquares);
        }
    }

    private static void scan(
            double[] x,
            int start,
            int end,
            double[] suffixSum,
            double[] suffixSquares,
            int read,
            double[] squares,
            double[] sums,
            double[] newestFromPivot) {
        double n = suffixSum.length;
        double pivot = x[start - 1];
        double prefixSum = 0;
        double prefixSquares = 0;
        squares[start - 1 - read] = Moment.squaresAboutMean(n, suffixSum[0], suffixSquares[0]);
        sums[start - 1 - read] = suffixSum[0];
        newestFromPivot[start - 1 - read] = 0;
        for (int t = start, j = 1; t < end; t++, j++) {
            double fromPivot = x[t] - pivot;
            prefixSum += fromPivot;
            prefixSquares += fromPivot * fromPivot;
            double sum = suffixSum[j] + prefixSum;
            squares[t - read] = Moment.squaresAboutMean(n, sum, suffixSquares[j] + prefixSquares);
            sums[t - read] = sum;
            newestFromPivot[t - read] = fromPivot;
        }
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
            result[t] = t + 1 < minimumCount ? Double.NaN : moment.read(t + 1, x[0], sum, squares, x[t]);
        }
    }
}
