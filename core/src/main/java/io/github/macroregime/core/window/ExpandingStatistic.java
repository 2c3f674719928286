package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/** The count of all observations so far; what is computed is left to the subclass. */
abstract class ExpandingStatistic implements RunningStatistic {

    private final int minimumCount;
    private int observations;

    ExpandingStatistic(int minimumCount) {
        this.minimumCount = requireCount(minimumCount);
    }

    ExpandingStatistic(ExpandingStatistic source) {
        this.minimumCount = source.minimumCount;
        this.observations = source.observations;
    }

    static int requireCount(int minimumCount) {
        if (minimumCount < 1) {
            throw new IllegalArgumentException("minimumCount must be at least 1 but was " + minimumCount);
        }
        return minimumCount;
    }

    @Override
    public final double push(double x) {
        if (!Double.isNaN(Require.finite(x, "x"))) {
            observations++;
            enter(x);
        }
        return isReady() ? value(observations, x) : Double.NaN;
    }

    @Override
    public final double peek(double x) {
        if (Double.isNaN(Require.finite(x, "x"))) {
            return isReady() ? value(observations, x) : Double.NaN;
        }
        return observations + 1 >= minimumCount ? valueWith(observations + 1, x) : Double.NaN;
    }

    /** The statistic as it would be after an observation; by a copy unless the subclass has a shorter way. */
    double valueWith(int count, double entering) {
        return copy().push(entering);
    }

    abstract void enter(double x);

    abstract double value(int count, double newest);

    @Override
    public final int count() {
        return observations;
    }

    @Override
    public final boolean isReady() {
        return observations >= minimumCount;
    }

    /** The largest of all observations so far, or the smallest as the negative of the largest negative. */
    static final class Extreme extends ExpandingStatistic {

        private final double sign;
        private double largest = Double.NEGATIVE_INFINITY;

        Extreme(double sign, int minimumCount) {
            super(minimumCount);
            this.sign = sign;
        }

        private Extreme(Extreme source) {
            super(source);
            this.sign = source.sign;
            this.largest = source.largest;
        }

        @Override
        public RunningStatistic copy() {
            return new Extreme(this);
        }

        @Override
        void enter(double x) {
            largest = Math.max(largest, sign * x);
        }

        @Override
        double value(int count, double newest) {
            return sign * largest;
        }
    }

    /** What is read from all observations so far in ascending order. */
    static final class Order extends ExpandingStatistic {

        private final SortedWindow.Reading reading;
        private final SortedWindow sorted;

        Order(SortedWindow.Reading reading, int minimumCount) {
            super(minimumCount);
            this.reading = reading;
            this.sorted = new SortedWindow(16);
        }

        private Order(Order source) {
            super(source);
            this.reading = source.reading;
            this.sorted = new SortedWindow(source.sorted);
        }

        @Override
        public RunningStatistic copy() {
            return new Order(this);
        }

        @Override
        void enter(double x) {
            sorted.replace(Double.NaN, x);
        }

        @Override
        double valueWith(int count, double entering) {
            sorted.replace(Double.NaN, entering);
            double value = reading.read(sorted, entering);
            sorted.replace(entering, Double.NaN);
            return value;
        }

        @Override
        double value(int count, double newest) {
            return reading.read(sorted, newest);
        }
    }
}
