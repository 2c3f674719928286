package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;

/**
 * The least-squares line of a window against its positions.
 *
 * <p>Positions are counted about their own mean, so that the sums stay small; a gap keeps its place in time.
 */
final class RollingTrend extends WindowedStatistic {

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

    RollingTrend(Reading reading, Window window) {
        super(window);
        this.reading = reading;
    }

    private RollingTrend(RollingTrend source) {
        super(source);
        this.reading = source.reading;
    }

    @Override
    public RunningStatistic copy() {
        return new RollingTrend(this);
    }

    @Override
    void slide(int position, double leaving, double entering) {}

    @Override
    double value(int position, int count, double newest) {
        if (count < reading.needed) {
            return Double.NaN;
        }
        double[] time = Moments.deviations(times(position, count));
        double[] levels = observations(position, count);
        int power = reading == Reading.SLOPE ? 1 : 0;
        return Far.any(levels) ? Far.scaled(levels, power, x -> read(time, x)) : read(time, levels);
    }

    private double read(double[] time, double[] levels) {
        double[] level = Moments.deviations(levels);
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
