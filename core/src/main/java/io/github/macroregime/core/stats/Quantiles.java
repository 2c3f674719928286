package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Probability;
import java.util.Arrays;

/**
 * Quantiles of an array, and the robust scale measures made of them.
 *
 * <p><b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: one sort. The result lies between the two
 * observations it is made of and never falls as the probability rises.
 */
public final class Quantiles {

    /** {@code 1 / Phi^-1(3/4)}: what makes the median absolute deviation of normal data their standard deviation. */
    public static final double NORMAL_MAD_FACTOR = 1.482602218505602;

    /** {@code 2 Phi^-1(3/4)}: the interquartile range of the standard normal distribution. */
    public static final double NORMAL_INTERQUARTILE_RANGE = 1.3489795003921634;

    /** One quarter: the probability of the lower quartile. */
    public static final Probability QUARTER = Probability.of(1, 4);

    private Quantiles() {}

    /**
     * The {@index quantile} of type 7, linear between neighbours: {@code h = (n - 1) p + 1}.
     *
     * @param x at least one number, in any order
     * @param p the probability
     * @return the quantile
     * @throws IllegalArgumentException if the array is empty or holds an infinity
     */
    public static double quantile(double[] x, Probability p) {
        return quantile(x, p, QuantileType.LINEAR);
    }

    /**
     * The quantile of a named type.
     *
     * <p><b>Source</b>: Hyndman and Fan 1996, The American Statistician 50(4).
     *
     * @param x at least one number, in any order
     * @param p the probability
     * @param type the definition
     * @return the quantile
     * @throws IllegalArgumentException if the array is empty or holds an infinity
     */
    public static double quantile(double[] x, Probability p, QuantileType type) {
        Require.atLeast(x, 1, "x");
        return Require.finite(x, "x") ? ofAscending(sorted(x), x.length, p, type) : Double.NaN;
    }

    /**
     * The {@index median}: the middle number, or the middle of the two in the middle.
     *
     * @param x at least one number, in any order
     * @return the median
     * @throws IllegalArgumentException if the array is empty or holds an infinity
     */
    public static double median(double[] x) {
        return quantile(x, Probability.HALF);
    }

    /**
     * The {@index "interquartile range"} ({@index IQR}): {@code Q(3/4) - Q(1/4)} of type 7.
     *
     * @param x at least one number, in any order
     * @return the range
     * @throws IllegalArgumentException if the array is empty or holds an infinity
     */
    public static double interquartileRange(double[] x) {
        return quantile(x, QUARTER.complement()) - quantile(x, QUARTER);
    }

    /**
     * The {@index "median absolute deviation"} ({@index MAD}): {@code median |x_i - median(x)|}, not scaled.
     *
     * <p>Times {@link #NORMAL_MAD_FACTOR} it estimates the standard deviation of normal data.
     *
     * @param x at least one number, in any order
     * @return the deviation, 0 if more than half of the numbers are equal
     * @throws IllegalArgumentException if the array is empty or holds an infinity
     */
    public static double medianAbsoluteDeviation(double[] x) {
        double median = median(x);
        double[] deviations = new double[x.length];
        Arrays.setAll(deviations, i -> Math.abs(x[i] - median));
        return median(deviations);
    }

    /**
     * The {@index "robust z-score"}, how far a value stands from the median in robust standard deviations:
     * {@code (value - median) / (1.482602 MAD)}.
     *
     * <p>If the median absolute deviation is zero, the interquartile range over 1.349 takes its place; if that is
     * zero too, there is no score.
     *
     * @param x at least one number, in any order
     * @param value the number to place
     * @return the score, NaN if both scales are zero
     * @throws IllegalArgumentException if the array is empty or holds an infinity, or the value is infinite
     */
    public static double robustZScore(double[] x, double value) {
        return robustScore(
                Require.finite(value, "value") - median(x), medianAbsoluteDeviation(x), interquartileRange(x));
    }

    /**
     * The robust z-score from its parts: the distance from the median over the scaled median absolute deviation, or,
     * where that is zero, over the scaled interquartile range.
     *
     * @param fromMedian the value minus the median
     * @param medianAbsoluteDeviation not scaled
     * @param interquartileRange not scaled
     * @return the score, NaN where both measures of spread are zero
     */
    public static double robustScore(double fromMedian, double medianAbsoluteDeviation, double interquartileRange) {
        if (medianAbsoluteDeviation > 0) {
            return fromMedian / (NORMAL_MAD_FACTOR * medianAbsoluteDeviation);
        }
        return interquartileRange > 0 ? fromMedian / (interquartileRange / NORMAL_INTERQUARTILE_RANGE) : Double.NaN;
    }

    /**
     * The type 7 quantile of numbers that are in ascending order already, which is not looked at.
     *
     * <p><b>Cost</b>: a look at the array for infinities.
     *
     * @param ascending at least one number
     * @param p the probability
     * @return what {@link #quantile(double[], Probability)} says of these
     * @throws IllegalArgumentException if the array is empty or holds an infinity
     */
    public static double ofAscending(double[] ascending, Probability p) {
        Require.atLeast(ascending, 1, "ascending");
        return Require.finite(ascending, "ascending")
                ? ofAscending(ascending, ascending.length, p, QuantileType.LINEAR)
                : Double.NaN;
    }

    private static double ofAscending(double[] ascending, int n, Probability p, QuantileType type) {
        QuantileType.Place place = type.place(n, p);
        int rank = place.rank();
        return place.weight() == 0 ? ascending[rank] : between(ascending[rank], ascending[rank + 1], place.weight());
    }

    private static double[] sorted(double[] x) {
        double[] ascending = x.clone();
        Arrays.sort(ascending);
        return ascending;
    }

    /**
     * {@index "Linear interpolation"} between two neighbours: {@code lower + weight (upper - lower)}, never above the
     * upper one, which the rounded sum might step over for a weight next to 1.
     *
     * @param lower the lower neighbour
     * @param upper the upper neighbour
     * @param weight of the upper one, from 0 to 1
     * @return the number
     */
    public static double between(double lower, double upper, double weight) {
        double gap = upper - lower;
        return gap <= Double.MAX_VALUE ? Math.min(upper, lower + weight * gap) : (1 - weight) * lower + weight * upper;
    }
}
