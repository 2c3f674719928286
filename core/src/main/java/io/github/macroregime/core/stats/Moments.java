package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;

/**
 * Sums, means, standard deviations and higher moments of an array, and the joint moments of two.
 *
 * <p>"Sample" divides by n − 1 or corrects the bias otherwise, "population" divides by n. Squares are taken about the
 * mean and sums are compensated, so a large common level costs no digits.
 *
 * <p><b>Missing</b>: a NaN anywhere makes the result NaN; an infinity is refused. <b>Cost</b>: two passes.
 */
public final class Moments {

    private static final double SAFE_PRODUCT = 1e-290;
    private static final int FAR_EXPONENT = 200;

    private Moments() {}

    /**
     * The sum by {@index "compensated summation"}: {@code sum x_i}.
     *
     * <p>Neumaier's variant of Kahan summation, so that the result does not depend on whether a large or a small
     * addend comes first.
     *
     * <p><b>Source</b>: Neumaier 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54.
     *
     * @param x any numbers
     * @return the sum, 0 for an empty array
     * @throws IllegalArgumentException if a number is infinite
     */
    public static double sum(double[] x) {
        return ofFinite(compensated(x), x, "x");
    }

    /**
     * The {@index "arithmetic mean"}: {@code sum x_i / n}.
     *
     * @param x at least one number
     * @return the mean
     * @throws IllegalArgumentException if the array is empty or a number is infinite
     */
    public static double mean(double[] x) {
        Require.atLeast(x, 1, "x");
        return sum(x) / x.length;
    }

    /**
     * The sample {@index variance}: {@code sum (x_i - mean)^2 / (n - 1)}.
     *
     * @param x at least two numbers
     * @return the variance, exactly 0 if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than two numbers or one is infinite
     */
    public static double sampleVariance(double[] x) {
        Require.atLeast(x, 2, "x");
        return variance(x, x.length - 1);
    }

    /**
     * The population variance: {@code sum (x_i - mean)^2 / n}.
     *
     * @param x at least one number
     * @return the variance, exactly 0 if all numbers are equal
     * @throws IllegalArgumentException if the array is empty or a number is infinite
     */
    public static double populationVariance(double[] x) {
        Require.atLeast(x, 1, "x");
        return variance(x, x.length);
    }

    private static double variance(double[] x, int n) {
        double[] d = deviations(x);
        int exponent = scale(d);
        return Math.scalb(sumOfProducts(d, d) / n, 2 * exponent);
    }

    /**
     * The sample {@index "standard deviation"}: {@code sqrt(sum (x_i - mean)^2 / (n - 1))}.
     *
     * @param x at least two numbers
     * @return the deviation, exactly 0 if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than two numbers or one is infinite
     */
    public static double sampleDeviation(double[] x) {
        Require.atLeast(x, 2, "x");
        return deviation(x, x.length - 1);
    }

    /**
     * The population standard deviation: {@code sqrt(sum (x_i - mean)^2 / n)}.
     *
     * @param x at least one number
     * @return the deviation, exactly 0 if all numbers are equal
     * @throws IllegalArgumentException if the array is empty or a number is infinite
     */
    public static double populationDeviation(double[] x) {
        Require.atLeast(x, 1, "x");
        return deviation(x, x.length);
    }

    private static double deviation(double[] x, int n) {
        double[] d = deviations(x);
        int exponent = scale(d);
        return Math.scalb(Math.sqrt(sumOfProducts(d, d) / n), exponent);
    }

    /**
     * The {@index "z-score"}, how many sample standard deviations the last number stands from the mean of all: {@code z
     * = (x_n - mean) / s}.
     *
     * @param x at least two numbers, the one to place at the end
     * @return the score, NaN if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than two numbers or one is infinite
     */
    public static double zScore(double[] x) {
        double deviation = sampleDeviation(x);
        return deviation > 0 ? deviations(x)[x.length - 1] / deviation : Double.NaN;
    }

    /**
     * The population skewness: {@code g1 = m3 / m2^(3/2)} with {@code m_k = sum (x_i - mean)^k / n}.
     *
     * @param x at least two numbers
     * @return the skewness, NaN if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than two numbers or one is infinite
     */
    public static double populationSkewness(double[] x) {
        Require.atLeast(x, 2, "x");
        double[] d = deviations(x);
        scale(d);
        double m2 = sumOfPowers(d, 2) / d.length;
        return m2 > 0 ? sumOfPowers(d, 3) / d.length / (m2 * Math.sqrt(m2)) : Double.NaN;
    }

    /**
     * The adjusted Fisher-Pearson {@index skewness}: {@code G1 = g1 sqrt(n (n - 1)) / (n - 2)}, as pandas and
     * spreadsheets.
     *
     * @param x at least three numbers
     * @return the skewness, NaN if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than three numbers or one is infinite
     */
    public static double sampleSkewness(double[] x) {
        Require.atLeast(x, 3, "x");
        double n = x.length;
        return populationSkewness(x) * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /**
     * The population excess kurtosis: {@code g2 = m4 / m2^2 - 3} with {@code m_k = sum (x_i - mean)^k / n}.
     *
     * @param x at least two numbers
     * @return the excess over the normal distribution, NaN if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than two numbers or one is infinite
     */
    public static double populationExcessKurtosis(double[] x) {
        Require.atLeast(x, 2, "x");
        double[] d = deviations(x);
        scale(d);
        double m2 = sumOfPowers(d, 2) / d.length;
        return m2 > 0 ? sumOfPowers(d, 4) / d.length / (m2 * m2) - 3 : Double.NaN;
    }

    /**
     * The sample excess {@index kurtosis}, corrected for bias: {@code G2 = (n - 1) / ((n - 2) (n - 3)) ((n + 1) g2 +
     * 6)}, as pandas and spreadsheets.
     *
     * @param x at least four numbers
     * @return the excess over the normal distribution, NaN if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than four numbers or one is infinite
     */
    public static double sampleExcessKurtosis(double[] x) {
        Require.atLeast(x, 4, "x");
        double n = x.length;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * populationExcessKurtosis(x) + 6);
    }

    /**
     * The sample {@index covariance}: {@code sum (x_i - mean x) (y_i - mean y) / (n - 1)}.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @return the covariance
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ or one is infinite
     */
    public static double sampleCovariance(double[] x, double[] y) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        return covariance(x, y, x.length - 1);
    }

    /**
     * The population covariance: {@code sum (x_i - mean x) (y_i - mean y) / n}.
     *
     * @param x at least one number
     * @param y one number for each of x
     * @return the covariance
     * @throws IllegalArgumentException if the arrays are empty, the lengths differ or a number is infinite
     */
    public static double populationCovariance(double[] x, double[] y) {
        Require.atLeast(x, 1, "x");
        Require.sameLength(x, y);
        return covariance(x, y, x.length);
    }

    private static double covariance(double[] x, double[] y, int n) {
        double[] dx = deviations(x);
        double[] dy = deviations(y, "y");
        int exponent = scale(dx) + scale(dy);
        return Math.scalb(sumOfProducts(dx, dy) / n, exponent);
    }

    /**
     * Pearson's {@index correlation}: {@code sum dx dy / sqrt(sum dx^2 sum dy^2)} with deviations from the means.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @return from −1 to 1, NaN if all numbers of one array are equal
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ or one is infinite
     */
    public static double correlation(double[] x, double[] y) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        double[] dx = deviations(x);
        double[] dy = deviations(y, "y");
        scale(dx);
        scale(dy);
        return correlationOfSums(sumOfProducts(dx, dx), sumOfProducts(dy, dy), sumOfProducts(dx, dy));
    }

    /**
     * Pearson's correlation from sums about the means: {@code Sxy / sqrt(Sxx Syy)}, kept in [−1, 1].
     *
     * @param squaresX the sum of squared deviations of x
     * @param squaresY the sum of squared deviations of y
     * @param products the sum of products of both deviations
     * @return from −1 to 1, NaN if one of the two squares is zero
     */
    public static double correlationOfSums(double squaresX, double squaresY, double products) {
        double product = squaresX * squaresY;
        // One root is more exact than two, but only if the product neither overflows nor loses digits.
        double scale = product >= SAFE_PRODUCT && product <= Double.MAX_VALUE
                ? Math.sqrt(product)
                : Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : Double.NaN;
    }

    /**
     * The deviations from the mean: {@code x_i - m}, the mean taken about the first number so that a level costs no
     * digits.
     *
     * @param x numbers
     * @return one deviation for each number
     * @throws IllegalArgumentException if a number is infinite
     */
    public static double[] deviations(double[] x) {
        return deviations(x, "x");
    }

    private static double[] deviations(double[] x, String name) {
        double[] deviations = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            deviations[i] = x[i] - x[0];
        }
        double mean = ofFinite(compensated(deviations), x, name) / x.length;
        for (int i = 0; i < x.length; i++) {
            deviations[i] -= mean;
        }
        return deviations;
    }

    /**
     * The sum of products: {@code sum x_i y_i}, compensated.
     *
     * @param x numbers
     * @param y one number for each of x
     * @return the sum
     * @throws IllegalArgumentException if the lengths differ or a number is infinite
     */
    public static double sumOfProducts(double[] x, double[] y) {
        Require.sameLength(x, y);
        double[] products = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            products[i] = x[i] * y[i];
        }
        return ofFinite(ofFinite(compensated(products), x, "x"), y, "y");
    }

    /**
     * The sum of powers: {@code sum x_i^k}, compensated.
     *
     * @param x numbers
     * @param exponent k, 2, 3 or 4
     * @return the sum
     * @throws IllegalArgumentException if a number is infinite
     */
    public static double sumOfPowers(double[] x, int exponent) {
        double[] powers = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double squared = x[i] * x[i];
            powers[i] = exponent == 2 ? squared : exponent == 3 ? squared * x[i] : squared * squared;
        }
        return ofFinite(compensated(powers), x, "x");
    }

    /** Divides by the power of two of the largest if it is far from one, so that products neither underflow nor overflow. */
    static int scale(double[] x) {
        double largest = 0;
        for (double value : x) {
            // A number that is missing makes every sum missing, whatever the power.
            largest = Math.abs(value) > largest ? Math.abs(value) : largest;
        }
        int exponent = Math.getExponent(largest);
        if (!(largest > 0 && largest <= Double.MAX_VALUE) || Math.abs(exponent) < FAR_EXPONENT) {
            return 0;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.scalb(x[i], -exponent);
        }
        return exponent;
    }

    static double compensated(double[] x) {
        double sum = 0;
        double lost = 0;
        for (double value : x) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** A sum is finite only if every number is, so that most are not looked at a second time. */
    private static double ofFinite(double sum, double[] x, String name) {
        if (!(Math.abs(sum) <= Double.MAX_VALUE)) {
            Require.finite(x, name);
        }
        return sum;
    }
}
