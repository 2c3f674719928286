package io.github.macroregime.core.window;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.stats.Moments;
import java.util.function.ToDoubleFunction;

/**
 * Skewness and kurtosis over a trailing window, from the sums of the first four powers about a pivot.
 *
 * <p>The pivot is a member of the window, so {@code |pivot - mean|^k <= sum |x - mean|^k}, and the sums about it are at most
 * a small multiple of n times those about the mean.
 */
final class PivotedPowers extends PivotedSums {

    // A pivot seven deviations from the mean, in windows long enough for that to cost digits.
    private static final double FURTHEST_SQUARED = 50;

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
            return through(new PivotedPowers(this, window), x);
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
        super(window);
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
        return squares > FURTHEST_SQUARED * (squares - sum * mean);
    }

    private static double skewness(double sum, double mean, double squares, double cubes) {
        double second = Math.max(0, squares - sum * mean);
        return ofVarying((cubes - mean * (3 * squares - 2 * sum * mean)) / (second * Math.sqrt(second)));
    }

    private static double kurtosis(double sum, double mean, double squares, double cubes, double fourths) {
        double second = Math.max(0, squares - sum * mean);
        return ofVarying(
                (fourths - mean * (4 * cubes - mean * (6 * squares - 3 * sum * mean))) / (second * second));
    }

    // A flat window has neither. An infinity times zero is NaN: a condition would say the same but would not vectorise.
    private static double ofVarying(double score) {
        return score + score * 0;
    }
}
