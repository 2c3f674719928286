package io.github.macroregime.core.window;

import java.util.function.ToDoubleFunction;

/** A statistic computed afresh from the observations of each window, oldest first; the most accurate way. */
final class RollingScan extends WindowedStatistic {

    private final ToDoubleFunction<double[]> reading;
    private final int needed;

    /** The reading is asked only where there are as many observations as it needs. */
    RollingScan(ToDoubleFunction<double[]> reading, int needed, Window window) {
        super(window);
        this.reading = reading;
        this.needed = needed;
    }

    private RollingScan(RollingScan source) {
        super(source);
        this.reading = source.reading;
        this.needed = source.needed;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingScan(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {}

    @Override
    double value(int position, int count, double newest) {
        return count < needed ? Double.NaN : reading.applyAsDouble(observations(position, count));
    }
}
