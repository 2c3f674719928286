package io.github.macroregime.regime.signal;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;

/** The part that all states of closes share: the check at the door, the count and the latest value. */
abstract class CloseState implements RunningStatistic {

    private int count;
    private double latest = Double.NaN;

    CloseState() {}

    CloseState(CloseState source) {
        this.count = source.count;
        this.latest = source.latest;
    }

    @Override
    public final double push(double close) {
        latest = next(Require.positiveOrMissing(close, "close"));
        count += Double.isNaN(close) ? 0 : 1;
        return latest;
    }

    @Override
    public final double peek(double close) {
        return after(Require.positiveOrMissing(close, "close"));
    }

    /** The value with this close, which is a price or NaN. */
    abstract double next(double close);

    /** What next would answer, without taking the close; by a copy unless the state has a shorter way. */
    double after(double close) {
        return copy().push(close);
    }

    @Override
    public final int count() {
        return count;
    }

    @Override
    public final boolean isReady() {
        return !Double.isNaN(latest);
    }
}
