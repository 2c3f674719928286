package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The formulas that only a trailing window has. */
enum TrailingFormula implements Formula<Window> {
    COUNT(Dimension.COUNT, Count::new, Count::of),
    SUM(Dimension.SERIES, RollingSum::new, RollingSum::of),
    ARG_MIN(Dimension.COUNT, window -> new RollingExtreme.Argument(RollingExtreme.SMALLEST, window)),
    ARG_MAX(Dimension.COUNT, window -> new RollingExtreme.Argument(RollingExtreme.LARGEST, window)),
    SAMPLE_SKEWNESS(Dimension.SCORE, PivotedPowers.Reading.SAMPLE_SKEWNESS),
    POPULATION_SKEWNESS(Dimension.SCORE, PivotedPowers.Reading.POPULATION_SKEWNESS),
    SAMPLE_EXCESS_KURTOSIS(Dimension.SCORE, PivotedPowers.Reading.SAMPLE_EXCESS_KURTOSIS),
    POPULATION_EXCESS_KURTOSIS(Dimension.SCORE, PivotedPowers.Reading.POPULATION_EXCESS_KURTOSIS),
    POSITION_IN_RANGE(
            Dimension.FRACTION,
            window -> new WindowedStatistic.Order(SortedWindow::positionInRange, window),
            RollingExtreme::positionInRange),
    MEDIAN_ABSOLUTE_DEVIATION(
            Dimension.SERIES,
            window -> new WindowedStatistic.Order(
                    (sorted, newest) -> sorted.medianDistanceFrom(sorted.median()), window)),
    MEAN_ABSOLUTE_DEVIATION(Dimension.SERIES, OrderStatisticTree.MeanDeviation::new),
    ROBUST_Z_SCORE(Dimension.SCORE, window -> new WindowedStatistic.Order(SortedWindow::robustZScore, window)),
    SLOPE(Dimension.SERIES, window -> new RollingTrend(RollingTrend.Reading.SLOPE, window)),
    SLOPE_T_STATISTIC(Dimension.SCORE, window -> new RollingTrend(RollingTrend.Reading.T_STATISTIC, window)),
    REALISED_VARIANCE(Dimension.SQUARE, RollingRealised.Measure.VARIANCE),
    REALISED_SKEWNESS(Dimension.SCORE, RollingRealised.Measure.SKEWNESS),
    REALISED_KURTOSIS(Dimension.SCORE, RollingRealised.Measure.KURTOSIS),
    UPSIDE_REALISED_VARIANCE(Dimension.SQUARE, RollingRealised.Measure.UPSIDE_VARIANCE),
    DOWNSIDE_REALISED_VARIANCE(Dimension.SQUARE, RollingRealised.Measure.DOWNSIDE_VARIANCE),
    REALISED_VARIANCE_SKEW(Dimension.FRACTION, RollingRealised.Measure.VARIANCE_SKEW);

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

    TrailingFormula(Dimension unit, PivotedPowers.Reading reading) {
        this(unit, window -> new PivotedPowers(reading, window), reading::of);
    }

    TrailingFormula(Dimension unit, RollingRealised.Measure measure) {
        this(unit, window -> new RollingRealised(measure, window), measure::of);
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
