package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Probability;

/**
 * The nine definitions of a sample quantile by {@index "Hyndman and Fan"}.
 *
 * <p>With {@code n} ascending numbers, each definition says at which place {@code h} (counted from 1) the quantile
 * stands. Types 1 to 3 take an observation (type 2 sometimes the middle of two), types 4 to 9 interpolate linearly
 * between the neighbours of {@code h}. Places below 1 and above n are the smallest and the largest number. The place
 * is computed in whole numbers, so a probability such as 7 % never slips to the next observation.
 *
 * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
 */
public enum QuantileType {

    /** Type 1: the smallest observation that at least the fraction p does not exceed, {@code h = ceil(n p)}. */
    INVERTED_CDF(1),

    /** Type 2: type 1, with the middle of two observations where {@code n p} is whole. */
    AVERAGED_INVERTED_CDF(2),

    /** Type 3: the observation nearest to {@code n p}, the even one of two equally near. */
    CLOSEST_OBSERVATION(3),

    /** Type 4: {@code h = n p}. */
    INTERPOLATED_INVERTED_CDF(4),

    /** Type 5, Hazen's: {@code h = n p + 1/2}. */
    HAZEN(5),

    /** Type 6, Weibull's: {@code h = (n + 1) p}. */
    WEIBULL(6),

    /** Type 7, of R, NumPy, pandas and spreadsheets, the default here: {@code h = (n - 1) p + 1}. */
    LINEAR(7),

    /** Type 8, about unbiased for the median of every distribution: {@code h = (n + 1/3) p + 1/3}. */
    MEDIAN_UNBIASED(8),

    /** Type 9, about unbiased for normal data: {@code h = (n + 1/4) p + 3/8}. */
    NORMAL_UNBIASED(9);

    private final int number;

    QuantileType(int number) {
        this.number = number;
    }

    /**
     * The number of the definition in the paper.
     *
     * @return from 1 to 9
     */
    public int number() {
        return number;
    }

    /**
     * The definition with a number of the paper.
     *
     * @param number from 1 to 9
     * @return the definition
     * @throws IllegalArgumentException outside that range
     */
    public static QuantileType ofNumber(int number) {
        if (number < 1 || number > 9) {
            throw new IllegalArgumentException("number must lie in [1, 9] but was " + number);
        }
        return values()[number - 1];
    }

    /**
     * The place of the quantile among n ascending numbers.
     *
     * @param n how many numbers, from 1
     * @param p the probability
     * @return the lower neighbour and the weight of the upper one
     */
    public Place place(int n, Probability p) {
        return Place.at(numerator(n, p), denominator(p), n);
    }

    /**
     * The place {@code h}, counted from 1, times the {@link #denominator denominator}.
     *
     * @param n how many numbers, from 1
     * @param p the probability
     * @return a whole number
     */
    public long numerator(int n, Probability p) {
        long a = p.numerator();
        long b = p.denominator();
        return switch (this) {
            case INVERTED_CDF -> 2 * roundedUp(n * a, b);
            case AVERAGED_INVERTED_CDF -> n * a % b == 0 ? 2 * (n * a / b) + 1 : 2 * roundedUp(n * a, b);
            case CLOSEST_OBSERVATION -> 2 * nearestEven(n * a, b);
            case INTERPOLATED_INVERTED_CDF -> n * a;
            case HAZEN -> 2L * n * a + b;
            case WEIBULL -> (n + 1L) * a;
            case LINEAR -> (n - 1L) * a + b;
            case MEDIAN_UNBIASED -> (3L * n + 1) * a + b;
            case NORMAL_UNBIASED -> (4L * n + 1) * 2 * a + 3 * b;
        };
    }

    /**
     * The denominator of every place, whatever the count.
     *
     * @param p the probability
     * @return a whole number above zero
     */
    public long denominator(Probability p) {
        long b = p.denominator();
        return switch (this) {
            case INVERTED_CDF, AVERAGED_INVERTED_CDF, CLOSEST_OBSERVATION -> 2;
            case INTERPOLATED_INVERTED_CDF, WEIBULL, LINEAR -> b;
            case HAZEN -> 2 * b;
            case MEDIAN_UNBIASED -> 3 * b;
            case NORMAL_UNBIASED -> 8 * b;
        };
    }

    private static long roundedUp(long a, long b) {
        return (a + b - 1) / b;
    }

    private static long nearestEven(long a, long b) {
        long whole = a / b;
        long twice = 2 * (a % b);
        return whole + (twice > b || (twice == b && whole % 2 == 1) ? 1 : 0);
    }

    /**
     * Between which two of n ascending numbers a quantile stands.
     *
     * @param rank of the lower one, from 0
     * @param weight of the upper one, from 0 to below 1
     */
    public record Place(int rank, double weight) {

        public Place {
            Require.atLeast(rank, 0, "rank");
            Require.observed(weight, "weight");
        }

        /** The place {@code a / b}, counted from 1 and kept inside. */
        static Place at(long a, long b, int n) {
            return new Place(rank(a, b, n), weight(a, b, n));
        }

        /**
         * The rank of the lower neighbour of {@code a / b}.
         *
         * @param a the numerator of a place
         * @param b its denominator
         * @param n how many numbers
         * @return from 0 to n − 1
         */
        public static int rank(long a, long b, int n) {
            return (int) Math.max(1, Math.min(n, a / b)) - 1;
        }

        /**
         * The weight of the upper neighbour of {@code a / b}.
         *
         * @param a the numerator of a place
         * @param b its denominator
         * @param n how many numbers
         * @return from 0 to below 1
         */
        public static double weight(long a, long b, int n) {
            return a < b || a / b >= n ? 0 : (double) (a % b) / b;
        }
    }
}
