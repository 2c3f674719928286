package io.github.macroregime.benchmarks.reference;

/**
 * Rolling sample deviations read block by block: the order of work that lost to reading many windows together.
 *
 * <p>The sums are those of the library. The last loop reads its arrays at two indices and does not vectorise.
 */
public final class DeviationByBlocks {

    private DeviationByBlocks() {}

    /**
     * The sample deviation of every full window of a complete series.
     *
     * @param x the series, without missing values
     * @param window from 2 to the length of the series
     * @param result as long as the series; its first window − 1 numbers are left as they are
     */
    public static void write(double[] x, int window, double[] result) {
        double[] suffixSum = new double[window];
        double[] suffixSquares = new double[window];
        double[] sum = new double[window];
        double[] squares = new double[window];
        for (int start = window; start <= x.length; start += window) {
            double pivot = x[start - 1];
            suffixes(x, start - window, pivot, suffixSum, suffixSquares);
            sum[0] = suffixSum[0];
            squares[0] = suffixSquares[0];
            int end = Math.min(x.length, start + window - 1);
            double prefixSum = 0;
            double prefixSquares = 0;
            for (int t = start, j = 1; t < end; t++, j++) {
                double fromPivot = x[t] - pivot;
                prefixSum += fromPivot;
                prefixSquares += fromPivot * fromPivot;
                sum[j] = suffixSum[j] + prefixSum;
                squares[j] = suffixSquares[j] + prefixSquares;
            }
            double n = window;
            for (int t = start - 1, j = 0; t < end; t++, j++) {
                result[t] = Math.sqrt(Math.max(0, squares[j] - sum[j] * sum[j] * (1 / n)) / (n - 1));
            }
        }
    }

    private static void suffixes(double[] x, int start, double pivot, double[] suffixSum, double[] suffixSquares) {
        double sum = 0;
        double squares = 0;
        for (int i = suffixSum.length - 1; i >= 0; i--) {
            double fromPivot = x[start + i] - pivot;
            sum += fromPivot;
            squares += fromPivot * fromPivot;
            suffixSum[i] = sum;
            suffixSquares[i] = squares;
        }
    }
}
