package io.github.macroregime.regime.signal;

import io.github.macroregime.core.window.RunningStatistic;
import java.util.function.DoubleUnaryOperator;

/** A statistic over closes, and how it is read. */
final class ReadState extends CloseState {

    private final RunningStatistic statistic;
    private final DoubleUnaryOperator reading;

    ReadState(RunningStatistic statistic, DoubleUnaryOperator reading) {
        this.statistic = statistic;
        this.reading = reading;
    }

    private ReadState(ReadState source) {
        super(source);
        this.statistic = source.statistic.copy();
        this.reading = source.reading;
    }

    @Override
    double next(double close) {
        return reading.applyAsDouble(statistic.push(close));
    }

    @Override
    double after(double close) {
        return reading.applyAsDouble(statistic.peek(close));
    }

    @Override
    public RunningStatistic copy() {
        return new ReadState(this);
    }
}
