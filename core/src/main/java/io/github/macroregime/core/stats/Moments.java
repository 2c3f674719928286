package io.github.macroregime.core.stats;

/**
 * Sums, means and deviations of an array.
 *
 * <p><b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>: two passes.
 */
public final class Moments {

    private Moments() {}

    /**
     * The sum, correctly compensated: {@code sum x_i}.
     *
     * <p>Neumaier's variant of Kahan summation, so that the result does not depend on whether a large or a small
     * addend comes first.
     *
     * <p><b>Source</b>: Neumaier 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54.
     *
     * @param x any numbers
     * @return the sum, 0 for an empty array
     */
    public static double sum(double[] x) {
        double sum = 0;
        double lost = 0;
        for (double value : x) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    /**
     * The arithmetic mean: {@code sum x_i / n}.
     *
     * @param x at least one number
     * @return the mean
     * @throws IllegalArgumentException if the array is empty
     */
    public static double mean(double[] x) {
        require(x, 1);
        return sum(x) / x.length;
    }

    /**
     * The sample standard deviation: {@code sqrt(sum (x_i - mean)^2 / (n - 1))}.
     *
     * <p>The squares are taken about the mean, so a large common level costs no digits.
     *
     * @param x at least two numbers
     * @return the deviation, exactly 0 if all numbers are equal
     * @throws IllegalArgumentException if there are fewer than two numbers
     */
    public static double sampleDeviation(double[] x) {
        require(x, 2);
        return Math.sqrt(squaresAboutMean(x) / (x.length - 1));
    }

    /**
     * The population standard deviation: {@code sqrt(sum (x_i - mean)^2 / n)}.
     *
     * @param x at least one number
     * @return the deviation, exactly 0 if all numbers are equal
     * @throws IllegalArgumentException if the array is empty
     */
    public static double populationDeviation(double[] x) {
        require(x, 1);
        return Math.sqrt(squaresAboutMean(x) / x.length);
    }

    private static double squaresAboutMean(double[] x) {
        double pivot = x[0];
        double[] fromPivot = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            fromPivot[i] = x[i] - pivot;
        }
        double mean = sum(fromPivot) / x.length;
        for (int i = 0; i < x.length; i++) {
            fromPivot[i] = (fromPivot[i] - mean) * (fromPivot[i] - mean);
        }
        return sum(fromPivot);
    }

    private static void require(double[] x, int minimum) {
        if (x.length < minimum) {
            throw new IllegalArgumentException("x must have at least " + minimum + " numbers but had " + x.length);
        }
    }
}
