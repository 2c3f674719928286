package io.github.macroregime.core.window;

import io.github.macroregime.core.stats.Moments;
import java.util.function.ToDoubleFunction;

/**
 * Numbers so small or large that the squares of their differences lose digits or overflow, and moments of windows that hold
 * such numbers: taken of the numbers over a power of two, and multiplied back.
 */
final class Far {

    /** A difference of numbers from here on is at least 2^-492, and its square has all its digits. */
    private static final double SMALLEST = 0x1p-440;

    private static final double LARGEST = 0x1p500;
    /** A difference of numbers from here on is at least 2^-232, and its fourth power has all its digits. */
    private static final double SMALLEST_OF_FOURTH = 0x1p-180;

    private static final double LARGEST_OF_FOURTH = 0x1p220;
    /** Below it the squares that make a variance have lost digits. */
    static final double LEAST_VARIANCE = 0x1p-1000;

    private Far() {}

    static boolean is(double x) {
        return isOutside(x, SMALLEST, LARGEST);
    }

    static boolean any(double[] x) {
        return anyOutside(x, SMALLEST, LARGEST);
    }

    static boolean areAllNear(double[] x) {
        return areAllInside(x, SMALLEST, LARGEST);
    }

    /** Whether third and fourth powers and products with times want a number scaled. */
    static boolean ofFourth(double x) {
        return isOutside(x, SMALLEST_OF_FOURTH, LARGEST_OF_FOURTH);
    }

    static boolean anyOfFourth(double[] x) {
        return anyOutside(x, SMALLEST_OF_FOURTH, LARGEST_OF_FOURTH);
    }

    static boolean areAllNearOfFourth(double[] x) {
        return areAllInside(x, SMALLEST_OF_FOURTH, LARGEST_OF_FOURTH);
    }

    private static boolean isOutside(double x, double smallest, double largest) {
        double size = Math.abs(x);
        return size > largest || (size < smallest && size > 0);
    }

    private static boolean anyOutside(double[] x, double smallest, double largest) {
        long first = Double.doubleToRawLongBits(smallest);
        long range = Double.doubleToRawLongBits(largest) - first;
        for (double value : x) {
            if (!isInside(value, first, range) && isOutside(value, smallest, largest)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all are observed, finite, not zero and not far: so most series are, and they want no other check. */
    private static boolean areAllInside(double[] x, double smallest, double largest) {
        long first = Double.doubleToRawLongBits(smallest);
        long range = Double.doubleToRawLongBits(largest) - first;
        for (double value : x) {
            if (!isInside(value, first, range)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(double value, long first, long range) {
        long size = Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
        return Long.compareUnsigned(size - first, range) <= 0;
    }

    /** A variance that varying observations may have, NaN where their squares have lost digits or overflowed. */
    static double variance(double variance, boolean varies) {
        return varies && !(variance >= LEAST_VARIANCE && variance <= Double.MAX_VALUE) ? Double.NaN : variance;
    }

    static double moment(Moment moment, double[] observations, double newest) {
        return switch (moment) {
            case MEAN -> scaled(observations, 1, Moments::mean);
            case SAMPLE_VARIANCE ->
                observations.length < 2 ? Double.NaN : scaled(observations, 2, Moments::sampleVariance);
            case POPULATION_VARIANCE -> scaled(observations, 2, Moments::populationVariance);
            case SAMPLE_DEVIATION ->
                observations.length < 2 ? Double.NaN : scaled(observations, 1, Moments::sampleDeviation);
            case POPULATION_DEVIATION -> scaled(observations, 1, Moments::populationDeviation);
            case Z_SCORE ->
                observations.length < 2 || Double.isNaN(newest) ? Double.NaN : scaled(observations, 0, Moments::zScore);
            case POPULATION_Z_SCORE ->
                observations.length < 2 || Double.isNaN(newest)
                        ? Double.NaN
                        : scaled(observations, 0, Moments::zScore)
                                * Math.sqrt(observations.length / (observations.length - 1.0));
        };
    }

    static double pair(PairFormula formula, double[] x, double[] y) {
        if (x.length < 2) {
            return formula == PairFormula.POPULATION_COVARIANCE && x.length == 1 ? 0 : Double.NaN;
        }
        double[] overX = x.clone();
        double[] overY = y.clone();
        int ofX = divide(overX);
        int ofY = divide(overY);
        return switch (formula) {
            case SAMPLE_COVARIANCE -> times(Moments.sampleCovariance(overX, overY), (long) ofX + ofY);
            case POPULATION_COVARIANCE -> times(Moments.populationCovariance(overX, overY), (long) ofX + ofY);
            case CORRELATION -> Moments.correlation(overX, overY);
            case BETA ->
                times(
                        PivotedPair.beta(Moments.populationVariance(overX), Moments.populationCovariance(overX, overY)),
                        (long) ofY - ofX);
        };
    }

    /** A statistic that grows with a power of the size of the numbers. */
    static double scaled(double[] x, int power, ToDoubleFunction<double[]> statistic) {
        double[] over = x.clone();
        int exponent = divide(over);
        return times(statistic.applyAsDouble(over), (long) power * exponent);
    }

    /** Divides by the power of two of the largest and returns its exponent. */
    private static int divide(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largest);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.scalb(x[i], -exponent);
        }
        return exponent;
    }

    /** NaN where the result is no normal number. */
    private static double times(double value, long exponent) {
        double result = Math.scalb(value, (int) Math.max(-5000, Math.min(5000, exponent)));
        double size = Math.abs(result);
        return value != 0 && exponent != 0 && !(size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE)
                ? Double.NaN
                : result;
    }
}
