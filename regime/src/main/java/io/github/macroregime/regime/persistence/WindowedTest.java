package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A test that is computed afresh from each window, so that it is the test of that window to the last bit. */
final class WindowedTest<T> implements RunningTest<T> {

    private final Function<double[], Optional<T>> test;
    private final ToDoubleFunction<T> reading;
    private final double[] ring;
    private int at;
    private int filled;
    private Optional<T> latest = Optional.empty();

    WindowedTest(int window, Function<double[], Optional<T>> test, ToDoubleFunction<T> reading) {
        this.ring = new double[window];
        this.test = test;
        this.reading = reading;
    }

    private WindowedTest(WindowedTest<T> source) {
        this.test = source.test;
        this.reading = source.reading;
        this.ring = source.ring.clone();
        this.at = source.at;
        this.filled = source.filled;
        this.latest = source.latest;
    }

    @Override
    public double push(double x) {
        ring[at] = Require.finite(x, "x");
        at = at + 1 == ring.length ? 0 : at + 1;
        filled = Double.isNaN(x) ? 0 : Math.min(filled + 1, ring.length);
        latest = filled == ring.length ? test.apply(inOrder()) : Optional.empty();
        return latest.isPresent() ? reading.applyAsDouble(latest.get()) : Double.NaN;
    }

    private double[] inOrder() {
        double[] window = Arrays.copyOfRange(ring, at, at + ring.length);
        System.arraycopy(ring, 0, window, ring.length - at, at);
        return window;
    }

    @Override
    public Optional<T> latest() {
        return latest;
    }

    @Override
    public RunningTest<T> copy() {
        return new WindowedTest<>(this);
    }

    @Override
    public int count() {
        return filled;
    }

    @Override
    public boolean isReady() {
        return filled == ring.length;
    }

    /** One number for each observation, from the first. */
    static double[] through(RunningStatistic state, double[] x, String name) {
        Require.finite(x, name);
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = state.push(x[i]);
        }
        return result;
    }
}
