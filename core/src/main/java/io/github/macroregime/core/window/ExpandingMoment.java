package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/** Moments of all observations so far: sums about the first observation, kept to twice the digits of a double. */
final class ExpandingMoment extends ExpandingStatistic {

    private static final int READ_TOGETHER = 1024;

    private final Moment moment;
    private final TwofoldSum sum;
    private final TwofoldSum squares;
    private double pivot = Double.NaN;
    private boolean varies;

    ExpandingMoment(Moment moment, int minimumCount) {
        super(minimumCount);
        this.moment = moment;
        this.sum = new TwofoldSum();
        this.squares = new TwofoldSum();
    }

    private ExpandingMoment(ExpandingMoment source) {
        super(source);
        this.moment = source.moment;
        this.sum = new TwofoldSum(source.sum);
        this.squares = new TwofoldSum(source.squares);
        this.pivot = source.pivot;
        this.varies = source.varies;
    }

    @Override
    public RunningStatistic copy() {
        return new ExpandingMoment(this);
    }

    @Override
    void enter(double x) {
        if (Double.isNaN(pivot)) {
            pivot = x;
        }
        varies |= x != pivot;
        sum.add(x - pivot);
        squares.addSquare(x - pivot);
    }

    // Read about the rounded mean, from which the sum is almost zero, so that the squares lose nothing more.
    @Override
    double value(int count, double newest) {
        double offset = sum.value() / count;
        double mean = pivot + offset;
        double rest = (pivot - mean) + offset;
        double central = Math.max(0, squares.lessSquareOver(sum, count));
        if (!moment.isMean() && Double.isNaN(Far.variance(central, varies))) {
            return Double.NaN;
        }
        return moment.read(count, mean, count * rest, central + count * (rest * rest), newest);
    }

    /** The statistic at every position, by the same operations as one push after the other. */
    static double[] of(Moment moment, double[] x, int minimumCount) {
        Require.finite(x, "x");
        requireCount(minimumCount);
        if (!moment.isMean() && Far.any(x)) {
            return WindowedStatistic.through(new ExpandingMoment(moment, minimumCount), x);
        }
        double[] result = new double[x.length];
        Sums sums = new Sums(Math.min(x.length, READ_TOGETHER));
        for (int from = 0; from < x.length; from += READ_TOGETHER) {
            int count = Math.min(READ_TOGETHER, x.length - from);
            sums.add(x, from, count);
            sums.aboutMeans(count);
            if (!moment.isMean()) {
                for (int t = 0; t < count; t++) {
                    sums.mean[t] = x[from + t] - sums.mean[t];
                }
            }
            moment.read(sums.n, sums.squares, sums.sum, sums.mean, count);
            System.arraycopy(sums.squares, 0, result, from, count);
        }
        int seen = 0;
        for (int t = 0; t < x.length && seen < minimumCount; t++) {
            seen += Double.isNaN(x[t]) ? 0 : 1;
            result[t] = seen < minimumCount ? Double.NaN : result[t];
        }
        return result;
    }

    /** The sums at many positions, in loops that vectorise as far as they do not wait for one another. */
    private static final class Sums {

        private final double[] n;
        private final double[] sum;
        private final double[] sumRest;
        private final double[] squares;
        private final double[] squaresRest;
        private final double[] mean;
        private double pivot = Double.NaN;
        private int observations;
        private double high;
        private double low;
        private double highOfSquares;
        private double lowOfSquares;

        Sums(int length) {
            n = new double[length];
            sum = new double[length];
            sumRest = new double[length];
            squares = new double[length];
            squaresRest = new double[length];
            mean = new double[length];
        }

        /** The steps of {@link TwofoldSum}, on local variables. */
        void add(double[] x, int from, int count) {
            double a = high;
            double aRest = low;
            double b = highOfSquares;
            double bRest = lowOfSquares;
            int seen = observations;
            for (int t = 0; t < count; t++) {
                double observed = x[from + t];
                if (!Double.isNaN(observed)) {
                    pivot = seen == 0 ? observed : pivot;
                    seen++;
                    double d = observed - pivot;
                    double moved = a + d;
                    double part = moved - a;
                    aRest += (a - (moved - part)) + (d - part);
                    a = moved;
                    double square = d * d;
                    moved = b + square;
                    part = moved - b;
                    bRest += (b - (moved - part)) + (square - part);
                    b = moved;
                    bRest += Math.fma(d, d, -square);
                }
                n[t] = seen;
                sum[t] = a;
                sumRest[t] = aRest;
                squares[t] = b;
                squaresRest[t] = bRest;
            }
            observations = seen;
            high = a;
            low = aRest;
            highOfSquares = b;
            lowOfSquares = bRest;
        }

        /** The sums about the rounded means, as {@link ExpandingMoment#value} takes them. */
        void aboutMeans(int count) {
            double about = pivot;
            for (int t = 0; t < count; t++) {
                double offset = (sum[t] + sumRest[t]) / n[t];
                double rounded = about + offset;
                double rest = (about - rounded) + offset;
                double square = sum[t] * sum[t];
                double below = Math.fma(sum[t], sum[t], -square) + 2 * sum[t] * sumRest[t];
                double quotient = square / n[t];
                double remainder = (Math.fma(-quotient, n[t], square) + below) / n[t];
                double central = Math.max(0, (squares[t] - quotient) + (squaresRest[t] - remainder));
                mean[t] = rounded;
                sum[t] = n[t] * rest;
                squares[t] = Moment.squaresAboutMean(n[t], sum[t], central + n[t] * (rest * rest));
            }
        }
    }

    /** A sum in two parts, the second holding the rounding errors of the first: about twice the digits of a double. */
    static final class TwofoldSum {

        private double high;
        private double low;

        TwofoldSum() {}

        TwofoldSum(TwofoldSum source) {
            this.high = source.high;
            this.low = source.low;
        }

        void add(double x) {
            double sum = high + x;
            double part = sum - high;
            low += (high - (sum - part)) + (x - part);
            high = sum;
        }

        void addSquare(double x) {
            double square = x * x;
            add(square);
            low += Math.fma(x, x, -square);
        }

        double value() {
            return high + low;
        }

        /** This sum less the square of another over n. */
        double lessSquareOver(TwofoldSum other, double n) {
            double square = other.high * other.high;
            double rest = Math.fma(other.high, other.high, -square) + 2 * other.high * other.low;
            double quotient = square / n;
            double remainder = (Math.fma(-quotient, n, square) + rest) / n;
            return (high - quotient) + (low - remainder);
        }
    }
}
