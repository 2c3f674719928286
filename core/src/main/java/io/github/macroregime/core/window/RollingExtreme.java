package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import java.util.Arrays;

/**
 * The largest value of a trailing window, or the smallest as the negative of the largest negative.
 *
 * <p>Van Herk's and Gil and Werman's scheme: blocks as long as the window, the largest of each suffix of the block
 * before and of the prefix of the block in progress; a window is one of each. Math.max and not a comparison, whose branch a
 * processor learns by heart in a series it reads again and again, and guesses wrongly in a new one.
 */
final class RollingExtreme extends WindowedStatistic {

    static final double LARGEST = 1;
    static final double SMALLEST = -1;

    private final double sign;
    private final double[] suffix;
    private double prefix = Double.NEGATIVE_INFINITY;

    RollingExtreme(double sign, Window window) {
        super(window);
        this.sign = sign;
        this.suffix = new double[window.length() + 1];
        Arrays.fill(suffix, Double.NEGATIVE_INFINITY);
    }

    private RollingExtreme(RollingExtreme source) {
        super(source);
        this.sign = source.sign;
        this.suffix = source.suffix.clone();
        this.prefix = source.prefix;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingExtreme(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {
        if (position < block.length - 1) {
            prefix = Math.max(prefix, signed(entering));
            return;
        }
        prefix = Double.NEGATIVE_INFINITY;
        for (int i = block.length - 1; i >= 0; i--) {
            suffix[i] = Math.max(suffix[i + 1], signed(block[i]));
        }
    }

    private double signed(double x) {
        return Double.isNaN(x) ? Double.NEGATIVE_INFINITY : sign * x;
    }

    @Override
    double value(int position, int count, double newest) {
        return sign * (position == block.length - 1 ? suffix[0] : Math.max(suffix[position + 1], prefix));
    }

    @Override
    double valueWith(int position, int count, double leaving, double entering) {
        double largest = signed(entering);
        if (position < block.length - 1) {
            return sign * Math.max(suffix[position + 1], Math.max(prefix, largest));
        }
        for (int i = block.length - 2; i >= 0; i--) {
            largest = Math.max(largest, signed(block[i]));
        }
        return sign * largest;
    }

    /** Every window of a series, complete or not. */
    static double[] of(double sign, double[] x, Window window) {
        return Require.finite(x, "x")
                ? ofComplete(sign, x, window.length(), window.minimumCount())
                : ofGapped(sign, x, window);
    }

    /** Every window of a series with gaps: what is missing is not larger than anything. */
    static double[] ofGapped(double sign, double[] observed, Window window) {
        double[] x = CarriedForward.through(observed, window.missing());
        double[] filled = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            filled[t] = Double.isNaN(x[t]) ? sign * Double.NEGATIVE_INFINITY : x[t];
        }
        return WindowedStatistic.whereReady(ofComplete(sign, filled, window.length(), 1), x, window);
    }

    /** Every window of a series without gaps. */
    static double[] ofComplete(double sign, double[] x, int window, int minimumCount) {
        double[] result = new double[x.length];
        int block = Math.min(window, x.length);
        double[] before = new double[block + 1];
        double[] suffix = new double[block + 1];
        Arrays.fill(before, Double.NEGATIVE_INFINITY);
        Arrays.fill(suffix, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < x.length; start += block) {
            int end = Math.min(start + block, x.length);
            double prefix = Double.NEGATIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            // Both ways at once: each maximum waits for the one before it, and neither for those of the other way.
            for (int t = start, i = end - 1; t < end; t++, i--) {
                prefix = Math.max(prefix, sign * x[t]);
                largest = Math.max(largest, sign * x[i]);
                suffix[i - start] = largest;
                result[t] = sign * Math.max(before[t - start + 1], prefix);
            }
            double[] spare = before;
            before = suffix;
            suffix = spare;
        }
        Arrays.fill(result, 0, Math.min(minimumCount - 1, x.length), Double.NaN);
        return result;
    }

    /** Where each newest observation stands between the smallest and the largest of its window. */
    static double[] positionInRange(double[] x, Window window) {
        boolean complete = Require.finite(x, "x");
        double[] observed = complete ? x : CarriedForward.through(x, window.missing());
        double[] smallest = complete
                ? ofComplete(SMALLEST, x, window.length(), window.minimumCount())
                : ofGapped(SMALLEST, x, window);
        double[] result = complete
                ? ofComplete(LARGEST, x, window.length(), window.minimumCount())
                : ofGapped(LARGEST, x, window);
        for (int t = 0; t < x.length; t++) {
            double range = result[t] - smallest[t];
            // Adding zero makes the two zeros one, as in the order of a window.
            result[t] = range > 0 ? SortedWindow.share(observed[t], smallest[t] + 0.0, result[t]) : Double.NaN;
        }
        return result;
    }

    /**
     * How long ago the extreme of a window was.
     *
     * <p>A queue of candidates: what is not above a newer observation can never again be the largest, so the candidates
     * fall from the oldest, which is the largest of the window, to the newest.
     */
    static final class Argument extends WindowedStatistic {

        private final double sign;
        private final double[] values;
        private final long[] times;
        private int oldest;
        private int candidates;
        private long time = -1;

        Argument(double sign, Window window) {
            super(window);
            this.sign = sign;
            this.values = new double[window.length()];
            this.times = new long[window.length()];
        }

        private Argument(Argument source) {
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
            return new Argument(this);
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
}
