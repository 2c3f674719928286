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
    private static final long SMALLEST_BITS = Double.doubleToRawLongBits(SMALLEST);
    private static final long LARGEST_BITS = Double.doubleToRawLongBits(LARGEST);
    /** Below it the squares that make a variance have lost digits. */
    static final double LEAST_VARIANCE = 0x1p-1000;

    private Far() {}

    static boolean is(double x) {
        double size = Math.abs(x);
        return size > LARGEST || (size < SMALLEST && size > 0);
    }

    static boolean any(double[] x) {
        long outside = 0;
        for (double value : x) {
            long size = Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
            outside |= (size - SMALLEST_BITS) | (LARGEST_BITS - size);
        }
        // Zeros and missing values lie outside too.
        if (outside < 0) {
            for (double value : x) {
                if (is(value)) {
                    return true;
                }
            }
        }
        return false;
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
