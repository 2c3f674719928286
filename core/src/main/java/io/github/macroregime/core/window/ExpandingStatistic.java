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
}
