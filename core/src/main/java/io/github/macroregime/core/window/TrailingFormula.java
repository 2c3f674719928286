package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Unit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The formulas that only a trailing window has. */
enum TrailingFormula implements Formula<Window> {
    COUNT(Dimension.COUNT, Count::new, Count::of),
    SUM(Dimension.SERIES, RollingSum::new, RollingSum::of),
    ARG_MIN(Dimension.COUNT, window -> new RollingExtreme.Argument(RollingExtreme.SMALLEST, window)),
    ARG_MAX(Dimension.COUNT, window -> new RollingExtreme.Argument(RollingExtreme.LARGEST, window)),
    SAMPLE_SKEWNESS(Dimension.SCORE, Moments::sampleSkewness, 3),
    POPULATION_SKEWNESS(Dimension.SCORE, Moments::populationSkewness, 2),
    SAMPLE_EXCESS_KURTOSIS(Dimension.SCORE, Moments::sampleExcessKurtosis, 4),
    POPULATION_EXCESS_KURTOSIS(Dimension.SCORE, Moments::populationExcessKurtosis, 2),
    POSITION_IN_RANGE(
            Dimension.FRACTION,
            window -> new RollingOrder(SortedWindow::positionInRange, window),
            RollingExtreme::positionInRange),
    MEDIAN_ABSOLUTE_DEVIATION(
            Dimension.SERIES,
            window -> new RollingOrder((sorted, newest) -> sorted.medianDistanceFrom(sorted.median()), window)),
    ROBUST_Z_SCORE(Dimension.SCORE, window -> new RollingOrder(SortedWindow::robustZScore, window)),
    SLOPE(Dimension.SERIES, window -> new RollingTrend(RollingTrend.Reading.SLOPE, window)),
    SLOPE_T_STATISTIC(Dimension.SCORE, window -> new RollingTrend(RollingTrend.Reading.T_STATISTIC, window)),
    REALISED_VARIANCE(Dimension.SQUARE, RollingScan.Realised::variance, 1),
    REALISED_SKEWNESS(Dimension.SCORE, RollingScan.Realised::skewness, 1),
    REALISED_KURTOSIS(Dimension.SCORE, RollingScan.Realised::kurtosis, 1),
    UPSIDE_REALISED_VARIANCE(Dimension.SQUARE, RollingScan.Realised::upsideVariance, 1),
    DOWNSIDE_REALISED_VARIANCE(Dimension.SQUARE, RollingScan.Realised::downsideVariance, 1),
    REALISED_VARIANCE_SKEW(Dimension.FRACTION, RollingScan.Realised::varianceSkew, 1);

    private final Dimension unit;
    private final Function<Window, RunningStatistic> running;
    private final BiFunction<double[], Window, double[]> batch;

    TrailingFormula(
            Dimension unit, Function<Window, RunningStatistic> running, BiFunction<double[], Window, double[]> batch) {
        this.unit = unit;
        this.running = running;
        this.batch = batch;
    }

    TrailingFormula(Dimension unit, Function<Window, RunningStatistic> running) {
        this(unit, running, (x, window) -> WindowedStatistic.through(running.apply(window), x));
    }

    TrailingFormula(Dimension unit, ToDoubleFunction<double[]> reading, int needed) {
        this(unit, window -> new RollingScan(reading, needed, window));
    }

    @Override
    public RunningStatistic start(Window window) {
        return running.apply(window);
    }

    @Override
    public double[] of(double[] x, Window window) {
        return batch.apply(x, window);
    }

    @Override
    public Unit unitOf(Unit series) {
        return unit.of(series);
    }

    @Override
    public String toString() {
        return Formula.text(this);
    }

    /** How many observations the positions of a window hold, whatever its minimum count and its policy for missing ones. */
    static final class Count implements RunningStatistic {

        private final boolean[] observed;
        private int at = -1;
        private int count;

        Count(Window window) {
            this.observed = new boolean[window.length()];
        }

        private Count(Count source) {
            this.observed = source.observed.clone();
            this.at = source.at;
            this.count = source.count;
        }

        @Override
        public double push(double x) {
            boolean entering = !Double.isNaN(Require.finite(x, "x"));
            at = at + 1 == observed.length ? 0 : at + 1;
            count += (entering ? 1 : 0) - (observed[at] ? 1 : 0);
            observed[at] = entering;
            return count;
        }

        @Override
        public RunningStatistic copy() {
            return new Count(this);
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        static double[] of(double[] x, Window window) {
            Require.finite(x, "x");
            int length = window.length();
            double[] result = new double[x.length];
            int count = 0;
            for (int t = 0; t < x.length; t++) {
                count += Double.isNaN(x[t]) ? 0 : 1;
                count -= t >= length && !Double.isNaN(x[t - length]) ? 1 : 0;
                result[t] = count;
            }
            return result;
        }
    }
}
