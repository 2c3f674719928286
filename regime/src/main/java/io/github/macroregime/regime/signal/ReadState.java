package io.github.macroregime.regime.signal;

import io.github.macroregime.core.window.RunningStatistic;
import java.util.function.DoubleUnaryOperator;

/** One number for each close, a statistic over them, and how it is read. */
final class ReadState extends CloseState {

    private final DoubleUnaryOperator number;
    private final RunningStatistic statistic;
    private final DoubleUnaryOperator reading;

    ReadState(DoubleUnaryOperator number, RunningStatistic statistic, DoubleUnaryOperator reading) {
        this.number = number;
        this.statistic = statistic;
        this.reading = reading;
    }

    private ReadState(ReadState source) {
        super(source);
        this.number = source.number;
        this.statistic = source.statistic.copy();
        this.reading = source.reading;
    }

    @Override
    double next(double close) {
        return reading.applyAsDouble(statistic.push(number.applyAsDouble(close)));
    }

    @Override
    double after(double close) {
        return reading.applyAsDouble(statistic.peek(number.applyAsDouble(close)));
    }

    @Override
    public RunningStatistic copy() {
        return new ReadState(this);
    }
}
