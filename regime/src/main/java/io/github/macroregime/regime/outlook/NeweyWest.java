package io.github.macroregime.regime.outlook;

import io.github.macroregime.core.stats.Moments;

/** The standard error of a mean of outcomes that overlap. */
final class NeweyWest {

    private static final int TOGETHER = 4;

    private NeweyWest() {}

    static double standardError(double[] returns, double mean, int lags) {
        int n = returns.length;
        double[] deviations = new double[n + TOGETHER];
        for (int t = 0; t < n; t++) {
            deviations[t] = returns[t] - mean;
        }
        double variance = 0;
        int last = Math.min(lags, n - 1);
        for (int first = 0; first <= last; first += TOGETHER) {
            double[] sums = sums(deviations, n, first);
            for (int lag = first; lag <= Math.min(last, first + TOGETHER - 1); lag++) {
                double sum = sums[lag - first];
                double finite = Math.abs(sum) <= Double.MAX_VALUE ? sum : Moments.sum(products(deviations, n, lag));
                variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * (finite / n);
            }
        }
        return Math.sqrt(Math.max(variance, 0) / n);
    }

    private static double[] products(double[] deviations, int n, int lag) {
        double[] products = new double[n - lag];
        for (int t = 0; t < products.length; t++) {
            products[t] = deviations[t + lag] * deviations[t];
        }
        return products;
    }

    /**
     * The sums of products of four lags, of which none waits for another: to the bit those of {@link Moments#sum}, since what
     * an addition loses is exact whichever addend is larger (Knuth, The Art of Computer Programming 2, 4.2.2). Deviations
     * beyond the last are zero.
     */
    private static double[] sums(double[] deviations, int n, int lag) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double lostA = 0;
        double lostB = 0;
        double lostC = 0;
        double lostD = 0;
        for (int t = 0; t < n - lag; t++) {
            double now = deviations[t];
            double addA = deviations[t + lag] * now;
            double addB = deviations[t + lag + 1] * now;
            double addC = deviations[t + lag + 2] * now;
            double addD = deviations[t + lag + 3] * now;
            double nextA = a + addA;
            double nextB = b + addB;
            double nextC = c + addC;
            double nextD = d + addD;
            lostA += lost(a, addA, nextA);
            lostB += lost(b, addB, nextB);
            lostC += lost(c, addC, nextC);
            lostD += lost(d, addD, nextD);
            a = nextA;
            b = nextB;
            c = nextC;
            d = nextD;
        }
        return new double[] {a + lostA, b + lostB, c + lostC, d + lostD};
    }

    private static double lost(double sum, double added, double next) {
        double taken = next - sum;
        return (sum - (next - taken)) + (added - taken);
    }
}
