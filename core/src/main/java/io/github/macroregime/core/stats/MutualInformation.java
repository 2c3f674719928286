package io.github.macroregime.core.stats;

import io.github.macroregime.core.series.Require;

/**
 * How much knowing one series tells about another, whatever the form of their relation.
 *
 * <p><b>Source</b>: Shannon 1948 (definition); Miller 1955 (bias of the plug-in estimate).
 */
public final class MutualInformation {

    private MutualInformation() {}

    /**
     * The {@index "mutual information"} of two series over bins of equal count: {@code sum p_ij ln(p_ij / (p_i q_j))}.
     *
     * <p>A number falls into bin {@code floor(bins (rank - 1/2) / n)} by its average rank, so equal numbers share a
     * bin. The plug-in estimate lies above zero even for independent series, by about {@code (bins - 1)^2 / (2 n)}.
     *
     * <p><b>Shape</b>: one number. <b>Unit</b>: nats. <b>Missing</b>: a NaN anywhere makes the result NaN. <b>Cost</b>:
     * two sorts.
     *
     * @param x at least two numbers
     * @param y one number for each of x
     * @param bins how many bins each series is cut into, from 1 to the length
     * @return from 0 to {@code ln(bins)}
     * @throws IllegalArgumentException if there are fewer than two numbers, the lengths differ, one is infinite or the
     *     number of bins lies outside its range
     */
    public static double ofEqualCounts(double[] x, double[] y, int bins) {
        Require.atLeast(x, 2, "x");
        Require.sameLength(x, y);
        if (bins < 1 || bins > x.length) {
            throw new IllegalArgumentException("bins must lie in [1, " + x.length + "] but was " + bins);
        }
        boolean complete = Require.finite(x, "x");
        if (!Require.finite(y, "y") || !complete) {
            return Double.NaN;
        }
        int[] binsX = bins(x, bins);
        int[] binsY = bins(y, bins);
        double[] countsX = new double[bins];
        double[] countsY = new double[bins];
        double[][] counts = new double[bins][bins];
        for (int i = 0; i < x.length; i++) {
            countsX[binsX[i]]++;
            countsY[binsY[i]]++;
            counts[binsX[i]][binsY[i]]++;
        }
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            for (int j = 0; j < bins; j++) {
                if (counts[i][j] > 0) {
                    sum += counts[i][j] * StrictMath.log(counts[i][j] * x.length / (countsX[i] * countsY[j]));
                }
            }
        }
        return Math.max(0, sum / x.length);
    }

    private static int[] bins(double[] x, int bins) {
        double[] ranks = Ranks.of(x, Ranks.Ties.AVERAGE);
        int[] of = new int[x.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = (int) Math.floor(bins * (ranks[i] - 0.5) / x.length);
        }
        return of;
    }
}
