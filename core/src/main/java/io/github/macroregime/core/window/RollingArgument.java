package io.github.macroregime.core.window;

/**
 * How long ago the extreme of a window was.
 *
 * <p>A queue of candidates: what is not above a newer observation can never again be the largest, so the candidates
 * fall from the oldest, which is the largest of the window, to the newest.
 */
final class RollingArgument extends WindowedStatistic {

    private final double sign;
    private final double[] values;
    private final long[] times;
    private int oldest;
    private int candidates;
    private long time = -1;

    RollingArgument(double sign, Window window) {
        super(window);
        this.sign = sign;
        this.values = new double[window.length()];
        this.times = new long[window.length()];
    }

    private RollingArgument(RollingArgument source) {
        super(source);
        this.sign = source.sign;
        this.values = source.values.clone();
        this.times = source.times.clone();
        this.oldest = source.oldest;
        this.candidates = source.candidates;
        this.time = source.time;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingArgument(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        time++;
        if (candidates > 0 && times[oldest] <= time - block.length) {
            oldest = (oldest + 1) % block.length;
            candidates--;
        }
        if (Double.isNaN(entering)) {
            return;
        }
        double value = sign * entering;
        while (candidates > 0 && values[place(candidates - 1)] <= value) {
            candidates--;
        }
        values[place(candidates)] = value;
        times[place(candidates)] = time;
        candidates++;
    }

    private int place(int candidate) {
        return (int) (((long) oldest + candidate) % block.length);
    }

    @Override
    double value(int position, int count, double newest) {
        return time - times[oldest];
    }
}
