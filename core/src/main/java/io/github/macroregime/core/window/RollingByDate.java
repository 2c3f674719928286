package io.github.macroregime.core.window;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.PercentileRank;
import io.github.macroregime.core.stats.QuantileType;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;

/**
 * Statistics over trailing windows by the calendar, one value for each date: "five years" as five years and not as
 * 1,260 observations.
 *
 * <p><b>Shape</b>: the result is as long as the series. <b>Missing</b> by the policy of the look-back. <b>Cost</b> per
 * date: constant for moments; a search and one shift for order statistics.
 */
public final class RollingByDate {

    private RollingByDate() {}

    /**
     * How many observations each window holds, whether or not they are enough for a result.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return a whole number for each date
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] count(DateIndex dates, double[] x, LookBack lookBack) {
        Slides slides = new Slides(dates, x, lookBack);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            slides.moveTo(t);
            result[t] = slides.observations;
        }
        return result;
    }

    /**
     * The arithmetic mean of each window: {@code m = sum x_i / n}.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] mean(DateIndex dates, double[] x, LookBack lookBack) {
        return moment(Moment.MEAN, dates, x, lookBack);
    }

    /**
     * The sample standard deviation of each window: {@code s = sqrt(sum (x_i - m)^2 / (n - 1))}.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] sampleDeviation(DateIndex dates, double[] x, LookBack lookBack) {
        return moment(Moment.SAMPLE_DEVIATION, dates, x, lookBack);
    }

    /**
     * How many sample standard deviations the newest observation stands from the mean of its window:
     * {@code (x_t - m) / s}.
     *
     * <p>NaN on a flat window and where the newest observation is missing.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] zScore(DateIndex dates, double[] x, LookBack lookBack) {
        return moment(Moment.Z_SCORE, dates, x, lookBack);
    }

    /**
     * The smallest observation of each window.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] min(DateIndex dates, double[] x, LookBack lookBack) {
        return order((sorted, newest) -> sorted.get(0), dates, x, lookBack);
    }

    /**
     * The largest observation of each window.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] max(DateIndex dates, double[] x, LookBack lookBack) {
        return order((sorted, newest) -> sorted.get(sorted.size() - 1), dates, x, lookBack);
    }

    /**
     * The median of each window.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] median(DateIndex dates, double[] x, LookBack lookBack) {
        return order((sorted, newest) -> sorted.median(), dates, x, lookBack);
    }

    /**
     * The quantile of each window by a named type.
     *
     * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @param p the probability
     * @param type the definition
     * @return one value for each date, NaN where there are too few observations
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] quantile(DateIndex dates, double[] x, LookBack lookBack, Probability p, QuantileType type) {
        return order((sorted, newest) -> sorted.quantile(p, type), dates, x, lookBack);
    }

    /**
     * Which part of its window lies below the newest observation, by a named definition.
     *
     * @param dates the dates of the series
     * @param x one value for each date, NaN where not observed
     * @param lookBack how far back each window reaches
     * @param definition how ties and the newest observation itself are counted
     * @return one value for each date, NaN where there are too few observations and at a missing one
     * @throws IllegalArgumentException if lengths differ or the series holds an infinity
     */
    public static double[] percentileRank(DateIndex dates, double[] x, LookBack lookBack, PercentileRank definition) {
        return order((sorted, newest) -> sorted.percentileRank(newest, definition), dates, x, lookBack);
    }

    private static double[] order(RollingOrder.Reading reading, DateIndex dates, double[] x, LookBack lookBack) {
        Slides slides = new Slides(dates, x, lookBack);
        SortedWindow sorted = new SortedWindow(16);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            int before = slides.from;
            slides.moveTo(t);
            sorted.replace(Double.NaN, slides.values[t]);
            for (int leaving = before; leaving < slides.from; leaving++) {
                sorted.replace(slides.values[leaving], Double.NaN);
            }
            result[t] = slides.isReady() ? reading.read(sorted, slides.values[t]) : Double.NaN;
        }
        return result;
    }

    private static double[] moment(Moment moment, DateIndex dates, double[] x, LookBack lookBack) {
        Slides slides = new Slides(dates, x, lookBack);
        PivotedQueue queue = new PivotedQueue(slides.values);
        double[] result = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            slides.moveTo(t);
            queue.moveTo(slides.from, t);
            result[t] = slides.isReady() ? queue.read(moment, slides.values[t]) : Double.NaN;
        }
        return result;
    }

    /** The first position of each window and the count of what it holds. */
    private static final class Slides {

        private final int[] days;
        private final DateIndex dates;
        private final LookBack lookBack;
        private final double[] values;
        private int from;
        private int to = -1;
        private int observations;

        Slides(DateIndex dates, double[] x, LookBack lookBack) {
            if (x.length != dates.size()) {
                throw new IllegalArgumentException(
                        "x must have one number for each of the " + dates.size() + " dates but had " + x.length);
            }
            Require.finite(x, "x");
            this.dates = dates;
            this.days = dates.toEpochDays();
            this.lookBack = lookBack;
            CarriedForward carried = new CarriedForward(lookBack.missing());
            this.values = Arrays.stream(x).map(carried::next).toArray();
        }

        void moveTo(int t) {
            to = t;
            observations += Double.isNaN(values[t]) ? 0 : 1;
            long last = lookBack.fromExclusive(dates.get(t)).toEpochDay();
            while (days[from] <= last) {
                observations -= Double.isNaN(values[from]) ? 0 : 1;
                from++;
            }
        }

        boolean isReady() {
            return lookBack.isSatisfiedBy(observations, to + 1 - from);
        }
    }
}
