package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;

/**
 * The positions of a trailing window and the rule for missing observations; what is computed is left to the
 * subclass.
 *
 * <p>Positions are kept at {@code time modulo length}, so that the array holds one whole block in its order
 * whenever the last place has been written.
 */
abstract class WindowedStatistic implements RunningStatistic {

    final Window window;
    final double[] block;
    private final CarriedForward carried;
    private int at = -1;
    private int positions;
    private int observations;

    WindowedStatistic(Window window) {
        this.window = window;
        this.block = new double[window.length()];
        this.carried = new CarriedForward(window.missing());
    }

    WindowedStatistic(WindowedStatistic source) {
        this.window = source.window;
        this.block = source.block.clone();
        this.carried = new CarriedForward(source.carried);
        this.at = source.at;
        this.positions = source.positions;
        this.observations = source.observations;
    }

    @Override
    public final double push(double x) {
        double entering = carried.next(Require.finite(x, "x"));
        at = at + 1 == block.length ? 0 : at + 1;
        double leaving = positions == block.length ? block[at] : Double.NaN;
        positions += positions == block.length ? 0 : 1;
        observations += (Double.isNaN(entering) ? 0 : 1) - (Double.isNaN(leaving) ? 0 : 1);
        block[at] = entering;
        slide(at, leaving, entering);
        return isReady() ? value(at, observations, entering) : Double.NaN;
    }

    @Override
    public final double peek(double x) {
        double entering = carried.peek(Require.finite(x, "x"));
        int next = at + 1 == block.length ? 0 : at + 1;
        double leaving = positions == block.length ? block[next] : Double.NaN;
        int held = observations + (Double.isNaN(entering) ? 0 : 1) - (Double.isNaN(leaving) ? 0 : 1);
        boolean ready = window.isSatisfiedBy(held, Math.min(positions + 1, block.length));
        return ready ? valueWith(next, held, leaving, entering) : Double.NaN;
    }

    /** The statistic as it would be after {@link #slide}; by a copy unless the subclass has a shorter way. */
    double valueWith(int position, int count, double leaving, double entering) {
        return copy().push(entering);
    }

    /** Takes one value out and one in, either of which may be NaN; the block already holds the entering one. */
    abstract void slide(int position, double leaving, double entering);

    /** The statistic of the present window, which holds enough observations by its rule. */
    abstract double value(int position, int count, double newest);

    /** The observations of the present window, oldest first. */
    final double[] observations(int position, int count) {
        double[] observations = new double[count];
        int filled = 0;
        for (int age = positions - 1; age >= 0; age--) {
            double x = block[place(position, age)];
            if (!Double.isNaN(x)) {
                observations[filled++] = x;
            }
        }
        return observations;
    }

    /** The positions of the observations of the present window, counted from its oldest position. */
    final double[] times(int position, int count) {
        double[] times = new double[count];
        int filled = 0;
        for (int age = positions - 1; age >= 0; age--) {
            if (!Double.isNaN(block[place(position, age)])) {
                times[filled++] = positions - 1 - age;
            }
        }
        return times;
    }

    private int place(int position, int age) {
        return position >= age ? position - age : position - age + block.length;
    }

    @Override
    public final int count() {
        return observations;
    }

    @Override
    public final boolean isReady() {
        return window.isSatisfiedBy(observations, positions);
    }

    /** Takes the results away where a window has too few observations. */
    static double[] whereReady(double[] result, double[] x, Window window) {
        int length = window.length();
        int count = 0;
        for (int t = 0; t < x.length; t++) {
            count += Double.isNaN(x[t]) ? 0 : 1;
            count -= t >= length && !Double.isNaN(x[t - length]) ? 1 : 0;
            result[t] = window.isSatisfiedBy(count, Math.min(t + 1, length)) ? result[t] : Double.NaN;
        }
        return result;
    }

    /** One result for each number, from the first. */
    static double[] through(RunningStatistic state, double[] x) {
        Require.finite(x, "x");
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = state.push(x[i]);
        }
        return result;
    }

    /** What is read from the observations of a window in ascending order. */
    static final class Order extends WindowedStatistic {

        private final SortedWindow.Reading reading;
        private final SortedWindow sorted;

        Order(SortedWindow.Reading reading, Window window) {
            super(window);
            this.reading = reading;
            this.sorted = new SortedWindow(window.length());
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
        void slide(int position, double leaving, double entering) {
            sorted.replace(leaving, entering);
        }

        @Override
        double valueWith(int position, int count, double leaving, double entering) {
            sorted.replace(leaving, entering);
            double value = reading.read(sorted, entering);
            sorted.replace(entering, leaving);
            return value;
        }

        @Override
        double value(int position, int count, double newest) {
            return reading.read(sorted, newest);
        }
    }
}
