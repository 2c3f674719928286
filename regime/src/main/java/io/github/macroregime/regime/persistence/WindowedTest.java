package io.github.macroregime.regime.persistence;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.window.RunningStatistic;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A test of each window: the whole test is that of the window to the last bit, made when it is asked for; its one number is read
 * from sliding sums or, where they say nothing, from the whole test.
 */
final class WindowedTest<T> implements RunningTest<T> {

    /** What is known of a window that moves by one observation at a time. */
    interface Sliding {

        /** The answer where rounding leaves too few digits of it. */
        double UNKNOWN = Double.POSITIVE_INFINITY;

        /**
         * The number of the window that ends at a place.
         *
         * @param x observations, those of the window without a gap
         * @param at the last place of the window
         * @param anew whether this window is not the last one moved by one place
         * @return the number to ten digits, NaN where there is none, or {@link #UNKNOWN}
         */
        double value(double[] x, int at, boolean anew);

        Sliding copy();
    }

    private final Function<double[], Optional<T>> test;
    private final ToDoubleFunction<T> reading;
    private final Sliding sliding;
    private final int window;
    private final double[] past;
    private int at = -1;
    private int filled;

    WindowedTest(int window, Function<double[], Optional<T>> test, ToDoubleFunction<T> reading, Sliding sliding) {
        this.window = Require.room(window, 1, "window");
        this.past = new double[2 * window];
        this.test = test;
        this.reading = reading;
        this.sliding = sliding;
    }

    private WindowedTest(WindowedTest<T> source) {
        this.test = source.test;
        this.reading = source.reading;
        this.sliding = source.sliding.copy();
        this.window = source.window;
        this.past = source.past.clone();
        this.at = source.at;
        this.filled = source.filled;
    }

    @Override
    public double push(double x) {
        Require.finite(x, "x");
        boolean isMoved = at + 1 == past.length;
        if (isMoved) {
            System.arraycopy(past, window, past, 0, window);
            at = window - 1;
        }
        at++;
        past[at] = x;
        boolean anew = isMoved || !isReady();
        filled = Double.isNaN(x) ? 0 : Math.min(filled + 1, window);
        if (!isReady()) {
            return Double.NaN;
        }
        double value = sliding.value(past, at, anew);
        return value == Sliding.UNKNOWN ? latest().map(reading::applyAsDouble).orElse(Double.NaN) : value;
    }

    @Override
    public Optional<T> latest() {
        return isReady() ? test.apply(Arrays.copyOfRange(past, at - window + 1, at + 1)) : Optional.empty();
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
        return filled == window;
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
