package io.github.macroregime.regime.persistence;

import java.util.Arrays;

/**
 * Sums over a sliding window of the products of some terms of an observation and of one so many lags before it; which terms
 * is left to the subclass.
 *
 * <p>Levels are taken from the mean of the window at the last count and times from its end. After every window all is counted
 * anew, so that no rounding stays for longer.
 */
abstract class SlidingProducts implements WindowedTest.Sliding {

    /** What rounding may add to a sum, as a part of it, over the part of a result that it may be. */
    static final double LEAST_LEFT = 8 * 0x1p-52 / 1e-10;

    final int window;
    final int rows;
    final int terms;
    final double[] sums;
    private final int lags;
    private final boolean pivoted;
    private final double[] largest;
    private final double[] early;
    private final double[] late;
    private double pivot;
    private int counted;

    SlidingProducts(int window, int rows, int terms, int lags, boolean pivoted) {
        this.window = window;
        this.rows = rows;
        this.terms = terms;
        this.lags = lags;
        this.pivoted = pivoted;
        this.sums = new double[(lags + 1) * terms * terms];
        this.largest = new double[terms];
        this.early = new double[terms];
        this.late = new double[terms];
    }

    SlidingProducts(SlidingProducts source) {
        this.window = source.window;
        this.rows = source.rows;
        this.terms = source.terms;
        this.lags = source.lags;
        this.pivoted = source.pivoted;
        this.sums = source.sums.clone();
        this.largest = source.largest.clone();
        this.early = new double[terms];
        this.late = new double[terms];
        this.pivot = source.pivot;
        this.counted = source.counted;
    }

    /** Fills in the terms of a place, of which all but the first rows of the window have one. */
    abstract void fill(double[] x, int i, double[] terms);

    /** Takes in a place before its terms are asked for; the first after a count is the first of the window. */
    void take(double[] x, int i, boolean isFirst) {}

    /** The number of a window that ends at a place. */
    abstract double read(int at);

    final double fromPivot(double level) {
        return level - pivot;
    }

    final double time(int i) {
        return i - counted;
    }

    final double pivot() {
        return pivot;
    }

    final double largest(int term) {
        return largest[term];
    }

    @Override
    public final double value(double[] x, int at, boolean anew) {
        if (anew) {
            count(x, at);
        } else {
            take(x, at, false);
            for (int lag = 0; lag <= lags; lag++) {
                add(x, lag, at, 1);
                add(x, lag, at - rows + lag, -1);
            }
        }
        return read(at);
    }

    private void count(double[] x, int at) {
        int first = at - window + 1;
        counted = at;
        pivot = 0;
        for (int i = first; pivoted && i <= at; i++) {
            pivot += (x[i] - x[first]) / window;
        }
        pivot += pivoted ? x[first] : 0;
        Arrays.fill(sums, 0);
        Arrays.fill(largest, 0);
        for (int i = first; i <= at; i++) {
            take(x, i, i == first);
            for (int lag = 0; lag <= Math.min(lags, i - (at - rows + 1)); lag++) {
                add(x, lag, i, 1);
            }
        }
    }

    private void add(double[] x, int lag, int i, double sign) {
        fill(x, i, late);
        fill(x, i - lag, early);
        int cell = lag * terms * terms;
        for (double one : late) {
            for (double other : early) {
                sums[cell++] += sign * one * other;
            }
        }
        for (int term = 0; lag == 0 && term < terms; term++) {
            largest[term] = Math.max(largest[term], sums[term * (terms + 1)]);
        }
    }

    /** The sum of the products of a linear form of the terms with itself so many lags before. */
    final double form(double[] weights, int lag) {
        double sum = 0;
        int cell = lag * terms * terms;
        for (double one : weights) {
            double row = 0;
            for (double other : weights) {
                row += other * sums[cell++];
            }
            sum += one * row;
        }
        return sum;
    }

    /** Whether enough is left of the squares of a linear form. */
    final boolean isLeft(double squares, double[] weights) {
        double size = 0;
        for (int term = 0; term < terms; term++) {
            size += Math.abs(weights[term]) * Math.sqrt(largest[term]);
        }
        return squares > LEAST_LEFT * size * size;
    }
}
