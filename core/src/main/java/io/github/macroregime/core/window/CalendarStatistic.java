package io.github.macroregime.core.window;

import io.github.macroregime.core.series.DateIndex;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.unit.Unit;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A statistic over trailing windows by the calendar.
 *
 * <p><b>Cost</b> per date: constant for moments; a search and one shift for order statistics.
 */
record CalendarStatistic(Formula<?> formula, CalendarWindow window) implements DatedStatistic {

    @Override
    public TimeSeries over(TimeSeries series) {
        Slides slides = new Slides(series, window);
        IntToDoubleFunction reading = formula instanceof Moment moment
                ? moment(moment, slides)
                : formula instanceof RollingOrder.Reading order ? order(order, slides) : t -> slides.observations;
        double[] result = new double[series.size()];
        for (int t = 0; t < result.length; t++) {
            slides.moveTo(t);
            result[t] = reading.applyAsDouble(t);
        }
        return TimeSeries.of(series.dates(), result, unitOf(series.unit()));
    }

    private static IntToDoubleFunction moment(Moment moment, Slides slides) {
        PivotedQueue queue = new PivotedQueue(slides.values);
        return t -> {
            queue.moveTo(slides.from, t);
            return slides.isReady() ? queue.read(moment, slides.values[t]) : Double.NaN;
        };
    }

    private static IntToDoubleFunction order(RollingOrder.Reading reading, Slides slides) {
        SortedWindow sorted = new SortedWindow(16);
        return t -> {
            sorted.replace(Double.NaN, slides.values[t]);
            for (int leaving = slides.before; leaving < slides.from; leaving++) {
                sorted.replace(slides.values[leaving], Double.NaN);
            }
            return slides.isReady() ? reading.read(sorted, slides.values[t]) : Double.NaN;
        };
    }

    @Override
    public Unit unitOf(Unit unit) {
        return formula.unitOf(unit);
    }

    @Override
    public String toString() {
        return formula + ", " + window;
    }

    /** The first position of each window and the count of what it holds. */
    private static final class Slides {

        private final int[] days;
        private final DateIndex dates;
        private final CalendarWindow window;
        private final double[] values;
        private int before;
        private int from;
        private int to = -1;
        private int observations;

        Slides(TimeSeries series, CalendarWindow window) {
            this.dates = series.dates();
            this.days = dates.toEpochDays();
            this.window = window;
            CarriedForward carried = new CarriedForward(window.missing());
            this.values = Arrays.stream(series.values().toArray()).map(carried::next).toArray();
        }

        void moveTo(int t) {
            to = t;
            before = from;
            observations += Double.isNaN(values[t]) ? 0 : 1;
            long last = window.fromExclusive(dates.get(t)).toEpochDay();
            while (days[from] <= last) {
                observations -= Double.isNaN(values[from]) ? 0 : 1;
                from++;
            }
        }

        boolean isReady() {
            return window.isSatisfiedBy(observations, to + 1 - from);
        }
    }
}
