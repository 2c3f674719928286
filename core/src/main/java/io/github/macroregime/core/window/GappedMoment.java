package io.github.macroregime.core.window;

import java.util.Arrays;

/**
 * The moments of every window of a series with gaps, by the same operations as {@link PivotedMoment} makes one push after the
 * other.
 *
 * <p>From the first observation on, a block has one pivot, so that sums and counts need no other look at what is missing than
 * a zero in their place; divisions and roots are left to one loop over many windows, as for a series without gaps.
 *
 * <p>Mutable: it goes through one series once.
 */
final class GappedMoment {

    private static final int READ_TOGETHER = 1024;

    private final Moment moment;
    private final Window window;
    private final double[] x;
    private final double[] result;
    private final int[] counts;
    private final double[] sums;
    private final double[] squaresOfSuffixes;
    private final double[] n;
    private final double[] sum;
    private final double[] squares;
    private final double[] place;
    private double suffixPivot = Double.NaN;
    private int read;

    private GappedMoment(Moment moment, double[] x, Window window) {
        this.moment = moment;
        this.window = window;
        this.x = x;
        this.result = new double[x.length];
        int block = Math.min(window.length(), x.length);
        this.counts = new int[block + 1];
        this.sums = new double[block + 1];
        this.squaresOfSuffixes = new double[block + 1];
        int most = Math.min(x.length, READ_TOGETHER + block);
        this.n = new double[most];
        this.sum = new double[most];
        this.squares = new double[most];
        this.place = new double[most];
    }

    static double[] of(Moment moment, double[] observed, Window window) {
        double[] x = CarriedForward.through(observed, window.missing());
        return x.length == 0 ? x : new GappedMoment(moment, x, window).through();
    }

    private double[] through() {
        int length = window.length();
        for (int start = 0; start < x.length; start += length) {
            int end = Math.min(x.length, start + length - 1);
            int first = start;
            double pivot = start == 0 ? Double.NaN : x[start - 1];
            while (Double.isNaN(pivot) && first < end) {
                pivot = x[first];
                first += Double.isNaN(pivot) ? 1 : 0;
            }
            int least = window.missing() instanceof Missing.Skip
                    ? window.minimumCount()
                    : Math.max(window.minimumCount(), start == 0 ? 0 : length);
            scan(start, start, first, suffixPivot, least);
            moveSuffixes(suffixPivot - pivot);
            scan(start, first, end, pivot, least);
            if (x.length - start >= length) {
                suffixes(start);
                ofBlock(end++, least);
            }
            if (start == 0) {
                takeAwayWhereStrict(end);
            }
            if (end - read >= READ_TOGETHER || end == x.length) {
                moment.read(n, squares, sum, place, end - read);
                System.arraycopy(squares, 0, result, read, end - read);
                read = end;
            }
        }
        return result;
    }

    /** The windows of which a block holds the last observations so far, all of them from a stated one on about one pivot. */
    private void scan(int start, int from, int to, double pivot, int least) {
        if (moment.isMean()) {
            scanSums(start, from, to, pivot, least);
            Arrays.fill(place, from - read, to - read, pivot);
            return;
        }
        int count = 0;
        double prefixSum = 0;
        double prefixSquares = 0;
        for (int t = from, j = from - start + 1; t < to; t++, j++) {
            double fromPivot = x[t] - pivot;
            if (!Double.isNaN(fromPivot)) {
                count++;
                prefixSum += fromPivot;
                prefixSquares += fromPivot * fromPivot;
            }
            int inWindow = counts[j] + count;
            double ofWindow = sums[j] + prefixSum;
            sum[t - read] = ofWindow;
            squares[t - read] = Moment.squaresAboutMean(inWindow, ofWindow, squaresOfSuffixes[j] + prefixSquares);
            place[t - read] = fromPivot;
            n[t - read] = inWindow >= least ? inWindow : Double.NaN;
        }
    }

    private void scanSums(int start, int from, int to, double pivot, int least) {
        int count = 0;
        double prefix = 0;
        for (int t = from, j = from - start + 1; t < to; t++, j++) {
            double fromPivot = x[t] - pivot;
            if (!Double.isNaN(fromPivot)) {
                count++;
                prefix += fromPivot;
            }
            int inWindow = counts[j] + count;
            sum[t - read] = sums[j] + prefix;
            n[t - read] = inWindow >= least ? inWindow : Double.NaN;
        }
    }

    /** The window that is a whole block. */
    private void ofBlock(int last, int least) {
        sum[last - read] = sums[0];
        squares[last - read] = Moment.squaresAboutMean(counts[0], sums[0], squaresOfSuffixes[0]);
        place[last - read] = moment.isMean() ? suffixPivot : x[last] - suffixPivot;
        n[last - read] = counts[0] >= least ? counts[0] : Double.NaN;
    }

    /** Among the windows that are not yet full, only those without a gap have a result where a gap takes it away. */
    private void takeAwayWhereStrict(int end) {
        for (int t = 0; t < end && !(window.missing() instanceof Missing.Skip); t++) {
            n[t] = n[t] == t + 1 ? n[t] : Double.NaN;
        }
    }

    /** Counts the sums of the suffixes from another pivot. */
    private void moveSuffixes(double move) {
        if (move == 0 || Double.isNaN(move)) {
            return;
        }
        for (int i = 0; i < sums.length; i++) {
            squaresOfSuffixes[i] += 2 * move * sums[i] + counts[i] * (move * move);
            sums[i] += counts[i] * move;
        }
    }

    /** The sums over each suffix of a block, about its last observation. */
    private void suffixes(int start) {
        int last = window.length() - 1;
        while (last > 0 && Double.isNaN(x[start + last])) {
            last--;
        }
        suffixPivot = x[start + last];
        if (moment.isMean()) {
            sumsOfSuffixes(start);
            return;
        }
        int count = 0;
        double ofSuffix = 0;
        double ofSquares = 0;
        for (int i = window.length() - 1; i >= 0; i--) {
            double fromPivot = x[start + i] - suffixPivot;
            if (!Double.isNaN(fromPivot)) {
                count++;
                ofSuffix += fromPivot;
                ofSquares += fromPivot * fromPivot;
            }
            counts[i] = count;
            sums[i] = ofSuffix;
            squaresOfSuffixes[i] = ofSquares;
        }
    }

    private void sumsOfSuffixes(int start) {
        int count = 0;
        double ofSuffix = 0;
        for (int i = window.length() - 1; i >= 0; i--) {
            double fromPivot = x[start + i] - suffixPivot;
            if (!Double.isNaN(fromPivot)) {
                count++;
                ofSuffix += fromPivot;
            }
            counts[i] = count;
            sums[i] = ofSuffix;
        }
    }
}
