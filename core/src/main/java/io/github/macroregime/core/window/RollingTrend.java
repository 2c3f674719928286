package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;

/** The least-squares line of a window against its positions; a gap keeps its place in time. */
final class RollingTrend extends PivotedSums {

    // Where a line leaves less of the squares than this, what it leaves has lost digits.
    private static final double LEAST_PART_LEFT = 1.0 / 1024;

    /** Which statistic is read. */
    enum Reading {
        SLOPE(2),
        T_STATISTIC(3);

        private final int needed;

        Reading(int needed) {
            this.needed = needed;
        }
    }

    private final Reading reading;
    private final double[] suffixes;
    private double times;
    private double timeSquares;
    private double sum;
    private double squares;
    private double products;

    RollingTrend(Reading reading, Window window) {
        super(Double.NaN, window);
        this.reading = reading;
        this.suffixes = new double[5 * (window.length() + 1)];
    }

    private RollingTrend(RollingTrend source) {
        super(source);
        this.reading = source.reading;
        this.suffixes = source.suffixes.clone();
        this.times = source.times;
        this.timeSquares = source.timeSquares;
        this.sum = source.sum;
        this.squares = source.squares;
        this.products = source.products;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingTrend(this);
    }

    @Override
    void beginBlock(double pivot) {
        clear();
        for (int i = block.length - 1; i >= 0; i--) {
            if (!Double.isNaN(block[i])) {
                add(i + 1 - block.length, block[i] - pivot);
            }
            suffixes[5 * i] = times;
            suffixes[5 * i + 1] = timeSquares;
            suffixes[5 * i + 2] = sum;
            suffixes[5 * i + 3] = squares;
            suffixes[5 * i + 4] = products;
        }
        clear();
    }

    private void clear() {
        times = 0;
        timeSquares = 0;
        sum = 0;
        squares = 0;
        products = 0;
    }

    @Override
    void add(int time, double fromPivot) {
        times += time;
        timeSquares += (double) time * time;
        sum += fromPivot;
        squares += fromPivot * fromPivot;
        products += time * fromPivot;
    }

    @Override
    double read(int position, int count, int suffix, int inSuffix, double move) {
        if (count < reading.needed) {
            return Double.NaN;
        }
        double t = suffixes[5 * suffix];
        double tt = suffixes[5 * suffix + 1];
        double x = suffixes[5 * suffix + 2];
        double xx = suffixes[5 * suffix + 3];
        double tx = suffixes[5 * suffix + 4];
        if (move != 0) {
            tx += move * t;
            xx += move * (2 * x + move * inSuffix);
            x += move * inSuffix;
        }
        t += times;
        tt += timeSquares;
        x += sum;
        xx += squares;
        tx += products;
        // Sums about the means, each times the count: those of times are whole numbers and exact.
        double ofTimes = count * tt - t * t;
        double ofProducts = count * tx - t * x;
        if (reading == Reading.SLOPE) {
            return ofProducts / ofTimes;
        }
        double left = (count * xx - x * x) * ofTimes - ofProducts * ofProducts;
        if (left < LEAST_PART_LEFT * (count * xx * ofTimes)) {
            return afresh(position, count);
        }
        return left > 0 ? ofProducts * Math.sqrt((count - 2) / left) : Double.NaN;
    }

    @Override
    double ofEach(double[] times, double[] observations) {
        if (times.length < reading.needed) {
            return Double.NaN;
        }
        double[] time = Moments.deviations(times);
        return Far.scaled(observations, reading == Reading.SLOPE ? 1 : 0, x -> ofEach(reading, time, x));
    }

    private static double ofEach(Reading reading, double[] time, double[] x) {
        double[] level = Moments.deviations(x);
        double timeSquares = Moments.sumOfProducts(time, time);
        double slope = Moments.sumOfProducts(time, level) / timeSquares;
        return reading == Reading.SLOPE ? slope : tStatistic(time, level, timeSquares, slope);
    }

    // A perfect line has no error to measure its slope by.
    private static double tStatistic(double[] time, double[] level, double timeSquares, double slope) {
        double[] residuals = new double[time.length];
        for (int i = 0; i < time.length; i++) {
            residuals[i] = level[i] - slope * time[i];
        }
        double squares = Moments.sumOfProducts(residuals, residuals);
        return squares > 0 ? slope / Math.sqrt(squares / (time.length - 2) / timeSquares) : Double.NaN;
    }
}
