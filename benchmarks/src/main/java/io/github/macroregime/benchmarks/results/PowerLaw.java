package io.github.macroregime.benchmarks.results;

/**
 * How a cost grows with a size: the line through the logarithms.
 *
 * <p>{@code cost = c * size^exponent}. A fit through four sizes says little about anything but the exponent, and that
 * only if the line meets the points: hence the standard error and the largest miss.
 *
 * @param exponent the slope: 0 where the cost does not depend on the size, 1 where it doubles with it
 * @param standardError of the exponent, NaN for two sizes
 * @param largestMiss the largest relative distance of a cost from the line, 0.1 for a tenth
 */
public record PowerLaw(double exponent, double standardError, double largestMiss) {

    /**
     * Fits by least squares on the logarithms.
     *
     * @param sizes at least two different sizes above zero
     * @param costs as many costs above zero
     * @return the fit
     * @throws IllegalArgumentException if lengths differ, a number is not above zero or all sizes are the same
     */
    public static PowerLaw fit(double[] sizes, double[] costs) {
        int n = sizes.length;
        if (n < 2 || costs.length != n) {
            throw new IllegalArgumentException(
                    "sizes and costs must have one length of at least 2 but had " + n + " and " + costs.length);
        }
        double[] x = logarithms(sizes, "sizes");
        double[] y = logarithms(costs, "costs");
        double meanX = mean(x);
        double meanY = mean(y);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
        }
        if (!(squares > 0)) {
            throw new IllegalArgumentException("sizes must differ but were all " + sizes[0]);
        }
        double exponent = products / squares;
        double residual = 0;
        double miss = 0;
        for (int i = 0; i < n; i++) {
            double distance = y[i] - meanY - exponent * (x[i] - meanX);
            residual += distance * distance;
            miss = Math.max(miss, Math.abs(Math.expm1(distance)));
        }
        return new PowerLaw(exponent, n == 2 ? Double.NaN : Math.sqrt(residual / (n - 2) / squares), miss);
    }

    private static double[] logarithms(double[] numbers, String name) {
        double[] logarithms = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (!(numbers[i] > 0 && numbers[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be above zero and finite but was " + numbers[i]);
            }
            logarithms[i] = Math.log(numbers[i]);
        }
        return logarithms;
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
