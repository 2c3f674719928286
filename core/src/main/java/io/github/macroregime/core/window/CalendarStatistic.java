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
                : formula instanceof SortedWindow.Reading order ? order(order, slides) : t -> slides.observations;
        double[] result = new double[series.size()];
        for (int t = 0; t < result.length; t++) {
            slides.moveTo(t);
            result[t] = reading.applyAsDouble(t);
        }
        return TimeSeries.of(series.dates(), result, unitOf(series.unit()));
    }

    private static IntToDoubleFunction moment(Moment moment, Slides slides) {
        if (Far.any(slides.values)) {
            return t -> slides.isReady() ? Far.moment(moment, slides.observations(t), slides.values[t]) : Double.NaN;
        }
        Queue queue = new Queue(slides.values);
        return t -> {
            queue.moveTo(slides.from, t);
            return slides.isReady() ? queue.read(moment, slides.values[t]) : Double.NaN;
        };
    }

    private static IntToDoubleFunction order(SortedWindow.Reading reading, Slides slides) {
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
            this.values =
                    Arrays.stream(series.values().toArray()).map(carried::next).toArray();
        }

        void moveTo(int t) {
            to = t;
            before = from;
            observations += Double.isNaN(values[t]) ? 0 : 1;
            long last = dates.before(t, window.span()).toEpochDay();
            while (days[from] <= last) {
                observations -= Double.isNaN(values[from]) ? 0 : 1;
                from++;
            }
        }

        boolean isReady() {
            return window.isSatisfiedBy(observations, to + 1 - from);
        }

        double[] observations(int t) {
            return Arrays.stream(values, from, t + 1)
                    .filter(x -> !Double.isNaN(x))
                    .toArray();
        }
    }

    /**
     * Sums and squares over windows of changing length.
     *
     * <p>The idea of {@link PivotedMoment} with blocks of changing length: a front part whose suffixes are summed about its
     * last observation, and a back part that grows. When the front is used up, the back becomes the front. Every position
     * is moved once, and every pivot that is used lies inside the window.
     */
    static final class Queue {

        private final double[] x;
        private final int[] suffixCount;
        private final double[] suffixSum;
        private final double[] suffixSquares;
        private double frontPivot = Double.NaN;
        private int front;
        private int frontEnd;
        private int backCount;
        private double backSum;
        private double backSquares;
        private double backPivot = Double.NaN;

        Queue(double[] x) {
            this.x = x;
            this.suffixCount = new int[x.length + 1];
            this.suffixSum = new double[x.length + 1];
            this.suffixSquares = new double[x.length + 1];
        }

        /** Takes in position t, which follows the last one, and lets go of everything before a position. */
        void moveTo(int from, int t) {
            if (!Double.isNaN(x[t])) {
                if (Double.isNaN(backPivot)) {
                    backPivot = x[t];
                }
                double fromPivot = x[t] - backPivot;
                backCount++;
                backSum += fromPivot;
                backSquares += fromPivot * fromPivot;
            }
            front = from;
            if (front >= frontEnd && front > 0) {
                turn(t + 1);
            }
        }

        private void turn(int end) {
            int count = 0;
            double sum = 0;
            double squares = 0;
            frontPivot = Double.NaN;
            for (int i = end - 1; i >= front; i--) {
                if (!Double.isNaN(x[i])) {
                    frontPivot = Double.isNaN(frontPivot) ? x[i] : frontPivot;
                    double fromPivot = x[i] - frontPivot;
                    count++;
                    sum += fromPivot;
                    squares += fromPivot * fromPivot;
                }
                suffixCount[i] = count;
                suffixSum[i] = sum;
                suffixSquares[i] = squares;
            }
            frontEnd = end;
            backCount = 0;
            backSum = 0;
            backSquares = 0;
            backPivot = Double.NaN;
        }

        double read(Moment moment, double newest) {
            double inFront = front < frontEnd ? suffixCount[front] : 0;
            if (inFront == 0) {
                return moment.read(backCount, backPivot, backSum, backSquares, newest);
            }
            double sum = suffixSum[front];
            double squares = suffixSquares[front];
            if (backCount == 0) {
                return moment.read(inFront, frontPivot, sum, squares, newest);
            }
            double move = frontPivot - backPivot;
            squares += 2 * move * sum + inFront * (move * move);
            sum += inFront * move;
            return moment.read(inFront + backCount, backPivot, sum + backSum, squares + backSquares, newest);
        }
    }
}
