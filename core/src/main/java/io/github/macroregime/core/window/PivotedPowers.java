package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Skewness and kurtosis over a trailing window, from the sums of the first four powers about a pivot.
 *
 * <p>The pivot of a block is the median of its last three observations, so that a single outlier does not become one. Where
 * it lies far from the mean of a window all the same, that window is computed from its observations: else the fourth sum
 * about the mean would be a small difference of large ones.
 */
final class PivotedPowers extends PivotedSums {

    private static final double FURTHEST_DEVIATIONS_SQUARED = 25;

    private static final int READ_TOGETHER = 1024;

    /** Which statistic is read. */
    enum Reading {
        SAMPLE_SKEWNESS(3, Moments::sampleSkewness) {
            @Override
            double scale(double n) {
                return n * Math.sqrt(n - 1) / (n - 2);
            }
        },
        POPULATION_SKEWNESS(2, Moments::populationSkewness),
        SAMPLE_EXCESS_KURTOSIS(4, Moments::sampleExcessKurtosis) {
            @Override
            double scale(double n) {
                return n * (n - 1) * (n + 1) / ((n - 2) * (n - 3));
            }

            @Override
            double shift(double n) {
                return -3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
            }
        },
        POPULATION_EXCESS_KURTOSIS(2, Moments::populationExcessKurtosis);

        private final int needed;
        private final ToDoubleFunction<double[]> ofEach;

        Reading(int needed, ToDoubleFunction<double[]> ofEach) {
            this.needed = needed;
            this.ofEach = ofEach;
        }

        /** What the third sum over the second to 3/2, or the fourth over the square of the second, is multiplied by. */
        double scale(double n) {
            return isSkewness() ? Math.sqrt(n) : n;
        }

        /** What is added to that. */
        double shift(double n) {
            return isSkewness() ? 0 : -3;
        }

        /** Every window of a series. */
        double[] of(double[] x, Window window) {
            boolean isComplete = Far.areAllNearOfFourth(x) || (!Far.anyOfFourth(x) && Require.finite(x, "x"));
            return isComplete && window.length() >= needed
                    ? ofComplete(this, x, window)
                    : through(new PivotedPowers(this, window), x);
        }

        private boolean isSkewness() {
            return this == SAMPLE_SKEWNESS || this == POPULATION_SKEWNESS;
        }
    }

    private final Reading reading;
    private final double[] suffixes;
    private double sum;
    private double squares;
    private double cubes;
    private double fourths;
    private int lastCount;
    private double scale;
    private double shift;

    PivotedPowers(Reading reading, Window window) {
        super(Double.NaN, window);
        this.reading = reading;
        this.suffixes = new double[4 * (window.length() + 1)];
    }

    private PivotedPowers(PivotedPowers source) {
        super(source);
        this.reading = source.reading;
        this.suffixes = source.suffixes.clone();
        this.sum = source.sum;
        this.squares = source.squares;
        this.cubes = source.cubes;
        this.fourths = source.fourths;
    }

    @Override
    public RunningStatistic copy() {
        return new PivotedPowers(this);
    }

    @Override
    double pivot() {
        double median = pivotOf(block, block.length, block.length);
        return Double.isNaN(median) ? super.pivot() : median;
    }

    private static double pivotOf(double[] x, int end, int length) {
        if (length < 3) {
            return x[end - 1];
        }
        double one = x[end - 3];
        double other = x[end - 2];
        return Math.max(Math.min(one, other), Math.min(Math.max(one, other), x[end - 1]));
    }

    @Override
    void beginBlock(double pivot) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            if (!Double.isNaN(block[i])) {
                double fromPivot = block[i] - pivot;
                double square = fromPivot * fromPivot;
                first += fromPivot;
                second += square;
                third += square * fromPivot;
                fourth += square * square;
            }
            suffixes[4 * i] = first;
            suffixes[4 * i + 1] = second;
            suffixes[4 * i + 2] = third;
            suffixes[4 * i + 3] = fourth;
        }
        sum = 0;
        squares = 0;
        cubes = 0;
        fourths = 0;
    }

    @Override
    void add(int time, double fromPivot) {
        double square = fromPivot * fromPivot;
        sum += fromPivot;
        squares += square;
        cubes += square * fromPivot;
        fourths += square * square;
    }

    @Override
    double read(int position, int count, int suffix, int inSuffix, double move) {
        if (count < reading.needed) {
            return Double.NaN;
        }
        if (count != lastCount) {
            lastCount = count;
            scale = reading.scale(count);
            shift = reading.shift(count);
        }
        double first = suffixes[4 * suffix];
        double second = suffixes[4 * suffix + 1];
        double third = suffixes[4 * suffix + 2];
        double fourth = suffixes[4 * suffix + 3];
        if (move != 0) {
            double all = inSuffix * move;
            fourth += move * (4 * third + move * (6 * second + move * (4 * first + all)));
            third += move * (3 * second + move * (3 * first + all));
            second += move * (2 * first + all);
            first += all;
        }
        first += sum;
        second += squares;
        double mean = first * (1.0 / count);
        if (losesDigits(first, mean, second)) {
            return afresh(position, count);
        }
        double score = reading.isSkewness()
                ? skewness(first, mean, second, third + cubes)
                : kurtosis(first, mean, second, third + cubes, fourth + fourths);
        return score * scale + shift;
    }

    @Override
    double ofEach(double[] times, double[] observations) {
        return observations.length < reading.needed ? Double.NaN : reading.ofEach.applyAsDouble(observations);
    }

    private static boolean losesDigits(double sum, double mean, double squares) {
        return squares > (1 + FURTHEST_DEVIATIONS_SQUARED) * (squares - sum * mean);
    }

    private static double skewness(double sum, double mean, double squares, double cubes) {
        double second = squares - sum * mean;
        return ofVarying((cubes - mean * (3 * squares - 2 * sum * mean)) / (second * Math.sqrt(second)));
    }

    private static double kurtosis(double sum, double mean, double squares, double cubes, double fourths) {
        double second = squares - sum * mean;
        return ofVarying((fourths - mean * (4 * cubes - mean * (6 * squares - 3 * sum * mean))) / (second * second));
    }

    // A flat window has neither. An infinity times zero is NaN: a condition would say the same but would not vectorise.
    private static double ofVarying(double score) {
        return score + score * 0;
    }

    /** Every window of a series without gaps; what is read from the sums is read for many windows together. */
    private static double[] ofComplete(Reading reading, double[] x, Window window) {
        int length = window.length();
        double[] result = untilFull(reading, x, window);
        double[][] suffixes = new double[4][Math.min(length, x.length)];
        double[][] sums = new double[4][Math.min(x.length, READ_TOGETHER + length)];
        int read = length - 1;
        for (int start = length; start <= x.length; start += length) {
            int end = Math.min(x.length, start + length - 1);
            suffixes(x, start, suffixes[0], suffixes[1], suffixes[2], suffixes[3]);
            for (int k = 0; k < 4; k++) {
                sums[k][start - 1 - read] = suffixes[k][0];
            }
            scan(x, start, end, suffixes, start - read, sums[0], sums[1], sums[2], sums[3]);
            if (end - read >= READ_TOGETHER || start + length > x.length) {
                read(reading, length, end - read, sums[0], sums[1], sums[2], sums[3]);
                afreshWhereLost(reading, x, length, read, end, sums);
                System.arraycopy(sums[2], 0, result, read, end - read);
                read = end;
            }
        }
        return result;
    }

    private static double[] untilFull(Reading reading, double[] x, Window window) {
        double[] result = new double[x.length];
        int until = Math.min(window.length() - 1, x.length);
        if (window.minimumCount() == window.length()) {
            Arrays.fill(result, 0, until, Double.NaN);
        } else {
            System.arraycopy(through(new PivotedPowers(reading, window), Arrays.copyOf(x, until)), 0, result, 0, until);
        }
        return result;
    }

    private static void suffixes(
            double[] x, int end, double[] sums, double[] squares, double[] cubes, double[] fourths) {
        double pivot = pivotOf(x, end, sums.length);
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = sums.length - 1; i >= 0; i--) {
            double fromPivot = x[end - sums.length + i] - pivot;
            double square = fromPivot * fromPivot;
            first += fromPivot;
            second += square;
            third += square * fromPivot;
            fourth += square * square;
            sums[i] = first;
            squares[i] = second;
            cubes[i] = third;
            fourths[i] = fourth;
        }
    }

    private static void scan(
            double[] x,
            int start,
            int end,
            double[][] suffixes,
            int at,
            double[] sums,
            double[] squares,
            double[] cubes,
            double[] fourths) {
        double[] sum = suffixes[0];
        double[] square = suffixes[1];
        double[] cube = suffixes[2];
        double[] fourth = suffixes[3];
        double pivot = pivotOf(x, start, sum.length);
        double first = 0;
        double second = 0;
        double third = 0;
        double last = 0;
        for (int t = start, j = 1; t < end; t++, j++) {
            double fromPivot = x[t] - pivot;
            double squared = fromPivot * fromPivot;
            first += fromPivot;
            second += squared;
            third += squared * fromPivot;
            last += squared * squared;
            sums[at + j - 1] = sum[j] + first;
            squares[at + j - 1] = square[j] + second;
            cubes[at + j - 1] = cube[j] + third;
            fourths[at + j - 1] = fourth[j] + last;
        }
    }

    // The results take the place of the cubes.
    private static void read(
            Reading reading, int n, int count, double[] sums, double[] squares, double[] cubes, double[] fourths) {
        double scale = reading.scale(n);
        double shift = reading.shift(n);
        double part = 1.0 / n;
        if (reading.isSkewness()) {
            for (int t = 0; t < count; t++) {
                cubes[t] = skewness(sums[t], sums[t] * part, squares[t], cubes[t]) * scale + shift;
            }
        } else {
            for (int t = 0; t < count; t++) {
                cubes[t] = kurtosis(sums[t], sums[t] * part, squares[t], cubes[t], fourths[t]) * scale + shift;
            }
        }
    }

    private static void afreshWhereLost(Reading reading, double[] x, int length, int from, int to, double[][] sums) {
        double part = 1.0 / length;
        for (int t = 0; t < to - from; t++) {
            double sum = sums[0][t];
            if (losesDigits(sum, sum * part, sums[1][t])) {
                int end = from + t + 1;
                sums[2][t] = reading.ofEach.applyAsDouble(Arrays.copyOfRange(x, end - length, end));
            }
        }
    }
}
